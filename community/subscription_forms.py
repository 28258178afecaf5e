"""The forms in which people follow by mail, and choose what they follow."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from community.guest_guards import GuardedMixin
from community.models import Pace, Subscriber
from community.models.subscribers import CHANNELS_AT_ONCE
from community.subscriptions.channels import Channel, describe, kinds

# In few words, where there is a row for each channel.
SHORT_PACES = [(Pace.NOW, _("At once")), (Pace.DIGEST, _("Once a day"))]
# How long a pause may last, in days.
PAUSES = {7: _("For a week"), 30: _("For a month"), 90: _("For three months")}
KEEP_PAUSE = "keep"


class ChannelsField(forms.MultipleChoiceField):
    """Some of the channels that everybody may see."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, channels: Iterable[Channel], language: str) -> None:
        """Offer these channels, by name; what not everybody may see is left out."""
        self.choices = [
            (str(channel), named(channel, language))
            for channel in dict.fromkeys(channels)
            if describe(channel, language)
        ]

    def clean(self, value: Any) -> list[Channel]:
        """Return the chosen channels."""
        chosen = super().clean(value)
        return [channel for one in chosen if (channel := Channel.read(one))]


def named(channel: Channel, language: str) -> str:
    """Return a channel with its kind: “Series: City Bulletin”."""
    found = describe(channel, language)
    kind = kinds().get(channel.kind)
    label = str(kind.label) if kind else channel.kind
    return f"{label}: {found.title}" if found else label


class MemberFollowForm(forms.Form):
    """What a member with a confirmed address follows."""

    channels = ChannelsField(
        label=_("What do you want to hear of?"),
        error_messages={"required": _("Choose one thing at least.")},
    )
    pace = forms.ChoiceField(
        label=_("How often?"), choices=Pace.choices, widget=forms.RadioSelect, initial=Pace.NOW
    )

    def __init__(
        self,
        *args: Any,
        asked: Iterable[Channel],
        offered: Iterable[Channel],
        language: str,
        **kwargs: Any,
    ) -> None:
        """Offer what was asked for, chosen already, and what is offered to everybody."""
        super().__init__(*args, **kwargs)
        self.fields["channels"].offer([*asked, *offered], language)
        self.initial["channels"] = [str(channel) for channel in asked]

    def clean_channels(self) -> list[Channel]:
        """Refuse more than one request can hold.

        Raises:
            ValidationError: words for the person.
        """
        channels = self.cleaned_data["channels"]
        if len(channels) > CHANNELS_AT_ONCE:
            raise forms.ValidationError(_("Choose fewer at once; you can add others later."))
        return channels


class FollowForm(GuardedMixin, MemberFollowForm):
    """The same for anybody, with the mailbox that the link is sent to."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("We send you a link. You follow as soon as you have pressed its button."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)
    field_order = ["channels", "email", "pace"]


class ChooseForm(forms.Form):
    """What a follower follows, how often, in which language, and whether it rests."""

    language = forms.ChoiceField(label=_("Language of the mails"), choices=settings.LANGUAGES)
    pause = forms.ChoiceField(label=_("Pause"), required=False)

    def __init__(
        self,
        *args: Any,
        subscriber: Subscriber,
        offered: Iterable[Channel],
        language: str,
        **kwargs: Any,
    ) -> None:
        """Show each channel with its pace; those that are offered have none yet."""
        super().__init__(*args, **kwargs)
        self.subscriber = subscriber
        followed = {Channel(row.kind, row.key): row.pace for row in subscriber.subscriptions.all()}
        self.channels = list(dict.fromkeys([*followed, *offered]))
        for place, channel in enumerate(self.channels):
            is_followed = channel in followed
            nothing = _("No longer") if is_followed else _("No")
            self.fields[f"pace-{place}"] = forms.ChoiceField(
                label=named(channel, language),
                choices=[*SHORT_PACES, ("", nothing)],
                required=False,
                widget=forms.RadioSelect,
                initial=followed.get(channel, ""),
            )
        self.fields["language"].initial = subscriber.language
        pauses = [("", _("No pause")), *((str(days), words) for days, words in PAUSES.items())]
        if subscriber.is_paused:
            until = date_format(subscriber.paused_until, "DATE_FORMAT")
            pauses.insert(0, (KEEP_PAUSE, gettext("Until %(day)s, as now") % {"day": until}))
            self.fields["pause"].initial = KEEP_PAUSE
        self.fields["pause"].choices = pauses

    def paces(self) -> dict[Channel, Pace]:
        """Return how often each of the chosen channels is heard of."""
        chosen = {
            channel: self.cleaned_data[f"pace-{place}"]
            for place, channel in enumerate(self.channels)
        }
        return {channel: Pace(pace) for channel, pace in chosen.items() if pace}

    def pause_fields(self) -> list[forms.BoundField]:
        """Return the fields that are about all channels."""
        return [self["language"], self["pause"]]

    def channel_fields(self) -> list[forms.BoundField]:
        """Return the fields that are about one channel each."""
        return [self[f"pace-{place}"] for place in range(len(self.channels))]

    def paused_until(self) -> date | None:
        """Return the day on which a pause ends; nothing for none."""
        pause = self.cleaned_data["pause"]
        if pause == KEEP_PAUSE:
            return self.subscriber.paused_until
        return timezone.localdate() + timedelta(days=int(pause)) if pause else None
