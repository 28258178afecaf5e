"""Wagtail's list of users, with what this portal knows of people."""

from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(WagtailUsersAppConfig):
    """Wagtail's own app; only the views of people are ours."""

    user_viewset = "community.people_admin.PersonViewSet"
