"""The form by which somebody registers for an event."""

from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from campaigns.models import EventOccurrence, EventPage, EventRegistration
from campaigns.models.registrations import LONGEST_NAME
from community.guest_guards import GuardedMixin

MAILBOX_LENGTH = 254  # RFC 5321 §4.5.3.1.3


class TermForm(forms.Form):
    """Which date, of an event that has several."""

    day = forms.TypedChoiceField(
        label=_("Date"), coerce=date.fromisoformat, widget=forms.RadioSelect
    )

    def __init__(
        self, *args: Any, event: EventPage, terms: list[EventOccurrence], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        taken = EventRegistration.objects.taken_by_day(event)
        self.fields["day"].choices = [
            (term.day.isoformat(), words_for(term.day, event.places, taken.get(term.day, 0)))
            for term in terms
        ]
        if len(terms) == 1:
            # The one date stands above the form: there is nothing to choose.
            self.initial["day"] = terms[0].day.isoformat()
            self.fields["day"].widget = forms.HiddenInput()


def words_for(day: date, capacity: int | None, taken: int) -> str:
    """Return a date with what is left of its places."""
    words = date_format(day, "l, j F Y")
    if capacity is None:
        return words
    free = max(0, capacity - taken)
    if not free:
        return f"{words} – {_('waiting list')}"
    left = ngettext("%(count)d place left", "%(count)d places left", free) % {"count": free}
    return f"{words} – {left}"


class RegistrationForm(GuardedMixin, TermForm):
    """The same from somebody without an account, with a mailbox."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=LONGEST_NAME,
        help_text=_("As we should call you at the door."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=MAILBOX_LENGTH,
        help_text=_("We send you a link to confirm. Nobody else sees the address."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    ticket_name = forms.CharField(required=False, widget=forms.HiddenInput)

    ticket_field = "ticket_name"
