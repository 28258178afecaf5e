"""The messages that people sent, for those who answer them."""

from typing import Any

from django.contrib.admin.filters import RelatedOnlyFieldListFilter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail_modeladmin.helpers import PermissionHelper

from home.models import ContactSubmission
from site_config.operational_lists import RowsAdmin, RowURLHelper


class MessagePermissions(PermissionHelper):
    """Messages come from visitors; nobody writes one in the admin."""

    def user_can_create(self, user: Any) -> bool:
        """Offer no button to add a message."""
        return False


class ContactSubmissionAdmin(RowsAdmin):
    """Messages by state, page and day; each can be read, and its state and note be changed."""

    model = ContactSubmission
    menu_label = _("Messages")
    menu_icon = "mail"
    menu_order = 700
    add_to_admin_menu = True
    permission_helper_class = MessagePermissions
    url_helper_class = RowURLHelper
    history_view_enabled = False
    list_display = ("receipt", "state", "sender", "page", "submit_time")
    # Of all pages those alone to which somebody has written.
    list_filter = ("state", ("page", RelatedOnlyFieldListFilter), "language", "submit_time")
    list_export = ("receipt", "state", "sender", "page", "language", "submit_time", "words", "note")
    export_filename = "messages"
    search_fields = ("receipt", "sender")
    list_per_page = 50
    inspect_view_enabled = True
    inspect_view_fields = (
        "receipt",
        "state",
        "sender",
        "page",
        "language",
        "submit_time",
        "words",
        "note",
    )
    panels = [
        HelpPanel(template="home/admin/message.html", heading=_("Message")),
        MultiFieldPanel([FieldPanel("state"), FieldPanel("note")], heading=_("What we do")),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Read the pages of all messages at once."""
        return super().get_queryset(request).select_related("page")
