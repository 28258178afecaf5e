"""Questions about the promises of the city: how they stand, which are late, how many were kept."""

from datetime import date
from typing import NamedTuple, Self

from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import pgettext_lazy

from campaigns.days import city_today
from site_config.models.pages import BasePageManager, BasePageQuerySet


class CommitmentState(models.TextChoices):
    """How far the city is with what residents said, from hearing it to having done it."""

    HEARD = "heard", pgettext_lazy("promise", "Heard")
    STUDYING = "studying", pgettext_lazy("promise", "Being studied")
    PLANNED = "planned", pgettext_lazy("promise", "Planned")
    IN_PROGRESS = "in_progress", pgettext_lazy("promise", "In progress")
    DONE = "done", pgettext_lazy("promise", "Done")
    DECLINED = "declined", pgettext_lazy("promise", "Declined")


# From these on the city has promised something, by a day.
PROMISED = (CommitmentState.PLANNED, CommitmentState.IN_PROGRESS)
SETTLED = (CommitmentState.DONE, CommitmentState.DECLINED)


class Kept(NamedTuple):
    """How many promises were kept, and what that is reckoned from.

    Attributes:
        done: promises that are fulfilled.
        late: promises whose day has passed, and which are not fulfilled.
        open: promises whose day is still to come.
        heard: what was heard or is being studied: nothing is promised yet.
        declined: what the city will not do; each says why.
    """

    done: int
    late: int
    open: int
    heard: int
    declined: int

    @property
    def due(self) -> int:
        """What could have been kept by now: fulfilled, or past its day."""
        return self.done + self.late

    @property
    def percent(self) -> int | None:
        """The share kept, in per cent, rounded down; nothing while nothing is due."""
        return self.done * 100 // self.due if self.due else None


class CommitmentQuerySet(BasePageQuerySet):
    """Commitments; the state is that of the latest step."""

    def with_state(self) -> Self:
        """The same commitments, each with the state, day and words of its latest step.

        They are named ``state_now``, ``state_since`` and ``words_now``.
        """
        steps = self.model.steps.rel.related_model.objects.filter(commitment=OuterRef("pk"))
        latest = steps.order_by("-date", "-sort_order", "-pk")
        return self.annotate(
            state_now=Coalesce(Subquery(latest.values("state")[:1]), Value(CommitmentState.HEARD)),
            state_since=Subquery(latest.values("date")[:1]),
            words_now=Subquery(latest.values("words")[:1]),
        )

    def in_state(self, state: CommitmentState) -> Self:
        """Commitments that are in a state now."""
        return self.with_state().filter(state_now=state)

    def overdue(self, day: date | None = None) -> Self:
        """Commitments whose day has passed without the city having done or declined them."""
        late = Q(due_on__lt=day or city_today()) & ~Q(state_now__in=SETTLED)
        return self.with_state().filter(late)

    def overdue_first(self, day: date | None = None) -> Self:
        """The late ones first, the longest late before; then what is under way; then the rest."""
        day = day or city_today()
        rank = Case(
            When(~Q(state_now__in=SETTLED) & Q(due_on__lt=day), then=Value(0)),
            When(state_now__in=PROMISED, then=Value(1)),
            When(state_now__in=SETTLED, then=Value(3)),
            default=Value(2),
            output_field=models.IntegerField(),
        )
        settled_last = Case(When(state_now__in=SETTLED, then=F("state_since")))
        return self.with_state().order_by(
            rank,
            settled_last.desc(nulls_last=True),
            F("due_on").asc(nulls_last=True),
            "title",
            "pk",
        )

    def share_kept(self, day: date | None = None) -> Kept:
        """Reckon how many promises were kept by a day, which is today by default.

        Kept are promises that are done; they are set against all that are done or whose day has
        passed. What is heard, studied or declined was never promised, and is counted apart.
        """
        day = day or city_today()
        unsettled = Q(state_now__in=PROMISED)
        unpromised = Q(state_now__in=[CommitmentState.HEARD, CommitmentState.STUDYING])
        late = Q(due_on__lt=day)
        counts = self.with_state().aggregate(
            done=Count("pk", filter=Q(state_now=CommitmentState.DONE)),
            late=Count("pk", filter=(unsettled | unpromised) & late),
            open=Count("pk", filter=unsettled & (Q(due_on__isnull=True) | ~late)),
            heard=Count("pk", filter=unpromised & (Q(due_on__isnull=True) | ~late)),
            declined=Count("pk", filter=Q(state_now=CommitmentState.DECLINED)),
        )
        return Kept(**counts)


CommitmentManager = BasePageManager.from_queryset(CommitmentQuerySet)
