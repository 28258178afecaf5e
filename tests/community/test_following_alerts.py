"""Followers of the city's alerts hear of each version once, at once, in their language."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from django.utils import timezone

from community.models import Broadcast, BroadcastCopy, Pace, Subscriber, User
from community.subscriptions.channels import describe, offered_channels
from community.subscriptions.own_kinds import ALERTS
from community.subscriptions.telling import PRESSING_PRIORITY, finish_broadcasts
from site_config.alerts.clock import keep_alerts
from site_config.alerts.services import cancel_alert
from site_config.models import AlertVersion, OutboxMail
from site_config.outbox import BULK_PRIORITY, deliver_due_mails, deliver_mails
from tests.community.following_steps import follower, html_of, outbox_for
from tests.factories.alerts import draft_alert, warn
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
WHY = {"sq": "Stuhia kaloi.", "en": "The storm has passed."}


@pytest.fixture
def guard() -> User:
    """Somebody who publishes alerts."""
    return UserFactory()


@pytest.fixture
def ana() -> Subscriber:
    """A follower who reads English."""
    return follower("ana@example.org", ALERTS)


def only_mail(address: str) -> EmailMessage:
    (message,) = outbox_for(address)
    return message


def test_everybody_reads_it_in_their_language_at_once(guard: User, ana: Subscriber):
    follower("ilir@example.org", ALERTS, language="sq")

    version = warn(guard)

    english, albanian = only_mail("ana@example.org"), only_mail("ilir@example.org")
    assert english.subject == "Red alert: A heavy storm over the city"
    assert albanian.subject == "Alarm i kuq: Stuhi e fortë mbi qytet"
    assert "- Stay inside.\n- Close the windows." in english.body
    assert "Ku: E gjithë Tirana" in albanian.body
    assert f"/en/alerts/{version.alert.uid}/" in english.body
    assert "<li" in html_of(english)
    assert "Until:" in html_of(english)
    assert "List-Unsubscribe" in english.extra_headers


def test_a_draft_and_what_waits_for_its_hour_are_told_to_nobody(guard: User, ana: Subscriber):
    draft_alert(guard)
    waiting = warn(guard, starts_at=timezone.now() + timedelta(hours=1))
    keep_alerts()
    assert mail.outbox == []

    AlertVersion.objects.filter(pk=waiting.pk).update(starts_at=timezone.now())
    keep_alerts()
    keep_alerts()
    finish_broadcasts()

    assert len(outbox_for("ana@example.org")) == 1


def test_each_version_is_told_once(guard: User, ana: Subscriber):
    first = warn(guard, level="orange")
    warn(guard, uid=first.alert.uid, note="The river rises.")
    cancel_alert(uid=first.alert.uid, notes=WHY, user=guard)
    keep_alerts()
    finish_broadcasts()
    deliver_due_mails()

    mails = outbox_for("ana@example.org")
    assert [message.subject for message in mails] == [
        "Orange alert: A heavy storm over the city",
        "Red alert: A heavy storm over the city",
        "Over: A heavy storm over the city",
    ]
    assert "The river rises." in mails[1].body
    assert "The storm has passed." in mails[2].body
    assert "This alert no longer holds." in mails[2].body
    assert "Stay inside." not in mails[2].body
    keys = Broadcast.objects.order_by("pk").values_list("key", flat=True)
    assert list(keys) == [f"alert {first.alert.uid}.{number}" for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("level", "is_at_once"), [("red", True), ("orange", True), ("yellow", False), ("notice", False)]
)
def test_a_storm_does_not_wait_for_the_mail_of_the_day(guard: User, level: str, is_at_once: bool):
    follower("ana@example.org", ALERTS, pace=Pace.DIGEST)

    warn(guard, level=level)

    assert bool(outbox_for("ana@example.org")) is is_at_once
    state = BroadcastCopy.State.SENT if is_at_once else BroadcastCopy.State.DIGEST
    assert BroadcastCopy.objects.get().state == state


def test_whoever_has_paused_all_mail_is_left_in_peace(guard: User, ana: Subscriber):
    ana.paused_until = timezone.localdate() + timedelta(days=3)
    ana.save()

    warn(guard)

    assert mail.outbox == []


def test_what_was_updated_before_its_mail_left_is_told_in_its_newest_words_alone(
    guard: User, ana: Subscriber, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as stopped:
        stopped.setattr("site_config.outbox._deliver", lambda number: False)
        first = warn(guard, headline="Rain")
        warn(guard, uid=first.alert.uid, headline="Flood")

    deliver_due_mails()

    assert only_mail("ana@example.org").subject == "Red alert: Flood"
    states = OutboxMail.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["withdrawn", "sent"]


def test_an_alert_goes_before_the_many_mails_that_wait(
    guard: User, ana: Subscriber, monkeypatch: pytest.MonkeyPatch
):
    asked: list[int] = []
    using = deliver_mails.using

    def watched(**options: int) -> object:
        asked.append(options["priority"])
        return using(**options)

    monkeypatch.setattr(type(deliver_mails), "using", lambda task, **options: watched(**options))
    warn(guard)

    assert set(asked) == {PRESSING_PRIORITY}
    assert PRESSING_PRIORITY > BULK_PRIORITY


def test_two_nodes_whose_clocks_strike_together_tell_once(guard: User, ana: Subscriber):
    version = warn(guard, starts_at=timezone.now() + timedelta(hours=1))
    AlertVersion.objects.filter(pk=version.pk).update(starts_at=timezone.now())
    barrier = Barrier(2)

    def node() -> None:
        try:
            barrier.wait(timeout=30)
            keep_alerts()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as nodes:
        for done in [nodes.submit(node) for _ in range(2)]:
            done.result(timeout=60)
    finish_broadcasts()
    deliver_due_mails()

    assert len(outbox_for("ana@example.org")) == 1
    assert Broadcast.objects.count() == BroadcastCopy.objects.count() == 1


def test_everybody_is_offered_the_alerts_and_finds_them_in_the_portal(client: Client):
    assert ALERTS in offered_channels("sq")
    assert describe(ALERTS, "sq").url == "/sq/alerts/"
    assert describe(ALERTS, "en").title == "Alerts of the city"
    asked = client.get("/en/community/by-mail/?channel=alerts:city").content.decode()
    assert "Alerts of the city" in asked
