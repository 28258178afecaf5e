"""The addresses of django-comments-xtd as it ships, beside those of the portal."""

from django.urls import include, path

from site_config.urls import urlpatterns as portal

urlpatterns = [path("comments/", include("django_comments_xtd.urls")), *portal]
