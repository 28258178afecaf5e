"""The list for those who open the door, narrowed to one event."""

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from campaigns.models import EventPage, EventRegistration


class EventFilter(SimpleListFilter):
    """Registrations for one event, in whatever language they were made."""

    title = _("event")
    parameter_name = "of"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Name the events for which somebody is registered."""
        keys = EventRegistration.objects.order_by().values("event_key").distinct()
        pages = EventPage.objects.filter(translation_key__in=keys).order_by("live", "-locale_id")
        titles = dict(pages.values_list("translation_key", "title"))
        return sorted(((str(key), title) for key, title in titles.items()), key=lambda row: row[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep those of the chosen event; of one that nobody knows there are none."""
        if not self.value():
            return queryset
        known = {value for value, _title in self.lookup_choices}
        return queryset.filter(event_key=self.value()) if self.value() in known else queryset.none()
