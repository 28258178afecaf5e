"""Assets and documents of partners as staff ask for them, look at them and keep them."""

from typing import Any

from django import forms
from django.contrib.admin.filters import SimpleListFilter
from django.contrib.auth.decorators import permission_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, re_path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.views import CreateView, IndexView

from partners.desk.delivering import accept_asset, send_asset_back
from partners.desk.errors import DeskError
from partners.desk.staff.forms import DocumentForm, RemarkForm
from partners.desk.views.assets import send_private_file
from partners.models import DeskAsset, DeskDocument, DeskFile
from site_config.operational_lists import RowsAdmin, RowURLHelper, RowView

ACCEPT, SEND_BACK = "accept", "send_back"
LOOK = "partners.change_deskasset"
# Not Wagtail's chooser: it asks for the right to see partnerships, with their terms and people.
CHOOSE_PARTNER = FieldPanel("partner", widget=forms.Select)


class AssetPermissions(PermissionHelper):
    """Who works with assets."""

    def user_can_inspect_obj(self, user: Any, obj: DeskAsset) -> bool:
        """Whether this person looks at deliveries."""
        return user.has_perm(LOOK)


class PartFilter(SimpleListFilter):
    """Parts of the list; what is still to be done is shown where nothing is chosen."""

    title = gettext_lazy("part")
    parameter_name = "part"
    OVERDUE, ALL = "overdue", "all"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Name the parts besides the first."""
        return [(self.OVERDUE, _("Overdue")), *DeskAsset.State.choices, (self.ALL, _("All"))]

    def choices(self, changelist: IndexView) -> Any:
        """Offer what is to be done first, in the place of "all"."""
        for number, choice in enumerate(super().choices(changelist)):
            yield choice | {"display": _("To be done")} if number == 0 else choice

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep the assets of the chosen part."""
        if self.value() == self.ALL:
            return queryset
        if self.value() == self.OVERDUE:
            return queryset.overdue(timezone.localdate())
        if self.value() in DeskAsset.State.values:
            return queryset.filter(state=self.value())
        return queryset.exclude(state=DeskAsset.State.ACCEPTED)


class AssetView(RowView):
    """One asset with its files; a POST accepts it or sends it back."""

    page_title = gettext_lazy("Asset")
    row_template = "partners/admin/asset.html"
    form: RemarkForm | None = None

    def check_action_permitted(self, user: Any) -> bool:
        """Refuse everybody who does not look at deliveries."""
        return user.has_perm(LOOK)

    def get_page_subtitle(self) -> str:
        """Return its title."""
        return self.instance.title

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what a button stands for, and say what was done."""
        try:
            done = self._act(request.POST.get("decision", ""))
        except DeskError as refusal:
            messages.error(request, str(refusal))
            return redirect(request.path)
        if not done:
            messages.error(request, _("Nothing was done: check the form."))
            return self.get(request)
        messages.success(request, done)
        return redirect(request.path)

    def _act(self, asked: str) -> str:
        """Return what the person is told; nothing where the form has to be filled in again."""
        if asked == ACCEPT:
            accept_asset(asset_id=self.instance.pk)
            return _("Accepted, and the partner is told.")
        if asked == SEND_BACK:
            self.form = RemarkForm(self.request.POST)
            if self.form.is_valid():
                remark = self.form.cleaned_data["remark"]
                send_asset_back(asset_id=self.instance.pk, remark=remark)
                return _("Sent back, and the partner is told what to change.")
        return ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the files and the form."""
        files = self.instance.files.select_related("sent_by")
        return super().get_context_data(files=files, form=self.form or RemarkForm(), **kwargs)


class DeskAssetAdmin(RowsAdmin):
    """Assets by the day on which they are due: what is overdue comes first."""

    model = DeskAsset
    menu_label = gettext_lazy("Assets of partners")
    menu_icon = "upload"
    menu_order = 200
    permission_helper_class = AssetPermissions
    url_helper_class = RowURLHelper
    inspect_view_enabled = True
    inspect_view_class = AssetView
    history_view_enabled = False
    list_display = ("title", "partner", "due", "state", "delivered_at")
    list_filter = (PartFilter,)
    search_fields = ("title", "partner__name")
    ordering = ("due_on",)
    edit_handler = ObjectList(
        [CHOOSE_PARTNER, FieldPanel("title"), FieldPanel("wanted"), FieldPanel("due_on")]
    )
    list_per_page = 30

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return all assets with what a row prints."""
        return super().get_queryset(request).select_related("partner")

    def due(self, asset: DeskAsset) -> str:
        """Return the day by which it is due, and say so where that is over."""
        day = date_format(asset.due_on, "DATE_FORMAT")
        if asset.is_overdue:
            return format_html('<strong class="portal-late">{}: {}</strong>', _("Overdue"), day)
        return day

    due.short_description = gettext_lazy("due on")
    due.admin_order_field = "due_on"


class DocumentPermissions(PermissionHelper):
    """Documents are added and removed; another version is another document."""

    def user_can_edit_obj(self, user: Any, obj: DeskDocument) -> bool:
        """Offer no form."""
        return False


class AddDocumentView(CreateView):
    """Adds a document; there is no form to lead to afterwards."""

    def get_success_message_buttons(self, instance: DeskDocument) -> list[Any]:
        """Return nothing."""
        return []


class DeskDocumentAdmin(RowsAdmin):
    """Documents by the day on which they were added."""

    model = DeskDocument
    menu_label = gettext_lazy("Documents for partners")
    menu_icon = "doc-full"
    menu_order = 300
    permission_helper_class = DocumentPermissions
    create_view_class = AddDocumentView
    url_helper_class = RowURLHelper
    history_view_enabled = False
    list_display = ("title", "partner", "name", "added_at")
    search_fields = ("title", "partner__name", "name")
    list_per_page = 30
    edit_handler = ObjectList(
        [CHOOSE_PARTNER, FieldPanel("title"), FieldPanel("file")],
        base_form_class=DocumentForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return all documents with what a row prints."""
        return super().get_queryset(request).select_related("partner")

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        """Return the addresses that there is something to do at."""
        return tuple(
            re_path(
                self.url_helper.get_action_url_pattern(action),
                view,
                name=self.url_helper.get_action_url_name(action),
            )
            for action, view in (
                ("index", self.index_view),
                ("create", self.create_view),
                ("delete", self.delete_view),
            )
        )


@require_safe
@permission_required(LOOK, login_url="account_login", raise_exception=True)
def staff_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a delivered file to whoever looks at deliveries.

    Raises:
        Http404: there is no such file.
    """
    return send_private_file(get_object_or_404(DeskFile.all_partners, pk=pk))
