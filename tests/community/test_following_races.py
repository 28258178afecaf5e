"""Killed half-way or done by many at once: every follower gets one mail, and nobody two."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier
from urllib.parse import quote

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from community.errors import LinkUsedError
from community.models import (
    Broadcast,
    BroadcastCopy,
    BroadcastPart,
    PendingSubscription,
    Subscriber,
    Subscription,
)
from community.subscriptions import telling
from community.subscriptions.channels import Channel
from community.subscriptions.digests import queue_digests
from community.subscriptions.following import confirm_following
from community.subscriptions.links import confirm_token
from site_config.models import OutboxMail
from site_config.outbox import deliver_due_mails

pytestmark = pytest.mark.django_db(transaction=True)

FOLLOWERS, BATCH = 120, 25
CHANNEL, OTHER = Channel("alerts", "city"), Channel("page", "of-alerts")
# Makes copies as a worker does, and is killed in its third transaction, right before its commit.
KILLED = """
import os, signal, sys, django
django.setup()
from community.subscriptions import telling
telling.AT_A_TIME = int(sys.argv[2])
make, begun = telling._make_copies, []
def make_and_die(*args):
    made = make(*args)
    begun.append(made)
    if len(begun) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return made
telling._make_copies = make_and_die
import site_config.outbox
site_config.outbox._deliver = lambda number: False
telling.readable = lambda *args: True
telling.tell_part.func(int(sys.argv[1]))
"""


@pytest.fixture(autouse=True)
def _readable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave aside what the mails say, and their sending, which is tried apart."""
    monkeypatch.setattr(telling, "AT_A_TIME", BATCH)
    monkeypatch.setattr(telling, "readable", lambda *args: True)
    monkeypatch.setattr("site_config.outbox._deliver", lambda number: False)


def add_followers(*channels: Channel, pace: str = "now", number: int = FOLLOWERS) -> None:
    now = timezone.now()
    followers = Subscriber.objects.bulk_create(
        Subscriber(email=f"f{one}@example.org", language="en") for one in range(number)
    )
    Subscription.objects.bulk_create(
        Subscription(
            subscriber=one,
            kind=channel.kind,
            key=channel.key,
            pace=pace,
            consent_version=1,
            consent_language="en",
            asked_at=now,
            confirmed_at=now,
        )
        for channel in channels
        for one in followers
    )


def add_broadcast(*channels: Channel) -> list[BroadcastPart]:
    broadcast = Broadcast.objects.create(key="storm", about="page", reference="of-alerts")
    return [
        BroadcastPart.objects.create(
            broadcast=broadcast,
            kind=channel.kind,
            key=channel.key,
            language="en",
            due_at=timezone.now(),
        )
        for channel in channels
    ]


def database_url() -> str:
    """Return the address of this process's test database."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    who = quote(found["USER"]) + (f":{quote(found['PASSWORD'])}" if found["PASSWORD"] else "")
    return f"postgres://{who}@{found['HOST']}:{found['PORT'] or 5432}/{found['NAME']}"


def at_once(*works: Callable[[], object]) -> list[object]:
    """Let all works begin in the same moment; return what came of each, or its refusal."""
    barrier = Barrier(len(works))

    def run(work: Callable[[], object]) -> object:
        try:
            barrier.wait(timeout=30)
            return work()
        except LinkUsedError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def test_a_worker_that_is_killed_is_followed_by_one_that_tells_exactly_the_rest():
    add_followers(CHANNEL)
    (part,) = add_broadcast(CHANNEL)

    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(part.pk), str(BATCH)],
        env=os.environ | {"DATABASE_URL": database_url()},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert killed.returncode == -9, killed.stderr
    part.refresh_from_db()
    assert part.done_at is None
    assert part.told == part.passed == BroadcastCopy.objects.count() == 2 * BATCH
    assert OutboxMail.objects.count() == 2 * BATCH

    telling.finish_broadcasts()
    assert BroadcastCopy.objects.count() == 2 * BATCH, "the worker may still be at it"
    BroadcastPart.objects.update(touched_at=timezone.now() - timedelta(minutes=6))
    telling.finish_broadcasts()

    part.refresh_from_db()
    assert part.done_at is not None
    assert (part.total, part.told) == (FOLLOWERS, FOLLOWERS)
    told = Counter(OutboxMail.objects.values_list("to", flat=True))
    assert len(told) == FOLLOWERS
    assert set(told.values()) == {1}


def test_many_workers_and_channels_make_one_copy_for_each_follower():
    add_followers(CHANNEL, OTHER)
    parts = add_broadcast(CHANNEL, OTHER)

    at_once(*(partial(telling.tell_part.func, part.pk) for part in parts * 2))

    copies = Counter(BroadcastCopy.objects.values_list("subscriber", flat=True))
    assert len(copies) == FOLLOWERS
    assert set(copies.values()) == {1}
    assert OutboxMail.objects.count() == FOLLOWERS


def test_many_workers_send_each_mail_once(monkeypatch):
    add_followers(CHANNEL, number=30)
    (part,) = add_broadcast(CHANNEL)
    telling.tell_part.func(part.pk)
    monkeypatch.undo()
    monkeypatch.setattr("site_config.outbox._may_leave", lambda mail: True)

    at_once(*[deliver_due_mails] * 4)

    sent = Counter(message.to[0] for message in mail.outbox)
    assert len(sent) == 30
    assert set(sent.values()) == {1}
    assert set(BroadcastCopy.objects.values_list("state", flat=True)) == {"sent"}


def test_a_mail_of_the_day_is_written_once_by_many_clocks():
    add_followers(CHANNEL, pace="digest", number=30)
    (part,) = add_broadcast(CHANNEL)
    telling.tell_part.func(part.pk)
    tomorrow = timezone.now() + timedelta(days=1)

    at_once(*[lambda: queue_digests(tomorrow)] * 4)

    assert OutboxMail.objects.count() == 30
    assert set(BroadcastCopy.objects.values_list("state", flat=True)) == {"queued"}


def test_a_link_that_is_pressed_many_times_at_once_is_used_once():
    pending = PendingSubscription.objects.create(
        email="ana@example.org", channels=[list(CHANNEL)], language="en", consent_version=1
    )
    token = confirm_token(pending)

    came = at_once(*[lambda: confirm_following(token=token)] * 8)

    assert sum(isinstance(one, Subscriber) for one in came) == 1
    assert Subscription.objects.count() == 1


def test_two_requests_of_one_mailbox_make_one_follower():
    requests = [
        PendingSubscription.objects.create(
            email="ana@example.org", channels=[list(channel)], language="en", consent_version=1
        )
        for channel in (CHANNEL, OTHER)
    ]

    at_once(*(partial(confirm_following, token=confirm_token(one)) for one in requests))

    assert Subscriber.objects.count() == 1
    assert Subscription.objects.count() == 2
