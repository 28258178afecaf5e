"""The addresses of visits; they are the same in every language, and in no cache."""

from django.urls import path

from site_config.visits.views import beacon, follow

urlpatterns = [
    path("visits/", beacon, name="visit"),
    path("visits/<str:mark>/", follow, name="follow_visit"),
]
