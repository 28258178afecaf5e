"""What an issue and a book have in common."""

from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from community.models import CommentablePageMixin
from partners.models import PlacementKind
from partners.placing import PartnersBesideMixin
from publications.blocks import AuthorBlock, ContentsEntryBlock
from publications.citing.routes import CitableMixin
from publications.fields import LanguagesField
from publications.forms import PublicationPageForm
from publications.languages import language_names
from publications.metadata import meta_tags
from publications.models.covers import CoverMixin
from publications.models.downloads import DownloadsMixin
from publications.models.publication_queries import PublicationManager
from publications.models.reading import ReadingMixin
from publications.models.supplements import SupplementsMixin
from site_config.document_reading_panel import DocumentReadingPanel
from site_config.models import SiteDocument
from site_config.models.pages import BasePage

NEIGHBOURS_ON_SHELF = 5


class PublicationPage(
    ReadingMixin,
    CoverMixin,
    CommentablePageMixin,
    SupplementsMixin,
    CitableMixin,
    DownloadsMixin,
    RoutablePageMixin,
    PartnersBesideMixin,
    BasePage,
):
    """Something to read, with its cover and its PDF."""

    placement_kind = PlacementKind.PUBLICATION

    date = models.DateField(
        _("date of publication"),
        default=timezone.localdate,
        help_text=_("The day that is printed on it, or on which it appeared."),
    )
    authors = StreamField(
        [("author", AuthorBlock())],
        verbose_name=_("authors"),
        blank=True,
        help_text=_("In the order of the title page."),
    )
    languages = LanguagesField(
        _("languages"), help_text=_("All languages that it has longer texts in.")
    )
    document = models.ForeignKey(
        SiteDocument,
        verbose_name=_("PDF"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The file that readers open and download."),
    )
    pages = models.PositiveSmallIntegerField(
        _("pages of the PDF"),
        null=True,
        blank=True,
        help_text=_("Leave empty: the portal counts them when you save."),
    )
    printed_pages = models.PositiveSmallIntegerField(
        _("pages in print"),
        null=True,
        blank=True,
        help_text=_("Only where the printed edition has another number of pages than the PDF."),
    )
    contents = StreamField(
        [("entry", ContentsEntryBlock())],
        verbose_name=_("contents"),
        blank=True,
        help_text=_("Articles or chapters. Each title opens the PDF on its page."),
    )

    objects = PublicationManager()

    base_form_class = PublicationPageForm
    card_template: ClassVar[str] = "publications/includes/cover_card.html"
    og_type: ClassVar[str] = "article"

    file_panels = [
        FieldPanel("document"),
        DocumentReadingPanel("document"),
        FieldRowPanel(
            [FieldPanel("pages"), FieldPanel("printed_pages")], heading=_("Number of pages")
        ),
        FieldPanel("contents"),
        *SupplementsMixin.supplement_panels,
    ]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("authors"),
        index.SearchField("contents"),
        *ReadingMixin.reading_search_fields,
        index.FilterField("date"),
    ]

    # Names, dates and files are the same in every language; the contents are printed in one.
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("date", overridable=False),
        SynchronizedField("authors"),
        SynchronizedField("languages", overridable=False),
        SynchronizedField("document"),
        SynchronizedField("pages"),
        SynchronizedField("printed_pages", overridable=False),
        SynchronizedField("contents"),
        *SupplementsMixin.supplement_translation,
        *CoverMixin.cover_translatable_fields,
    ]

    class Meta:
        abstract = True

    @classmethod
    def tabs(cls, identity: list[Any], words: list[Any] | None = None) -> TabbedInterface:
        """Return the editor's form: one tab each for words, facts, file and the rest.

        Args:
            identity: the panels that tell which publication this is.
            words: further panels below the summary.
        """
        return TabbedInterface(
            [
                ObjectList(
                    [
                        TitleFieldPanel("title"),
                        FieldPanel("summary"),
                        *(words or []),
                        MultiFieldPanel(cls.cover_panels, heading=_("Cover")),
                    ],
                    heading=_("Content"),
                ),
                ObjectList(
                    [
                        *identity,
                        FieldPanel("date"),
                        FieldPanel("authors"),
                        FieldPanel("languages"),
                    ],
                    heading=_("Facts"),
                ),
                ObjectList(cls.file_panels, heading=_("PDF and contents")),
                ObjectList(cls.reading_panels, heading=_("HTML edition")),
                ObjectList(BasePage.promote_panels, heading=_("Lists and sharing")),
                ObjectList(CommentablePageMixin.settings_and_comments, heading=_("Settings")),
            ]
        )

    # Facts ---------------------------------------------------------------------------------

    @property
    def extent(self) -> int | None:
        """How many pages it has: in print, else in the PDF."""
        return self.printed_pages or self.pdf_pages

    @property
    def author_names(self) -> list[str]:
        """The authors' names in the order of the title page."""
        return [block.value["name"] for block in self.authors]

    @property
    def language_codes(self) -> list[str]:
        """The codes of its languages (BCP 47)."""
        return self.languages.split()

    @property
    def language_names(self) -> list[str | Promise]:
        """Its languages in the reader's language."""
        return language_names(self.language_codes)

    @cached_property
    def collection(self) -> Any | None:
        """The collection that it stands in; None where it hangs elsewhere in the tree."""
        return page_above(self, "CollectionPage")

    # The page ------------------------------------------------------------------------------

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name what stands around the publication."""
        context = super().get_context(request, *args, **kwargs)
        context |= {
            "collection": self.collection,
            "meta_tags": meta_tags(self, request),
            "reference_files": self.reference_files(request),
        }
        return context

    def get_cached_paths(self) -> list[str]:
        """Name what shared caches keep of this page (see `wagtail.contrib.frontend_cache`)."""
        return ["/", *self.cover_paths, *self.edition_paths(), *self.cited_paths]


def page_above(page: Page, model_name: str) -> Any | None:
    """Return the nearest page of one type above another, in one query.

    Args:
        page: a page with a place in the tree, or the draft of one in its preview.
        model_name: a page type of this app; those types know this module, so it asks by name.
    """
    model = apps.get_model("publications", model_name)
    paths = [page.path[:end] for end in range(page.steplen, len(page.path), page.steplen)]
    return model.objects.filter(path__in=paths).select_related("locale").order_by("-depth").first()
