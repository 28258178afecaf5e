"""How a publication is read: chapter by chapter, page by page, and by looking for words."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import StreamField
from wagtail.search import index

from publications.chapters import Chapter, ChapterBlock, around, chapters_of
from publications.inside import LENGTH_AT_MOST, look_inside
from site_config.rate_limits import RateLimitedError, too_many_requests

# Seconds. What was searched may change with the next file.
FRESH_SECONDS = 60


class ReadingMixin(models.Model):
    """A publication with an HTML edition and a search box."""

    chapters = StreamField(
        [("chapter", ChapterBlock())],
        verbose_name=_("HTML edition"),
        blank=True,
        default="",
        # For a portal whose earlier version still runs while this column is made.
        db_default=models.Value("[]"),
        help_text=_(
            "The text for reading on the portal, chapter by chapter: for phones, screen readers"
            " and everybody who would rather not open a PDF."
        ),
    )

    reading_panels: ClassVar[list[Any]] = [FieldPanel("chapters")]
    reading_search_fields: ClassVar[list[Any]] = [index.SearchField("chapters")]

    class Meta:
        abstract = True

    @cached_property
    def online_edition(self) -> list[Chapter]:
        """The chapters with their addresses."""
        return chapters_of(self.chapters, self.url or "/")

    @property
    def pdf_pages(self) -> int | None:
        """How many pages the PDF has: as the portal counted, else as staff say.

        The file knows best, and another may take its place at any time.
        """
        counted = self.document.page_count if self.document else None
        return counted or self.pages

    @property
    def lacks_access(self) -> bool:
        """Whether people who need assistive technology have no way to read it.

        One that is too large to be looked into counts as one: long scans are. Where the PDF has
        not been read yet, nobody knows, and nothing is claimed.
        """
        if self.document is None or self.chapters:
            return False
        return self.document.is_too_large or self.document.is_accessible is False

    @path("read/", name="edition")
    def first_chapter(self, request: HttpRequest) -> HttpResponse:
        """Lead to the first chapter.

        Raises:
            Http404: there is no HTML edition.
        """
        chapter = around(self.online_edition, 1)["chapter"]
        return HttpResponseRedirect(chapter.url)

    @path("read/all/", name="whole_edition")
    def whole_edition(self, request: HttpRequest) -> HttpResponse:
        """Show all chapters on one page, for printing and for searching in it.

        Raises:
            Http404: there is no HTML edition.
        """
        around(self.online_edition, 1)
        url = f"{self.get_full_url(request) or '/'}read/all/"
        return self.render(
            request,
            context_overrides={
                "canonical_url": url,
                "crumb_title": _("All chapters on one page"),
            },
            template="publications/whole_edition.html",
        )

    @path("read/<int:number>/", name="chapter")
    def chapter(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show one chapter.

        Raises:
            Http404: there is no such chapter.
        """
        url = f"{self.get_full_url(request) or '/'}read/{number}/"
        found = around(self.online_edition, number)
        return self.render(
            request,
            context_overrides=found
            | {"canonical_url": url, "crumb_title": self.chapters[number - 1].value["title"]},
            template="publications/chapter_page.html",
        )

    @path("inside/", name="inside")
    def inside(self, request: HttpRequest) -> HttpResponse:
        """Show where in the publication the words of ``?q=`` stand."""
        try:
            asked = look_inside(request, self.online_edition, self.document)
        except RateLimitedError as error:
            return too_many_requests(request, error.retry_after)
        response = self.render(
            request,
            context_overrides={
                "asked": asked,
                "length_at_most": LENGTH_AT_MOST,
                "crumb_title": _("Search inside"),
                "canonical_url": f"{self.get_full_url(request) or '/'}inside/",
            },
            template="publications/inside_page.html",
        )
        if asked.too_long:
            response.status_code = 400
        elif not getattr(request, "is_preview", False):
            response["Cache-Control"] = f"public, max-age={FRESH_SECONDS}"
        return response

    def edition_paths(self) -> list[str]:
        """Name what shared caches keep of the edition."""
        if not self.chapters:
            return []
        return ["/read/all/", *(f"/read/{chapter.number}/" for chapter in self.online_edition)]
