"""The words of an appeal, and those that answer it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from community.models.appeals import LONGEST_APPEAL
from community.services.deciding import LONGEST_WORDS


class AppealForm(forms.Form):
    """Why a decision is wrong, as whoever it is about sees it."""

    words = forms.CharField(
        label=_("Why do you think that the decision is wrong?"),
        max_length=LONGEST_APPEAL,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("You can appeal once. Only moderators read this."),
    )


class AnswerForm(forms.Form):
    """What the author of an appeal is told."""

    words = forms.CharField(
        label=_("Words for the author"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("We send them by mail, with your answer. The public does not read them."),
    )
