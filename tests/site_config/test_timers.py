"""What happens by the clock happens once, however many processes look at the clock."""

import logging
from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Event, Thread

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Locale, Page, PageLogEntry

from site_config import timers
from site_config.locks import lock_number, only_here
from site_config.management.commands import run_timers
from site_config.models import OutboxMail, RateCount, TimerRun
from site_config.outbox import enqueue_mail
from site_config.retention import remove_what_is_too_old
from site_config.timers import NIGHT_HOUR, once_a_day, run_round, run_until, working_day

SCHEDULED = 6


def plant_root() -> Page:
    """Return the root of the tree, also after a test that emptied the database."""
    locale, _created = Locale.objects.get_or_create(language_code="sq")
    root = Page.objects.filter(depth=1).first()
    return root or Page.add_root(title="Root", slug="root", locale=locale)


def schedule(page: Page, *, minutes: int = -1) -> None:
    """Give a draft an hour at which it is to appear."""
    page.go_live_at = timezone.now() + timedelta(minutes=minutes)
    page.save_revision(approved_go_live_at=page.go_live_at)


def in_threads(*works: Callable[[], object]) -> list[BaseException]:
    """Do several works at once, each with a connection of its own; return what they raised."""
    barrier = Barrier(len(works))
    raised: list[BaseException] = []

    def run(work: Callable[[], object]) -> None:
        try:
            barrier.wait(10)
            work()
        except BaseException as error:  # noqa: BLE001  (whatever it is, the test shows it)
            raised.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    return raised


@pytest.mark.django_db(transaction=True)
def test_two_runners_publish_each_scheduled_page_once():
    root = plant_root()
    for number in range(SCHEDULED):
        draft = root.add_child(instance=Page(title=f"Draft {number}", live=False))
        schedule(draft)

    assert in_threads(timers.publish_scheduled_pages, timers.publish_scheduled_pages) == []
    timers.publish_scheduled_pages()  # Where one had been turned away before the other was done.

    assert Page.objects.filter(title__startswith="Draft", live=True).count() == SCHEDULED
    published = PageLogEntry.objects.filter(action="wagtail.publish.scheduled")
    assert published.count() == SCHEDULED


@pytest.mark.django_db(transaction=True)
def test_a_page_whose_hour_has_not_come_stays_a_draft():
    draft = plant_root().add_child(instance=Page(title="Tomorrow", live=False))
    schedule(draft, minutes=60)

    assert run_round() == []

    draft.refresh_from_db()
    assert not draft.live


@pytest.mark.django_db(transaction=True)
def test_whoever_comes_second_is_turned_away_or_waits():
    held, seen = Event(), Event()
    order: list[str] = []

    def first() -> None:
        with only_here("test") as mine:
            assert mine
            held.set()
            # PostgreSQL turns the second away at once; SQLite keeps it waiting for this one.
            seen.wait(1 if connection.vendor == "sqlite" else 10)
            order.append("first")

    def second() -> None:
        held.wait(10)
        with only_here("test") as mine:
            order.append("second" if mine else "turned away")
            seen.set()

    assert in_threads(first, second) == []
    expected = ["first", "second"] if connection.vendor == "sqlite" else ["turned away", "first"]
    assert order == expected


@pytest.mark.django_db(transaction=True)
def test_two_runners_do_a_days_work_once():
    done: list[str] = []

    def work() -> None:
        once_a_day("test", lambda: done.append("done"))

    assert in_threads(work, work) == []
    work()

    assert done == ["done"]


@pytest.mark.django_db(transaction=True)
def test_a_days_work_that_fails_is_tried_again_in_the_next_round():
    def fail() -> None:
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError):
        once_a_day("test", fail)
    done: list[str] = []
    once_a_day("test", lambda: done.append("done"))

    assert done == ["done"]


@pytest.mark.django_db
def test_a_days_work_is_done_again_on_the_next_day(monkeypatch):
    done: list[str] = []
    once_a_day("test", lambda: done.append("today"))
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timers.timezone, "now", lambda: tomorrow)
    once_a_day("test", lambda: done.append("tomorrow"))

    assert done == ["today", "tomorrow"]
    assert TimerRun.objects.get(name="test").day == working_day(tomorrow)


