"""The figures are right over all processes, and Prometheus can read them."""

import os
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from site_config.models import OutboxMail, TimerState
from site_config.operating import measures
from site_config.operating.meters import SLOT, SLOTS, Meters
from site_config.outbox import enqueue_mail

LINE = re.compile(r'[a-z_]+(\{[a-z_]+="[^"\\]*"(,[a-z_]+="[^"\\]*")*\})? [0-9.e+-]+(inf)?\Z')


def read_metrics(client: Client) -> dict[str, float]:
    """Return the figures by their names and labels."""
    response = client.get("/metrics")
    assert response["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = [line for line in response.text.splitlines() if not line.startswith("#")]
    return {key: float(value) for key, _, value in (line.rpartition(" ") for line in lines)}


@pytest.fixture
def _counting_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "meters", Meters())


@pytest.mark.django_db
@pytest.mark.usefixtures("_counting_anew")
def test_every_line_has_the_form_of_the_text_format(client: Client):
    client.get("/robots.txt")
    TimerState.objects.note_success("publish", 60)

    text = client.get("/metrics").text

    assert text.endswith("\n")
    for line in text.splitlines():
        assert line.startswith(("# HELP ", "# TYPE ")) or LINE.match(line), line
    names = [line.split()[2] for line in text.splitlines() if line.startswith("# TYPE")]
    assert len(names) == len(set(names))


@pytest.mark.django_db
@pytest.mark.usefixtures("_counting_anew")
def test_requests_are_counted_by_status_and_timed_by_view(client: Client):
    for address in ("/robots.txt", "/robots.txt", "/en/nothing-here/"):
        client.get(address)

    figures = read_metrics(client)

    assert figures['sheshi_requests_total{status="2xx"}'] == 2
    assert figures['sheshi_requests_total{status="4xx"}'] == 1
    assert figures['sheshi_view_duration_seconds_count{view="robots"}'] == 2
    buckets = [
        value for key, value in figures.items() if "_bucket" in key and 'view="robots"' in key
    ]
    assert buckets == sorted(buckets)
    assert buckets[-1] == 2
    assert figures['sheshi_view_duration_seconds_sum{view="robots"}'] > 0


@pytest.mark.django_db
@pytest.mark.usefixtures("_counting_anew")
def test_no_figure_holds_an_address_or_a_word_of_the_request(client: Client):
    client.get("/en/search/", {"q": "planted-word"}, headers={"User-Agent": "planted-agent"})
    client.get("/planted-path/")

    assert "planted" not in client.get("/metrics").text


@pytest.mark.django_db
def test_what_waits_is_told_with_its_age(client: Client):
    hour = timedelta(hours=1)
    mail = enqueue_mail(to="ana@example.org", subject="Hello", text="Good day.")
    OutboxMail.objects.filter(pk=mail.pk).update(created_at=timezone.now() - hour)
    task = DBTaskResult.objects.create(
        task_path="site_config.operating.heartbeat.answer",
        args_kwargs={"args": [], "kwargs": {}},
        backend_name="default",
        run_after=timezone.now(),
    )
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=timezone.now() - hour)

    figures = read_metrics(client)

    assert figures["sheshi_outbox_waiting"] == 1
    assert 3600 <= figures["sheshi_outbox_oldest_seconds"] < 3660
    assert figures["sheshi_tasks_waiting"] == 1
    assert 3600 <= figures["sheshi_tasks_oldest_seconds"] < 3660
    assert figures['sheshi_store_up{store="database"}'] == 1
    assert figures[f'sheshi_process_resident_bytes{{pid="{os.getpid()}"}}'] > 1_000_000


@pytest.mark.django_db
def test_a_timer_that_is_overdue_shows_its_lag(client: Client):
    TimerState.objects.note_success("publish", 60)
    TimerState.objects.note_success("digests", 60)
    moment = timezone.now() - timedelta(seconds=360)
    TimerState.objects.filter(name="publish").update(succeeded_at=moment)

    figures = read_metrics(client)

    assert 300 <= figures['sheshi_timer_lag_seconds{timer="publish"}'] < 310
    assert figures['sheshi_timer_lag_seconds{timer="digests"}'] == 0
    key = 'sheshi_timer_last_success_timestamp_seconds{timer="publish"}'
    assert figures[key] == pytest.approx(moment.timestamp(), abs=0.01)


COUNT = (
    "import sys; from site_config.operating.meters import Meters; m = Meters(sys.argv[1]);"
    "[m.add('requests', 1) for _ in range(int(sys.argv[2]))]; m.add('own ' + sys.argv[2]);"
    "print('counted', flush=True); sys.stdin.read()"
)


def counting(folder: Path, times: int) -> "subprocess.Popen[str]":
    """Start a process that counts, and then waits until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", COUNT, str(folder), str(times)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "counted\n"
    return process


def test_processes_count_together_also_after_one_was_killed(tmp_path: Path):
    with counting(tmp_path, 1000) as first, counting(tmp_path, 500) as second:
        meters = Meters(str(tmp_path))
        meters.add("requests", 1)
        assert meters.add_up()["requests"] == 1501
        assert set(meters.processes()) >= {first.pid, second.pid}

        first.kill()
        first.wait(10)
        first.stdin.close()

        for _ in range(2):  # Once as its file, once as part of the ended.
            assert meters.add_up() == {"requests": 1501, "own 1000": 1, "own 500": 1}
        assert first.pid not in meters.processes()
        assert not (tmp_path / f"{first.pid}.meters").exists()
        second.stdin.close()
    meters._file.close()


def test_a_full_file_counts_on_with_what_it_has(tmp_path: Path):
    meters = Meters(str(tmp_path))
    for number in range(SLOTS + 5):
        meters.add(f"key {number}")
    meters.add("key 0")
    meters.add("x" * SLOT)

    total = meters.add_up()
    assert len(total) == SLOTS
    assert total["key 0"] == 2
    meters._file.close()
