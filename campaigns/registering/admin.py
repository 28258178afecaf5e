"""Who comes: the list for those who open the door."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from campaigns.models import EventRegistration
from campaigns.registering.filters import EventFilter
from site_config.operational_lists import ReadOnlyPermissions, RowsAdmin, RowURLHelper


class RegistrationPermissions(ReadOnlyPermissions):
    """People register, and cancel, by themselves."""


class EventRegistrationAdmin(RowsAdmin):
    """Registrations by event, date and state."""

    model = EventRegistration
    menu_label = _("Registrations")
    menu_icon = "calendar-check"
    menu_order = 710
    add_to_admin_menu = True
    permission_helper_class = RegistrationPermissions
    url_helper_class = RowURLHelper
    history_view_enabled = False
    list_display = ("name", "event", "day", "state", "email", "confirmed_at")
    list_filter = (EventFilter, "state", "day", "language")
    list_export = ("event", "day", "name", "email", "state", "language", "confirmed_at")
    export_filename = "registrations"
    search_fields = ("name", "email", "event__title")
    list_per_page = 100
    inspect_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> Any:
        """Leave out what nobody confirmed, and read the events of the others at once."""
        rows = super().get_queryset(request).select_related("event").exclude(state="unconfirmed")
        return rows.order_by("-day", "state", "confirmed_at")
