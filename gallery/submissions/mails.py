"""What a member hears about what they sent in."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from community.mails import ACTIONS, send_account_mail
from gallery.models import MediaSubmission

APPROVED, REJECTED = "gallery/mails/submission_approved", "gallery/mails/submission_rejected"
ACTIONS |= {APPROVED: _("See it in the gallery"), REJECTED: _("See your photos and films")}


def tell_approved(submission: MediaSubmission, address: str) -> None:
    """Say that a photo or film is in the gallery, or will be.

    Args:
        submission: approved a moment ago.
        address: where it stands; empty where it is not published yet.
    """
    context = {"submission": submission, "is_shown": bool(address)}
    context["activate_url"] = address or reverse("contributions:mine")
    _send(APPROVED, submission, context)


def tell_rejected(submission: MediaSubmission) -> None:
    """Say that a photo or film was not accepted, and why."""
    context = {"submission": submission, "activate_url": reverse("contributions:mine")}
    _send(REJECTED, submission, context)


def _send(template: str, submission: MediaSubmission, context: dict[str, object]) -> None:
    member = submission.member
    send_account_mail(template=template, to=member.email, language=member.language, context=context)
