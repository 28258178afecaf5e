"""What followers were told, how far the telling has come, and what became of the mails."""

from typing import Any

from django.template.loader import render_to_string
from django.urls import URLPattern, re_path
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from community.models import Broadcast
from community.subscriptions.channels import Channel, describe
from community.subscriptions.figures import progress_of
from site_config.operational_lists import ReadOnlyPermissions, RowsAdmin, RowURLHelper


class BroadcastAdmin(RowsAdmin):
    """Broadcasts, the newest first. Nobody's address is shown: there are figures alone."""

    model = Broadcast
    menu_label = _("Mails to followers")
    menu_icon = "mail"
    menu_order = 821
    add_to_settings_menu = True
    permission_helper_class = ReadOnlyPermissions
    url_helper_class = RowURLHelper
    list_display = ("title", "channels", "made_at", "progress", "figures")
    list_filter = ("made_at",)
    search_fields = ("title",)
    ordering = ("-made_at", "-pk")
    list_per_page = 20
    inspect_view_enabled = False

    def get_queryset(self, request: Any) -> Any:
        """Return the broadcasts with their parts."""
        return super().get_queryset(request).prefetch_related("parts")

    def channels(self, broadcast: Broadcast) -> str:
        """Return whose followers are told."""
        found = {Channel(part.kind, part.key) for part in broadcast.parts.all()}
        described = (describe(channel, get_language()) for channel in sorted(found))
        return ", ".join(one.title for one in described if one)

    channels.short_description = _("followers of")

    def progress(self, broadcast: Broadcast) -> SafeString:
        """Return a bar with its figure in words."""
        context = {"percent": progress_of(broadcast), "broadcast": broadcast}
        return SafeString(render_to_string("community/admin/broadcast_progress.html", context))

    progress.short_description = _("progress")

    def figures(self, broadcast: Broadcast) -> SafeString:
        """Return what became of the mails."""
        context = {"figures": broadcast.figures()}
        return SafeString(render_to_string("community/admin/broadcast_numbers.html", context))

    figures.short_description = _("mails")

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        """Return the one address that there is something to see at: the list."""
        return (
            re_path(
                self.url_helper.get_action_url_pattern("index"),
                self.index_view,
                name=self.url_helper.get_action_url_name("index"),
            ),
        )
