"""What the admin's first page and menu say of alerts to those who publish them."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem

from site_config.alerts.desk import RIGHT
from site_config.models.alerts import AlertVersion
from site_config.welcome import Step


def alert_steps(person: AbstractUser) -> Iterator[Step]:
    """Tell what warns now and what is only written, and lead to a new alert."""
    if not person.has_perm(RIGHT):
        return
    for version in AlertVersion.objects.running(timezone.now()).with_words():
        text = _("On every page now: “%(headline)s”") % {"headline": version}
        yield Step(text, reverse("portal_alert", args=[version.alert.uid]), "warning", urgent=True)
    for draft in AlertVersion.objects.drafts().with_words():
        text = _("Not published yet: “%(headline)s”") % {"headline": draft}
        yield Step(text, reverse("portal_alert", args=[draft.alert.uid]), "edit", urgent=True)
    yield Step(_("Write an alert"), reverse("portal_alert_new"), "warning")


class AlertMenuItem(MenuItem):
    """The menu's way to the alerts."""

    def __init__(self) -> None:
        super().__init__(
            gettext_lazy("Alerts"),
            reverse("portal_alerts"),
            name="alerts",
            icon_name="warning",
            order=60,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """Offer it to those who may publish them."""
        return request.user.has_perm(RIGHT)
