"""Followers are told of a change once, in their language, as soon as everybody may read it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from community.models import Broadcast, BroadcastCopy, BroadcastPart, Pace
from community.subscriptions import Channel, announce
from community.subscriptions.announcing import TRANSLATION_AWAITED
from community.subscriptions.digests import queue_digests
from community.subscriptions.telling import LAPSES_AFTER, finish_broadcasts
from site_config.models import OutboxMail
from site_config.outbox import deliver_due_mails
from tests.community.following_steps import (
    as_received,
    draft_issue,
    follower,
    html_of,
    make_series,
    outbox_for,
    publish,
    series_channel,
    stop_path,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


@pytest.fixture
def series(english_home):
    """A published series in English."""
    return make_series(english_home, title="City Bulletin")


def an_hour_passes() -> None:
    BroadcastPart.objects.update(due_at=timezone.now() - timedelta(minutes=1))


def test_an_issue_that_goes_live_is_told_to_the_followers_of_its_series(series, commit):
    follower("ana@example.org", series_channel(series))
    issue = draft_issue(series, title="Trees for everyone", summary="Where we plant this year.")

    commit(publish, issue)

    (message,) = outbox_for("ana@example.org")
    assert message.subject == "Trees for everyone"
    assert "Where we plant this year." in message.body
    assert f"http://127.0.0.1:8000{issue.url}" in message.body
    assert "You get this mail because you follow: City Bulletin." in message.body


def test_a_draft_is_told_to_nobody(series, commit):
    follower("ana@example.org", series_channel(series))

    commit(draft_issue, series)

    assert not mail.outbox
    assert not Broadcast.objects.exists()


def test_an_issue_that_is_published_twice_is_told_once(series, commit):
    follower("ana@example.org", series_channel(series))
    issue = draft_issue(series)

    commit(publish, issue)
    issue.summary = "Now with a map."
    commit(publish, issue)
    finish_broadcasts()

    assert len(mail.outbox) == 1


def test_an_issue_that_was_withdrawn_and_comes_back_is_told_once(series, commit):
    follower("ana@example.org", series_channel(series))
    issue = draft_issue(series)
    commit(publish, issue)

    commit(issue.unpublish)
    commit(publish, issue)

    assert len(mail.outbox) == 1


def test_an_old_issue_is_no_news_when_it_is_published_again(series, commit):
    follower("ana@example.org", series_channel(series))
    issue = draft_issue(series)
    long_ago = timezone.now() - timedelta(days=30)
    type(issue).objects.filter(pk=issue.pk).update(
        live=True, first_published_at=long_ago, last_published_at=long_ago
    )
    issue.refresh_from_db()

    commit(publish, issue)

    assert not mail.outbox


def test_a_scheduled_issue_is_told_at_its_hour_and_not_before(series, commit):
    follower("ana@example.org", series_channel(series))
    issue = draft_issue(series)
    issue.go_live_at = timezone.now() + timedelta(hours=2)

    commit(publish, issue)
    assert not mail.outbox
    revision = issue.revisions.get(approved_go_live_at__isnull=False)
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    commit(call_command, "publish_scheduled", verbosity=0)

    assert len(outbox_for("ana@example.org")) == 1


def test_an_issue_that_is_withdrawn_before_its_mail_leaves_is_told_to_nobody(series):
    follower("ana@example.org", series_channel(series))
    issue = publish(draft_issue(series))
    finish_broadcasts()
    issue.unpublish()

    deliver_due_mails()

    assert not mail.outbox
    assert OutboxMail.objects.get().state == OutboxMail.State.WITHDRAWN
    assert BroadcastCopy.objects.get().state == BroadcastCopy.State.WITHDRAWN


def test_an_issue_that_is_restricted_before_its_mail_leaves_is_told_to_nobody(series):
    follower("ana@example.org", series_channel(series))
    issue = publish(draft_issue(series))
    finish_broadcasts()
    PageViewRestriction.objects.create(page=issue, restriction_type="login")

    deliver_due_mails()

    assert not mail.outbox


def test_a_restricted_issue_is_told_when_the_restriction_falls(series, commit):
    follower("ana@example.org", series_channel(series))
    wall = PageViewRestriction.objects.create(page=series, restriction_type="login")
    commit(publish, draft_issue(series))
    assert not mail.outbox
    wall.delete()

    commit(finish_broadcasts)

    assert len(outbox_for("ana@example.org")) == 1


def test_what_nobody_can_read_for_days_is_no_news_any_more(series, commit):
    follower("ana@example.org", series_channel(series))
    wall = PageViewRestriction.objects.create(page=series, restriction_type="login")
    commit(publish, draft_issue(series))
    BroadcastPart.objects.update(due_at=timezone.now() - LAPSES_AFTER - timedelta(hours=1))
    commit(finish_broadcasts)
    wall.delete()

    commit(finish_broadcasts)

    assert not mail.outbox
    assert all(part.has_lapsed for part in BroadcastPart.objects.all())


def test_whoever_follows_through_two_channels_gets_one_mail(series, commit):
    above = Channel("page", str(series.translation_key))
    follower("ana@example.org", series_channel(series), above)

    commit(publish, draft_issue(series))

    assert len(outbox_for("ana@example.org")) == 1
    assert BroadcastPart.objects.filter(kind="page").exists()


def test_everybody_reads_in_their_own_language(series, locales, commit):
    follower("ana@example.org", series_channel(series), language="en")
    follower("agim@example.org", series_channel(series), language="sq")
    issue = draft_issue(series, title="Trees")
    commit(publish, issue)
    assert not outbox_for("agim@example.org")

    albanian = translate(issue, locales["sq"])
    albanian.title = "Pemë"
    commit(publish, albanian)
    an_hour_passes()
    commit(finish_broadcasts)

    assert [message.subject for message in outbox_for("ana@example.org")] == ["Trees"]
    (message,) = outbox_for("agim@example.org")
    assert message.subject == "Pemë"
    assert "/sq/" in message.extra_headers["List-Unsubscribe"]
    assert '<html lang="sq"' in html_of(message)


def test_without_a_translation_the_page_comes_after_an_hour_as_it_is(series, commit):
    follower("agim@example.org", series_channel(series), language="sq")
    commit(publish, draft_issue(series, title="Trees"))
    part = BroadcastPart.objects.get(language="sq")
    assert part.due_at - timezone.now() > TRANSLATION_AWAITED - timedelta(minutes=1)
    an_hour_passes()

    commit(finish_broadcasts)

    (message,) = outbox_for("agim@example.org")
    assert message.subject == "Trees"
    assert 'lang="en"' in html_of(message)


def test_a_change_tells_what_changed_once_for_each_key(series, commit):
    follower("ana@example.org", Channel("page", str(series.translation_key)))
    change = {
        "channel": Channel("page", str(series.translation_key)),
        "key": "correction 7",
        "page": series,
        "note": {"en": "The date was wrong; it is 22 April."},
    }

    commit(announce, **change)
    commit(announce, **change)

    (message,) = outbox_for("ana@example.org")
    assert "The date was wrong; it is 22 April." in message.body


def test_two_changes_with_keys_of_their_own_are_told_both(series, commit):
    channel = series_channel(series)
    follower("ana@example.org", channel)

    commit(announce, channel=channel, key="change 1", page=series)
    commit(announce, channel=channel, key="change 2", page=series)

    assert len(mail.outbox) == 2


def test_whoever_follows_after_the_change_is_not_told_of_it(series, commit):
    issue = publish(draft_issue(series))
    follower("late@example.org", series_channel(series))

    commit(finish_broadcasts)

    assert issue.live
    assert not mail.outbox


def test_whoever_has_paused_or_came_back_gets_nothing(series, commit):
    paused = follower("paused@example.org", series_channel(series))
    paused.paused_until = timezone.localdate() + timedelta(days=7)
    paused.save()
    bounced = follower("bounced@example.org", series_channel(series))
    bounced.stopped_for = "bounces"
    bounced.save()

    commit(publish, draft_issue(series))

    assert not mail.outbox
    assert not BroadcastCopy.objects.exists()


def test_whoever_stops_before_the_mail_leaves_does_not_get_it(series):
    subscriber = follower("ana@example.org", series_channel(series))
    publish(draft_issue(series))
    finish_broadcasts()
    subscriber.subscriptions.all().delete()

    deliver_due_mails()

    assert not mail.outbox


def test_a_mail_says_by_its_headers_how_to_stop_it(series, commit, client):
    subscriber = follower("ana@example.org", series_channel(series))
    commit(publish, draft_issue(series))
    message = as_received(outbox_for("ana@example.org")[0])

    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Id"].endswith(".series.127.0.0.1>")
    assert message["Auto-Submitted"] == "auto-generated"
    path = stop_path(outbox_for("ana@example.org")[0])
    response = client.post(path, {"List-Unsubscribe": "One-Click"})

    assert response.status_code == 200
    assert not subscriber.subscriptions.exists()
    assert Broadcast.objects.get().left == 1


def test_a_mail_has_both_parts_and_full_addresses_alone(series, commit):
    follower("ana@example.org", series_channel(series))
    commit(publish, draft_issue(series))

    message = as_received(outbox_for("ana@example.org")[0])

    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]
    html = message.get_body(("html",)).get_content()
    assert 'href="/' not in html
    assert 'src="/' not in html
    assert "@@" not in html + message.get_body(("plain",)).get_content()
    assert "<script" not in html


def test_the_mail_of_the_day_tells_all_in_one(series, commit, settings):
    follower("ana@example.org", series_channel(series), pace=Pace.DIGEST)
    commit(publish, draft_issue(series, title="Trees", number="1"))
    commit(publish, draft_issue(series, title="Benches", number="2"))
    assert not mail.outbox
    tomorrow = timezone.now() + timedelta(days=1)

    assert commit(queue_digests, tomorrow) == 1
    assert commit(queue_digests, tomorrow) == 0

    (message,) = outbox_for("ana@example.org")
    assert message.subject == "2 pieces of news from what you follow"
    assert "Trees" in message.body
    assert "Benches" in message.body
    assert set(BroadcastCopy.objects.values_list("state", flat=True)) == {"sent"}


def test_what_is_gone_in_the_morning_is_left_out_of_the_mail_of_the_day(series, commit):
    follower("ana@example.org", series_channel(series), pace=Pace.DIGEST)
    gone = draft_issue(series, title="Benches", number="2")
    commit(publish, draft_issue(series, title="Trees", number="1"))
    commit(publish, gone)
    gone.refresh_from_db()
    gone.unpublish()

    commit(queue_digests, timezone.now() + timedelta(days=1))

    (message,) = outbox_for("ana@example.org")
    assert "Trees" in message.body
    assert "Benches" not in message.body


def test_figures_tell_what_became_of_the_mails(series, commit, client):
    follower("ana@example.org", series_channel(series))
    follower("genti@example.org", series_channel(series), pace=Pace.DIGEST)
    commit(publish, draft_issue(series))
    broadcast = Broadcast.objects.get()

    assert broadcast.figures()._asdict() == {
        "told": 2,
        "waiting": 1,
        "sent": 1,
        "withdrawn": 0,
        "bounced": 0,
        "left": 0,
    }
