"""The form by which a member leaves."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class LeaveForm(forms.Form):
    """A word that nobody types by mistake."""

    confirmation = forms.CharField(
        label=_("Confirmation"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["confirmation"].help_text = _(
            "Type the word “%(word)s”, without the quotes."
        ) % {"word": self.word}

    @property
    def word(self) -> str:
        """The word to be typed, in the reader's language."""
        # Translators: The word that a member types to leave; one word in small letters.
        return gettext("erase")

    def clean_confirmation(self) -> str:
        """Accept the word, in whatever letters.

        Raises:
            ValidationError: it is another one.
        """
        typed = self.cleaned_data["confirmation"].strip(" “”„\"'").casefold()
        if typed != self.word.casefold():
            raise forms.ValidationError(
                _("Type the word “%(word)s” to erase your account."), params={"word": self.word}
            )
        return typed
