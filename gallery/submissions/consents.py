"""What members agree to when they send something in. The words are kept with each consent."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from gallery.models import Consent, MediaSubmission
from site_config.models.images import Licence

# Changed with every change of the words below, in whichever language.
VERSION = "2026-11"
MADE = _("I made this, or may give it away")
PEOPLE = _("The people who can be recognised in it have agreed that it is published")
LICENCE = _("Everybody may use it under the licence that I chose")
WORDS = {
    Consent.Kind.MADE: MADE,
    Consent.Kind.PEOPLE: PEOPLE,
    Consent.Kind.LICENCE: LICENCE,
}


def keep_consents(submission: MediaSubmission) -> None:
    """Write down what the member has just agreed to, in the words of their language."""
    with override(submission.language):
        licence = str(Licence(submission.licence).label)
        for kind, words in WORDS.items():
            text = f"{words}: {licence}" if kind == Consent.Kind.LICENCE else str(words)
            Consent.objects.create(
                submission=submission,
                kind=kind,
                version=VERSION,
                language=submission.language,
                words=text,
                given_at=submission.sent_at,
            )
