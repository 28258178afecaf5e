"""Where anybody asks to take a picture or film down."""

from django.urls import path

import community.converters  # noqa: F401  (they are known by being imported)
from gallery.takedowns import views

app_name = "takedowns"
urlpatterns = [
    path("photo/<row:pk>/", views.photo, name="photo"),
    path("film/<row:pk>/", views.film, name="film"),
    path("received/<str:token>/", views.received, name="received"),
]
