"""Fields of publications: identifiers that are checked, and a choice of languages."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from publications.identifiers import normalise_isbn, normalise_issn, validate_isbn, validate_issn
from publications.languages import PublicationLanguage


class IssnField(models.CharField):
    """An ISSN (ISO 3297), stored as ``1234-567X``."""

    default_validators = [validate_issn]

    def clean(self, value: Any, model_instance: models.Model | None) -> str:
        """Check the number and bring it into its one form."""
        cleaned = super().clean(value, model_instance)
        return normalise_issn(cleaned) if cleaned else cleaned


class IsbnField(models.CharField):
    """An ISBN (ISO 2108), stored as 13 digits, or 10 where the book has an old number."""

    default_validators = [validate_isbn]

    def clean(self, value: Any, model_instance: models.Model | None) -> str:
        """Check the number and bring it into its one form."""
        cleaned = super().clean(value, model_instance)
        return normalise_isbn(cleaned) if cleaned else cleaned


class LanguagesFormField(forms.MultipleChoiceField):
    """Boxes to tick, whose value is one text of codes."""

    widget = forms.CheckboxSelectMultiple

    def prepare_value(self, value: Any) -> Any:
        """Tick the boxes of a stored text."""
        return value.split() if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        """Return the codes of the ticked boxes in the order of the form."""
        return " ".join(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare boxes with boxes."""
        return super().has_changed(self.prepare_value(initial), data)


class LanguagesField(models.CharField):
    """Codes of one or more languages (BCP 47), stored with spaces between them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 60, **kwargs})

    def validate(self, value: str, model_instance: models.Model | None) -> None:
        """Refuse codes that the portal has no name for.

        Raises:
            ValidationError: with the unknown codes.
        """
        super().validate(value, model_instance)
        if unknown := set(value.split()) - set(PublicationLanguage.values):
            raise ValidationError(
                _("These are no codes of languages: %(codes)s"),
                code="unknown_language",
                params={"codes": ", ".join(sorted(unknown))},
            )

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Return boxes to tick."""
        return LanguagesFormField(
            choices=PublicationLanguage.choices,
            required=not self.blank,
            label=kwargs.get("label", self.verbose_name),
            help_text=kwargs.get("help_text", self.help_text),
            initial=self.get_default() if self.has_default() else None,
        )
