"""The rights ledger in the admin: read by staff, written by what happens."""

from typing import Any

from django.contrib.admin.filters import SimpleListFilter
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, re_path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from gallery.access import can_see_ledger, can_take_down
from gallery.holding import tell_missing
from gallery.models import Work
from gallery.rights.hiding import held_back, hide_work, show_work
from gallery.rights.purging import pages_with
from site_config.operational_lists import (
    ReadOnlyPermissions,
    RowsAdmin,
    RowURLHelper,
    RowView,
)

HIDE, SHOW = "hide", "show"


class LedgerPermissions(ReadOnlyPermissions):
    """Who reads the ledger. Nobody writes it by hand."""

    def user_can_list(self, user: Any) -> bool:
        """Whether this person may know who made what."""
        return can_see_ledger(user)

    def user_can_inspect_obj(self, user: Any, obj: Work) -> bool:
        """Whether this person may know who made what."""
        return can_see_ledger(user)


class PartFilter(SimpleListFilter):
    """Works by whether they can be seen."""

    title = gettext_lazy("part")
    parameter_name = "part"
    SHOWN, HIDDEN, GONE = "shown", "hidden", "gone"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Name the parts."""
        return [
            (self.SHOWN, _("In the gallery")),
            (self.HIDDEN, _("Hidden")),
            (self.GONE, _("Removed")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep the works of the chosen part."""
        gone = Q(image__isnull=True, media__isnull=True, external_url="")
        parts = {
            self.SHOWN: ~gone & Q(hidden_at__isnull=True),
            self.HIDDEN: Q(hidden_at__isnull=False),
            self.GONE: gone,
        }
        return queryset.filter(parts[self.value()]) if self.value() in parts else queryset


class WorkView(RowView):
    """One work with its history; a POST hides it or shows it again."""

    page_title = gettext_lazy("Rights")
    row_template = "gallery/admin/work.html"

    def check_action_permitted(self, user: Any) -> bool:
        """Refuse everybody who may not read the ledger, or not hide."""
        may_act = self.request.method != "POST" or can_take_down(user)
        return can_see_ledger(user) and may_act

    def get_page_subtitle(self) -> str:
        """Return which work it is."""
        return str(self.instance)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Hide or show the work."""
        asked = request.POST.get("decision", "")
        if asked == HIDE:
            hide_work(work_id=self.instance.pk, by=request.user)
            messages.success(request, _("Nobody sees it any more. It can be shown again."))
        elif asked == SHOW:
            work = show_work(work_id=self.instance.pk, by=request.user)
            for page in held_back(work):
                tell_missing(request, page, page.what_is_missing())
            messages.success(request, _("Everybody can see it again."))
        else:
            messages.error(request, _("Choose what to do."))
            return self.get(request)
        return redirect(request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the history, the consents, and where the work stands."""
        work = self.instance
        return super().get_context_data(
            changes=work.changes.select_related("by"),
            consents=work.consents.all(),
            requests=work.take_downs.select_related("owner"),
            pages=pages_with(work) if not work.is_gone else [],
            can_hide=can_take_down(self.request.user) and not work.is_gone,
            **kwargs,
        )


class WorkAdmin(RowsAdmin):
    """Every picture and film of the gallery."""

    model = Work
    menu_label = gettext_lazy("Rights ledger")
    menu_icon = "clipboard-list"
    menu_order = 30
    permission_helper_class = LedgerPermissions
    url_helper_class = RowURLHelper
    inspect_view_enabled = True
    inspect_view_class = WorkView
    history_view_enabled = False
    list_display = ("title", "maker", "licence", "origin", "added_at", "hidden_at")
    list_filter = (PartFilter, "origin", "licence")
    search_fields = ("title", "maker", "external_url")
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return all works with what a row prints."""
        return super().get_queryset(request).with_subject()

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        """Return the addresses that there is something to see at."""
        return tuple(
            re_path(
                self.url_helper.get_action_url_pattern(action),
                view,
                name=self.url_helper.get_action_url_name(action),
            )
            for action, view in (("index", self.index_view), ("inspect", self.inspect_view))
        )
