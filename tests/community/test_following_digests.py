"""The followers' mail of the day: nothing is left out unsaid, and nothing stays behind."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from community.models import BroadcastCopy, BroadcastPart, Pace
from community.subscriptions import announce, mails
from community.subscriptions.digests import queue_digests
from community.subscriptions.telling import finish_broadcasts
from tests.community.following_steps import (
    follower,
    html_of,
    make_series,
    outbox_for,
    series_channel,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


@pytest.fixture
def series(english_home):
    """A published series in English."""
    return make_series(english_home, title="City Bulletin")


def tell(commit, series, *keys: str) -> None:
    """Announce changes, also to those who have waited in vain for a translation."""
    for key in keys:
        commit(announce, channel=series_channel(series), key=key, page=series, note={"en": key})
    BroadcastPart.objects.update(due_at=timezone.now())
    commit(finish_broadcasts)


def test_what_is_not_translated_says_so_to_eyes_and_ears(series, commit):
    follower("drita@example.org", series_channel(series), pace=Pace.DIGEST, language="sq")
    tell(commit, series, "One thing")
    commit(queue_digests, timezone.now() + timedelta(days=1))

    (message,) = outbox_for("drita@example.org")
    assert 'lang="en"' in html_of(message)
    assert "nuk është përkthyer" in html_of(message)
    assert "nuk është përkthyer" in message.body


def test_a_reader_of_the_same_language_is_told_nothing_of_the_kind(series, commit):
    follower("ana@example.org", series_channel(series), pace=Pace.DIGEST)
    tell(commit, series, "One thing")
    commit(queue_digests, timezone.now() + timedelta(days=1))

    (message,) = outbox_for("ana@example.org")
    assert "not been translated" not in message.body


def test_more_than_a_mail_tells_is_counted_in_it(series, commit, monkeypatch):
    monkeypatch.setattr(mails, "TOLD_AT_MOST", 2)
    follower("ana@example.org", series_channel(series), pace=Pace.DIGEST)
    tell(commit, series, "a", "b", "c", "d", "e")
    commit(queue_digests, timezone.now() + timedelta(days=1))

    (message,) = outbox_for("ana@example.org")
    assert message.subject.startswith("5 pieces of news")
    assert "and 3 more in the portal" in message.body
    assert "and 3 more in the portal" in html_of(message)


def test_what_is_stored_after_the_mail_has_left_comes_in_another_one(series, commit):
    follower("ana@example.org", series_channel(series), pace=Pace.DIGEST)
    tomorrow = timezone.now() + timedelta(days=1)
    for key in ("early", "late"):
        tell(commit, series, key)
        commit(queue_digests, tomorrow)

    bodies = [message.body for message in mail.outbox]
    assert ["early" in body for body in bodies] == [True, False]
    assert ["late" in body for body in bodies] == [False, True]
    assert set(BroadcastCopy.objects.values_list("state", flat=True)) == {"sent"}
