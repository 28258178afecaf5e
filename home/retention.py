"""How long messages of the contact page are kept, as the privacy page promises."""

from datetime import datetime, timedelta

from django.db.models import Q

from home.models import ContactSubmission

CLOSED_KEPT = timedelta(days=30)
OPEN_KEPT = timedelta(days=365)
CLOSED = [ContactSubmission.State.ANSWERED, ContactSubmission.State.SET_ASIDE]


def remove_old_messages(now: datetime) -> dict[str, int]:
    """Remove closed messages 30 days after they arrived, and every message after a year."""
    closed = Q(state__in=CLOSED, submit_time__lt=now - CLOSED_KEPT)
    old = ContactSubmission.objects.filter(closed | Q(submit_time__lt=now - OPEN_KEPT))
    count, _models = old.delete()
    return {"messages": count}
