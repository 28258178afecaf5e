"""Where members send in photos and films, and look after them."""

from django.urls import path

import community.converters  # noqa: F401  (they are known by being imported)
from gallery.submissions import views

app_name = "contributions"
urlpatterns = [
    path("", views.contribute, name="new"),
    path("mine/", views.mine, name="mine"),
    path("<row:pk>/edit/", views.edit, name="edit"),
    path("<row:pk>/withdraw/", views.take_back, name="withdraw"),
    path("<row:pk>/file/", views.file, {"part": "file"}, name="file"),
    path("<row:pk>/preview/", views.file, {"part": "preview"}, name="preview"),
]
