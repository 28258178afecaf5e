"""What changes on a campaign, a project or among the promises, as RSS 2.0 and Atom (RFC 4287)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from campaigns.days import start_of_day
from site_config.shell import shell_for

ITEMS = 30
# Name of the file beside the page, its media type, and the name readers know.
KINDS = {
    "changes.rss": ("application/rss+xml", "RSS"),
    "changes.atom": ("application/atom+xml", "Atom"),
}


class Change(NamedTuple):
    """One dated change, as a feed prints it.

    Attributes:
        key: names the change; the same in every reading.
        day: the city's day on which it was made known.
        title: what has changed.
        text: more about it, as plain text or HTML.
        url: the path where it is read.
    """

    key: str
    day: date
    title: str
    text: str
    url: str


def change_feed_links(page: Any, request: HttpRequest | None) -> list[dict[str, str]]:
    """Return the feeds of a page for its head and for readers; none for an unplaced draft."""
    url = page.get_full_url(request)
    if not url:
        return []
    return [
        {
            "title": f"{page.title} ({name})",
            "name": name,
            "url": f"{url}{file}",
            "type": media_type,
        }
        for file, (media_type, name) in KINDS.items()
    ]


def changes_of_updates(page: Any) -> list[Change]:
    """Return the dated updates of a campaign or a project, the latest first."""
    return [
        Change(
            f"{page.translation_key} {update.translation_key}",
            update.date,
            update.title,
            update.text,
            f"{page.url}#{update.anchor}",
        )
        for update in page.latest_updates[:ITEMS]
    ]


def changes_of_steps(steps: Iterable[Any]) -> list[Change]:
    """Return steps of promises, each with its promise already read."""
    return [
        Change(
            f"{step.commitment.translation_key} {step.translation_key}",
            step.date,
            _("%(state)s: %(title)s")
            % {"state": step.get_state_display(), "title": step.commitment.title},
            step.words,
            step.commitment.url or "",
        )
        for step in steps
    ]


class RssFeed(Feed):
    """The changes of one page (RSS 2.0)."""

    feed_type = Rss201rev2Feed
    item_guid_is_permalink = False

    def __init__(self, page: Any, file: str) -> None:
        self.page = page
        self.file = file

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Keep the request: every address of the feed is absolute."""
        self.request = request
        self.language = self.page.locale.language_code
        return self.page

    def title(self) -> str:
        """Name the page."""
        return self.page.title

    def link(self) -> str:
        """Return the address of the page."""
        return self.page.get_full_url(self.request)

    def feed_url(self) -> str:
        """Return the feed's own address, without what a reader's program added to it."""
        return f"{self.link()}{self.file}"

    def author_name(self) -> str:
        """Name the authority: Atom requires an author for the feed."""
        shell = shell_for(self.request)
        return shell.organisation or shell.full_name

    def feed_guid(self) -> str:
        """Name the feed for good, whatever its address."""
        return self.page.translation_key.urn

    def description(self) -> str:
        """Say what the page is about."""
        return self.page.description or self.page.title

    subtitle = description

    def items(self) -> list[Change]:
        """Return the latest changes."""
        return self.page.dated_changes()[:ITEMS]

    def item_title(self, item: Change) -> str:
        """Return what has changed."""
        return item.title

    def item_description(self, item: Change) -> str:
        """Return more about it in plain words."""
        return strip_tags(item.text)

    def item_link(self, item: Change) -> str:
        """Return the full address at which it is read."""
        return self.request.build_absolute_uri(item.url)

    def item_guid(self, item: Change) -> str:
        """Name the change for good."""
        return uuid5(UUID(str(self.page.translation_key)), item.key).urn

    def item_pubdate(self, item: Change) -> datetime:
        """Return the beginning of its day."""
        return start_of_day(item.day)

    item_updateddate = item_pubdate


class AtomFeed(RssFeed):
    """The same as Atom (RFC 4287)."""

    feed_type = Atom1Feed


def feed_of(page: Any, file: str) -> RssFeed:
    """Return the feed of a page in the kind that its file's name tells."""
    return (AtomFeed if file.endswith(".atom") else RssFeed)(page, file)
