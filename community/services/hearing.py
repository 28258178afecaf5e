"""How members want to hear of things, and what they have heard of."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django_comments.models import Comment as StoredWords

from community.models import (
    Comment,
    Delivery,
    Notification,
    NotificationChoice,
    Subject,
    User,
)
from community.models.notifications import USUAL_DELIVERY
from community.unsubscribing import DIGEST, GUEST, Subscription


def deliveries_of(member: User) -> dict[str, str]:
    """Return how a member hears of each subject."""
    chosen = NotificationChoice.objects.filter(member=member).values_list("subject", "delivery")
    return {str(subject): str(usual) for subject, usual in USUAL_DELIVERY.items()} | dict(chosen)


@transaction.atomic
def choose_deliveries(*, member: User, deliveries: Mapping[str, str]) -> None:
    """Keep how a member wants to hear of some subjects; the others stay as they are.

    What waits for the mail of the day, and is to come by none, waits no longer.

    Args:
        member: whose choice it is.
        deliveries: one for each subject.

    Raises:
        ValueError: there is no such subject or delivery.
    """
    for subject, delivery in deliveries.items():
        NotificationChoice.objects.update_or_create(
            member=member,
            subject=Subject(subject),
            defaults={"delivery": Delivery(delivery)},
        )
    stopped = [subject for subject, delivery in deliveries.items() if delivery == Delivery.NONE]
    Notification.objects.filter(recipient=member, subject__in=stopped).for_digest().update(
        mail=Notification.Mail.NONE
    )


def stop_mails(*, subscription: Subscription) -> dict[str, str]:
    """Stop a member's mails of a subject, or all that come in the mail of the day.

    Of a guest the mailbox is forgotten: nothing but mails about one comment is sent there.

    Returns:
        How the member had heard of what is stopped now; empty where nothing was left to stop,
        and where it can't be brought back.
    """
    if subscription.subject == GUEST:
        forget_mailbox_of_guest(subscription.number)
        return {}
    member = User.objects.filter(pk=subscription.number).first()
    if member is None:
        return {}
    now = deliveries_of(member)
    if subscription.subject == DIGEST:
        before = {subject: way for subject, way in now.items() if way == Delivery.DIGEST}
    else:
        before = {subscription.subject: now[subscription.subject]}
    before = {subject: way for subject, way in before.items() if way != Delivery.NONE}
    choose_deliveries(member=member, deliveries=dict.fromkeys(before, Delivery.NONE))
    return before


def forget_mailbox_of_guest(comment_id: int) -> None:
    """Forget where mails about a comment go, if nobody with an account has written it."""
    of_guests = Comment.objects.filter(pk=comment_id, user__isnull=True)
    stored = StoredWords.objects.filter(pk__in=of_guests.values("pk"))
    stored.update(user_email="")


def bring_mails_back(*, subscription: Subscription, before: Mapping[str, str]) -> None:
    """Take a stop back.

    Args:
        subscription: what was stopped.
        before: how the member had heard of it.

    Raises:
        ValueError: there is no such subject or delivery.
    """
    member = User.objects.filter(pk=subscription.number).first()
    if member is not None:
        choose_deliveries(member=member, deliveries=before)


def mark_read(*, member: User, number: int | None = None) -> int:
    """Mark one of a member's notifications as read, or all of them.

    Returns:
        How many were unread.
    """
    unread = Notification.objects.filter(recipient=member).unread()
    if number is not None:
        unread = unread.filter(pk=number)
    return unread.update(read_at=timezone.now())
