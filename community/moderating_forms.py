"""What moderators send: a decision, and for hiding the reason with words for the author."""

from django import forms
from django.utils.translation import gettext_lazy as _

from community.models import HiddenFor
from community.services.deciding import LONGEST_WORDS


class HideForm(forms.Form):
    """Why a comment is hidden."""

    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=[("", _("Choose a reason")), *HiddenFor.choices],
        help_text=_("Readers see the reason in the place of the comment."),
    )
    words = forms.CharField(
        label=_("Words for the author"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("We send them by mail, with the reason. The public does not read them."),
    )
