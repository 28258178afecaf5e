"""People in the admin: by the name that others read, and the language they are written to in."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.users.views.users import IndexView, UserColumn, UserFilterSet, UserViewSet

from community.models import User
from community.people_erasing import PersonEraseView
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
        """Wagtail's columns: people are called by their display name, and speak a language."""
        columns = super().columns
        at = next(at for at, column in enumerate(columns) if column.name == User.USERNAME_FIELD)
        name = self._get_title_column_class(UserColumn)(
            "name",
            accessor=str,
            label=_("Display name"),
            sort_key="display_name",
            get_url=self.get_edit_url,
            classname="name",
        )
        language = Column("get_language_display", label=_("Language"), sort_key="language")
        ours = {"name": name}
        columns = [ours.get(column.name, column) for column in columns]
        return [*columns[: at + 1], language, *columns[at + 1 :]]

    @cached_property
    def search_fields(self) -> set[str]:
        """The fields of a person in which a search looks."""
        return super().search_fields | {"display_name"}


class PersonViewSet(UserViewSet):
    """Wagtail's views of users, with what others read of a person."""

    index_view_class = PeopleView
    filterset_class = PeopleFilterSet
    delete_view_class = PersonEraseView
    create_template_name = "community/admin/person_create.html"
    edit_template_name = "community/admin/person_edit.html"
    delete_template_name = "community/admin/person_erase.html"

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return the form with the portal's fields."""
        return PersonEditForm if for_update else PersonCreationForm
