"""The forms in which partners write to the city, and the city answers."""

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 4000


class MessageForm(forms.Form):
    """A message in a matter that is open already."""

    words = forms.CharField(
        label=_("Message"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6})
    )
    # One form that was opened once is one message, however often it is sent.
    ticket = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("ticket", secrets.token_urlsafe(16))

    def clean_ticket(self) -> str:
        """Return the form's name; one that came without is a form of its own."""
        return self.cleaned_data["ticket"] or secrets.token_urlsafe(16)


class ThreadForm(MessageForm):
    """The first message of a matter."""

    subject = forms.CharField(label=_("Subject"), max_length=120)
    field_order = ["subject", "words", "ticket"]

    def clean_subject(self) -> str:
        """Return the subject in one line."""
        return " ".join(self.cleaned_data["subject"].split())
