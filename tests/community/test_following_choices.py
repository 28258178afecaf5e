"""What followers do by the links of their mails: choose, pause, take data along, stop, leave."""

import json
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from community.models import (
    Broadcast,
    BroadcastCopy,
    Pace,
    PendingSubscription,
    Subscriber,
    Subscription,
)
from community.subscriptions.channels import Channel
from community.subscriptions.consent import CONSENTS, CURRENT
from community.subscriptions.links import DIGEST, choose_token, stop_url
from community.subscriptions.telling import finish_broadcasts
from site_config.models import OutboxMail
from tests.community.following_steps import (
    draft_issue,
    follower,
    make_series,
    path_in,
    publish,
    series_channel,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


@pytest.fixture
def series(english_home):
    """A published series in English."""
    return make_series(english_home, title="City Bulletin")


def page_of(subscriber: Subscriber) -> str:
    with override("en"):
        return reverse("community:subscriptions", args=[choose_token(subscriber)])


def chosen(client: Client, subscriber: Subscriber, **values: str) -> dict[str, str]:
    form = client.get(page_of(subscriber)).context["form"]
    data = {field.html_name: field.value() or "" for field in form}
    return data | values


def test_followers_change_how_often_they_hear(client, series):
    subscriber = follower("ana@example.org", series_channel(series))

    client.post(page_of(subscriber), chosen(client, subscriber, **{"pace-0": "digest"}))

    assert Subscription.objects.get().pace == Pace.DIGEST


def test_followers_change_the_language_of_their_mails(client, series):
    subscriber = follower("ana@example.org", series_channel(series))

    client.post(page_of(subscriber), chosen(client, subscriber, language="sq"))

    subscriber.refresh_from_db()
    assert subscriber.language == "sq"


def test_followers_pause_and_go_on(client, series):
    subscriber = follower("ana@example.org", series_channel(series))

    client.post(page_of(subscriber), chosen(client, subscriber, pause="30"))
    subscriber.refresh_from_db()
    assert subscriber.paused_until == timezone.localdate() + timedelta(days=30)
    kept = client.post(page_of(subscriber), chosen(client, subscriber))
    subscriber.refresh_from_db()
    assert subscriber.is_paused
    assert b"nothing is sent until" in kept.content
    client.post(page_of(subscriber), chosen(client, subscriber, pause=""))

    subscriber.refresh_from_db()
    assert not subscriber.is_paused


def test_whoever_follows_nothing_any_more_is_forgotten(client, series):
    subscriber = follower("ana@example.org", series_channel(series))

    response = client.post(page_of(subscriber), chosen(client, subscriber, **{"pace-0": ""}))

    assert b"we have deleted your address" in response.content
    assert not Subscriber.objects.exists()


def test_leaving_removes_everything_at_once(client, series):
    subscriber = follower("ana@example.org", series_channel(series))
    OutboxMail.objects.create(to="ana@example.org", text="", key="1", concerns="broadcast")
    PendingSubscription.objects.create(email="ana@example.org", language="en", consent_version=1)
    path = page_of(subscriber)

    client.post(path, {"leave": "1"})

    assert not Subscriber.objects.exists()
    assert not PendingSubscription.objects.exists()
    assert not OutboxMail.objects.exists()
    assert client.get(path).status_code == 410


def test_followers_read_all_that_is_held_of_them(client, series):
    subscriber = follower("ana@example.org", series_channel(series))
    with override("en"):
        url = reverse("community:subscription_data", args=[choose_token(subscriber)])

    response = client.get(url)

    held = json.loads(response.content)
    assert held["mailbox"] == "ana@example.org"
    assert held["follows"][0]["what"] == "City Bulletin"
    assert held["follows"][0]["consent"] == CONSENTS[CURRENT]["en"]
    assert "no-store" in response["Cache-Control"]


def test_another_followers_page_can_not_be_guessed(client, series):
    subscriber = follower("ana@example.org", series_channel(series))
    forged = signing.dumps([subscriber.pk, subscriber.secret], salt="another salt")
    with override("en"):
        url = reverse("community:subscriptions", args=[forged])

    assert client.get(url).status_code == 410


def test_the_pages_behind_secrets_tell_no_other_site_their_address(client, series):
    subscriber = follower("ana@example.org", series_channel(series))

    response = client.get(page_of(subscriber))

    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]
    assert b'name="robots" content="noindex"' in response.content


