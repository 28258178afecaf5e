"""Alerts as feeds: RSS 2.0 for readers, and an Atom feed that leads to CAP messages."""

from datetime import datetime
from typing import Any
from uuid import uuid5

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from site_config.alerts.cap import MEDIA_TYPE
from site_config.alerts.showing import fresh_until
from site_config.models.alert_terms import Category, Level, Message
from site_config.models.alerts import AlertVersion
from site_config.shell import shell_for

ITEMS = 20
# Machines read the names of the CAP feed; its messages hold all languages.
CAP_FEED_LANGUAGE = "en"


class AlertFeed(Feed):
    """The newest versions of all alerts: each update is news."""

    item_guid_is_permalink = False

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer, and let no copy outlive what it says."""
        request.alerts_until = fresh_until(timezone.now())
        return super().__call__(request, *args, **kwargs)

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Keep the request: every address of the feed is absolute."""
        self.request = request

    def title(self) -> str:
        """Name the list and the portal."""
        return f"{_('Alerts of the city')} – {shell_for(self.request).full_name}"

    def description(self) -> str:
        """Describe the feed in a sentence; RSS requires one."""
        return _("Storms, closed roads, water and power: what cannot wait.")

    subtitle = description

    def link(self) -> str:
        """Lead to the list."""
        return self.request.build_absolute_uri(reverse("alerts:index"))

    def feed_url(self) -> str:
        """Name the feed's own address, without what a reader's program added to it."""
        return self.request.build_absolute_uri(self.request.path)

    def author_name(self) -> str:
        """Name the authority."""
        shell = shell_for(self.request)
        return shell.organisation or shell.full_name

    def items(self) -> list[AlertVersion]:
        """Return the newest versions that have taken effect."""
        told = AlertVersion.objects.in_force(timezone.now()).with_words()
        return list(told.order_by("-starts_at", "-pk")[:ITEMS])

    def item_title(self, item: AlertVersion) -> str:
        """Return level and headline; of a cancellation, that it is over."""
        level = Level(item.level).title
        if item.message == Message.CANCEL:
            level = pgettext("an alert", "Over")
        return f"{level}: {item.words().headline}"

    def item_description(self, item: AlertVersion) -> str:
        """Return what has changed, what happens and what to do."""
        words = item.words()
        return "\n".join(part for part in (words.note, words.text, words.instruction) if part)

    def item_link(self, item: AlertVersion) -> str:
        """Return the absolute address of the alert."""
        return self.request.build_absolute_uri(reverse("alerts:alert", args=[item.alert.uid]))

    def item_guid(self, item: AlertVersion) -> str:
        """Return a lasting name of the message, in its language (RFC 9562)."""
        return uuid5(item.alert.uid, f"{item.number}/{item.words().language}").urn

    def item_pubdate(self, item: AlertVersion) -> datetime:
        """Return when it took effect."""
        return item.starts_at

    def item_updateddate(self, item: AlertVersion) -> datetime:
        """Return the same: a version never changes."""
        return item.starts_at

    def item_categories(self, item: AlertVersion) -> list[str]:
        """Return what it is about, and how bad it is."""
        return [str(Category(item.category).label), Level(item.level).title]


class RssFeed(AlertFeed):
    """The same as RSS 2.0."""

    feed_type = Rss201rev2Feed


class CapAtom(Atom1Feed):
    """Atom whose entries lead to their CAP messages (RFC 4287 §4.2.7)."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Write the entry, and where its message lies."""
        super().add_item_elements(handler, item)
        attributes = {"rel": "related", "type": MEDIA_TYPE, "href": item["cap_url"]}
        handler.addQuickElement("link", "", attributes)


class CapFeed(AlertFeed):
    """All messages, each as CAP 1.2."""

    feed_type = CapAtom

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer everybody in one language, since the messages hold all of them."""
        with override(CAP_FEED_LANGUAGE):
            return super().__call__(request, *args, **kwargs)

    def item_extra_kwargs(self, item: AlertVersion) -> dict[str, Any]:
        """Add where the message lies."""
        address = reverse("alerts_cap", args=[item.alert.uid, item.number])
        return {"cap_url": self.request.build_absolute_uri(address)}
