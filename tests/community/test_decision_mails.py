"""Mails of decisions are stopped, or come once a day, as their reader has chosen (RFC 8058)."""

from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from community.models import (
    Comment,
    Delivery,
    HiddenFor,
    ModerationDecision,
    Notification,
    NotificationChoice,
    Sanction,
    Subject,
    User,
)
from community.services.appealing import make_appeal, settle_appeal
from community.services.digesting import send_digests
from community.services.hearing import deliveries_of
from community.services.moderating import hide_comment
from community.services.moderating_members import lift_sanction, sanction_member
from community.services.taking_back import take_back
from site_config.models import OutboxMail
from site_config.outbox import deliver_mail
from tests.factories.community import CommentFactory, ModeratorFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


def hide(comment: Comment) -> None:
    """Hide a comment, and with it tell its author."""
    hide_comment(comment_id=comment.pk, moderator=ModeratorFactory(), reason=HiddenFor.INSULT)


def warn(comment: Comment) -> None:
    """Warn the author of a comment."""
    sanction_member(
        member_id=comment.user_id,
        moderator=ModeratorFactory(),
        kind=Sanction.Kind.WARNING,
        reason=HiddenFor.INSULT,
    )


def refuse(comment: Comment) -> None:
    """Hide a comment and refuse the appeal of its author; only the answer is in the outbox."""
    hide(comment)
    decision = comment.decisions.get()
    appeal = make_appeal(decision=decision, author=comment.user, words="It was no insult.")
    OutboxMail.objects.all().delete()
    settle_appeal(appeal_id=appeal.pk, moderator=ModeratorFactory(), granted=False, words="It was.")


DECISIONS = pytest.mark.parametrize("decide", [hide, warn, refuse])


def choose(member: User, delivery: Delivery) -> None:
    NotificationChoice.objects.create(member=member, subject=Subject.MODERATION, delivery=delivery)


def stop_path(stored: OutboxMail) -> str:
    return urlsplit(stored.headers["List-Unsubscribe"].strip("<>")).path


@DECISIONS
def test_a_mail_program_stops_the_mails_of_decisions_by_one_click(decide):
    comment = CommentFactory()
    decide(comment)
    stored = OutboxMail.objects.get()

    assert stored.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = stop_path(stored)
    assert path in stored.text
    assert path in stored.html
    answer = Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    assert deliveries_of(comment.user)["moderation"] == Delivery.NONE


@DECISIONS
def test_who_wants_no_mails_of_decisions_is_told_in_the_portal_alone(decide):
    comment = CommentFactory()
    choose(comment.user, Delivery.NONE)

    decide(comment)

    assert not OutboxMail.objects.exists()
    assert Notification.objects.filter(recipient=comment.user, subject="moderation").exists()


@DECISIONS
def test_who_wants_one_mail_a_day_reads_of_decisions_there(decide, commit):
    comment = CommentFactory()
    choose(comment.user, Delivery.DIGEST)
    decide(comment)
    assert not OutboxMail.objects.exists()
    yesterday = timezone.now() - timezone.timedelta(days=1)
    Notification.objects.update(made_at=yesterday)

    commit(send_digests)

    (message,) = mail.outbox
    assert message.to == [comment.user.email]
    assert "/en/community/me/decisions/" in message.body


def test_a_guest_has_the_mailbox_forgotten_by_the_link_of_a_decision(client):
    comment = CommentFactory(guest=True)
    hide(comment)
    path = stop_path(OutboxMail.objects.get())

    asked = client.get(path).content.decode()
    comment.refresh_from_db()
    assert comment.user_email
    assert "Stop these mails" in asked
    answer = client.post(path, {"List-Unsubscribe": "One-Click"})
    comment.refresh_from_db()

    assert "Done." in answer.content.decode()
    assert comment.user_email == ""
    assert client.post(path, {"undo": "anything"}).status_code == 404


def test_a_guest_who_has_stopped_the_mails_gets_no_answer_to_an_appeal(client):
    comment = CommentFactory(guest=True)
    hide(comment)
    client.post(stop_path(OutboxMail.objects.get()))
    appeal = make_appeal(decision=comment.decisions.get(), author=None, words="It was no insult.")

    settle_appeal(
        appeal_id=appeal.pk, moderator=ModeratorFactory(), granted=True, words="It was none."
    )

    assert OutboxMail.objects.count() == 1


def test_a_link_about_a_guests_comment_touches_no_comment_of_a_member(client):
    guest = CommentFactory(guest=True)
    hide(guest)
    path = stop_path(OutboxMail.objects.get())
    Comment.objects.filter(pk=guest.pk).update(user=UserFactory())

    assert client.post(path).status_code == 200
    guest.refresh_from_db()
    assert guest.user_email


def send(stored: OutboxMail) -> str:
    """Try to send a mail, and return what has become of it."""
    deliver_mail.func(stored.pk)
    stored.refresh_from_db()
    return stored.state


@pytest.mark.parametrize("decide", [hide, warn])
def test_a_mail_about_a_decision_leaves_while_it_stands(decide):
    decide(CommentFactory())

    assert send(OutboxMail.objects.get()) == OutboxMail.State.SENT
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("decide", [hide, warn])
def test_a_mail_about_a_decision_that_was_taken_back_does_not_leave(decide):
    decide(CommentFactory())
    take_back(decision_id=ModerationDecision.objects.get().pk, moderator=ModeratorFactory())

    assert send(OutboxMail.objects.earliest("pk")) == OutboxMail.State.WITHDRAWN
    assert not mail.outbox


def test_what_is_imposed_again_is_told_again():
    comment = CommentFactory()
    warn(comment)
    moderator = ModeratorFactory()
    lifted = lift_sanction(sanction_id=Sanction.objects.get().pk, moderator=moderator)
    take_back(decision_id=lifted.pk, moderator=moderator)

    about_it = OutboxMail.objects.filter(concerns__startswith="decision ")
    first, again = about_it.order_by("pk")

    assert (send(first), send(again)) == (OutboxMail.State.WITHDRAWN, OutboxMail.State.SENT)


def test_the_answer_to_an_appeal_leaves_although_the_decision_is_taken_back():
    comment = CommentFactory()
    hide(comment)
    appeal = make_appeal(decision=comment.decisions.get(), author=comment.user, words="No insult.")
    OutboxMail.objects.all().delete()
    settle_appeal(appeal_id=appeal.pk, moderator=ModeratorFactory(), granted=True, words="Right.")

    assert send(OutboxMail.objects.get()) == OutboxMail.State.SENT
