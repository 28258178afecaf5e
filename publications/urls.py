"""Addresses of publications beside those of their pages."""

from django.urls import re_path

from publications.views import cover

urlpatterns = [re_path(r"^((?:[\w-]+/)+)cover\.svg$", cover, name="publication_cover")]
