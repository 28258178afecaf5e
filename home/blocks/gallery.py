"""Photos of the city."""

from typing import Any

from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from gallery.models import AlbumPage, AlbumPhoto, GalleryIndexPage
from home.blocks.section import Front, NothingToShow, Pictures, SectionBlock, SectionTitleBlock


class GallerySection(SectionBlock):
    """A mosaic of photos; each opens large, and leads to its page where no script runs."""

    title = SectionTitleBlock()
    album = blocks.PageChooserBlock(
        label=_("Album"),
        page_type="gallery.AlbumPage",
        required=False,
        help_text=_("Leave empty for the first photos of every album, the newest album first."),
    )
    count = blocks.IntegerBlock(
        label=_("How many photos"),
        min_value=3,
        max_value=14,
        default=7,
        help_text=_("Seven and fourteen fill the mosaic without a gap."),
    )

    class Meta:
        icon = "image"
        label = _("Photo gallery")
        description = _("Photos of one album, or of all, as a mosaic.")
        template = "home/sections/gallery.html"
        preview_value = {"title": "Foto Gallery", "album": None, "count": 7}

    def contents(self, value: Any, front: Front, pictures: Pictures) -> dict[str, Any]:
        """Show the photos of the chosen album, or the first of each."""
        albums = AlbumPage.objects.live().unrestricted()
        albums = albums.filter(locale_id=front.page.locale_id)
        if (album := front.one_in_language(value["album"])) is not None:
            albums = AlbumPage.objects.live().unrestricted().filter(pk=album.pk)
        rank = Window(RowNumber(), partition_by=F("page_id"), order_by=["sort_order", "pk"])
        found = AlbumPhoto.objects.filter(page__in=albums.values("pk")).annotate(rank=rank)
        found = found.select_related("page").order_by("rank", "-page__date", "pk")
        photos = list(found[: value["count"]])
        if not photos:
            raise NothingToShow(gettext("no album with photos is published."))
        for photo in photos:
            photo.number = photo.rank
        pictures.want(photos, "image")
        return {"index": front.index(GalleryIndexPage), "photos": photos}
