"""The form in which staff write an alert: once for all languages, and once in each."""

import unicodedata
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from site_config.models.alerts import AlertVersion, AlertWording

# Sections of the portal stand right below its home pages.
SECTION_DEPTH = 3
LAYOUT = {"\n", "\r", "\t"}


class CityTimeInput(forms.DateTimeInput):
    """The phone's own way to choose a day and an hour (HTML ``datetime-local``)."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class AlertForm(forms.ModelForm):
    """What is the same in every language."""

    section = forms.ModelChoiceField(
        label=gettext_lazy("Where it is shown"),
        queryset=Page.objects.none(),
        required=False,
        empty_label=gettext_lazy("On every page"),
        help_text=gettext_lazy("In one section only, if it concerns nobody else."),
    )

    class Meta:
        model = AlertVersion
        fields = (
            *("level", "category", "urgency", "certainty"),
            *("starts_at", "ends_at", "section", "contact"),
        )
        widgets = {
            "level": forms.RadioSelect,
            "starts_at": CityTimeInput,
            "ends_at": CityTimeInput,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = Page.objects.live().filter(
            depth=SECTION_DEPTH, locale__language_code=settings.LANGUAGE_CODE
        )
        self.fields["contact"].required = False

    def clean_contact(self) -> str:
        """Refuse what no feed can carry."""
        return printable(self.cleaned_data["contact"])

    def clean(self) -> dict[str, Any]:
        """Refuse an alert that would be over before it is seen."""
        values = super().clean()
        start, end = values.get("starts_at"), values.get("ends_at")
        now = timezone.now()
        if end and end <= now:
            self.add_error("ends_at", _("This moment has passed. Choose a later one."))
        elif end and start and end <= start:
            self.add_error("ends_at", _("It has to end after it starts."))
        return values


class WordingForm(forms.ModelForm):
    """What an alert says in one language."""

    class Meta:
        model = AlertWording
        fields = ("note", "headline", "text", "instruction", "area", "link")
        widgets = {
            "note": forms.Textarea(attrs={"rows": 2}),
            "text": forms.Textarea(attrs={"rows": 3}),
            "instruction": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args: Any, language: str, complete: bool, update: bool, **kwargs: Any):
        """Ask for all words, or, for a draft, for none.

        Args:
            language: in which the words are.
            complete: whether the alert is to be published next.
            update: whether something has been published before, which these words change.
        """
        super().__init__(*args, prefix=language, **kwargs)
        self.language = language
        self.language_name = dict(settings.LANGUAGES)[language]
        if not update:
            del self.fields["note"]
        for field in self.fields.values():
            field.required = field.required and complete
            field.widget.attrs["lang"] = language

    def clean(self) -> dict[str, Any]:
        """Refuse what no feed can carry."""
        values = super().clean()
        for name, value in list(values.items()):
            try:
                printable(value)
            except ValidationError as error:
                self.add_error(name, error)
        return values

    def clean_link(self) -> str:
        """Take an address of this portal or a safe one elsewhere."""
        link = self.cleaned_data["link"].strip()
        is_own = link.startswith("/") and not link.startswith(("//", "/\\"))
        if link and not is_own and not link.startswith("https://"):
            raise ValidationError(_("Begin with / for this portal, or with https://"))
        return link


class CancelForm(forms.Form):
    """Why an alert is cancelled, in each language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in settings.LANGUAGES:
            self.fields[code] = forms.CharField(
                label=_("Why, in this language: %(language)s") % {"language": name},
                max_length=300,
                widget=forms.Textarea(attrs={"rows": 2, "lang": code}),
                help_text=_("One sentence: “The storm has passed.”"),
            )

    def clean(self) -> dict[str, Any]:
        """Refuse what no feed can carry."""
        values = super().clean()
        for name, value in list(values.items()):
            try:
                printable(value)
            except ValidationError as error:
                self.add_error(name, error)
        return values


def printable(text: str) -> str:
    """Return a text as it is.

    Raises:
        ValidationError: it holds signs that XML can't carry (XML 1.0 §2.2).
    """
    if any(unicodedata.category(sign) in {"Cc", "Cs"} and sign not in LAYOUT for sign in text):
        raise ValidationError(_("There is a sign in it that can’t be shown. Type it anew."))
    return text
