"""What an editor is told about an event's dates and places before it is stored."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminPageForm

from campaigns.models.registrations import EventRegistration


class EventForm(WagtailAdminPageForm):
    """The editor's form of an event."""

    def clean(self) -> dict[str, Any]:
        """Hold the dates that are left out to the rule, and the places to those who come."""
        cleaned = super().clean()
        if not self.errors:
            self.check_exceptions()
            self.check_capacity()
        return cleaned

    def check_exceptions(self) -> None:
        """Refuse a date to leave out on which the event would not begin anyway."""
        formset = self.formsets.get("exceptions")
        if formset is None or not formset.is_valid():
            return  # The formset says what is wrong.
        # The rule as it was typed; the instance gets it only when the form is stored.
        days = set(self.instance_as_typed().days())
        for form in formset.forms:
            day = form.cleaned_data.get("day")
            if day and not form.cleaned_data.get("DELETE") and day not in days:
                form.add_error("day", _("The event does not begin on this day."))
                self.add_error(
                    None, _("A date that is left out is none on which the event begins.")
                )

    def instance_as_typed(self) -> Any:
        """Return an event with the dates that the form holds; it is not to be stored."""
        names = (
            *("start_date", "start_time", "end_date", "end_time", "all_day", "time_zone"),
            *("repeats", "repeat_every", "repeat_until"),
        )
        typed = {name: self.cleaned_data.get(name) for name in names}
        return type(self.instance)(**typed)

    def check_capacity(self) -> None:
        """Refuse fewer places than are taken: somebody would have to be told to stay away."""
        capacity = self.cleaned_data.get("capacity")
        if not capacity or not self.instance.pk:
            return
        taken = EventRegistration.objects.taken_by_day(self.instance)
        fullest = max(taken, key=lambda day: taken[day], default=None)
        if fullest is not None and taken[fullest] > capacity:
            self.add_error("capacity", self.too_few(taken[fullest], fullest))

    def too_few(self, taken: int, day: date) -> str:
        """Say how many places are taken, and when."""
        words = ngettext(
            "%(count)d person has a place on %(day)s. There can’t be fewer places than that.",
            "%(count)d people have a place on %(day)s. There can’t be fewer places than that.",
            taken,
        )
        return words % {"count": taken, "day": date_format(day, "DATE_FORMAT")}
