"""The languages that publications are written in."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class PublicationLanguage(models.TextChoices):
    """Languages of the city's publications, by their code (BCP 47)."""

    ALBANIAN = "sq", _("Albanian")
    ENGLISH = "en", _("English")
    ARABIC = "ar", _("Arabic")
    AROMANIAN = "rup", _("Aromanian")
    FRENCH = "fr", _("French")
    GERMAN = "de", _("German")
    GREEK = "el", _("Greek")
    ITALIAN = "it", _("Italian")
    MACEDONIAN = "mk", _("Macedonian")
    MONTENEGRIN = "cnr", _("Montenegrin")
    ROMANI = "rom", _("Romani")
    SERBIAN = "sr", _("Serbian")
    SPANISH = "es", _("Spanish")
    TURKISH = "tr", _("Turkish")


def language_names(codes: list[str]) -> list[str | Promise]:
    """Return the names of languages in the reader's language; an unknown code stays a code."""
    known = dict(PublicationLanguage.choices)
    return [known.get(code, code) for code in codes]
