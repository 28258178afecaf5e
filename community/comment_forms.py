"""The forms in which people comment and report."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.errors import TextTooLongError
from community.guest_guards import GuardedMixin
from community.models import HiddenFor, User
from community.models.comments import LONGEST_TEXT
from community.names import LONGEST, passes_for_staff, tidy_name, validate_display_name

# The largest number that a comment can have in the package's tables.
LARGEST_NUMBER = 2**31 - 1


class WordsForm(forms.Form):
    """The words of a comment. What is wrong with them is said by the services."""

    text = forms.CharField(
        label=_("Your words"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "maxlength": LONGEST_TEXT}),
    )

    def words(self) -> str:
        """Return what was typed, as it came.

        Raises:
            TextTooLongError: it is longer than any form could send.
        """
        typed = self.data.get("text", "")
        # Each line break counts twice on its way.
        if len(typed) > 2 * LONGEST_TEXT:
            raise TextTooLongError
        return typed


class CommentForm(WordsForm):
    """A new comment. Each form that is opened has a name of its own, which makes one comment."""

    reply = forms.CharField(required=False, widget=forms.HiddenInput)
    submission = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        initial = {"submission": uuid.uuid4().hex} | kwargs.pop("initial", {})
        super().__init__(*args, initial=initial, **kwargs)

    def number_of_parent(self) -> int:
        """Return the number of the comment that is answered: 0 for none, -1 for nonsense."""
        number = (self["reply"].value() or "").strip()
        if not number:
            return 0
        if not (number.isascii() and number.isdecimal() and len(number) <= 10):
            return -1
        return int(number) if int(number) <= LARGEST_NUMBER else -1

    def submission_name(self) -> str:
        """Return the form's name; one that came without gets another."""
        return self.data.get("submission", "")[:64] or uuid.uuid4().hex

    def take_another_name(self) -> None:
        """Be another form from now on, with the same words: this one was used."""
        self.data = self.data.copy()
        self.data["submission"] = self.initial["submission"]


class GuestCommentForm(GuardedMixin, CommentForm):
    """A comment by somebody without an account."""

    name = forms.CharField(
        label=_("Name others see"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("We send you a link to confirm the comment. Nobody else sees the address."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    ticket_field = "submission"

    def clean_name(self) -> str:
        """Refuse a name that a member has, or that passes for staff.

        Raises:
            ValidationError: words for the person.
        """
        name = tidy_name(self.cleaned_data["name"])
        validate_display_name(name)
        if passes_for_staff(name):
            raise forms.ValidationError(_("This name could be taken for the city or its staff."))
        if User.objects.called(name).exists():
            raise forms.ValidationError(
                _("A member has this name already, or one that looks like it.")
            )
        return name

    def submission_name(self) -> str:
        """Return the form's name, which is signed."""
        return self.ticket


class ReportForm(forms.Form):
    """What moderators should know of a comment."""

    reason = forms.ChoiceField(
        label=_("What is wrong with it?"), choices=HiddenFor.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only moderators read this."),
    )


class GuestReportForm(GuardedMixin, ReportForm):
    """The same from somebody without an account."""

    ticket = forms.CharField(required=False, widget=forms.HiddenInput)
