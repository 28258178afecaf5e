"""The mail service tells what came back; only who has its secret is believed."""

import base64
import hashlib
import hmac
import json
import time

import pytest
from django.test import Client

from community.models import Broadcast, BroadcastCopy, Subscriber
from community.subscriptions import announce
from community.subscriptions.channels import Channel
from tests.community.following_steps import (
    draft_issue,
    follower,
    make_series,
    outbox_for,
    publish,
    series_channel,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]

KEY = "a key that the service signs with"
PASSWORD = "events:correct horse"


@pytest.fixture
def series(english_home):
    """A published series in English."""
    return make_series(english_home, title="City Bulletin")


@pytest.fixture
def mailgun(settings) -> None:
    """Mailgun tells what came back, and signs it."""
    settings.MAIL_SERVICE = "mailgun"
    settings.ANYMAIL = {"MAILGUN_WEBHOOK_SIGNING_KEY": KEY}


@pytest.fixture
def postmark(settings) -> None:
    """Postmark tells what came back, with a password."""
    settings.MAIL_SERVICE = "postmark"
    settings.ANYMAIL = {"WEBHOOK_SECRET": PASSWORD}


def signed(event: dict, key: str = KEY) -> dict:
    """Return an event as Mailgun sends it."""
    moment, token = str(int(time.time())), "t" * 50
    signature = hmac.new(key.encode(), f"{moment}{token}".encode(), hashlib.sha256).hexdigest()
    return {
        "signature": {"timestamp": moment, "token": token, "signature": signature},
        "event-data": {"id": "x", "timestamp": time.time(), "user-variables": {}} | event,
    }


def tell(body: object, **headers: str):
    return Client().post(
        "/mail-events/", json.dumps(body), content_type="application/json", headers=headers
    )


def failed(address: str, **more: object) -> dict:
    return {"event": "failed", "severity": "permanent", "recipient": address} | more


def test_a_mail_that_comes_back_is_counted_once(series, commit, mailgun):
    subscriber = follower("ana@example.org", series_channel(series))
    commit(publish, draft_issue(series))

    assert tell(signed(failed("Ana@example.org"))).status_code == 200
    assert tell(signed(failed("Ana@example.org"))).status_code == 200

    subscriber.refresh_from_db()
    assert subscriber.bounces == 1
    assert Broadcast.objects.get().figures().bounced == 1
    assert subscriber.is_reachable


def test_the_mail_that_came_back_is_known_by_what_it_carried(series, commit, mailgun):
    channel = series_channel(series)
    follower("ana@example.org", channel)
    commit(announce, channel=channel, key="change 1", page=series)
    commit(announce, channel=channel, key="change 2", page=series)
    first = BroadcastCopy.objects.get(broadcast__key="change 1")
    carried = outbox_for("ana@example.org")[0].metadata
    assert carried == {"mail": first.mail.key}

    tell(signed(failed("ana@example.org", **{"user-variables": carried})))

    first.refresh_from_db()
    assert first.bounced_at
    assert BroadcastCopy.objects.filter(bounced_at__isnull=False).count() == 1


def test_after_three_in_a_row_nothing_is_sent_any_more(series, commit, mailgun):
    channel = series_channel(series)
    subscriber = follower("ana@example.org", channel)
    for number in range(3):
        commit(announce, channel=channel, key=f"change {number}", page=series)
        tell(signed(failed("ana@example.org")))

    commit(announce, channel=channel, key="change 4", page=series)

    subscriber.refresh_from_db()
    assert subscriber.stopped_for == Subscriber.StoppedFor.BOUNCES
    assert len(outbox_for("ana@example.org")) == 3


def test_a_mail_that_arrives_ends_the_row(series, commit, mailgun):
    subscriber = follower("ana@example.org", series_channel(series))
    commit(publish, draft_issue(series))
    tell(signed(failed("ana@example.org")))

    tell(signed({"event": "delivered", "recipient": "ana@example.org"}))

    subscriber.refresh_from_db()
    assert subscriber.bounces == 0


def test_whoever_complains_gets_no_mail_any_more(series, commit, mailgun):
    subscriber = follower("ana@example.org", series_channel(series))

    tell(signed({"event": "complained", "recipient": "ana@example.org"}))

    subscriber.refresh_from_db()
    assert not subscriber.is_reachable


@pytest.mark.parametrize("event", ["opened", "clicked"])
def test_openings_and_clicks_leave_no_trace(series, commit, mailgun, event):
    subscriber = follower("ana@example.org", series_channel(series))
    commit(publish, draft_issue(series))
    before = list(BroadcastCopy.objects.values())

    assert tell(signed({"event": event, "recipient": "ana@example.org"})).status_code == 200

    subscriber.refresh_from_db()
    assert list(BroadcastCopy.objects.values()) == before
    (message,) = outbox_for("ana@example.org")
    assert (message.track_opens, message.track_clicks) == (False, False)


def test_who_signs_with_another_key_is_not_believed(series, commit, mailgun):
    subscriber = follower("ana@example.org", Channel("page", str(series.translation_key)))

    response = tell(signed({"event": "complained", "recipient": "ana@example.org"}, key="guessed"))

    subscriber.refresh_from_db()
    assert response.status_code == 400
    assert subscriber.is_reachable


def test_a_service_with_a_password_is_believed_by_it(series, commit, postmark):
    subscriber = follower("ana@example.org", series_channel(series))
    event = {"RecordType": "SpamComplaint", "Email": "ana@example.org", "MessageID": "x"}
    right = "Basic " + base64.b64encode(PASSWORD.encode()).decode()
    wrong = "Basic " + base64.b64encode(b"events:wrong").decode()

    assert tell(event, Authorization=wrong).status_code == 400
    assert tell(event).status_code == 400
    subscriber.refresh_from_db()
    assert subscriber.is_reachable
    assert tell(event, Authorization=right).status_code == 200

    subscriber.refresh_from_db()
    assert subscriber.stopped_for == Subscriber.StoppedFor.COMPLAINT


@pytest.mark.parametrize("service", ["", "nobody", "postmark"])
def test_without_a_service_and_its_secret_nobody_is_listened_to(settings, service):
    settings.MAIL_SERVICE = service
    settings.ANYMAIL = {}

    assert tell({"RecordType": "SpamComplaint", "Email": "a@b.example"}).status_code == 404


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '{"a": 1}', "\x00", '{"signature": 1}'])
def test_what_is_no_event_is_refused(mailgun, body):
    client = Client(raise_request_exception=False)

    response = client.post("/mail-events/", body, content_type="application/json")

    assert response.status_code == 400


def test_get_is_not_answered(client):
    assert client.get("/mail-events/").status_code == 405
