"""The list of promises, with the share that was kept and how it is reckoned."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from campaigns.days import city_today, next_midnight
from campaigns.feeds import ITEMS, Change, change_feed_links, changes_of_steps
from campaigns.models.commitment_queries import SETTLED, CommitmentState
from campaigns.models.commitment_steps import CommitmentStep
from campaigns.models.commitments import CommitmentPage
from campaigns.models.indexes import chosen, list_form
from community.models import CommentsModeMixin
from site_config.models import IndexPage
from site_config.pagination import paginate

OVERDUE = "overdue"


class CommitmentIndexPage(CommentsModeMixin, IndexPage):
    """What residents said and what the city made of it, the late promises first."""

    per_page = 20

    parent_page_types = ["home.HomePage"]
    subpage_types = ["campaigns.CommitmentPage"]
    page_description = _("The promises of the city: you said, we did. With the share kept.")
    template = "campaigns/commitment_index_page.html"

    edit_handler = list_form(CommentsModeMixin.settings_and_comments)

    class Meta:
        verbose_name = _("list of promises")
        verbose_name_plural = _("lists of promises")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the promises that the address asks for, and the figures of all."""
        context = super().get_context(request, *args, **kwargs)
        state = chosen(request, "state", [*CommitmentState.values, OVERDUE])
        here = CommitmentPage.objects.child_of(self).live().unrestricted()
        listed = here.overdue_first()
        if state == OVERDUE:
            listed = listed.overdue()
        elif state:
            listed = listed.filter(state_now=state)
        return context | {
            "kept": here.share_kept(),
            "states": self._choices(here),
            "state": state,
            "page_obj": paginate(request, listed, self.per_page),
            "feeds": change_feed_links(self, request),
        }

    def _choices(self, here: Any) -> list[tuple[str, Any]]:
        """Return the states that there are promises in; the late ones first."""
        late = Q(due_on__lt=city_today()) & ~Q(state_now__in=SETTLED)
        rows = (
            here.with_state().order_by().values("state_now").annotate(late=Count("pk", filter=late))
        )
        found = {row["state_now"]: row["late"] for row in rows}
        choices: list[tuple[str, Any]] = [
            (value, label) for value, label in CommitmentState.choices if value in found
        ]
        return [(OVERDUE, _("Overdue")), *choices] if any(found.values()) else choices

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return the next midnight while a promise has a day to come."""
        waiting = CommitmentPage.objects.child_of(self).live().with_state()
        waiting = waiting.filter(due_on__gte=city_today(now)).exclude(state_now__in=SETTLED)
        return next_midnight(now) if waiting.exists() else None

    def dated_changes(self) -> list[Change]:
        """Return what its feed tells: the latest steps of all promises."""
        here = CommitmentPage.objects.child_of(self).live().unrestricted()
        steps = CommitmentStep.objects.filter(commitment__in=here.order_by().values("pk"))
        return changes_of_steps(
            steps.select_related("commitment").order_by("-date", "-sort_order", "-pk")[:ITEMS]
        )
