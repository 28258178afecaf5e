"""The form in which anybody asks to take something down, and the one that answers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from community.guest_guards import GuardedMixin
from gallery.models import TakeDownRequest


class TakeDownForm(GuardedMixin, forms.Form):
    """Who asks, and why."""

    relation = forms.ChoiceField(
        label=_("What do you have to do with it?"),
        choices=TakeDownRequest.Relation.choices,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Why should it go?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only our staff read this."),
    )
    name = forms.CharField(
        label=_("Your name"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("We send our answer there. Nobody else sees it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)


class AnswerForm(forms.Form):
    """What whoever asked is told."""

    answer = forms.CharField(
        label=_("Answer"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("We send it by mail, in your words."),
    )
