"""How long what was not accepted is kept, as the privacy page promises."""

from datetime import datetime, timedelta

from django.db import transaction

from gallery.models import MediaSubmission, TakeDownRequest
from gallery.submissions.sending import forget_submission

# A member can ask why; after that nothing is left of it.
REJECTED_KEPT = timedelta(days=30)
# Names, mailboxes and words of those who asked to take something down, after the answer.
ASKERS_KEPT = timedelta(days=30)


def remove_rejected_submissions(now: datetime) -> dict[str, int]:
    """Remove what was not accepted, or could not be read, 30 days after that."""
    states = [MediaSubmission.State.REJECTED, MediaSubmission.State.FAILED]
    old = MediaSubmission.objects.filter(state__in=states, sent_at__lt=now - REJECTED_KEPT)
    count = 0
    for submission in old.exclude(decided_at__gte=now - REJECTED_KEPT):
        with transaction.atomic():
            forget_submission(submission)
        count += 1
    return {"rejected submissions": count}


def forget_askers(now: datetime) -> dict[str, int]:
    """Forget who has asked to take something down, 30 days after the answer."""
    answered = TakeDownRequest.objects.filter(answered_at__lt=now - ASKERS_KEPT)
    known = answered.exclude(name="", email="", words="")
    return {"askers of take-downs": known.update(name="", email="", words="", answer="")}


RULES = (remove_rejected_submissions, forget_askers)
