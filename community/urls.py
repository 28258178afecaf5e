"""The community's own addresses; its front page stands in the page tree."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from community.views import discussions, menu, profile


class RowNumberConverter(IntConverter):
    """A row's number, no longer than a database holds."""

    regex = "[1-9][0-9]{0,17}"


register_converter(RowNumberConverter, "row")

app_name = "community"
urlpatterns = [
    path("me/", profile.profile, name="profile"),
    path("me/edit/", profile.edit_profile, name="edit_profile"),
    path("me/menu/", menu.account_menu, name="account_menu"),
    path("members/<row:pk>/", discussions.member, name="member"),
    path("discussions/", discussions.discussion_list, name="discussions"),
    path("discussions/<row:pk>-<slug:slug>/", discussions.discussion, name="discussion"),
]
