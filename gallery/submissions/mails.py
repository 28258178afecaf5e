"""What a member hears about what they sent in."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from community.mails import ACTIONS, send_account_mail
from gallery.models import MediaSubmission, VideoPage

APPROVED, REJECTED = "gallery/mails/submission_approved", "gallery/mails/submission_rejected"
SHOWN = "gallery/mails/submission_shown"
ACTIONS |= {
    APPROVED: _("See it in the gallery"),
    REJECTED: _("See your photos and films"),
    SHOWN: _("See it in the gallery"),
}


def tell_approved(submission: MediaSubmission, address: str) -> None:
    """Say that a photo or film is in the gallery, or will be.

    Args:
        submission: approved a moment ago.
        address: where it stands; empty where it is not published yet.
    """
    context = {"submission": submission, "is_shown": bool(address)}
    context["activate_url"] = address or reverse("contributions:mine")
    _send(APPROVED, submission, context)


def tell_shown(page: VideoPage) -> None:
    """Say once that a film that was approved before is in the gallery now.

    Args:
        page: of a film of the gallery, published for the first time.
    """
    elsewhere = VideoPage.objects.live().filter(video_id=page.video_id).exclude(pk=page.pk)
    if page.video_id is None or elsewhere.exists():
        return
    approved = MediaSubmission.objects.filter(
        work__media=page.video_id, state=MediaSubmission.State.APPROVED, member__is_active=True
    )
    for submission in approved.select_related("member"):
        context = {"submission": submission, "activate_url": page.url}
        _send(SHOWN, submission, context, key=f"submission-shown-{submission.pk}")


def tell_rejected(submission: MediaSubmission) -> None:
    """Say that a photo or film was not accepted, and why."""
    context = {"submission": submission, "activate_url": reverse("contributions:mine")}
    _send(REJECTED, submission, context)


def _send(
    template: str, submission: MediaSubmission, context: dict[str, object], *, key: str = ""
) -> None:
    member = submission.member
    send_account_mail(
        template=template, to=member.email, language=member.language, context=context, key=key
    )
