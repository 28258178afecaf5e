"""The queue of requests for accessible copies, for those who make them."""

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.filters import RelatedOnlyFieldListFilter
from django.db.models import Q
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail_modeladmin.helpers import PermissionHelper

from publications.accessible_copies.services import answer_request
from publications.models.accessible_copies import AccessibleCopyRequest
from site_config.operational_lists import RowsAdmin, RowURLHelper

FIELDS = ("state", "owner", "due_on", "answer", "note")


class CopyRequestPermissions(PermissionHelper):
    """Requests come from readers; nobody writes or removes one by hand."""

    def user_can_create(self, user: Any) -> bool:
        """Offer no button to add a request."""
        return False

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        """Offer no removal: what was asked stays counted."""
        return False


class CopyRequestAdminForm(WagtailAdminModelForm):
    """Stores what staff change by the one service that also tells the requester."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "owner" in self.fields:
            owner = self.fields["owner"]
            # Of all accounts those that may see to it, by their names.
            staff = owner.queryset.filter(may_see_to_it(), is_active=True)
            owner.queryset = staff.distinct().order_by("display_name")

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where no copy can be made."""
        cleaned = super().clean()
        declined = cleaned.get("state") == AccessibleCopyRequest.State.DECLINED
        if declined and not cleaned.get("answer", "").strip():
            self.add_error("answer", _("Say why: the requester reads it."))
        return cleaned

    def save(self, commit: bool = True) -> AccessibleCopyRequest:
        """Store the changes under the lock of the row."""
        if not commit:
            return super().save(commit=False)
        changes = {field: self.cleaned_data[field] for field in FIELDS if field in self.fields}
        self.instance = answer_request(number=self.instance.pk, changes=changes)
        return self.instance


def may_see_to_it() -> Q:
    """Return the condition that an account may see to requests."""
    return Q(is_superuser=True) | Q(
        groups__permissions__codename="change_accessiblecopyrequest",
        groups__permissions__content_type__app_label="publications",
    )


class DueFilter(SimpleListFilter):
    """Open and overdue requests."""

    title = _("due")
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the choices."""
        return [("open", _("Open")), ("overdue", _("Overdue")), ("mine", _("Mine"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Return the requests of the choice."""
        match self.value():
            case "open":
                return queryset.open()
            case "overdue":
                return queryset.overdue()
            case "mine":
                return queryset.open().filter(owner=request.user)
        return queryset


class AccessibleCopyAdmin(RowsAdmin):
    """Requests by due date, state and owner. The requester's address is shown to nobody."""

    model = AccessibleCopyRequest
    menu_label = _("Accessible copies")
    menu_icon = "user"
    menu_order = 225
    add_to_admin_menu = True
    permission_helper_class = CopyRequestPermissions
    url_helper_class = RowURLHelper
    history_view_enabled = False
    inspect_view_enabled = False
    list_display = ("publication_title", "form", "state", "owner", "due", "created_at", "mailed")
    list_filter = (DueFilter, "state", "form", ("owner", RelatedOnlyFieldListFilter), "language")
    list_export = ("publication_title", "form", "state", "due_on", "created_at", "answered_at")
    export_filename = "accessible-copies"
    search_fields = ("publication__title", "words", "note")
    ordering = ("due_on", "pk")
    list_per_page = 50
    edit_handler = ObjectList(
        [
            HelpPanel(
                template="publications/accessible_copies/admin_request.html", heading=_("Request")
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("state"), FieldPanel("owner"), FieldPanel("due_on")]),
                    FieldPanel("answer"),
                    FieldPanel("note"),
                ],
                heading=_("What we do"),
            ),
        ],
        base_form_class=CopyRequestAdminForm,
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        """Read what the list prints at once."""
        return super().get_queryset(request).select_related("publication", "owner")

    def publication_title(self, found: AccessibleCopyRequest) -> str:
        """Return the title of the publication."""
        return found.publication.title

    publication_title.short_description = _("publication")
    publication_title.admin_order_field = "publication__title"

    def due(self, found: AccessibleCopyRequest) -> Any:
        """Return the due date, and say where it has passed."""
        if not found.is_overdue():
            return found.due_on
        return format_html("{} <b>({})</b>", found.due_on.isoformat(), _("overdue"))

    due.short_description = _("due")
    due.admin_order_field = "due_on"

    def mailed(self, found: AccessibleCopyRequest) -> Any:
        """Whether the requester hears of the answer."""
        return _("by mail") if found.tells_by_mail else _("no mail")

    mailed.short_description = _("told")
