"""The portal's figures for Prometheus, in its text format 0.0.4.

What each process counts is added up over the processes of a machine. What the nodes share is read
from the database at the moment of asking, so every node tells the same.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Count, Min
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from site_config.models.outbox import OutboxMail
from site_config.models.timers import TimerState
from site_config.operating.meters import Meters
from site_config.operating.readiness import look_at

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
# Upper bounds of the histogram, in seconds.
BUCKETS = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
REQUESTS = "sheshi_requests_total"
DURATION = "sheshi_view_duration_seconds"

meters = Meters(settings.METRICS_DIR)


class Sample(NamedTuple):
    """One line: its name with its labels, and the value."""

    key: str
    value: float


class Family(NamedTuple):
    """Figures of one name, with what they mean (metric types of Prometheus)."""

    name: str
    kind: str
    help: str
    samples: list[Sample]


def count_request(view: str, status: int, seconds: float) -> None:
    """Count an answer.

    Args:
        view: the name of the view, never an address, which may tell of a person.
        status: of the answer (RFC 9110 §15).
        seconds: that it took until the answer began.
    """
    meters.add(f'{REQUESTS}{{status="{status // 100}xx"}}')
    name = view.replace("\\", "").replace('"', "")[:80]
    bound = next((bound for bound in BUCKETS if seconds <= bound), None)
    # Each request is counted in one bucket alone; they are piled up when somebody asks.
    meters.add(f'{DURATION}_bucket{{view="{name}",le="{bound or "+Inf"}"}}')
    meters.add(f'{DURATION}_sum{{view="{name}"}}', seconds)


def measure() -> list[Family]:
    """Return all figures, those of the database as far as it answers."""
    families = [*_of_requests(meters.add_up()), _memory()]
    up = [
        Sample(f'sheshi_store_up{{store="{store}"}}', float(look_at(store).ok))
        for store in ("database", "cache")
    ]
    families.append(Family("sheshi_store_up", "gauge", "Whether a store answers.", up))
    if up[0].value:
        with suppress(DatabaseError):
            families += [*_of_outbox(), *_of_tasks(), *_of_timers()]
    return families


def write_metrics(families: Iterable[Family]) -> str:
    """Write figures down, as Prometheus reads them."""
    lines = []
    for family in families:
        lines.append(f"# HELP {family.name} {family.help}")
        lines.append(f"# TYPE {family.name} {family.kind}")
        lines += [f"{sample.key} {_number(sample.value)}" for sample in family.samples]
    return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def _of_requests(counters: dict[str, float]) -> Iterator[Family]:
    requests = [Sample(key, counters[key]) for key in sorted(counters) if key.startswith(REQUESTS)]
    yield Family(REQUESTS, "counter", "Answers by class of their status.", requests)
    views = sorted(
        key.removeprefix(f'{DURATION}_sum{{view="').removesuffix('"}')
        for key in counters
        if key.startswith(f"{DURATION}_sum")
    )
    piled: list[Sample] = []
    for view in views:
        total = 0.0
        for bound in (*BUCKETS, "+Inf"):
            key = f'{DURATION}_bucket{{view="{view}",le="{bound}"}}'
            total += counters.get(key, 0)
            piled.append(Sample(key, total))
        key = f'{DURATION}_sum{{view="{view}"}}'
        piled.append(Sample(key, counters[key]))
        piled.append(Sample(f'{DURATION}_count{{view="{view}"}}', total))
    yield Family(DURATION, "histogram", "Seconds until an answer began, by view.", piled)


def _memory() -> Family:
    """Return the memory of each web process of this machine, where the system tells it."""
    samples = []
    page = os.sysconf("SC_PAGE_SIZE")
    for pid in meters.processes():
        with suppress(OSError, ValueError, IndexError), open(f"/proc/{pid}/statm") as file:
            resident = int(file.read().split()[1]) * page
            samples.append(Sample(f'sheshi_process_resident_bytes{{pid="{pid}"}}', resident))
    return Family(
        "sheshi_process_resident_bytes", "gauge", "Memory that a web process holds.", samples
    )


def _of_outbox() -> Iterator[Family]:
    waiting = OutboxMail.objects.filter(state=OutboxMail.State.WAITING)
    found = waiting.aggregate(count=Count("pk"), oldest=Min("created_at"))
    failed = OutboxMail.objects.filter(state=OutboxMail.State.FAILED).count()
    yield _gauge("sheshi_outbox_waiting", "Mails that wait to leave.", found["count"])
    yield _gauge(
        "sheshi_outbox_oldest_seconds",
        "Age of the mail that has waited longest.",
        _age(found["oldest"]),
    )
    yield _gauge("sheshi_outbox_failed", "Mails that were given up.", failed)


def _of_tasks() -> Iterator[Family]:
    found = DBTaskResult.objects.ready().aggregate(count=Count("pk"), oldest=Min("enqueued_at"))
    failed = DBTaskResult.objects.failed().count()
    yield _gauge("sheshi_tasks_waiting", "Tasks that wait for a worker.", found["count"])
    yield _gauge(
        "sheshi_tasks_oldest_seconds",
        "Age of the task that has waited longest.",
        _age(found["oldest"]),
    )
    yield _gauge("sheshi_tasks_failed", "Failed tasks that are still kept.", failed)


def _of_timers() -> Iterator[Family]:
    now = timezone.now()
    states = list(TimerState.objects.order_by("name"))
    name = "sheshi_timer_lag_seconds"
    yield Family(
        name,
        "gauge",
        "By how much a timer is overdue, over all nodes.",
        [Sample(_timer(name, state.name), state.lag(now)) for state in states],
    )
    name = "sheshi_timer_last_success_timestamp_seconds"
    yield Family(
        name,
        "gauge",
        "When a timer last did what was due.",
        [
            Sample(_timer(name, state.name), state.succeeded_at.timestamp())
            for state in states
            if state.succeeded_at
        ],
    )


def _timer(name: str, timer: str) -> str:
    return f'{name}{{timer="{timer}"}}'


def _gauge(name: str, words: str, value: float) -> Family:
    return Family(name, "gauge", words, [Sample(name, value)])


def _age(since: object) -> float:
    return max(0.0, (timezone.now() - since).total_seconds()) if since else 0.0
