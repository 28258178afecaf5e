"""Photos of an album, with the words that they have there."""

from collections.abc import Iterable
from datetime import date
from pathlib import PurePath
from typing import Self
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
)
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from gallery.models.rights import Work
from site_config.models.images import SiteImage
from site_config.pictures import STANDARD_SPECS
from site_config.ready_pictures import ready_size


class AlbumPhotoQuerySet(models.QuerySet):
    """Photos as pages show them."""

    def shown(self) -> Self:
        """Photos whose picture nobody has taken down."""
        taken_down = Work.objects.hidden().filter(image=models.OuterRef("image_id"))
        return self.filter(~models.Exists(taken_down))

    def in_order(self) -> Self:
        """In the editors' order."""
        return self.order_by("sort_order", "pk")

    def last_added(self) -> Self:
        """The last that were added to any album, whenever they were taken, first."""
        return self.order_by("-pk")

    def with_images(self, pictures: models.QuerySet | None = None) -> Self:
        """The same photos, with their files in the sizes that pages show.

        Args:
            pictures: asks for other sizes.
        """
        if pictures is None:
            pictures = SiteImage.objects.prefetch_renditions(*STANDARD_SPECS)
        return self.prefetch_related(models.Prefetch("image", queryset=pictures))

    def with_makers(self) -> Self:
        """The same photos; of each is known whether a member has sent it in."""
        given = Work.objects.filter(image=models.OuterRef("image_id"), origin=Work.Origin.MEMBER)
        return self.annotate(was_sent_in=models.Exists(given))

    def covers(self) -> Self:
        """The first photo of each album."""
        rank = models.Window(
            models.functions.RowNumber(), partition_by="page_id", order_by=["sort_order", "pk"]
        )
        return self.annotate(rank=rank).filter(rank=1)


class AlbumPhotoManager(models.Manager.from_queryset(AlbumPhotoQuerySet)):
    """Leaves out what was taken down, so that no list or page has to think of it."""

    def get_queryset(self) -> AlbumPhotoQuerySet:
        """Return the photos that may be seen."""
        return super().get_queryset().shown()


class AlbumPhoto(TranslatableMixin, Orderable):
    """One photo of an album, with the words that it has there."""

    page = ParentalKey("gallery.AlbumPage", on_delete=models.CASCADE, related_name="photos")
    image = models.ForeignKey(
        "site_config.SiteImage",
        verbose_name=_("photo"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    title = models.CharField(
        _("name"),
        max_length=120,
        blank=True,
        help_text=_("A few words, such as “Parasols at noon”."),
    )
    caption = models.CharField(
        _("caption"),
        max_length=250,
        blank=True,
        help_text=_("What is to be known about the photo. The credit is added by itself."),
    )
    alt_text = models.CharField(
        _("what the photo shows"),
        max_length=250,
        blank=True,
        help_text=_(
            "For people who can't see it. Needed before the album is published, unless the photo "
            "is decoration."
        ),
    )
    is_decorative = models.BooleanField(
        _("decoration only"),
        default=False,
        help_text=_("The photo says nothing that isn't written beside it."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Leave empty to use the credit kept with the photo."),
    )
    place = models.CharField(_("place"), max_length=120, blank=True)
    taken_on = models.DateField(_("taken on"), null=True, blank=True)

    objects = AlbumPhotoManager()
    every = models.Manager.from_queryset(AlbumPhotoQuerySet)()

    panels = [
        FieldPanel("image"),
        FieldPanel("title"),
        FieldPanel("alt_text"),
        FieldPanel("is_decorative"),
        FieldPanel("caption"),
        FieldRowPanel([FieldPanel("place"), FieldPanel("taken_on")]),
        FieldPanel("credit"),
    ]

    override_translatable_fields = [
        SynchronizedField("image", overridable=False),
        SynchronizedField("is_decorative", overridable=False),
        SynchronizedField("credit"),
        SynchronizedField("taken_on", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("photo of an album")
        verbose_name_plural = _("photos of albums")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_decorative=False) | models.Q(alt_text=""),
                name="a_decorative_photo_has_no_alternative_text",
                violation_error_message=_(
                    "A photo is decoration or has words for people who can't see it, not both."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.title or self.caption or str(self.image)

    def clean(self) -> None:
        """Explain why a photo can't be decoration and described at once.

        Raises:
            ValidationError: it is both.
        """
        super().clean()
        if self.is_decorative and self.alt_text:
            message = _("This says what the photo shows, so it is no decoration.")
            raise ValidationError({"is_decorative": message})

    @property
    def alt(self) -> str:
        """The words for those who can't see the photo; empty for decoration."""
        return "" if self.is_decorative else self.alt_text

    @property
    def heading(self) -> str:
        """The photo's name, or the first words that tell it from others."""
        return self.title or self.caption or self.alt

    @property
    def shown_credit(self) -> str:
        """Who made the photo."""
        return self.credit or self.image.credit

    @property
    def is_by_person(self) -> bool:
        """Whether who is named made it themselves and sent it in, as `with_makers` knows."""
        names_member = self.shown_credit == self.image.credit
        return bool(getattr(self, "was_sent_in", False) and names_member)

    @property
    def shown_date(self) -> date:
        """The day on which it was taken, else that of the album."""
        return self.taken_on or self.page.date

    @property
    def anchor(self) -> str:
        """Its place on the page of the album."""
        return f"photo-{self.pk}"

    @property
    def route_in_album(self) -> str:
        """The address of its page, below that of the album."""
        return f"photo/{self.pk}/"

    @property
    def url(self) -> str:
        """The address of its page."""
        return f"{self.page.url}{self.route_in_album}" if self.pk and self.page.url else ""

    @property
    def large_url(self) -> str:
        """The address of a size that every browser shows; the viewer chooses among the others."""
        size = ready_size(self.image, STANDARD_SPECS[2])
        return size.url if size else ""

    @property
    def file_kind(self) -> str:
        """The kind of its file as people know it."""
        kind = PurePath(self.image.file.name).suffix.removeprefix(".").upper()
        return "JPEG" if kind == "JPG" else kind

    @property
    def source_host(self) -> str:
        """The name of the site where the photo was found."""
        return (urlsplit(self.image.source_url).hostname or "").removeprefix("www.")

    @property
    def full_caption(self) -> str:
        """Its words and its credit in one line, as the viewer shows them."""
        words = self.caption or self.title
        return f"{words} – {self.shown_credit}" if words and self.shown_credit else words


def without_maker(photos: Iterable[AlbumPhoto]) -> list[AlbumPhoto]:
    """Return those of some photos of which nobody has said who made them.

    One query, however many there are.
    """
    unsaid = [photo for photo in photos if not photo.credit]
    pictures = SiteImage.objects.filter(pk__in={photo.image_id for photo in unsaid}, credit="")
    unknown = set(pictures.values_list("pk", flat=True))
    return [photo for photo in unsaid if photo.image_id in unknown]
