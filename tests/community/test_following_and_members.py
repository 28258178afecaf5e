"""Followers by mail and members: nobody hears of a thing twice, and both leave no trace."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from community.erasing.contributions import erase_contributions
from community.models import (
    Broadcast,
    BroadcastCopy,
    Choice,
    Delivery,
    NotificationChoice,
    PendingSubscription,
    Subject,
    Subscriber,
)
from community.personal_data import Person
from community.services.moderating import hide_comment
from community.services.reacting import choose_conversation
from community.subscriptions import retention
from community.subscriptions.channels import Channel
from community.subscriptions.personal_data import export_following
from community.subscriptions.telling import finish_broadcasts
from site_config.outbox import deliver_due_mails
from tests.community.comment_steps import post, trusted
from tests.community.following_steps import (
    draft_issue,
    follower,
    make_series,
    outbox_for,
    publish,
    series_channel,
)
from tests.factories.community import DiscussionFactory, ModeratorFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


@pytest.fixture
def writer():
    """A member whose words appear at once."""
    return trusted(display_name="Ana K.")


def channel_of(discussion) -> Channel:
    return Channel("discussion", str(discussion.pk))


def test_a_guest_who_follows_a_discussion_hears_of_each_comment(writer, discussion, commit):
    follower("guest@example.org", channel_of(discussion))

    comment = commit(post, discussion, writer, "Along the *river*, please.").comment

    (message,) = outbox_for("guest@example.org")
    assert message.subject == f"Ana K. in “{discussion.title}”"
    assert "“Along the river, please.”" in message.body
    assert f"/en/community/comments/{comment.pk}/" in message.body


def test_a_member_who_follows_both_ways_gets_one_mail(writer, commit):
    member = UserFactory(email="Both@example.org")
    discussion = DiscussionFactory()
    NotificationChoice.objects.create(
        member=member, subject=Subject.CONVERSATION, delivery=Delivery.NOW
    )
    choose_conversation(target=discussion, member=member, choice=Choice.FOLLOW)
    follower("both@example.org", channel_of(discussion))

    commit(post, discussion, writer, "Along the river.")

    theirs = [message.to[0] for message in mail.outbox if "both" in message.to[0].lower()]
    assert theirs == ["Both@example.org"]
    assert not BroadcastCopy.objects.exists()


def test_whoever_has_muted_a_conversation_as_a_member_gets_no_mail(writer, commit):
    member = UserFactory(email="quiet@example.org")
    discussion = DiscussionFactory()
    choose_conversation(target=discussion, member=member, choice=Choice.MUTE)
    follower("quiet@example.org", channel_of(discussion))

    commit(post, discussion, writer, "Along the river.")

    assert not outbox_for("quiet@example.org")


def test_nobody_is_told_of_their_own_comment(discussion, commit):
    writer = trusted(email="writer@example.org")
    follower("writer@example.org", channel_of(discussion))

    commit(post, discussion, writer, "Along the river.")

    assert not outbox_for("writer@example.org")


def test_a_comment_that_was_hidden_before_the_mail_left_is_told_to_nobody(writer, discussion):
    follower("guest@example.org", channel_of(discussion))
    comment = post(discussion, writer, "Along the river.").comment
    finish_broadcasts()
    hide_comment(
        comment_id=comment.pk, moderator=ModeratorFactory(), reason="spam", words="No adverts."
    )

    deliver_due_mails()

    assert not outbox_for("guest@example.org")


def test_a_comment_that_was_erased_before_the_mail_left_is_told_to_nobody(writer, discussion):
    follower("guest@example.org", channel_of(discussion))
    post(discussion, writer, "Along the river.")
    finish_broadcasts()
    erase_contributions(Person.behind(writer))

    deliver_due_mails()

    assert not outbox_for("guest@example.org")


def test_where_nobody_follows_by_mail_nothing_is_stored(writer, discussion, commit):
    commit(post, discussion, writer, "Along the river.")

    assert not Broadcast.objects.exists()


def test_members_take_along_what_their_confirmed_mailboxes_follow(english_home):
    series = make_series(english_home, title="City Bulletin")
    member = UserFactory(email="ana@example.org")
    follower("ana@example.org", series_channel(series))
    follower("other@example.org", series_channel(series))
    PendingSubscription.objects.create(
        email="ana@example.org",
        channels=[list(series_channel(series))],
        language="en",
        consent_version=1,
    )

    followed, waiting = export_following(Person.behind(member))

    assert [row["mailbox"] for row in followed.rows] == ["ana@example.org"]
    assert followed.rows[0]["follows"][0]["what"] == "City Bulletin"
    assert [row["follows"] for row in waiting.rows] == [[{"what": "City Bulletin"}]]


def test_an_address_that_is_not_confirmed_gives_nothing(english_home):
    series = make_series(english_home)
    member = UserFactory(email="ana@example.org")
    member.emailaddress_set.create(email="victim@example.org", verified=False)
    follower("victim@example.org", series_channel(series))

    followed, _waiting = export_following(Person.behind(member))

    assert followed.rows == []


def test_requests_are_forgotten_after_72_hours():
    for hours in (71, 73):
        PendingSubscription.objects.create(
            email="ana@example.org",
            language="en",
            consent_version=1,
            asked_at=timezone.now() - timedelta(hours=hours),
        )

    removed = retention.remove_unconfirmed_subscriptions(timezone.now())

    assert removed == {"unconfirmed subscriptions": 1}


def test_after_90_days_the_figures_stay_and_nobody_knows_who_was_told(english_home, commit):
    series = make_series(english_home)
    follower("ana@example.org", series_channel(series))
    commit(publish, draft_issue(series))
    broadcast = Broadcast.objects.get()
    broadcast.parts.update(done_at=timezone.now())
    Broadcast.objects.update(made_at=timezone.now() - timedelta(days=91))

    retention.remove_old_copies(timezone.now())

    broadcast.refresh_from_db()
    assert broadcast.figures().sent == 1
    assert not BroadcastCopy.objects.exists()


def test_what_was_told_lately_stays(english_home, commit):
    series = make_series(english_home)
    follower("ana@example.org", series_channel(series))
    commit(publish, draft_issue(series))
    Broadcast.objects.get().parts.update(done_at=timezone.now())

    retention.remove_old_copies(timezone.now() + timedelta(days=89))

    assert BroadcastCopy.objects.exists()


def test_a_mailbox_that_can_not_be_reached_is_forgotten_after_a_year(english_home):
    channel = Channel("alerts", "city")
    gone = follower("gone@example.org", channel)
    kept = follower("kept@example.org", channel)
    Subscriber.objects.update(joined_at=timezone.now() - timedelta(days=366))
    Subscriber.objects.filter(pk=gone.pk).update(stopped_for="bounces")

    retention.remove_unreachable_followers(timezone.now())

    assert list(Subscriber.objects.all()) == [kept]
