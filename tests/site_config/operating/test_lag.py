"""Of every timer it is known when it last did its work, over all nodes."""

from datetime import timedelta
from threading import Barrier, Event, Thread

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from site_config import timers
from site_config.models import TimerRun, TimerState
from site_config.operating import heartbeat
from site_config.timers import ROUNDS, RunningApart, Timer, once_a_day, run_round, run_timer

pytestmark = pytest.mark.django_db


def fail() -> None:
    raise RuntimeError("words that may name ana@example.org")


def test_a_timer_that_did_its_work_is_not_late():
    run_timer(Timer("test", lambda: None))

    state = TimerState.objects.get(name="test")
    assert state.succeeded_at is not None
    assert state.lag(timezone.now()) == 0
    assert state.lag(timezone.now() + timedelta(seconds=90)) == pytest.approx(30, abs=2)


def test_a_timer_that_fails_grows_late_from_its_last_success():
    run_timer(Timer("test", lambda: None))
    TimerState.objects.update(succeeded_at=timezone.now() - timedelta(hours=2))
    assert run_timer(Timer("test", fail)) is False

    state = TimerState.objects.get(name="test")
    assert (state.failure, state.failed_at is not None) == ("RuntimeError", True)
    assert state.lag(timezone.now()) == pytest.approx(7140, abs=2)


def test_a_timer_that_has_never_succeeded_is_late_since_it_was_first_seen():
    run_timer(Timer("test", fail))

    state = TimerState.objects.get(name="test")
    assert state.lag(state.seen_at + timedelta(seconds=160)) == 100


def test_success_forgets_the_failure():
    run_timer(Timer("test", fail))
    run_timer(Timer("test", lambda: None))

    assert TimerState.objects.get(name="test").failure == ""


def test_work_that_another_node_does_is_not_noted_here():
    run_timer(Timer("test", lambda: False))

    assert not TimerState.objects.filter(name="test").exists()


def test_a_days_work_is_noted_by_who_did_it_and_only_then():
    work = Timer("test", lambda: once_a_day("test", lambda: None), every=timers.DAY)
    run_timer(work)
    done_at = TimerState.objects.get(name="test").succeeded_at
    run_timer(work)

    assert TimerState.objects.get(name="test").succeeded_at == done_at


def test_each_round_leaves_a_sign():
    run_round()

    assert TimerState.objects.get(name=ROUNDS).succeeded_at is not None
    assert TimerState.objects.get(name="publish").every == timers.ROUND
    assert TimerState.objects.get(name="retention").every == timers.DAY


def test_a_portal_that_only_reads_runs_no_timer(settings):
    settings.READ_ONLY = True

    assert run_round() == []
    assert not TimerState.objects.exists()


def test_the_worker_is_asked_every_five_minutes_and_answers_itself(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    for _ in range(3):
        assert heartbeat.ask_worker() is False
    assert DBTaskResult.objects.count() == 1
    assert not TimerState.objects.filter(name=heartbeat.WORKER).exists()

    heartbeat.answer.func()

    assert TimerState.objects.get(name=heartbeat.WORKER).succeeded_at is not None
    asked = timezone.now() - timedelta(seconds=heartbeat.EVERY + 1)
    TimerState.objects.filter(name=heartbeat.ASKED).update(succeeded_at=asked)
    heartbeat.ask_worker()
    assert DBTaskResult.objects.count() == 2


def test_long_work_is_leased_to_one_until_it_is_done_or_given_up():
    today, later = timezone.localdate(), timezone.now() + timedelta(hours=6)

    assert TimerRun.objects.lease("test", today, later)
    assert not TimerRun.objects.lease("test", today, later)
    TimerRun.objects.filter(name="test").update(held_until=timezone.now() - timedelta(seconds=1))
    assert TimerRun.objects.lease("test", today, later), "whoever held it has died"
    TimerRun.objects.finish("test", today)

    assert not TimerRun.objects.lease("test", today, later)
    assert TimerRun.objects.lease("test", today + timedelta(days=1), later)


@pytest.mark.django_db(transaction=True)
def test_two_nodes_never_hold_the_same_lease():
    barrier, won = Barrier(4), []

    def take() -> None:
        barrier.wait(10)
        if TimerRun.objects.lease(
            "test", timezone.localdate(), timezone.now() + timedelta(hours=1)
        ):
            won.append(1)
        connection.close()

    threads = [Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert won == [1]


@pytest.mark.django_db(transaction=True)
def test_a_long_timer_runs_beside_and_only_once_at_a_time():
    started, let_go = Event(), Event()
    runs: list[int] = []

    def work() -> None:
        runs.append(1)
        started.set()
        let_go.wait(10)

    apart = RunningApart()
    timer = Timer("long", work, apart=True)
    apart.start(timer)
    assert started.wait(10)
    apart.start(timer)
    let_go.set()
    apart._threads["long"].join(30)

    assert runs == [1]
    assert TimerState.objects.get(name="long").succeeded_at is not None
