"""Partners and tiers in the admin."""

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_modeladmin.options import modeladmin_register

import partners.desk.hooks  # noqa: F401  (what it registers is known by being imported)
from partners.counting import partner_targets
from partners.foot import partners_at_foot
from partners.looking import LOOKED
from partners.media_folders import media_folders
from partners.models import PartnerPage, PartnerTier
from partners.timers import partner_timer
from partners.viewsets import PartnerViewSet, PlacementViewSet
from site_config.foot import FOOT_HOOK
from site_config.media_access import FOLDERS_HOOK
from site_config.operational_lists import PageListPermissions, PageRowURLHelper, RowsAdmin
from site_config.timers import TIMER_HOOK
from site_config.visits import VISIT_TARGET_HOOK


class PartnerTierViewSet(SnippetViewSet):
    """Tiers by their order."""

    model = PartnerTier
    icon = "order"
    menu_label = _("Partner tiers")
    list_display = ["name", "terms", "logo_size", "sort_order"]
    list_filter = ["logo_size"]
    list_export = ["name", "terms", "logo_size", "sort_order", "locale"]
    search_fields = ["name"]


register_snippet(PartnerTierViewSet)
register_snippet(PartnerViewSet)
register_snippet(PlacementViewSet)
hooks.register(VISIT_TARGET_HOOK, partner_targets)
hooks.register(FOOT_HOOK, partners_at_foot)
hooks.register(FOLDERS_HOOK, media_folders)
hooks.register(TIMER_HOOK, partner_timer)


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


class PartnerAdmin(RowsAdmin):
    """All partners with their terms; each row leads to the page's own editor."""

    model = PartnerPage
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


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """Say in a partner's history that somebody has looked at its figures."""
    actions.register_action(LOOKED, _("Look at figures"), _("Looked at the partner’s figures"))
