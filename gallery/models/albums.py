"""Albums: photos that belong together, each with an address of its own."""

from typing import Any, ClassVar, Self

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from community.models import CommentablePageMixin
from gallery.forms.albums import AlbumPageForm
from gallery.models.photos import AlbumPhoto
from gallery.structured_data import image_gallery, image_page
from site_config.blocks.text import RICH_TEXT_FEATURES
from site_config.models.images import SiteImage
from site_config.models.pages import BasePage, BasePageQuerySet


class AlbumPageQuerySet(BasePageQuerySet):
    """Albums as readers ask for them."""

    def newest_first(self) -> Self:
        """By the date that readers see, the newest first."""
        return self.order_by("-date", "-pk")

    def for_listing(self) -> Self:
        """Published albums, newest first, with everything a card prints."""
        return super().for_listing().with_covers().newest_first()

    def with_cover_keys(self) -> Self:
        """The same albums with the number of their photos and the key of their first picture."""
        photos = AlbumPhoto.objects.filter(page=models.OuterRef("pk"))
        counted = photos.order_by().values("page").annotate(count=models.Count("*"))
        return self.annotate(
            counted_photos=models.functions.Coalesce(
                models.Subquery(counted.values("count")), models.Value(0)
            ),
            first_image_id=models.Subquery(photos.in_order().values("image_id")[:1]),
        )

    def with_covers(self) -> Self:
        """The same albums, each with its first photo and the number of its photos."""
        covers = AlbumPhoto.objects.covers().with_images()
        return self.with_cover_keys().prefetch_related(
            models.Prefetch("photos", queryset=covers, to_attr="first_photos")
        )


AlbumPageManager = PageManager.from_queryset(AlbumPageQuerySet)


class AlbumPage(CommentablePageMixin, RoutablePageMixin, BasePage):
    """Photos that belong together."""

    date = models.DateField(
        _("date"),
        default=timezone.localdate,
        help_text=_("The day that readers see. Photos without a day of their own have this one."),
    )
    text = RichTextField(
        _("text"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("What is to be known before looking at the photos."),
    )

    objects = AlbumPageManager()

    base_form_class = AlbumPageForm
    parent_page_types = ["gallery.GalleryIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("Photos that belong together, each with a caption and a page of its own.")
    card_template = "gallery/album_card.html"

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("title"),
                    FieldPanel("date"),
                    FieldPanel("summary"),
                    FieldPanel("text"),
                ],
                heading=_("Album"),
            ),
            ObjectList(
                [
                    MultipleChooserPanel(
                        "photos",
                        chooser_field_name="image",
                        heading=_("Photos"),
                        label=_("Photo"),
                        help_text=_(
                            "Add several at once, and drag them into order. The first one is the "
                            "album's cover unless another is chosen under “Lists and sharing”."
                        ),
                    )
                ],
                heading=_("Photos"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldPanel("listing_image"),
                            FieldPanel("listing_image_alt"),
                            FieldPanel("drawing"),
                        ],
                        heading=_("Cover"),
                        help_text=_("Leave empty to show the first photo."),
                    ),
                    *BasePage.promote_panels,
                ],
                heading=_("Lists and sharing"),
            ),
            ObjectList(CommentablePageMixin.settings_and_comments, heading=_("Settings")),
        ]
    )

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("text"),
        index.SearchField("photo_words"),
        index.FilterField("date"),
    ]

    # The day is the same in every language.
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("date", overridable=False),
    ]

    class Meta:
        verbose_name = _("album")
        verbose_name_plural = _("albums")
        indexes = [models.Index(fields=["-date"], name="album_by_date")]

    # What the album holds ----------------------------------------------------------------

    @cached_property
    def shown_photos(self) -> list["AlbumPhoto"]:
        """The photos in the editors' order; those of an unsaved draft in its preview."""
        if self.photos.is_deferring:
            photos = list(self.photos.all())
        else:
            photos = list(AlbumPhoto.objects.filter(page_id=self.pk).in_order().with_images())
        for number, photo in enumerate(photos, start=1):
            photo.page, photo.number = self, number
        return photos

    def first_photos_of(self, count: int) -> list["AlbumPhoto"]:
        """Return the first ``count`` photos as a mosaic prints them."""
        photos = list(AlbumPhoto.objects.filter(page_id=self.pk).in_order().with_images()[:count])
        for number, photo in enumerate(photos, start=1):
            photo.page, photo.number = self, number
        return photos

    @property
    def photo_count(self) -> int:
        """How many photos it has; `with_covers` has counted them already."""
        counted = getattr(self, "counted_photos", None)
        return len(self.shown_photos) if counted is None else counted

    @property
    def cover_key(self) -> int | None:
        """The primary key of the cover, as `with_cover_keys` knows it."""
        return self.listing_image_id or self.first_image_id

    @cached_property
    def cover(self) -> SiteImage | None:
        """The chosen picture, else the first photo's."""
        if self.listing_image:
            return self.listing_image
        first = getattr(self, "first_photos", None)
        if first is None:
            first = self.shown_photos[:1]
        return first[0].image if first else None

    @property
    def photo_words(self) -> str:
        """What is written beside the photos, so that a search finds the album."""
        return " ".join(
            word
            for photo in self.photos.all()
            for word in (photo.title, photo.caption, photo.alt_text, photo.place)
            if word
        )

    # What readers see --------------------------------------------------------------------

    @path("photo/<int:number>/", name="photo")
    def photo_page(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show one photo large, with its neighbours.

        Args:
            request: a GET.
            number: the photo's primary key.

        Raises:
            Http404: the album has no such photo.
        """
        photos = self.shown_photos
        at = next((at for at, photo in enumerate(photos) if photo.pk == number), None)
        if at is None:
            raise Http404(_now("This album has no such photo."))
        self.shown_photo = photo = photos[at]
        return self.render(
            request,
            template="gallery/photo_page.html",
            context_overrides={
                "photo": photo,
                "ancestors": [*self.trail, self],
                "previous": photos[at - 1] if at else None,
                "next": photos[at + 1] if at + 1 < len(photos) else None,
                "canonical_url": f"{self.get_full_url(request)}{photo.route}",
            },
        )

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the album, or the one photo that is shown (schema.org ``ImageGallery``)."""
        data = super().structured_data(request)
        photo = getattr(self, "shown_photo", None)
        return image_page(photo, data) if photo is not None else image_gallery(self, data)
