"""What the community itself lets people follow: any page, a discussion, and the city's alerts."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from community.models import Discussion, Subscription
from community.policy import can_read_comments
from community.subscriptions.channels import Channel, Described, Kind, describe_page

# The one channel of the alerts.
ALERTS = Channel("alerts", "city")


def page_channels() -> Kind:
    """Let any public page be followed: its followers hear of changes, and of new pages below."""
    return Kind("page", _("Page"), describe_page, channels_of=_page_above)


def discussion_channels() -> Kind:
    """Let a discussion be followed by its number."""
    return Kind("discussion", _("Discussion"), _describe_discussion)


def alert_channels() -> Kind:
    """Let the alerts of the city be followed."""
    return Kind(ALERTS.kind, _("Alerts"), _describe_alerts, offered=lambda language: [ALERTS.key])


def _page_above(page: Page) -> Iterator[str]:
    parent = page.get_parent()
    key = str(parent.translation_key)
    # Nearly every page stands below another, and few of those are followed.
    if Subscription.objects.filter(kind="page", key=key).exists():
        yield key


def _describe_discussion(key: str, language: str) -> Described | None:
    # More digits than any number of a row has.
    if not key.isdecimal() or not key.isascii() or len(key) > 18:
        return None
    discussion = Discussion.objects.with_wording().filter(pk=key).first()
    if discussion is None or not can_read_comments(None, discussion):
        return None
    with override(language):
        return Described(discussion.wording.title, discussion.get_absolute_url())


def _describe_alerts(key: str, language: str) -> Described | None:
    if key != ALERTS.key:
        return None
    with override(language):
        return Described(
            gettext("Alerts of the city"),
            reverse("alerts:index"),
            gettext("Storms, closed roads, water and power: what cannot wait."),
        )
