"""Questions that pages ask about events."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from campaigns.models.occurrences import EventOccurrence
from campaigns.models.recurrence import Repeats
from site_config.models.pages import BasePageManager, BasePageQuerySet

if TYPE_CHECKING:
    from campaigns.models.campaigns import CampaignPage


class EventQuerySet(BasePageQuerySet):
    """Events by their moments."""

    def with_terms(self, now: datetime | None = None) -> Self:
        """The same events, each with the start and the day of its next term, if it has one.

        An event that takes place once has its moments in its own row, too.
        """
        now = now or timezone.now()
        terms = EventOccurrence.objects.filter(event=OuterRef("pk")).upcoming(now)
        once = Q(repeats=Repeats.NEVER, ends_at__gt=now)
        return self.annotate(
            next_start=Coalesce(
                Subquery(terms.values("starts_at")[:1]), Case(When(once, then=F("starts_at")))
            ),
            next_day=Coalesce(
                Subquery(terms.values("day")[:1]), Case(When(once, then=F("start_date")))
            ),
        )

    def upcoming(self, now: datetime | None = None) -> Self:
        """Events that have a term which has not ended yet, the nearest first."""
        return self.with_terms(now).filter(next_start__isnull=False).order_by("next_start", "pk")

    def past(self, now: datetime | None = None) -> Self:
        """Events all of whose terms have ended, the latest first."""
        return self.with_terms(now).filter(next_start=None).order_by("-starts_at", "-pk")

    def to_come_first(self, now: datetime | None = None) -> Self:
        """Events that have not ended, the nearest first; then the others, the latest first."""
        return self.with_terms(now).order_by(
            F("next_start").asc(nulls_last=True), "-starts_at", "pk"
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
        left_out = EventOccurrence.objects.filter(is_left_out=True)
        return (
            self.live()
            .unrestricted()
            .with_campaign()
            .with_latest_publication()
            .prefetch_related(models.Prefetch("occurrences", left_out, to_attr="left_out"))
            .order_by("starts_at", "pk")
        )

    def with_latest_publication(self) -> Self:
        """The same events, each with the moment at which a language of it was published last."""
        pages = self.model.objects.filter(translation_key=OuterRef("translation_key")).live()
        latest = pages.order_by(F("last_published_at").desc(nulls_last=True))
        return self.annotate(changed_at=Subquery(latest.values("last_published_at")[:1]))

    def next_change(self, now: datetime) -> datetime | None:
        """Return the moment at which the next term of any of these events ends."""
        terms = EventOccurrence.objects.filter(event__in=self.order_by().values("pk"))
        return terms.upcoming(now).aggregate(next_end=models.Min("ends_at"))["next_end"]


EventManager = BasePageManager.from_queryset(EventQuerySet)
