"""What is true of every page: how it is listed, shared, reviewed and described."""

from datetime import datetime
from http import HTTPMethod
from typing import Any, ClassVar, NamedTuple, Self

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager, PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from site_config.drawings import drawing_choices
from site_config.front_cache.shown import note, shown
from site_config.models.images import SiteImage
from site_config.models.revised import RevisedMixin
from site_config.models.tree import TreeMixin, TreeQuerySet
from site_config.pictures import STANDARD_SPECS

# What an address is made from, and the place in the tree.
ADDRESS_COLUMNS = ("path", "depth", "url_path", "slug", "title", "live")


class BasePageQuerySet(TreeQuerySet):
    """Pages as visitors may see them."""

    def for_listing(self) -> Self:
        """Published, unrestricted pages with everything a card prints."""
        return self.live().unrestricted().with_listing_image()

    def with_listing_image(self) -> Self:
        """The same pages, with their pictures and the sizes that cards show."""
        pictures = SiteImage.objects.prefetch_renditions(*STANDARD_SPECS)
        return self.prefetch_related(models.Prefetch("listing_image", queryset=pictures))


BasePageManager = PageManager.from_queryset(BasePageQuerySet)


class ListingMixin(models.Model):
    """How a page appears where others list it."""

    summary = models.CharField(
        _("summary"),
        max_length=250,
        blank=True,
        help_text=_("One or two sentences for lists, search results and shared links."),
    )
    listing_image = models.ForeignKey(
        "site_config.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown on cards and at the head of the page."),
    )
    listing_image_alt = models.CharField(
        _("what the picture shows"),
        max_length=250,
        blank=True,
        help_text=_(
            "For people who can't see the picture, in this page's language. "
            "Leave empty to use the words kept with the picture."
        ),
    )
    drawing = models.CharField(
        _("drawing"),
        max_length=40,
        blank=True,
        choices=drawing_choices,
        help_text=_("Shown where no picture is chosen."),
    )

    picture_panel: ClassVar[Panel] = MultiFieldPanel(
        [FieldPanel("listing_image"), FieldPanel("listing_image_alt"), FieldPanel("drawing")],
        heading=_("Picture"),
    )
    listing_panels: ClassVar[list[Panel]] = [FieldPanel("summary"), picture_panel]

    class Meta:
        abstract = True

    @property
    def picture_alt(self) -> str:
        """The words for the page's picture, in the page's language where they were given."""
        if self.listing_image_alt or not self.listing_image:
            return self.listing_image_alt
        return self.listing_image.default_alt_text


class SharedPicture(NamedTuple):
    """What stands beside a shared link: an absolute address, pixels, and words for the picture."""

    full_url: str
    width: int
    height: int
    alt: str


class SharingMixin(models.Model):
    """How a link to a page looks in a message or on a social network (Open Graph)."""

    social_title = models.CharField(
        _("title when shared"),
        max_length=100,
        blank=True,
        help_text=_("Leave empty to use the page's title."),
    )
    social_text = models.CharField(
        _("text when shared"),
        max_length=200,
        blank=True,
        help_text=_("Leave empty to use the summary."),
    )

    sharing_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [FieldPanel("social_title"), FieldPanel("social_text")], heading=_("When shared")
        ),
    ]

    class Meta:
        abstract = True

    @property
    def shared_picture(self) -> SharedPicture | None:
        """The picture beside a shared link where none was chosen; by default the portal's own."""
        return None


class ReviewMixin(models.Model):
    """Who answers for a page, and by when they look at it again."""

    review_owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("responsible person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The colleague who keeps this page correct."),
    )
    review_by = models.DateField(
        _("review by"),
        null=True,
        blank=True,
        help_text=_("The day by which the responsible person checks the page again."),
    )

    review_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel([FieldPanel("review_owner"), FieldPanel("review_by")], heading=_("Review")),
    ]

    class Meta:
        abstract = True

    @property
    def is_review_due(self) -> bool:
        """Whether the day of the next check has come."""
        return self.review_by is not None and self.review_by <= timezone.localdate()


class BasePage(TreeMixin, RevisedMixin, ListingMixin, SharingMixin, ReviewMixin, Page):
    """The ground of every page type of the portal."""

    objects = BasePageManager()

    # The template that lists a page of this type; search and listings include it.
    card_template: ClassVar[str] = "components/card.html"

    # A page is for reading; a type with a form adds POST.
    allowed_http_methods: ClassVar[list[HTTPMethod]] = [
        HTTPMethod.GET,
        HTTPMethod.HEAD,
        HTTPMethod.OPTIONS,
    ]

    content_panels = [*Page.content_panels, *ListingMixin.listing_panels]
    promote_panels = [*Page.promote_panels, *SharingMixin.sharing_panels]
    settings_panels = [*Page.settings_panels, *ReviewMixin.review_panels]

    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=3),
        index.AutocompleteField("summary"),
    ]

    # An address, a person and a day are no words to translate.
    override_translatable_fields = [
        SynchronizedField("listing_image"),
        SynchronizedField("drawing", overridable=False),
        SynchronizedField("review_owner"),
        SynchronizedField("review_by"),
    ]

    class Meta:
        abstract = True

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Return Wagtail's own, and note that the running answer shows this page."""
        note(shown(self.pk))
        return super().get_url_parts(request)

    @property
    def description(self) -> str:
        """The page in a sentence, for search engines and feeds."""
        return self.search_description or self.summary

    @property
    def social_description(self) -> str:
        """The page in a sentence, for those who get a link to it."""
        return self.social_text or self.description

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the page to machines (schema.org, as JSON-LD 1.1)."""
        url = self.get_full_url(request)
        data: dict[str, Any] = {
            "@type": "WebPage",
            "@id": f"{url}#page",
            "url": url,
            "name": self.title,
            "inLanguage": self.locale.language_code,
        }
        if self.description:
            data["description"] = self.description
        if self.last_published_at:
            data["dateModified"] = self.last_published_at.isoformat()
        return data

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return the next moment at which this page changes by the clock alone.

        Caches keep no copy beyond it. ``None`` says that only an edit changes the page.

        Args:
            now: the aware moment from which on is asked.
        """
        return None

    def live_translations(self) -> PageQuerySet:
        """This page in every language in which it has been published, aliases left out."""
        return (
            self.get_translations(inclusive=True)
            .live()
            .filter(alias_of__isnull=True)
            .select_related("locale")
            .only(*ADDRESS_COLUMNS, "locale")
            .order_by("locale__language_code")
        )


class IndexPage(BasePage):
    """A page that introduces and lists other pages."""

    intro = RichTextField(
        _("introduction"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("A short paragraph above the list."),
    )

    # Pages of a listing, in items.
    per_page: ClassVar[int] = 12

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]

    class Meta:
        abstract = True
