"""Questions that pages ask about events."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.utils import timezone

from site_config.models.pages import BasePageManager, BasePageQuerySet

if TYPE_CHECKING:
    from campaigns.models.campaigns import CampaignPage


class EventQuerySet(BasePageQuerySet):
    """Events by their moments."""

    def upcoming(self, now: datetime | None = None) -> Self:
        """Events that have not ended yet, the nearest first."""
        return self.filter(ends_at__gt=now or timezone.now()).order_by("starts_at", "pk")

    def past(self, now: datetime | None = None) -> Self:
        """Events that have ended, the latest first."""
        return self.filter(ends_at__lte=now or timezone.now()).order_by("-starts_at", "-pk")

    def to_come_first(self, now: datetime | None = None) -> Self:
        """Events that have not ended, the nearest first; then the others, the latest first."""
        ahead = Q(ends_at__gt=now or timezone.now())
        return self.order_by(
            Case(When(ahead, then=0), default=1),
            Case(When(ahead, then=F("starts_at"))),
            "-starts_at",
            "pk",
        )

    def of_campaign(self, campaign: "CampaignPage") -> Self:
        """Events of a campaign in the campaign's own language, whichever of its pages they name."""
        return self.filter(
            campaign__translation_key=campaign.translation_key, locale_id=campaign.locale_id
        )

    def with_campaign(self) -> Self:
        """The same events with the title of their campaign in their own language."""
        same = (
            self.model.campaign.field.related_model.objects.live()
            .unrestricted()
            .filter(
                translation_key=OuterRef("campaign__translation_key"),
                locale_id=OuterRef("locale_id"),
            )
        )
        return self.annotate(campaign_title=Subquery(same.values("title")[:1]))

    def for_listing(self) -> Self:
        """Published events with everything a row prints."""
        return super().for_listing().with_campaign()

    def for_calendar(self) -> Self:
        """What may stand in a calendar file: published, unrestricted events by their start."""
        return self.live().unrestricted().with_campaign().order_by("starts_at", "pk")

    def next_change(self, now: datetime) -> datetime | None:
        """Return the moment at which the next event joins the past ones."""
        return self.upcoming(now).aggregate(next_end=models.Min("ends_at"))["next_end"]


EventManager = BasePageManager.from_queryset(EventQuerySet)
