"""How staff list campaigns, events and projects in the page explorer."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_filters import ChoiceFilter
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet

from campaigns.models import (
    CampaignPage,
    CampaignStatus,
    CommitmentPage,
    CommitmentState,
    EventPage,
    EventStatus,
    ProjectPage,
)
from campaigns.models.commitment_index import OVERDUE
from campaigns.models.projects import ProjectState
from site_config.page_lists import PageListViewSet

TIMES = [("upcoming", _("Upcoming events")), ("past", _("Past events"))]


class CampaignFilterSet(PageFilterSet):
    """The filter of the list of campaigns."""

    status = ChoiceFilter(label=_("Status"), choices=CampaignStatus.choices, method="in_status")

    class Meta:
        model = CampaignPage
        fields: list[str] = []

    def in_status(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Return the campaigns that have a status today."""
        found = CampaignPage.objects.in_status(CampaignStatus(value))
        return pages.filter(pk__in=found.values("pk"))


class EventFilterSet(PageFilterSet):
    """The filters of the list of events."""

    when = ChoiceFilter(label=_("Time"), choices=TIMES, method="at_time")
    status = ChoiceFilter(label=_("Status"), choices=EventStatus.choices)

    class Meta:
        model = EventPage
        fields: list[str] = []

    def at_time(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Return the events that are past, or those to come."""
        events = EventPage.objects
        found = events.past() if value == "past" else events.upcoming()
        return pages.filter(pk__in=found.values("pk"))


class ProjectFilterSet(PageFilterSet):
    """The filter of the list of projects."""

    state = ChoiceFilter(label=_("State"), choices=ProjectState.choices)

    class Meta:
        model = ProjectPage
        fields: list[str] = []


class CommitmentFilterSet(PageFilterSet):
    """The filter of the list of promises."""

    state = ChoiceFilter(
        label=_("State"),
        choices=[(OVERDUE, _("Overdue")), *CommitmentState.choices],
        method="in_state",
    )

    class Meta:
        model = CommitmentPage
        fields: list[str] = []

    def in_state(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Return the promises that are late, or that stand as chosen."""
        promises = CommitmentPage.objects.all()
        late = value == OVERDUE
        found = promises.overdue() if late else promises.in_state(CommitmentState(value))
        return pages.filter(pk__in=found.values("pk"))


def columns_with(*own: Column) -> list[Column]:
    """Return the explorer's columns with a type's own in the place of its type and revision."""
    general = [
        column
        for column in ExplorableIndexView.base_columns
        if column.name not in {"latest_revision_created_at", "type"}
    ]
    return [*general[:-1], *own, *general[-1:]]


def status_label(campaign: Any) -> str:
    """Return where a campaign stands today, in words."""
    return campaign.status.label


class CampaignViewSet(PageViewSet):
    """Campaigns with their days and status."""

    model = CampaignPage
    icon = "clipboard-list"
    columns = columns_with(
        Column("campaign_status", label=_("Status"), accessor=status_label, width="18%"),
        DateColumn("starts_on", label=_("first day"), sort_key="starts_on", width="12%"),
        DateColumn("ends_on", label=_("last day"), sort_key="ends_on", width="12%"),
    )
    filterset_class = CampaignFilterSet
    ordering = "-starts_on"


class EventViewSet(PageViewSet):
    """Events with their start, place and status."""

    model = EventPage
    icon = "calendar-alt"
    columns = columns_with(
        DateColumn("starts_at", label=_("start"), sort_key="starts_at", width="14%"),
        Column("place", label=_("Where"), width="18%"),
        Column("get_status_display", label=_("Status"), width="12%"),
    )
    filterset_class = EventFilterSet
    ordering = "-starts_at"


class ProjectViewSet(PageViewSet):
    """Projects with their state."""

    model = ProjectPage
    icon = "tasks"
    columns = columns_with(
        Column("get_state_display", label=_("State"), sort_key="state", width="14%"),
        DateColumn("starts_on", label=_("first day"), sort_key="starts_on", width="12%"),
    )
    filterset_class = ProjectFilterSet


def commitment_state(commitment: Any) -> str:
    """Return how a promise stands, and how late it is."""
    if not commitment.is_overdue:
        return commitment.state.label
    late = ngettext("%(days)s day late", "%(days)s days late", commitment.days_late)
    return f"{commitment.state.label}, {late % {'days': commitment.days_late}}"


class CommitmentIndexView(IndexView):
    """The list of promises: the late ones come first until somebody sorts it otherwise."""

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Put what is late first."""
        if self.is_searching or self.is_explicitly_ordered:
            return super().order_queryset(queryset)
        return queryset.overdue_first()


class CommitmentViewSet(PageListViewSet):
    """All promises in one list with their state and day, late ones first."""

    model = CommitmentPage
    icon = "tick-inverse"
    menu_label = _("Promises")
    menu_order = 432
    add_to_admin_menu = True
    columns = [
        *(column for column in IndexView.base_columns if column.name in {"bulk_actions", "title"}),
        Column("commitment_state", label=_("State"), accessor=commitment_state, width="20%"),
        DateColumn("due_on", label=_("due on"), sort_key="due_on", width="12%"),
        Column("responsible", label=_("who is responsible"), width="16%"),
        *(column for column in IndexView.base_columns if column.name == "status"),
    ]
    filterset_class = CommitmentFilterSet
    index_view_class = CommitmentIndexView
