"""The form of a contact page: its fields as staff chose them, and two guards against machines."""

import secrets
import time
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

SALT = "home.contact.ticket"
# Nobody reads the labels and writes a message in less.
QUICKEST_SECONDS = 3
LINE_LENGTH = 255
MAILBOX_LENGTH = 254  # RFC 5321 §4.5.3.1.3
MESSAGE_LENGTH = 3000
# Hyphens keep these names apart from those of fields, which have none.
TICKET = "form-ticket"
TRAP = "form-website"


def new_ticket() -> str:
    """Return a signed ticket that says when a form was opened, and tells it from all others."""
    return signing.dumps({"opened": int(time.time()), "id": secrets.token_hex(8)}, salt=SALT)


def read_ticket(ticket: str) -> dict[str, Any] | None:
    """Return what a ticket says, or None if the portal hasn't signed it."""
    try:
        return signing.loads(ticket, salt=SALT)
    except signing.BadSignature:
        return None


class ContactForm(BaseForm):
    """A form that a person has had open for a moment."""

    error_css_class = "field--error"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = self.data.get(TICKET, "") if self.is_bound else ""
        self.ticket = read_ticket(given)
        # The form is always shown with a good ticket, so that nobody's text is lost.
        self.ticket_value = given if self.ticket else new_ticket()

    def clean(self) -> dict[str, Any]:
        """Refuse what no person would send.

        Raises:
            ValidationError: the hidden field is filled, or the form was sent at once.
        """
        cleaned = super().clean()
        if self.data.get(TRAP):
            raise ValidationError(
                _("Your browser filled in a field that nobody sees. Please send the form again.")
            )
        if self.ticket is None:
            raise ValidationError(_("The form has been renewed. Please send it once more."))
        if time.time() - self.ticket["opened"] < QUICKEST_SECONDS:
            raise ValidationError(
                _("That was very quick. Please check what you wrote, then send it once more.")
            )
        return cleaned

    @property
    def sender(self) -> str:
        """The e-mail address that was given first; empty where the form asks for none."""
        names = (name for name, field in self.fields.items() if _is_mailbox(field))
        return next((self.cleaned_data[name] for name in names if self.cleaned_data[name]), "")


def _is_mailbox(field: forms.Field) -> bool:
    return isinstance(field, forms.EmailField)


class ContactFormBuilder(FormBuilder):
    """Builds the form from the fields that staff chose."""

    def get_form_class(self) -> type[ContactForm]:
        """Return a form with these fields and the guards."""
        return type("ContactPageForm", (ContactForm,), self.formfields)

    def create_field(self, field: Any, made: forms.Field) -> forms.Field:
        """Add what browsers may fill in."""
        if field.autocomplete:
            made.widget.attrs["autocomplete"] = field.autocomplete
        return made

    def create_singleline_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        """One line of text."""
        return self.create_field(field, forms.CharField(max_length=LINE_LENGTH, **options))

    def create_multiline_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        """Several lines; their number of characters is limited, and counted where a script runs."""
        widget = forms.Textarea({"rows": 8})
        return self.create_field(
            field, forms.CharField(max_length=MESSAGE_LENGTH, widget=widget, **options)
        )

    def create_email_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        """One mailbox."""
        return self.create_field(field, forms.EmailField(max_length=MAILBOX_LENGTH, **options))

    def create_dropdown_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        """One of several choices; none is made for the reader."""
        choices = [("", _("Please choose")), *self.get_formatted_field_choices(field)]
        return forms.ChoiceField(choices=choices, **options)
