"""Questions that pages ask about films."""

from typing import Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import PageManager, Revision

from site_config.models.images import SiteImage
from site_config.models.pages import BasePageQuerySet
from site_config.pictures import STANDARD_SPECS


class VideoPageQuerySet(BasePageQuerySet):
    """Films as readers ask for them."""

    def newest_first(self) -> Self:
        """By the date that readers see, the newest first."""
        return self.order_by("-date", "-pk")

    def published_or_scheduled(self) -> Self:
        """Those that are live, and those that go live at a later hour."""
        scheduled = Revision.objects.filter(
            content_type=ContentType.objects.get_for_model(self.model),
            approved_go_live_at__isnull=False,
        )
        keys = [int(key) for key in scheduled.values_list("object_id", flat=True)]
        return self.filter(models.Q(live=True) | models.Q(pk__in=keys))

    def with_films(self) -> Self:
        """The same pages with their films and still pictures."""
        pictures = SiteImage.objects.prefetch_renditions(*STANDARD_SPECS)
        posters = models.Prefetch("video__poster", queryset=pictures)
        return self.select_related("video").prefetch_related(posters)

    def for_listing(self) -> Self:
        """Published films, newest first, with everything a card prints."""
        return super().for_listing().with_films().newest_first()


VideoPageManager = PageManager.from_queryset(VideoPageQuerySet)
