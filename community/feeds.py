"""What the community says in public as feeds: RSS 2.0 and Atom (RFC 4287).

A feed holds what anybody may read at this moment, asked of the database by the querysets of the
search. Who is signed in makes no difference to it: programs that read feeds have no session.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import gettext as _
from django.utils.translation import override

from community.findable import title_of_row, with_target_title
from community.models import Comment, Conversation
from community.policy import can_read_comments
from community.targets import address_of, place_of, target_at, title_of
from site_config.shell import shell_for

ITEMS = 30
# Name of the address for everything, of that for one page or discussion, and the media type.
KINDS = {
    "RSS": ("feed", "target_feed", "application/rss+xml"),
    "Atom": ("atom_feed", "target_atom_feed", "application/atom+xml"),
}


def feed_links(target: Any | None = None) -> list[dict[str, str]]:
    """Return the feeds of what is said about a page or in a discussion, or anywhere.

    Args:
        target: a page that takes comments, or a discussion; nothing for the whole community.
    """
    title = title_of(target) if target is not None else _("All discussions and comments")
    return [
        {
            "kind": kind,
            "title": f"{title} ({kind})",
            "url": _path(kind, target),
            "type": KINDS[kind][2],
        }
        for kind in KINDS
    ]


def feed_addresses(target: Any) -> set[str]:
    """Return the full addresses of all feeds in which comments on a target stand."""
    addresses = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            addresses |= {_path(kind, None) for kind in KINDS}
            addresses |= {_path(kind, target) for kind in KINDS}
    return {settings.WAGTAILADMIN_BASE_URL + address for address in addresses}


class RssFeed(Feed):
    """The newest comments anywhere, or on one page or discussion (RSS 2.0)."""

    feed_type = Rss201rev2Feed
    kind = "RSS"

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the feed.

        Words that are taken back make a feed older, not newer: whether it has changed is told by
        all of it (``ETag``), and by no date.
        """
        response = super().__call__(request, *args, **kwargs)
        del response["Last-Modified"]
        return response

    def get_object(self, request: HttpRequest, kind: str = "", pk: int = 0) -> "Subject":
        """Return what the feed is about.

        Raises:
            Http404: there is no such page or discussion for everybody.
        """
        if not kind:
            return Subject(request, None)
        target = target_at(kind, pk)
        if target is None or not can_read_comments(None, target) or not address_of(target):
            raise Http404(_("There is no such feed."))
        return Subject(request, target)

    def title(self, subject: "Subject") -> str:
        """Name what the feed is about, and the portal."""
        return f"{subject.title} – {shell_for(subject.request).full_name}"

    def description(self, subject: "Subject") -> str:
        """Describe the feed in a sentence; RSS requires one."""
        return _("What is said in public: %(title)s.") % {"title": subject.title}

    subtitle = description

    def link(self, subject: "Subject") -> str:
        """Lead to what the feed is about."""
        return subject.absolute(
            reverse("community:discussions")
            if subject.target is None
            else address_of(subject.target)
        )

    def feed_url(self, subject: "Subject") -> str:
        """Name the feed's own address, without what a reader's program added to it."""
        return subject.absolute(_path(self.kind, subject.target))

    feed_guid = feed_url

    def author_name(self, subject: "Subject") -> str:
        """Name the authority: Atom requires an author for the feed."""
        shell = shell_for(subject.request)
        return shell.organisation or shell.full_name

    def items(self, subject: "Subject") -> list[Comment]:
        """Return the newest public comments, the words that open discussions included."""
        comments = Comment.objects.readable().where_all_may_read()
        if subject.target is not None:
            comments = comments.filter(conversation=Conversation.objects.about(subject.target))
        found = with_target_title(comments).select_related("user").order_by("-pk")[:ITEMS]
        items = list(found.defer("user__password", "user__about"))
        for item in items:
            item.permalink = subject.absolute(reverse("community:comment", args=[item.pk]))
        return items

    def item_title(self, item: Comment) -> str:
        """Return the discussion's title, or who answers where; the generator escapes it once."""
        if item.opens:
            return title_of_row(item)
        return _("%(name)s on “%(title)s”") % {
            "name": item.author_name,
            "title": title_of_row(item),
        }

    def item_description(self, item: Comment) -> str:
        """Return the words as safe HTML; the generator escapes it once."""
        return item.html

    def item_link(self, item: Comment) -> str:
        """Return the permalink, which names the entry too."""
        return item.permalink

    def item_pubdate(self, item: Comment) -> datetime:
        """Return when the words were written."""
        return item.submit_date

    def item_updateddate(self, item: Comment) -> datetime:
        """Return when the words were written, or last changed."""
        return item.edited_at or item.submit_date

    def item_author_name(self, item: Comment) -> str:
        """Return the author's public name."""
        return item.author_name


class AtomFeed(RssFeed):
    """The same comments as Atom (RFC 4287)."""

    feed_type = Atom1Feed
    kind = "Atom"


class Subject:
    """What one feed is about, as one request asks for it."""

    def __init__(self, request: HttpRequest, target: Any | None) -> None:
        self.request = request
        self.target = target

    @property
    def title(self) -> str:
        """The title of the page or discussion, or of everything."""
        return _("All discussions and comments") if self.target is None else title_of(self.target)

    def absolute(self, path: str) -> str:
        """Return the full address of a path of the portal."""
        return self.request.build_absolute_uri(path)


def _path(kind: str, target: Any | None) -> str:
    everywhere, at_target, _media_type = KINDS[kind]
    if target is None:
        return reverse(f"community:{everywhere}")
    return place_of(target).url(at_target)
