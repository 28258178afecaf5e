"""Publications as feeds: RSS 2.0 and Atom (RFC 4287), with the PDF of each entry."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol
from uuid import uuid5

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed
from django.utils.html import strip_tags

from publications.structured_data import absolute
from site_config.days import written_start_of_day
from site_config.shell import shell_for

if TYPE_CHECKING:
    from publications.models.publication import PublicationPage

ITEMS = 20


class FeedPage(Protocol):
    """A page whose publications can be followed: a series, or the list of all."""

    def publications(self, number: int) -> list[Any]:
        """Return the newest publications, with their PDFs."""


def feed_links(title: str, url: str) -> list[dict[str, str]]:
    """Return the feeds that follow a page.

    Args:
        title: the page's name.
        url: its absolute address.
    """
    return [
        {"title": f"{title} (RSS)", "url": f"{url}feed/", "type": "application/rss+xml"},
        {"title": f"{title} (Atom)", "url": f"{url}feed/atom/", "type": "application/atom+xml"},
    ]


class RssFeed(Feed):
    """The newest publications below a page (RSS 2.0)."""

    feed_type = Rss201rev2Feed
    # An identifier of its own names an entry: its address may change with its title.
    item_guid_is_permalink = False

    def __init__(self, page: Any) -> None:
        self.page = page

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Keep the request: every address of the feed is absolute."""
        self.request = request
        self.language = self.page.locale.language_code
        return self.page

    def title(self) -> str:
        """Name the series, or the list, and the portal."""
        return f"{self.page.title} – {shell_for(self.request).full_name}"

    def description(self) -> str:
        """Describe the feed in a sentence; RSS requires one."""
        return self.page.description or strip_tags(self.page.intro) or self.title()

    subtitle = description

    def link(self) -> str:
        """Lead to the page that the feed follows."""
        return self.page.get_full_url(self.request)

    def feed_url(self) -> str:
        """Name the feed's own address, without what a reader's program added to it."""
        below = self.request.path.removeprefix(self.page.get_url(self.request) or "")
        return f"{self.page.get_full_url(self.request)}{below}"

    def feed_guid(self) -> str:
        """Name the feed by an identifier that stays when its address changes."""
        return identifier(self.page)

    def author_name(self) -> str:
        """Name the authority: Atom requires an author for the feed."""
        shell = shell_for(self.request)
        return shell.organisation or shell.full_name

    def items(self) -> list["PublicationPage"]:
        """Return the newest publications."""
        return self.page.publications(ITEMS)

    def item_title(self, item: "PublicationPage") -> str:
        """Return the plain title; the generator escapes it once."""
        return item.title

    def item_description(self, item: "PublicationPage") -> str:
        """Return the text of the publication's card."""
        return item.description

    def item_link(self, item: "PublicationPage") -> str:
        """Return the publication's absolute address."""
        return item.get_full_url(self.request)

    def item_guid(self, item: "PublicationPage") -> str:
        """Return the publication's lasting identifier."""
        return identifier(item)

    def item_pubdate(self, item: "PublicationPage") -> datetime:
        """Return the day of publication as a moment: its beginning in the city's time zone."""
        return written_start_of_day(item.date)

    def item_updateddate(self, item: "PublicationPage") -> datetime:
        """Return the moment at which the page was last published."""
        published = self.item_pubdate(item)
        return max(item.last_published_at or published, published)

    def item_author_name(self, item: "PublicationPage") -> str | None:
        """Return those who made it; the feed's own author stands for publications without."""
        return ", ".join(item.author_names) or None

    def item_enclosures(self, item: "PublicationPage") -> list[Enclosure]:
        """Return the PDF where everybody may read it, so that programs can fetch it."""
        if not item.document_is_public:
            return []
        url = absolute(item.document.url, item, self.request)
        return [Enclosure(url, str(item.document.get_file_size() or 0), "application/pdf")]


class AtomFeed(RssFeed):
    """The same publications as Atom (RFC 4287)."""

    feed_type = Atom1Feed


def identifier(page: Any) -> str:
    """Return a URN that names a page in its language, whatever its address (RFC 9562)."""
    return uuid5(page.translation_key, f"{page.locale.language_code}/").urn
