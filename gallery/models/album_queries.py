"""Questions that pages ask about albums."""

from typing import Self

from django.db import models
from wagtail.models import PageManager

from gallery.models.photos import AlbumPhoto
from site_config.models.pages import BasePageQuerySet


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
