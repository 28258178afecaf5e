"""The forms in which people pledge, sign and offer help."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.models import CampaignPage
from campaigns.models.pledges import LONGEST_NOTE
from campaigns.services.pledging import Offer
from campaigns.sign_blocks import PledgeKind
from community.guest_guards import GuardedMixin
from community.models import User
from community.names import LONGEST, passes_for_staff, tidy_name, validate_display_name

LEGENDS = {
    PledgeKind.PLEDGE: _("I promise to"),
    PledgeKind.VOLUNTEER: _("I can help with"),
}
PUBLIC_LABELS = {
    PledgeKind.PLEDGE: _("Show my name on the campaign’s page"),
    PledgeKind.PETITION: _("Show my name under the petition"),
    PledgeKind.VOLUNTEER: _("Show my name on the campaign’s page"),
}


class OfferForm(forms.Form):
    """What somebody puts their name to. Its fields follow the campaign's call to action."""

    choice = forms.ChoiceField(widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Anything we should know"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only the team of the campaign reads this."),
    )
    name = forms.CharField(
        label=_("Your name"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    is_public = forms.BooleanField(required=False)

    def __init__(
        self, *args: Any, campaign: CampaignPage, member: User | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.member = member
        block = campaign.sign_block
        self.kind = PledgeKind(block.block_type)
        self.words = dict(block.value.choices)
        if self.words:
            field = self.fields["choice"]
            field.label = LEGENDS[self.kind]
            field.choices = list(self.words.items())
            if len(self.words) == 1:
                self.initial.setdefault("choice", next(iter(self.words)))
        else:
            del self.fields["choice"]
        if self.kind != PledgeKind.VOLUNTEER:
            del self.fields["note"]
        self.fields["is_public"].label = PUBLIC_LABELS[self.kind]
        if member is not None:
            self.initial.setdefault("name", member.display_name)
        self.fields["name"].required = self.kind == PledgeKind.PETITION

    def clean_name(self) -> str:
        """Refuse what is no name, or passes for the city; a member's own is known.

        Raises:
            ValidationError: words for the person.
        """
        name = tidy_name(self.cleaned_data["name"])
        if not name or (self.member is not None and name == self.member.display_name):
            return name
        validate_display_name(name)
        if passes_for_staff(name):
            raise forms.ValidationError(_("This name could be taken for the city or its staff."))
        return name

    def clean(self) -> dict[str, Any]:
        """Ask for the name that is to be shown."""
        cleaned = super().clean()
        if cleaned.get("is_public") and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", _("Write the name that is to be shown."))
        return cleaned

    def offer(self) -> Offer:
        """Return what was filled in, once it is valid."""
        data = self.cleaned_data
        choice = data.get("choice", "")
        return Offer(
            choice=choice,
            words=self.words.get(choice, ""),
            note=" ".join(data.get("note", "").split()),
            name=data["name"],
            is_public=data["is_public"],
        )


class GuestOfferForm(GuardedMixin, OfferForm):
    """The same by somebody without an account, whose mailbox is asked first."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_(
            "We send you a link to confirm, one mail when it is known what came of it, and one at "
            "each step of a promise that the city makes for this campaign. Each mail can stop "
            "the next ones."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)


class MemberOfferForm(OfferForm):
    """The same by a member, who counts at once. Each opened form has a name of its own."""

    submission = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["submission"] = uuid.uuid4().hex
