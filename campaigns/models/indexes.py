"""The three lists: campaigns by status, projects by state, and the calendar of events."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, Panel, TabbedInterface
from wagtail.models import Page

from campaigns.days import next_midnight
from campaigns.models.campaigns import CampaignPage
from campaigns.models.event_queries import EventQuerySet
from campaigns.models.events import EventPage
from campaigns.models.occurrences import EventOccurrence, OccurrenceQuerySet
from campaigns.models.projects import ProjectPage, ProjectState
from campaigns.models.status import CampaignStatus
from campaigns.months import Month
from community.models import CommentsModeMixin
from site_config.models import IndexPage
from site_config.models.tree import TreeQuerySet
from site_config.pagination import paginate
from site_config.picture_loading import Pictures
from site_config.pictures import STANDARD_SPECS

# How much of the calendar and of the projects stands below the campaigns.
EVENTS_SHOWN = 3
PROJECTS_SHOWN = 4


def list_form(settings: list[Panel]) -> TabbedInterface:
    """Return the editor's tabs of a list, with the given panels under "Settings"."""
    return TabbedInterface(
        [
            ObjectList(IndexPage.content_panels, heading=_("Content")),
            ObjectList(IndexPage.promote_panels, heading=_("Lists and sharing")),
            ObjectList(settings, heading=_("Settings")),
        ]
    )


def chosen(request: HttpRequest, name: str, values: Iterable[str]) -> str:
    """Return the value of a filter in the address; empty where it is not set.

    Raises:
        Http404: the filter has no such value.
    """
    value = request.GET.get(name, "")
    if value and value not in values:
        raise Http404(gettext("There is no such choice in this list."))
    return value


class CampaignIndexPage(CommentsModeMixin, IndexPage):
    """The list of campaigns: open now, upcoming, ended."""

    per_page = 12

    parent_page_types = ["home.HomePage"]
    subpage_types = ["campaigns.CampaignPage"]
    page_description = _("The list of all campaigns by their status.")
    template = "campaigns/campaign_index_page.html"

    edit_handler = list_form(CommentsModeMixin.settings_and_comments)

    class Meta:
        verbose_name = _("list of campaigns")
        verbose_name_plural = _("lists of campaigns")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the campaigns that the address asks for, and the choices of the filter."""
        context = super().get_context(request, *args, **kwargs)
        status = chosen(request, "status", CampaignStatus.values)
        campaigns = CampaignPage.objects.child_of(self).live().unrestricted().by_urgency()
        if status:
            campaigns = campaigns.filter(status_on_day=status)
        page_obj = paginate(request, campaigns, self.per_page)
        page_obj.object_list = list(page_obj.object_list)
        surroundings = {} if status or page_obj.number > 1 else self.get_surroundings()
        pictures = Pictures()
        pictures.want([*page_obj.object_list, *surroundings.get("projects", [])])
        pictures.load(*STANDARD_SPECS)
        return (
            context
            | surroundings
            | {
                "statuses": CampaignStatus.choices,
                "status": status,
                "page_obj": page_obj,
            }
        )

    def get_surroundings(self) -> dict[str, Any]:
        """Return what the city has beside campaigns: the next events, and projects.

        The pictures of the projects are left to be loaded together with others.
        """
        siblings = TreeQuerySet(Page).sibling_of(self, inclusive=False).live().unrestricted()
        lists = siblings.type(EventIndexPage, ProjectIndexPage).order_by("-path")
        # The first of each kind is the one that stays.
        by_type = {page.cached_content_type.model_class(): page for page in lists}
        found: dict[str, Any] = {}
        if calendar := by_type.get(EventIndexPage):
            events = EventPage.objects.child_of(calendar).live().unrestricted().with_campaign()
            found["calendar"] = calendar
            found["next_events"] = list(events.upcoming()[:EVENTS_SHOWN])
        if project_list := by_type.get(ProjectIndexPage):
            projects = ProjectPage.objects.child_of(project_list).live().unrestricted().by_state()
            found["project_list"] = project_list
            found["projects"] = list(projects[:PROJECTS_SHOWN])
        return found

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return the next midnight while days are counted, or the end of the next event."""
        moments = (
            CampaignPage.objects.child_of(self).live().next_change(now),
            EventPage.objects.live().filter(locale_id=self.locale_id).next_change(now),
        )
        return min((moment for moment in moments if moment), default=None)


class ProjectIndexPage(CommentsModeMixin, IndexPage):
    """The list of projects: under way, planned, completed."""

    per_page = 12

    parent_page_types = ["home.HomePage"]
    subpage_types = ["campaigns.ProjectPage"]
    page_description = _("The list of all projects by their state.")
    template = "campaigns/project_index_page.html"

    edit_handler = list_form(CommentsModeMixin.settings_and_comments)

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

    edit_handler = list_form(IndexPage.settings_panels)

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
        context |= {"choices": self.WHEN.items(), "when": when}
        if "month" in request.GET:
            return context | self.get_month(self.month_of(request.GET["month"]))
        events = self.events.for_listing()
        events = events.past() if when == "past" else events.upcoming()
        return context | {"page_obj": paginate(request, events, self.per_page)}

    def month_of(self, value: str) -> Month:
        """Return the month of an address; where it names none, that of the next event."""
        if not value and (term := self.terms().upcoming().first()) is not None:
            return Month(term.day.replace(day=1))
        return Month.read(value)

    def terms(self) -> OccurrenceQuerySet:
        """Return the terms of all events that anybody may see here."""
        events = EventPage.objects.child_of(self).live().unrestricted()
        return EventOccurrence.objects.filter(event__in=events.order_by())

    def get_month(self, month: Month) -> dict[str, Any]:
        """Return what stands in a month: every term, also those that are left out."""
        weeks = month.weeks(self.terms().between(*month.span).select_related("event"))
        return {
            "month": month,
            "weeks": weeks,
            "days_with_events": [
                day for week in weeks for day in week if day.in_month and day.terms
            ],
        }

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return the moment at which the next event moves to the past ones, or midnight.

        A month marks the day that it is.
        """
        change = self.events.live().next_change(now)
        return min(moment for moment in (change, next_midnight(now)) if moment)

    # The file of this page for calendar programs; see ``campaigns.views``.
    calendar_filename = "calendar.ics"

    def calendar_events(self) -> EventQuerySet:
        """Return all events for calendar programs."""
        return self.events.for_calendar()
