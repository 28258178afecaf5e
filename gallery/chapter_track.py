"""The chapters of a film as a track of its player (W3C WebVTT §6.4, chapter cues)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

if TYPE_CHECKING:
    from gallery.models.chapters import VideoChapter

ROUTE = "chapters/"
# Until when the last chapter of a film lasts whose length nobody knows, in seconds.
WITHOUT_END = 100 * 3600 - 1
ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": " ", "\r": " "})


def write_chapters(chapters: Iterable["VideoChapter"], duration: float | None) -> str:
    """Return chapters as WebVTT: each lasts until the next one begins.

    Args:
        chapters: by time, each at a moment of its own.
        duration: the film's, in seconds; nothing where it isn't known.
    """
    rows = list(chapters)
    ends = [row.start for row in rows[1:]] + [duration or WITHOUT_END]
    cues = [
        f"{_moment(row.start)} --> {_moment(end)}\n{row.title.translate(ESCAPED).strip()}\n"
        for row, end in zip(rows, ends, strict=True)
        if end > row.start
    ]
    return "\n".join(["WEBVTT\n", *cues])


class ChapterTrackMixin(RoutablePageMixin):
    """A page of a film that gives its chapters to players, at an address of its own.

    It is served as the page is: to nobody while it is a draft, to those alone for whom a
    restricted page is meant, and from the same caches.
    """

    class Meta:
        abstract = True

    @property
    def chapters_url(self) -> str:
        """The track's address; empty where there is none, or nobody could read it."""
        if not (self.live and self.video and self.shown_chapters):
            return ""
        return f"{self.url}{ROUTE}" if self.url else ""

    @path(ROUTE, name="chapters")
    def chapter_track(self, request: HttpRequest) -> HttpResponse:
        """Send the chapters.

        Raises:
            Http404: the film has none.
        """
        if not (self.video and self.shown_chapters):
            raise Http404(gettext("This film has no chapters."))
        words = write_chapters(self.shown_chapters, self.video.duration)
        return HttpResponse(words, content_type="text/vtt; charset=utf-8")

    def get_cached_paths(self) -> list[str]:
        """Name the track beside the page, so that caches forget both."""
        return [*super().get_cached_paths(), f"/{ROUTE}"]


def _moment(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"
