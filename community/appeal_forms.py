"""The words of an appeal."""

from django import forms
from django.utils.translation import gettext_lazy as _

from community.models.appeals import LONGEST_APPEAL


class AppealForm(forms.Form):
    """Why a decision is wrong, as whoever it is about sees it."""

    words = forms.CharField(
        label=_("Why do you think that the decision is wrong?"),
        max_length=LONGEST_APPEAL,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("You can appeal once. Only moderators read this."),
    )