def test_the_nights_work_belongs_to_the_day_that_has_begun_by_then():
    evening = timezone.make_aware(timezone.datetime(2026, 3, 1, NIGHT_HOUR - 1, 59))
    assert working_day(evening).isoformat() == "2026-02-28"
    assert working_day(evening + timedelta(minutes=1)).isoformat() == "2026-03-01"


def test_locks_of_different_names_have_numbers_that_fit_into_64_bits():
    numbers = {lock_number(f"timers.{number}") for number in range(100)}
    assert len(numbers) == 100
    assert all(-(2**63) <= number < 2**63 for number in numbers)


@pytest.mark.django_db(transaction=True)
def test_one_round_sends_what_waits_and_ends_with_success():
    with transaction.atomic():
        waiting = enqueue_mail(to="ana@example.org", subject="Hello", text="Good day.")
        OutboxMail.objects.filter(pk=waiting.pk).update(state=OutboxMail.State.FAILED)
    OutboxMail.objects.update(state=OutboxMail.State.WAITING)

    call_command("run_timers", "--once")

    assert len(mail.outbox) == 1
    assert set(TimerRun.objects.values_list("name", flat=True)) == {
        "sessions",
        "retention",
        "media",
        "tasks",
        "index",
        "partners_midnight",
        "renewals",
    }


@pytest.mark.django_db
def test_a_timer_that_fails_stops_no_other_and_is_named(monkeypatch, caplog):
    ran: list[str] = []

    def fail() -> None:
        raise RuntimeError("the mail server is away")

    monkeypatch.setattr(
        timers,
        "TIMERS",
        (timers.Timer("broken", fail), timers.Timer("sound", lambda: ran.append("sound"))),
    )
    with caplog.at_level(logging.ERROR), pytest.raises(CommandError, match="failed: broken"):
        call_command("run_timers", once=True)

    assert ran == ["sound"]
    assert "the mail server is away" in caplog.text


def test_the_timers_go_on_until_they_are_stopped(monkeypatch):
    stop = Event()
    rounds: list[int] = []

    def note(apart: timers.RunningApart) -> list[str]:
        rounds.append(1)
        if len(rounds) == 3:
            stop.set()
        return []

    monkeypatch.setattr(timers, "run_round", note)
    monkeypatch.setattr(timers, "ROUND", 0)
    monkeypatch.setattr(timers, "close_old_connections", lambda: None)
    monkeypatch.setattr(timers.connections, "close_all", lambda: None)
    run_until(stop)

    assert len(rounds) == 3


def test_the_command_ends_when_its_service_is_stopped(monkeypatch):
    handlers = {}
    monkeypatch.setattr(run_timers.signal, "signal", handlers.__setitem__)

    def stopped_at_once(stop: Event) -> None:
        handlers[run_timers.signal.SIGTERM](run_timers.signal.SIGTERM, None)
        assert stop.is_set()

    monkeypatch.setattr(run_timers, "run_until", stopped_at_once)
    call_command("run_timers")

    assert set(handlers) == {run_timers.signal.SIGINT, run_timers.signal.SIGTERM}


@pytest.mark.django_db
def test_mails_are_kept_for_thirty_days_after_they_left():
    now = timezone.now()
    for state, days in (("sent", 31), ("sent", 29), ("failed", 31), ("waiting", 31)):
        stored = enqueue_mail(to="ana@example.org", subject=f"{state} {days}", text="…")
        OutboxMail.objects.filter(pk=stored.pk).update(
            state=state, created_at=now - timedelta(days=days)
        )

    assert remove_what_is_too_old(now)["mails"] == 2

    kept = set(OutboxMail.objects.values_list("subject", flat=True))
    assert kept == {"sent 29", "waiting 31"}


@pytest.mark.django_db
def test_request_counts_go_with_their_window():
    now = timezone.now()
    RateCount.objects.create(key="over", count=1, expires_at=now - timedelta(seconds=1))
    RateCount.objects.create(key="open", count=1, expires_at=now + timedelta(seconds=60))

    remove_what_is_too_old(now)

    assert list(RateCount.objects.values_list("key", flat=True)) == ["open"]
