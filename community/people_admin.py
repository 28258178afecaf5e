"""People in the admin: by the name that others read, and the language they are written to in."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.users.views.users import IndexView, UserFilterSet, UserViewSet

from community.models import User
from community.people_forms import PersonCreationForm, PersonEditForm


class PeopleFilterSet(UserFilterSet):
    """Wagtail's filters, and the language."""

    class Meta(UserFilterSet.Meta):
        model = User
        fields = ["language"]


class PeopleView(IndexView):
    """The list of people."""

    @cached_property
    def columns(self) -> list[Column]:
        """Wagtail's columns, with display name and language behind the address."""
        columns = super().columns
        at = next(at for at, column in enumerate(columns) if column.name == User.USERNAME_FIELD)
        ours = [
            Column("display_name", label=_("Display name"), sort_key="display_name"),
            Column("get_language_display", label=_("Language"), sort_key="language"),
        ]
        return [*columns[: at + 1], *ours, *columns[at + 1 :]]

    @cached_property
    def search_fields(self) -> set[str]:
        """The fields of a person in which a search looks."""
        return super().search_fields | {"display_name"}


class PersonViewSet(UserViewSet):
    """Wagtail's views of users, with what others read of a person."""

    index_view_class = PeopleView
    filterset_class = PeopleFilterSet
    create_template_name = "community/admin/person_create.html"
    edit_template_name = "community/admin/person_edit.html"

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return the form with the portal's fields."""
        return PersonEditForm if for_update else PersonCreationForm
