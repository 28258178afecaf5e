"""The mails that wait, have left or were given up, for those who run the portal."""

from typing import Any

from django.contrib.admin.utils import quote
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, re_path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail_modeladmin.helpers import ButtonHelper
from wagtail_modeladmin.views import InstanceSpecificView

from site_config.models.outbox import OutboxMail
from site_config.operational_lists import ReadOnlyPermissions, RowsAdmin, RowURLHelper
from site_config.outbox import MailHasLeftError, try_mail_again

TRY_AGAIN = "try_again"
TRY_AGAIN_LOGGED = "site_config.try_mail_again"


class OutboxPermissions(ReadOnlyPermissions):
    """Who may have a mail sent again."""

    def user_can_try_again(self, user: Any, mail: OutboxMail) -> bool:
        """Whether the mail could still leave, and this person may change mails."""
        unsent = mail.state in {OutboxMail.State.WAITING, OutboxMail.State.FAILED}
        return unsent and self.user_has_specific_permission(user, self.get_perm_codename("change"))


class OutboxButtons(ButtonHelper):
    """A row's one button."""

    def get_buttons_for_obj(self, obj: OutboxMail, **kwargs: Any) -> list[dict[str, str]]:
        """Offer to try again; the page that follows asks before anything is sent."""
        buttons = super().get_buttons_for_obj(obj, **kwargs)
        if self.permission_helper.user_can_try_again(self.request.user, obj):
            buttons.append(
                {
                    "url": self.url_helper.get_action_url(TRY_AGAIN, quote(obj.pk)),
                    "label": _("Try again"),
                    "classname": self.finalise_classname(["button-secondary"]),
                    "title": _("Try to send this mail again"),
                }
            )
        return buttons


class TryAgainView(InstanceSpecificView):
    """Asks with GET, acts with POST."""

    page_title = gettext_lazy("Try to send a mail again")

    def check_action_permitted(self, user: Any) -> bool:
        """Refuse those who may not change mails, and mails that have left."""
        return self.permission_helper.user_can_try_again(user, self.instance)

    def get_meta_title(self) -> str:
        """Return what the browser's tab says."""
        return str(self.page_title)

    @property
    def action_url(self) -> str:
        """The address that the form is sent to."""
        return self.url_helper.get_action_url(TRY_AGAIN, self.pk_quoted)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Have the mail sent, write down who asked for it, and lead back to the list."""
        try:
            try_mail_again(mail_id=self.instance.pk)
        except MailHasLeftError:
            messages.warning(request, _("This mail had left already; it was not sent again."))
            return redirect(self.index_url)
        # The log outlives the mail, and so names neither its subject nor its mailbox.
        title = _("Mail no. %(number)s") % {"number": self.instance.pk}
        log(instance=self.instance, action=TRY_AGAIN_LOGGED, title=title)
        messages.success(request, _("The mail is tried again now."))
        return redirect(self.index_url)

    def get_template_names(self) -> list[str]:
        """Return the template of the question."""
        return ["site_config/admin/try_mail_again.html"]


class OutboxAdmin(RowsAdmin):
    """Mails by state and day. What they say is between the city and whom it wrote to."""

    model = OutboxMail
    menu_label = gettext_lazy("Outgoing mail")
    menu_icon = "mail"
    menu_order = 820
    add_to_settings_menu = True
    permission_helper_class = OutboxPermissions
    button_helper_class = OutboxButtons
    url_helper_class = RowURLHelper
    list_display = (
        "subject",
        "to",
        "state",
        "attempts",
        "next_attempt",
        "created_at",
        "sent_at",
        "last_error",
    )
    list_filter = ("state", "created_at")
    search_fields = ("to", "subject")
    ordering = ("-created_at",)
    list_per_page = 50
    inspect_view_enabled = False

    def next_attempt(self, mail: OutboxMail) -> Any:
        """Return when a waiting mail is tried again; others are not."""
        return mail.next_attempt_at if mail.state == OutboxMail.State.WAITING else None

    next_attempt.short_description = gettext_lazy("next attempt")
    next_attempt.admin_order_field = "next_attempt_at"

    def try_again_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        """Answer the address of "try again"."""
        return TryAgainView.as_view(model_admin=self, instance_pk=instance_pk)(request)

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        """Return the addresses that there is something to do at: the list and "try again"."""
        return (
            re_path(
                self.url_helper.get_action_url_pattern("index"),
                self.index_view,
                name=self.url_helper.get_action_url_name("index"),
            ),
            re_path(
                self.url_helper.get_action_url_pattern(TRY_AGAIN),
                self.try_again_view,
                name=self.url_helper.get_action_url_name(TRY_AGAIN),
            ),
        )
