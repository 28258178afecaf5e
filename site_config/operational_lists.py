"""Lists that staff work through: who may see them, and where their rows are."""

from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail_modeladmin.helpers import (
    AdminURLHelper,
    PageAdminURLHelper,
    PagePermissionHelper,
    PermissionHelper,
)
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView, InspectView

# Characters; as in the search of the portal.
LONGEST_SEARCH = 200


class NumberedRows:
    """Addresses of rows by number: anything else is no address at all."""

    def _get_object_specific_action_url_pattern(self, action: str) -> str:
        return rf"^{self.base_url_path}/{action}/(?P<instance_pk>[1-9][0-9]{{0,17}})/$"


class RowURLHelper(NumberedRows, AdminURLHelper):
    """Addresses of rows."""


class PageRowURLHelper(NumberedRows, PageAdminURLHelper):
    """Addresses of pages in a list; what is done to a page is done by Wagtail's own views."""


class PageListPermissions(PagePermissionHelper):
    """Who may see a list of all pages of a type, drafts and their contacts among them."""

    def user_can_list(self, user: Any) -> bool:
        """Whether the person has the right to view pages of this type."""
        return self.user_has_specific_permission(user, self.get_perm_codename("view"))


class ReadOnlyPermissions(PermissionHelper):
    """Rows come from the portal itself: nobody writes, changes or removes one by hand."""

    def user_can_create(self, user: Any) -> bool:
        """Offer no button to add a row."""
        return False

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        """Offer no form."""
        return False

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        """Offer no removal; retention removes what is old."""
        return False


class RowsView(IndexView):
    """A list that answers to its own filters alone, also as a spreadsheet.

    The package takes any other parameter of an address for a filter of the database, through
    relations, too: by rows or none people would guess at what they may not see, such as
    somebody's password or address, letter by letter.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the list; one that is asked for what no filter can mean shows everything."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except (IncorrectLookupParameters, ValidationError, OverflowError):
            if not request.GET:
                raise  # Nothing was asked for that could be at fault.
            messages.error(request, _("The list can’t be filtered like this; it shows all rows."))
            return redirect(self.index_url)

    def get_filters(self, request: HttpRequest) -> tuple[list[Any], bool, dict[str, Any], bool]:
        """Return the filters, and nothing of what none of them has claimed."""
        filters, are_there, unclaimed, doubles = super().get_filters(request)
        for name in unclaimed:
            # The links of the list carry it no further.
            self.params.pop(name, None)
        return filters, are_there, {}, doubles

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str) -> HttpResponse:
        """Return the file, once the database has answered: rows are read while it is sent."""
        queryset.exists()
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, typed: str) -> Any:
        """Return what was searched for; each word is a condition, and nobody types thousands."""
        return super().get_search_results(request, queryset, typed[:LONGEST_SEARCH])


class RowsAdmin(ModelAdmin):
    """A list of rows in the admin; every one of the portal's is such a one."""

    index_view_class = RowsView


class RowView(InspectView):
    """One row on a page of its own, with what staff decide about it.

    Attributes:
        row_template: prints what there is to know, and the forms.
    """

    row_template = ""

    def get_page_subtitle(self) -> str:
        """Return what the row is called."""
        return str(self.instance)

    def get_meta_title(self) -> str:
        """Return what the browser's tab says."""
        return f"{self.get_page_title()}: {self.get_page_subtitle()}"

    def get_template_names(self) -> list[str]:
        """Return the template of the page."""
        return [self.row_template]

    def get_fields_dict(self) -> list[dict[str, Any]]:
        """Return nothing: the template prints what there is."""
        return []
