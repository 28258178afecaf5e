"""Photos of an album, with the words that they have there."""

from datetime import date
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

from site_config.models.images import SiteImage
from site_config.pictures import STANDARD_SPECS


class AlbumPhotoQuerySet(models.QuerySet):
    """Photos as pages show them."""

    def in_order(self) -> Self:
        """In the editors' order."""
        return self.order_by("sort_order", "pk")

    def with_images(self) -> Self:
        """The same photos, with their files in the sizes that pages show."""
        pictures = SiteImage.objects.prefetch_renditions(*STANDARD_SPECS)
        return self.prefetch_related(models.Prefetch("image", queryset=pictures))

    def covers(self) -> Self:
        """The first photo of each album."""
        rank = models.Window(
            models.functions.RowNumber(), partition_by="page_id", order_by=["sort_order", "pk"]
        )
        return self.annotate(rank=rank).filter(rank=1)


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

    objects = models.Manager.from_queryset(AlbumPhotoQuerySet)()

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
    def shown_date(self) -> date:
        """The day on which it was taken, else that of the album."""
        return self.taken_on or self.page.date

    @property
    def anchor(self) -> str:
        """Its place on the page of the album."""
        return f"photo-{self.pk}"

    @property
    def route(self) -> str:
        """The address of its page, below that of the album."""
        return f"photo/{self.pk}/"

    @property
    def url(self) -> str:
        """The address of its page."""
        return f"{self.page.url}{self.route}" if self.pk and self.page.url else ""

    @property
    def large_url(self) -> str:
        """The address of the file that the viewer shows."""
        return self.image.get_rendition(STANDARD_SPECS[1]).url

    @property
    def source_host(self) -> str:
        """The name of the site where the photo was found."""
        return (urlsplit(self.image.source_url).hostname or "").removeprefix("www.")

    @property
    def full_caption(self) -> str:
        """Its words and its credit in one line, as the viewer shows them."""
        words = self.caption or self.title
        return f"{words} – {self.shown_credit}" if words and self.shown_credit else words
