"""The cover of a publication: a chosen picture, the first page of its PDF, or a drawn one."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path, re_path
from wagtail_localize.fields import SynchronizedField

from publications.covers.drawing import CoverWords
from publications.covers.responses import (
    cover_picture_response,
    cover_response,
    first_page_response,
)
from site_config.document_access import in_open_collections, is_open_to
from site_config.models import SiteDocument
from site_config.models.pages import SharedPicture
from site_config.pdf.child import LARGE, SHARED, SHARED_SIZE


class CoverMixin(models.Model):
    """A publication with its cover. The listing picture goes before all others."""

    cover_from_pdf = models.BooleanField(
        _("where no cover is chosen"),
        choices=[
            (True, _("The first page of the PDF is the cover")),
            (False, _("The portal draws a cover")),
        ],
        default=True,
        # Publications that code stores which doesn't know this field keep the cover they had.
        db_default=False,
        blank=True,
        help_text=_(
            "Until the PDF has been read, and where it can't be, the drawn cover stands. Choose it"
            " also where the first page is no cover, such as small type on white."
        ),
    )

    cover_panels: ClassVar[list[Any]] = [
        FieldPanel(
            "listing_image",
            heading=_("Cover"),
            help_text=_("Upright, at least 840 pixels wide. It goes before what is chosen below."),
        ),
        FieldPanel(
            "listing_image_alt",
            heading=_("What the cover shows"),
            help_text=_("For people who can't see it: its picture and the words printed on it."),
        ),
        FieldPanel("cover_from_pdf", widget=forms.RadioSelect),
    ]
    cover_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("cover_from_pdf", overridable=False)
    ]

    class Meta:
        abstract = True

    if TYPE_CHECKING:
        document: SiteDocument | None
        document_id: int | None

    @property
    def cover_alt(self) -> str:
        """The words for those who can't see the cover, where no title stands beside it."""
        if self.listing_image:
            return self.picture_alt
        return gettext("Cover: %(title)s") % {"title": self.title}

    # The first page of the PDF ---------------------------------------------------------------

    @cached_property
    def document_is_public(self) -> bool:
        """Whether the PDF lies in a collection for everybody; ``with_document()`` knows already."""
        return in_open_collections().filter(pk=self.document_id).exists()

    @property
    def shows_first_page(self) -> bool:
        """Whether the first page of the PDF is its cover, where no picture was chosen.

        It is one document for all readers, so that of a PDF that is for some is not shown.
        """
        if not self.cover_from_pdf or self.document is None or not self.document.has_first_page:
            return False
        return self.document_is_public

    def first_page_file(self, name: str = LARGE) -> str:
        """Return where below the publication's address a picture of the first page is.

        Args:
            name: one of `site_config.pdf.child.PICTURES` that there is.
        """
        version = self.document.first_page_version if self.document else ""
        return f"cover-{version}-{name}" if version else "cover.jpg"

    @property
    def shared_picture(self) -> SharedPicture | None:
        """The whole first page in the wide shape of a shared link, where it is the cover."""
        if self.listing_image or not self.shows_first_page:
            return None
        if SHARED not in self.document.first_page_names():
            return None
        url = f"{self.full_url}{self.first_page_file(SHARED)}"
        return SharedPicture(url, *SHARED_SIZE, self.cover_alt)

    # The drawn cover -------------------------------------------------------------------------

    @property
    def cover_url(self) -> str:
        """The address of the drawn cover."""
        return f"{self.url or '/'}cover.svg"

    @property
    def cover_words(self) -> CoverWords:
        """The words on the drawn cover.

        Raises:
            NotImplementedError: a kind of publication did not say which.
        """
        raise NotImplementedError

    # Addresses; see `publications.views.cover` -----------------------------------------------

    @path("cover.svg/", name="cover")
    def cover(self, request: HttpRequest) -> HttpResponse:
        """Serve the drawn cover."""
        return cover_response(self.cover_words)

    @path("cover.png/", name="cover_picture")
    def cover_picture(self, request: HttpRequest) -> HttpResponse:
        """Serve the drawn cover in pixels, for programs that show no SVG."""
        return cover_picture_response(self.cover_words)

    @path("cover.jpg/", name="first_page")
    def first_page(self, request: HttpRequest) -> HttpResponse:
        """Serve the first page of the PDF, or lead to the drawn cover where there is none."""
        if not self._has_first_page_for(request):
            return HttpResponseRedirect(self.cover_url)
        return first_page_response(request, self.document, LARGE, lasting=False)

    @re_path(r"^cover-([0-9a-f]{12})-([a-z]+\.[a-z]+)/$", name="first_page_version")
    def first_page_of_version(self, request: HttpRequest, version: str, name: str) -> HttpResponse:
        """Serve one picture of the first page; lead on where there is another file meanwhile."""
        if not self._has_first_page_for(request):
            return HttpResponseRedirect(self.cover_url)
        if version != self.document.first_page_version:
            return HttpResponseRedirect(f"{self.url}{self.first_page_file()}")
        return first_page_response(request, self.document, name, lasting=True)

    def _has_first_page_for(self, request: HttpRequest) -> bool:
        document = self.document
        return document is not None and document.has_first_page and is_open_to(request, document)

    @property
    def cover_paths(self) -> list[str]:
        """Name what shared caches keep of the covers."""
        names = self.document.first_page_names() if self.document else {}
        kept = [f"/{self.first_page_file(name)}" for name in names]
        return ["/cover.svg", "/cover.png", "/cover.jpg", *kept]
