"""Partners and tiers in the admin."""

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import IndexView as SnippetIndexView
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_modeladmin.options import ModelAdmin, modeladmin_register
from wagtail_modeladmin.views import IndexView

from partners.models import PartnerPage, PartnerTier
from site_config.exports import NeutralExportMixin
from site_config.operational_lists import PageListPermissions, PageRowURLHelper


class TierIndexView(NeutralExportMixin, SnippetIndexView):
    """The list of tiers, with a safe export."""


class PartnerTierViewSet(SnippetViewSet):
    """Tiers by their order."""

    model = PartnerTier
    index_view_class = TierIndexView
    icon = "order"
    menu_label = _("Partner tiers")
    list_display = ["name", "terms", "logo_size", "sort_order"]
    list_filter = ["logo_size"]
    list_export = ["name", "terms", "logo_size", "sort_order", "locale"]
    search_fields = ["name"]


register_snippet(PartnerTierViewSet)


class TermFilter(SimpleListFilter):
    """Partners by the state of their term."""

    title = _("term")
    parameter_name = "term"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Name the states."""
        return [("current", _("Running")), ("past", _("Over")), ("coming", _("Not begun"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep the partners of the chosen state."""
        today = timezone.localdate()
        if self.value() == "current":
            return queryset.current_on(today)
        if self.value() == "past":
            return queryset.past_on(today)
        if self.value() == "coming":
            return queryset.filter(starts_on__gt=today)
        return queryset


class PartnerIndexView(NeutralExportMixin, IndexView):
    """The list of partners, with a safe export."""


class PartnerAdmin(ModelAdmin):
    """All partners with their terms; each row leads to the page's own editor."""

    model = PartnerPage
    index_view_class = PartnerIndexView
    url_helper_class = PageRowURLHelper
    permission_helper_class = PageListPermissions
    history_view_enabled = False
    menu_label = _("Partners")
    menu_icon = "group"
    menu_order = 310
    list_display = ("title", "tier", "starts_on", "ends_on", "locale", "live")
    list_filter = (TermFilter, "locale", "live")
    list_export = (
        "title",
        "tier",
        "starts_on",
        "ends_on",
        "locale",
        "live",
        "website",
        "contact_name",
        "contact_email",
        "contact_phone",
    )
    export_filename = "partners"
    search_fields = ("title", "contact_name")
    ordering = ("title",)
    list_select_related = ("tier", "locale")


modeladmin_register(PartnerAdmin)