def test_opening_the_link_that_stops_changes_nothing(client, series):
    subscriber = follower("ana@example.org", series_channel(series))
    path = path_in(stop_url(subscriber, series_channel(series)))

    response = client.get(path)

    assert b"Stop these mails" in response.content
    assert Subscription.objects.exists()
    assert not response.cookies


def test_one_click_stops_one_thing_and_leaves_the_others(series):
    other = Channel("page", str(series.translation_key))
    subscriber = follower("ana@example.org", series_channel(series), other)
    strict = Client(enforce_csrf_checks=True)

    path = path_in(stop_url(subscriber, series_channel(series)))
    response = strict.post(path, {"List-Unsubscribe": "One-Click"})

    assert response.status_code == 200
    assert [row.kind for row in Subscription.objects.all()] == ["page"]


def test_a_stop_can_be_taken_back_with_the_consent_that_was_given(client, series):
    subscriber = follower("ana@example.org", series_channel(series))
    given = Subscription.objects.get()
    path = path_in(stop_url(subscriber, series_channel(series)))
    undo = client.post(path).context["undo"]
    assert not Subscriber.objects.exists()

    client.post(path, {"undo": undo})

    again = Subscription.objects.get()
    assert again.subscriber.email == "ana@example.org"
    assert again.asked_at == given.asked_at
    # The links of earlier mails work as before.
    client.post(path)
    assert not Subscription.objects.exists()


def test_a_stop_is_not_taken_back_days_later(client, series, monkeypatch):
    subscriber = follower("ana@example.org", series_channel(series))
    path = path_in(stop_url(subscriber, series_channel(series)))
    undo = client.post(path).context["undo"]
    monkeypatch.setattr("community.views.subscriptions.UNDO_LIVES", timedelta(seconds=-1))

    assert client.post(path, {"undo": undo}).status_code == 404
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("way", ["digest", "leave", "choose"])
def test_whoever_stops_without_the_link_of_one_mail_is_counted_with_the_last(client, series, way):
    subscriber = follower("ana@example.org", series_channel(series))
    for number in range(2):
        broadcast = Broadcast.objects.create(key=f"{number}", about="page", reference="x")
        BroadcastCopy.objects.create(
            broadcast=broadcast,
            subscriber=subscriber,
            state=BroadcastCopy.State.SENT,
            **series_channel(series)._asdict(),
        )
    if way == "digest":
        Subscription.objects.update(pace=Pace.DIGEST)
        client.post(path_in(stop_url(subscriber, DIGEST)))
    elif way == "leave":
        client.post(page_of(subscriber), {"leave": "1"})
    else:
        client.post(page_of(subscriber), {"pace-0": "", "language": "en", "pause": ""})

    assert not Subscription.objects.exists()
    assert list(Broadcast.objects.order_by("key").values_list("left", flat=True)) == [0, 1]


def test_stopping_twice_is_no_fault(client, series):
    subscriber = follower("ana@example.org", series_channel(series))
    path = path_in(stop_url(subscriber, series_channel(series)))
    client.post(path)

    again = client.post(path)

    assert again.status_code == 200
    assert again.context["undo"] == ""


def test_a_forged_undo_brings_nothing(client, series):
    subscriber = follower("ana@example.org", series_channel(series))
    path = path_in(stop_url(subscriber, series_channel(series)))

    assert client.post(path, {"undo": "forged"}).status_code == 404


def test_what_waits_for_whoever_leaves_is_no_longer_on_its_way(client, series):
    subscriber = follower("ana@example.org", series_channel(series))
    publish(draft_issue(series))
    finish_broadcasts()
    assert OutboxMail.objects.count() == 1

    client.post(page_of(subscriber), {"leave": "1"})

    copy = BroadcastCopy.objects.get()
    assert (copy.state, copy.subscriber) == (BroadcastCopy.State.WITHDRAWN, None)
    assert not OutboxMail.objects.exists()
