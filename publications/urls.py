"""Addresses of publications beside those of their pages."""

from django.urls import path, re_path

from publications.accessible_copies.views import (
    accessible_copy,
    accessible_copy_asked,
    confirm_accessible_copy,
)
from publications.views import cover

urlpatterns = [
    re_path(
        r"^((?:[\w-]+/)+)(cover(?:\.(?:svg|png|jpg)|-[0-9a-f]{12}-[a-z]+\.(?:avif|jpg|webp)))$",
        cover,
        name="publication_cover",
    ),
    path("accessible-copy/<int:pk>/", accessible_copy, name="accessible_copy"),
    path(
        "accessible-copy/<int:pk>/thank-you/",
        accessible_copy_asked,
        {"by_link": False},
        name="accessible_copy_thanks",
    ),
    path(
        "accessible-copy/<int:pk>/check-your-mailbox/",
        accessible_copy_asked,
        {"by_link": True},
        name="accessible_copy_link",
    ),
    path(
        "accessible-copy/confirm/<str:token>/",
        confirm_accessible_copy,
        name="confirm_accessible_copy",
    ),
]
