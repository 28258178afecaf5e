"""Where a campaign stands, told from its dates: as one value, and as a question to the database."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _

from campaigns.days import city_today, next_midnight
from site_config.models.pages import BasePageManager, BasePageQuerySet


class CampaignStatus(models.TextChoices):
    """The four states of a campaign, in the order in which lists show them."""

    OPEN = "open", _("Open now")
    UPCOMING = "upcoming", _("Upcoming")
    CLOSED = "closed", _("Ended, results to come")
    RESULTS = "results", _("Ended, with results")


# An empty StreamField, as the database holds it.
NO_STORY: list[object] = []


class CampaignQuerySet(BasePageQuerySet):
    """Campaigns as the city speaks of them. Days are the city's (``city_today``)."""

    def open_on(self, day: date) -> Self:
        """Campaigns that run on a day; their first and last day count whole."""
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def upcoming(self, day: date | None = None) -> Self:
        """Campaigns that begin after a day, which is today by default."""
        return self.filter(starts_on__gt=day or city_today())

    def ended(self, day: date | None = None) -> Self:
        """Campaigns whose last day has passed."""
        return self.filter(ends_on__lt=day or city_today())

    def with_results(self, day: date | None = None) -> Self:
        """Campaigns that are over and say what came of them."""
        return self.ended(day).exclude(results=NO_STORY)

    def with_status(self, day: date | None = None) -> Self:
        """The same campaigns, each with its status on a day as ``status_on_day``."""
        day = day or city_today()
        return self.annotate(
            status_on_day=Case(
                When(starts_on__gt=day, then=Value(CampaignStatus.UPCOMING)),
                When(ends_on__gte=day, then=Value(CampaignStatus.OPEN)),
                When(results=NO_STORY, then=Value(CampaignStatus.CLOSED)),
                default=Value(CampaignStatus.RESULTS),
                output_field=models.CharField(),
            )
        )

    def in_status(self, status: CampaignStatus, day: date | None = None) -> Self:
        """Campaigns that have a status on a day, which is today by default."""
        return self.with_status(day).filter(status_on_day=status)

    def by_urgency(self, day: date | None = None) -> Self:
        """Open campaigns that end first, then those that begin first, then the latest ended."""
        day = day or city_today()
        rank = Case(
            *(
                When(status_on_day=status, then=Value(position))
                for position, status in enumerate(CampaignStatus)
            ),
            output_field=models.IntegerField(),
        )
        soonest = Case(
            When(starts_on__gt=day, then="starts_on"),
            When(ends_on__gte=day, then="ends_on"),
            output_field=models.DateField(),
        )
        return self.with_status(day).order_by(rank, soonest, "-ends_on", "title", "pk")

    def next_change(self, now: datetime) -> datetime | None:
        """Return the next midnight if one of the campaigns may read differently after it.

        It may while a campaign has a day to come that its text counts down to.
        """
        today = city_today(now)
        pending = self.filter(Q(ends_on__gte=today) | Q(results_expected_on__gte=today))
        return next_midnight(now) if pending.exists() else None


CampaignManager = BasePageManager.from_queryset(CampaignQuerySet)
