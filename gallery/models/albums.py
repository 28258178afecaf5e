"""Albums: photos that belong together, each with an address of its own."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from community.models import CommentablePageMixin
from gallery.feeds import MediaFeed
from gallery.forms.albums import AlbumPageForm
from gallery.models.addresses import check_slug
from gallery.models.album_queries import AlbumPageManager
from gallery.models.completeness import CompleteWhenPublished
from gallery.models.photos import AlbumPhoto, without_maker
from gallery.panels import PhotosPanel
from gallery.structured_data import image_gallery, image_page
from site_config.blocks.text import RICH_TEXT_FEATURES
from site_config.models.images import SiteImage
from site_config.models.pages import BasePage
from site_config.pagination import paginate

# As many as a phone lays out without stopping; the viewer walks through one part.
PHOTOS_ON_A_PAGE = 100
# Of photos that lack something, so many are named in one sentence.
NAMED_PHOTOS = 5


class AlbumPage(CommentablePageMixin, CompleteWhenPublished, RoutablePageMixin, BasePage):
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
                    PhotosPanel(
                        "photos",
                        chooser_field_name="image",
                        heading=_("Photos"),
                        label=_("Photo"),
                        help_text=_(
                            "Drag them into order, or move them with the arrows. The first one is "
                            "the album's cover unless another is chosen under “Lists and sharing”."
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

    def clean(self) -> None:
        """Keep the gallery's own addresses free.

        Raises:
            ValidationError: the album would stand at one of them.
        """
        super().clean()
        check_slug(self.slug)

    def check_complete(self) -> None:
        """Require a photo, words for each that isn't decoration, and who made each.

        Raises:
            ValidationError: there is none, or some lack words or a credit.
        """
        photos = list(self.photos.all())
        if not photos:
            raise ValidationError(_("Add at least one photo before the album is published."))
        lacking = sum(not photo.alt and not photo.is_decorative for photo in photos)
        missing = []
        if lacking:
            message = ngettext(
                "%(count)d photo lacks words for people who can't see it.",
                "%(count)d photos lack words for people who can't see them.",
                lacking,
            )
            missing.append(message % {"count": lacking})
        if unnamed := without_maker(photos):
            message = ngettext(
                "Say who made this photo, as its credit: %(photos)s.",
                "Say who made these %(count)d photos, as their credit: %(photos)s.",
                len(unnamed),
            )
            names = ", ".join(f"“{photo}”" for photo in unnamed[:NAMED_PHOTOS])
            names += " …" if len(unnamed) > NAMED_PHOTOS else ""
            missing.append(message % {"count": len(unnamed), "photos": names})
        if missing:
            raise ValidationError(missing)

    # What the album holds ----------------------------------------------------------------

    @cached_property
    def shown_photos(self) -> list["AlbumPhoto"]:
        """The photos of the part that is read, in the editors' order; the first one, unless said.

        Those of an unsaved draft in its preview.
        """
        return self._numbered(list(self._photos_in_order[:PHOTOS_ON_A_PAGE]))

    def first_photos_of(self, count: int) -> list["AlbumPhoto"]:
        """Return the first ``count`` photos as a mosaic prints them."""
        return self._numbered(list(self._stored_photos.with_images()[:count]))

    @property
    def _stored_photos(self) -> models.QuerySet:
        return AlbumPhoto.objects.filter(page_id=self.pk).in_order().with_makers()

    @property
    def _photos_in_order(self) -> Any:
        if self.photos.is_deferring:
            return list(self.photos.all())
        return self._stored_photos.with_images()

    def _numbered(self, photos: list["AlbumPhoto"], start: int = 1) -> list["AlbumPhoto"]:
        for number, photo in enumerate(photos, start=start):
            photo.page, photo.number = self, number
        return photos

    @property
    def photo_count(self) -> int:
        """How many photos it has; `with_covers`, or the page itself, has counted them already."""
        counted = getattr(self, "counted_photos", None)
        return self.photos.count() if counted is None else counted

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
            first = self._photos_in_order[:1]
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

    def items_for_feed(self, count: int) -> list["AlbumPhoto"]:
        """Return the photos that came last, with all that is printed of them.

        The order is not that of the album: what is added to it stands at its end.
        """
        added = AlbumPhoto.objects.filter(page_id=self.pk).last_added()
        return self._numbered(list(added.with_images()[:count]))

    # What readers see --------------------------------------------------------------------

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the part of the album that is read."""
        context = super().get_context(request, *args, **kwargs)
        if hasattr(self, "shown_photo"):
            return context
        page_obj = paginate(request, self._photos_in_order, PHOTOS_ON_A_PAGE)
        self.counted_photos = page_obj.paginator.count
        self.shown_photos = self._numbered(list(page_obj.object_list), page_obj.start_index())
        url = self.get_full_url(request) or ""
        number = page_obj.number
        return context | {
            "page_obj": page_obj,
            "canonical_url": f"{url}?page={number}" if number > 1 else url,
        }

    @path("photo/<int:number>/", name="photo")
    def photo_page(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show one photo large, with its neighbours.

        Args:
            request: a GET.
            number: the photo's primary key.

        Raises:
            Http404: the album has no such photo.
        """
        keys = list(self._stored_photos.values_list("pk", flat=True))
        if number not in keys:
            raise Http404(gettext("This album has no such photo."))
        at, self.counted_photos = keys.index(number), len(keys)
        first = max(0, at - 1)
        photos = self._numbered(
            list(self._stored_photos.with_images().filter(pk__in=keys[first : at + 2])), first + 1
        )
        here = at - first
        self.shown_photo = photo = photos[here]
        part = at // PHOTOS_ON_A_PAGE + 1
        return self.render(
            request,
            template="gallery/photo_page.html",
            context_overrides={
                "photo": photo,
                "ancestors": [*self.trail, self],
                "previous": photos[here - 1] if here else None,
                "next": photos[here + 1] if here + 1 < len(photos) else None,
                "part": f"?page={part}" if part > 1 else "",
                "canonical_url": f"{self.get_full_url(request)}{photo.route_in_album}",
            },
        )

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Send the photos as a feed (RSS 2.0, Media RSS)."""
        return MediaFeed(self)(request)

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the album, or the one photo that is shown (schema.org ``ImageGallery``)."""
        data = super().structured_data(request)
        photo = getattr(self, "shown_photo", None)
        return image_page(photo, data) if photo is not None else image_gallery(self, data)
