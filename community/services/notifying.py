"""What members are told of, and when."""

from collections.abc import Mapping
from functools import partial

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from community.models import (
    Announcement,
    Appeal,
    Comment,
    Delivery,
    Discussion,
    ModerationDecision,
    Notification,
    NotificationChoice,
    State,
    Subject,
    User,
)
from community.models.notifications import USUAL_DELIVERY
from community.notice_mails import mail_now
from community.recipients import AT_A_TIME, answered_or_named, followers_after, willing_readers
from community.services.mentioning import MENTIONS_AT_MOST, store_mentions
from community.subscriptions.announcing import announce_comment

Action = ModerationDecision.Action
# Mails at once about these are written where they are decided: they hold what the member can do
# about it.
MAILED_AT_ONCE = frozenset(
    {
        Action.HIDDEN,
        Action.WARNED,
        Action.SUSPENDED,
        Action.BANNED,
        Action.APPEAL_GRANTED,
        Action.APPEAL_REFUSED,
    }
)
TOLD = MAILED_AT_ONCE | {
    Action.APPROVED,
    Action.HELD,
    Action.RESTORED,
    Action.OFFICIAL,
    Action.CLOSED,
    Action.OPENED,
    Action.MOVED,
    Action.CORRECTED,
    Action.LIFTED,
    Action.PROFILE_CLEARED,
}


def note_comment(comment: Comment) -> None:
    """Tell those concerned that everybody can read a comment now; called once it is public.

    Called again, as after an edit, it tells those whom the words have come to name. Nobody is
    told twice.
    """
    if comment.opens:
        # Its words were stored with the discussion, which knows no mentions.
        store_mentions(comment=comment)
    announcement, is_new = Announcement.objects.get_or_create(comment=comment)
    if is_new:
        transaction.on_commit(partial(announce.enqueue, comment.pk), robust=True)
    elif announcement.done_at and comment.is_readable:
        _tell(comment, answered_or_named(comment))


def note_decision(decision: ModerationDecision) -> None:
    """Tell the member concerned what a moderator has decided, unless they decided it themselves."""
    member = _whom_it_concerns(decision)
    if decision.action not in TOLD or member is None or member.pk == decision.moderator_id:
        return
    if _is_told_by_an_answer(decision):
        return
    delivery = delivery_for([member.pk], Subject.MODERATION)[member.pk]
    notification, is_new = Notification.objects.get_or_create(
        recipient=member,
        decision=decision,
        defaults={
            "subject": Subject.MODERATION,
            "comment": decision.comment,
            "mail": _waits(delivery),
        },
    )
    if is_new and delivery == Delivery.NOW and decision.action not in MAILED_AT_ONCE:
        mail_now(notification)


@task()
def announce(comment_id: int) -> None:
    """Tell all whom a comment concerns, some hundred in each transaction."""
    while _announce_part(comment_id):
        pass
    _tell_mailboxes(comment_id)


def finish_announcements(limit: int = 100) -> None:
    """Go on with what a worker has begun and not ended, or what nobody could read until now."""
    left = Announcement.objects.filter(
        done_at__isnull=True, comment__state=State.PUBLIC, comment__hidden_above=0
    )
    for comment_id in list(left.order_by("made_at").values_list("comment", flat=True)[:limit]):
        announce.func(comment_id)


def delivery_for(numbers: list[int], subject: Subject) -> dict[int, Delivery]:
    """Return how each of some members wants to hear of a subject."""
    chosen = NotificationChoice.objects.filter(member__in=numbers, subject=subject)
    usual = dict.fromkeys(numbers, USUAL_DELIVERY[subject])
    return usual | {
        number: Delivery(delivery) for number, delivery in chosen.values_list("member", "delivery")
    }


def _tell_mailboxes(comment_id: int) -> None:
    """Tell those who follow by mail, once all members are told: nobody hears of it twice."""
    told = Announcement.objects.filter(comment=comment_id, done_at__isnull=False)
    comment = Comment.objects.select_related("conversation").filter(announcement__in=told).first()
    if comment is not None and not comment.opens:
        announce_comment(comment)


@transaction.atomic
def _announce_part(comment_id: int) -> bool:
    """Tell the next followers of a comment, and with the first ones whom it answers and names.

    Returns:
        Whether there may be more.
    """
    # Whoever comes second finds the row locked, and leaves the work to the first.
    announcement = (
        Announcement.objects.select_for_update(skip_locked=True, of=["self"])
        .filter(comment=comment_id, done_at__isnull=True)
        .first()
    )
    comment = Comment.objects.select_related("conversation", "user").filter(pk=comment_id).first()
    if announcement is None or comment is None or not comment.is_readable:
        return False
    followers = followers_after(comment, announcement.told_up_to)
    nearest = {} if announcement.told_up_to else answered_or_named(comment)
    _tell(comment, followers | nearest)
    if len(followers) < AT_A_TIME:
        announcement.done_at = timezone.now()
    announcement.told_up_to = max(followers, default=announcement.told_up_to)
    announcement.save(update_fields=["done_at", "told_up_to"])
    return announcement.done_at is None


def _tell(comment: Comment, subjects: Mapping[int, Subject]) -> None:
    """Tell some members of a comment, each once, by the way that they have chosen.

    Args:
        comment: a readable one.
        subjects: why each member is told, by the member's number.
    """
    told = set(
        Notification.objects.filter(comment=comment, decision__isnull=True)
        .filter(recipient__in=list(subjects))
        .values_list("recipient", flat=True)
    )
    members = willing_readers(comment, set(subjects) - told)
    members = _without_a_crowd(comment, members, subjects)
    deliveries = {
        subject: delivery_for([m.pk for m in members if subjects[m.pk] == subject], subject)
        for subject in set(subjects.values())
    }
    notifications = [
        Notification(
            recipient=member,
            subject=subjects[member.pk],
            comment=comment,
            mail=_waits(deliveries[subjects[member.pk]][member.pk]),
        )
        for member in members
    ]
    for notification in Notification.objects.bulk_create(notifications):
        if deliveries[notification.subject][notification.recipient_id] == Delivery.NOW:
            mail_now(notification)


def _without_a_crowd(
    comment: Comment, members: list[User], subjects: Mapping[int, Subject]
) -> list[User]:
    """Return those of some members who may be told: of those named, ten in all for one comment.

    However often its words are changed, nobody has more strangers mailed by them.
    """
    told = Notification.objects.filter(
        comment=comment, decision__isnull=True, subject=Subject.MENTION
    )
    named = [member for member in members if subjects[member.pk] == Subject.MENTION]
    too_many = named[max(MENTIONS_AT_MOST - told.count(), 0) :] if named else []
    return [member for member in members if member not in too_many]


def _is_told_by_an_answer(decision: ModerationDecision) -> bool:
    """Say whether the answer to an appeal, which goes out by itself, tells the same."""
    if decision.action not in {Action.RESTORED, Action.LIFTED}:
        return False
    granted = Appeal.objects.filter(outcome=Appeal.Outcome.GRANTED)
    return granted.filter(decision=decision.undoes_id).exists()


def _waits(delivery: Delivery) -> Notification.Mail:
    """Return what a notification waits for."""
    return Notification.Mail.DIGEST if delivery == Delivery.DIGEST else Notification.Mail.NONE


def _whom_it_concerns(decision: ModerationDecision) -> User | None:
    """Return the member whose words or account a decision is about."""
    if decision.member_id:
        return decision.member
    if decision.comment_id:
        return decision.comment.user
    target = decision.conversation.specific_target() if decision.conversation_id else None
    return target.author if isinstance(target, Discussion) else None
