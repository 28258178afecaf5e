"""Visits counted by many at once: every figure is exact."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connection, connections
from django.utils import timezone

from site_config.models import DailyTotal
from site_config.visits import buffer as visit_buffer
from site_config.visits.buffer import VisitBuffer

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS, EACH = 8, 25


def test_processes_that_write_at_once_lose_nothing():
    today = timezone.localdate()
    barrier = Barrier(WRITERS)

    def run(writer: int) -> None:
        # As a process of its own has it: in an order of its own, too.
        own = VisitBuffer(seconds=0)
        barrier.wait(timeout=30)
        try:
            for number in range(EACH):
                own.add(today, "view", f"page.{1 + (writer + number) % 3}")
                own.add(today, "click", "placement.1")
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(run, range(WRITERS)))

    views = DailyTotal.objects.filter(kind="view")
    assert sum(views.values_list("count", flat=True)) == WRITERS * EACH
    assert DailyTotal.objects.get(kind="click").count == WRITERS * EACH


def test_threads_that_share_a_buffer_lose_nothing():
    today = timezone.localdate()
    shared = VisitBuffer(seconds=3600)
    shared._thread = object()  # a writer that never comes
    barrier = Barrier(WRITERS)

    def run(writer: int) -> None:
        barrier.wait(timeout=30)
        try:
            for _number in range(EACH):
                shared.add(today, "view", "page.1")
                if writer % 2:
                    shared.flush()
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(run, range(WRITERS)))
    shared.flush()

    assert DailyTotal.objects.get().count == WRITERS * EACH


def test_the_writer_writes_by_itself_once_there_is_much(monkeypatch):
    written = Event()

    class Stop(BaseException):
        """Ends the writer's thread at the end of its round."""

    def end_of_round() -> None:
        connections["default"].close()
        written.set()
        raise Stop

    monkeypatch.setattr(visit_buffer.connections, "close_all", end_of_round)
    monkeypatch.setattr("threading.excepthook", lambda args: None)
    buffer = VisitBuffer(seconds=3600, most_keys=3)
    for number in (1, 2, 3):
        buffer.add(timezone.localdate(), "view", f"page.{number}")

    assert written.wait(30)
    assert DailyTotal.objects.count() == 3
