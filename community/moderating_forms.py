"""What moderators send: a decision, and for some the reason with words for the author."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from community.models import CannedReply, HiddenFor, Sanction
from community.services.deciding import LONGEST_WORDS

REASONS = [("", _("Choose a reason")), *HiddenFor.choices]


class ReadyRepliesWidget(forms.Select):
    """Offers ready replies; each choice carries its words for the script that shows them."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return a choice with its words."""
        option = super().create_option(*args, **kwargs)
        reply = getattr(option["value"], "instance", None)
        if reply is not None:
            option["attrs"] |= {"data-words": reply.words, "lang": reply.language}
        return option


class ReadyReplyField(forms.ModelChoiceField):
    """One of the ready replies, each named with its language where it is another one."""

    widget = ReadyRepliesWidget

    def label_from_instance(self, obj: CannedReply) -> str:
        """Return the title, and the language if it is not the reader's."""
        if obj.language == get_language():
            return obj.title
        return f"{obj.title} ({get_language_info(obj.language)['name_local']})"


class WordsForAuthorForm(forms.Form):
    """Words that somebody gets by mail: typed, or one of the ready replies."""

    ready = ReadyReplyField(
        label=_("Ready reply"),
        required=False,
        queryset=CannedReply.objects.none(),
        empty_label=_("None"),
        help_text=_("Sent as it stands where you write no words of your own below."),
    )
    words = forms.CharField(
        label=_("Words for the author"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("We send them by mail, with the reason. The public does not read them."),
    )

    def __init__(self, *args: Any, language: str = "", **kwargs: Any) -> None:
        """Offer the ready replies in the author's language first."""
        super().__init__(*args, **kwargs)
        self.fields["ready"].queryset = CannedReply.objects.for_author_in(language)

    def words_for_author(self) -> str:
        """Return what was typed, or else the ready reply."""
        ready = self.cleaned_data["ready"]
        return self.cleaned_data["words"] or (ready.words if ready else "")


class HideForm(WordsForAuthorForm):
    """Why a comment is hidden."""

    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=REASONS,
        help_text=_("Readers see the reason in the place of the comment."),
    )
    field_order = ["reason", "ready", "words"]


class SanctionForm(WordsForAuthorForm):
    """A measure against a member."""

    kind = forms.ChoiceField(
        label=_("Measure"), choices=Sanction.Kind.choices, widget=forms.RadioSelect
    )
    until = forms.DateField(
        label=_("Last day of a suspension"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.ChoiceField(label=_("Reason"), choices=REASONS)
    field_order = ["kind", "until", "reason", "ready", "words"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the days of a year from tomorrow."""
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["until"].widget.attrs |= {
            "min": str(today + timedelta(days=1)),
            "max": str(today + timedelta(days=365)),
        }

    def end(self) -> datetime | None:
        """Return the last minute of the chosen day."""
        day = self.cleaned_data["until"]
        return timezone.make_aware(datetime.combine(day, time(23, 59))) if day else None


class ClearProfileForm(forms.Form):
    """Why a member's name and text are removed."""

    prefix = "profile"
    reason = forms.ChoiceField(label=_("Reason"), choices=REASONS)


class AnswerForm(WordsForAuthorForm):
    """What the author of an appeal is told."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say that an answer needs words."""
        super().__init__(*args, **kwargs)
        self.fields["words"].help_text = _(
            "We send them by mail, with your answer. The public does not read them."
        )
