"""The three lists: campaigns by status, projects by state, and the calendar of events."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.models.campaigns import CampaignPage
from campaigns.models.event_queries import EventQuerySet
from campaigns.models.events import EventPage
from campaigns.models.projects import ProjectPage, ProjectState
from campaigns.models.status import CampaignStatus
from site_config.models import IndexPage
from site_config.pagination import paginate

# How much of the calendar and of the projects stands below the campaigns.
EVENTS_SHOWN = 3
PROJECTS_SHOWN = 4


def chosen(request: HttpRequest, name: str, values: Iterable[str]) -> str:
    """Return the value of a filter in the address; empty where it is not set.

    Raises:
        Http404: the filter has no such value.
    """
    value = request.GET.get(name, "")
    if value and value not in values:
        raise Http404(gettext("There is no such choice in this list."))
    return value


class CampaignIndexPage(IndexPage):
    """The list of campaigns: open now, upcoming, ended."""

    per_page = 12

    parent_page_types = ["home.HomePage"]
    subpage_types = ["campaigns.CampaignPage"]
    page_description = _("The list of all campaigns by their status.")
    template = "campaigns/campaign_index_page.html"

    class Meta:
        verbose_name = _("list of campaigns")
        verbose_name_plural = _("lists of campaigns")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the campaigns that the address asks for, and the choices of the filter."""
        context = super().get_context(request, *args, **kwargs)
        status = chosen(request, "status", CampaignStatus.values)
        campaigns = CampaignPage.objects.child_of(self).for_listing().by_urgency()
        if status:
            campaigns = campaigns.filter(status_on_day=status)
        page_obj = paginate(request, campaigns, self.per_page)
        context |= {"statuses": CampaignStatus.choices, "status": status, "page_obj": page_obj}
        if status or page_obj.number > 1:
            return context
        return context | self.get_surroundings()

    def get_surroundings(self) -> dict[str, Any]:
        """Return what the city has beside campaigns: the next events, and projects."""
        found: dict[str, Any] = {}
        calendar = EventIndexPage.objects.sibling_of(self).live().unrestricted().first()
        if calendar is not None:
            found["calendar"] = calendar
            found["next_events"] = list(calendar.events.for_listing().upcoming()[:EVENTS_SHOWN])
        project_list = ProjectIndexPage.objects.sibling_of(self).live().unrestricted().first()
        if project_list is not None:
            found["project_list"] = project_list
            projects = ProjectPage.objects.child_of(project_list).for_listing().by_state()
            found["projects"] = list(projects[:PROJECTS_SHOWN])
        return found

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return the next midnight while days are counted, or the end of the next event."""
        moments = (
            CampaignPage.objects.child_of(self).live().next_change(now),
            EventPage.objects.live().filter(locale_id=self.locale_id).next_change(now),
        )
        return min((moment for moment in moments if moment), default=None)


class ProjectIndexPage(IndexPage):
    """The list of projects: under way, planned, completed."""

    per_page = 12

    parent_page_types = ["home.HomePage"]
    subpage_types = ["campaigns.ProjectPage"]
    page_description = _("The list of all projects by their state.")
    template = "campaigns/project_index_page.html"

    class Meta:
        verbose_name = _("list of projects")
        verbose_name_plural = _("lists of projects")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the projects that the address asks for, and the choices of the filter."""
        context = super().get_context(request, *args, **kwargs)
        state = chosen(request, "state", ProjectState.values)
        projects = ProjectPage.objects.child_of(self).for_listing().by_state()
        if state:
            projects = projects.in_state(ProjectState(state))
        return context | {
            "states": ProjectState.choices,
            "state": state,
            "page_obj": paginate(request, projects, self.per_page),
        }


class EventIndexPage(IndexPage):
    """The calendar: every event of the portal, of campaigns and others."""

    per_page = 20
    WHEN = {"upcoming": _("Upcoming events"), "past": _("Past events")}

    parent_page_types = ["home.HomePage"]
    subpage_types = ["campaigns.EventPage"]
    page_description = _("The calendar of all events, with a feed for calendar programs.")
    template = "campaigns/event_index_page.html"

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")

    @property
    def events(self) -> EventQuerySet:
        """All events of this calendar."""
        return EventPage.objects.child_of(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the events that the address asks for, and the choices of the filter."""
        context = super().get_context(request, *args, **kwargs)
        when = chosen(request, "when", self.WHEN) or "upcoming"
        events = self.events.for_listing()
        events = events.past() if when == "past" else events.upcoming()
        return context | {
            "choices": self.WHEN.items(),
            "when": when,
            "page_obj": paginate(request, events, self.per_page),
        }

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return the moment at which the next event moves to the past ones."""
        return self.events.live().next_change(now)

    # The file of this page for calendar programs; see ``campaigns.views``.
    calendar_filename = "calendar.ics"

    def calendar_events(self) -> EventQuerySet:
        """Return all events for calendar programs."""
        return self.events.for_calendar()
