"""The form in which anybody asks for an accessible copy."""

from django import forms
from django.utils.translation import gettext_lazy as _

from community.guest_guards import GuardedMixin
from publications.models.accessible_copies import LONGEST_WORDS, AccessibleCopyRequest


class CopyRequestForm(GuardedMixin, forms.Form):
    """What would help, and where the answer goes."""

    wanted = forms.ChoiceField(
        label=_("What would help you?"),
        choices=AccessibleCopyRequest.Form.choices,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Anything we should know"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST_WORDS}),
        help_text=_("Such as the pages that matter most to you. Please nothing about your health."),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_(
            "We write once, when the copy is there, and then delete the address. Without it, look"
            " at the publication’s page again in two weeks."
        ),
    )
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)
