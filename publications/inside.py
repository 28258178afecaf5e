"""Search inside one publication: its chapters, and the pages of its PDF."""

from dataclasses import dataclass, field

from django.http import HttpRequest

from publications.chapters import Chapter
from site_config.document_access import is_open_to
from site_config.document_search import PageHit, search_document
from site_config.models import SiteDocument
from site_config.rate_limits import Limit, client_network, count_use
from site_config.searched_words import excerpt, fold, mark, matches, terms

LENGTH_AT_MOST = 200  # characters of a query
PAGES_AT_MOST = 60
# The same count as that of the portal's search: it is one engine that both keep busy.
LIMIT = Limit(times=30, seconds=60)


@dataclass
class Inside:
    """What a reader looks for in a publication, and what is found.

    Attributes:
        words: as they were typed.
        too_long: the query was longer than one can be.
        chapters: the chapters of the HTML edition that have all the words.
        pages: the pages of the PDF that have all the words.
        more: there are more pages than are listed.
    """

    words: str
    too_long: bool = False
    chapters: list[tuple[Chapter, str]] = field(default_factory=list)
    pages: list[PageHit] = field(default_factory=list)
    more: bool = False

    @property
    def found(self) -> int:
        """How many places are listed."""
        return len(self.chapters) + len(self.pages)


def look_inside(
    request: HttpRequest, chapters: list[Chapter], document: SiteDocument | None
) -> Inside:
    """Answer what a reader asks with ``?q=``.

    Args:
        request: of somebody who may read the publication.
        chapters: those of its HTML edition.
        document: its PDF, which may be for fewer people than its page.

    Raises:
        RateLimitedError: this network has searched too often.
    """
    typed = request.GET.get("q", "")
    if len(typed) > LENGTH_AT_MOST:
        return Inside(typed[:LENGTH_AT_MOST], too_long=True)
    asked = Inside(" ".join(typed.split()))
    searched = terms(asked.words)
    if not searched:
        return asked
    count_use("search", client_network(request), LIMIT)
    for chapter in chapters:
        text = f"{chapter.title}. {chapter.text}"
        if all(matches(text, [term]) for term in map(fold, searched)):
            asked.chapters.append((chapter, mark(excerpt(text, searched), searched)))
    if document is not None and is_open_to(request, document):
        pages = search_document(document, asked.words, PAGES_AT_MOST + 1)
        asked.pages, asked.more = pages[:PAGES_AT_MOST], len(pages) > PAGES_AT_MOST
    return asked
