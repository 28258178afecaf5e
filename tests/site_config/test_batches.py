"""Long work leaves its turn to others after each batch."""

import pytest
from django_tasks import default_task_backend, task

from site_config import outbox
from site_config.batches import in_batches
from site_config.models import OutboxMail
from site_config.outbox import (
    Letter,
    deliver_due_single,
    deliver_mails,
    enqueue_mail,
    enqueue_mails,
)

pytestmark = pytest.mark.django_db
done: list[str] = []


@task(priority=-7)
def count_down(name: str) -> None:
    in_batches(count_down, _step, name)


def _step(name: str) -> bool:
    done.append(name)
    return len(done) < 3


@pytest.fixture
def queue(settings):
    """Tasks that wait for a worker; the test is none."""
    done.clear()
    settings.TASKS = {
        "default": {
            "BACKEND": "django_tasks.backends.dummy.DummyBackend",
            "ENQUEUE_ON_COMMIT": False,
        }
    }
    default_task_backend.clear()
    return default_task_backend


@pytest.fixture
def many() -> list[int]:
    """Five mails that are some of many."""
    mails = enqueue_mails([Letter(f"p{n}@example.org", f"key {n}", "News", "") for n in range(5)])
    return [mail.pk for mail in mails.values()]


def test_one_batch_is_done_and_the_next_one_queued(queue):
    count_down.func("a")
    assert done == ["a"]
    (queued,) = queue.results
    assert (queued.task.func, queued.task.priority, queued.args) == (count_down.func, -7, ["a"])


def test_where_tasks_run_at_once_all_batches_are_done():
    done.clear()
    count_down.func("a")
    assert done == ["a"] * 3


def test_many_mails_let_others_go_between_them(queue, many, monkeypatch, mailoutbox):
    monkeypatch.setattr(outbox, "IN_ONE_TASK", 2)
    queue.clear()
    deliver_mails.func(many, 50)
    assert len(mailoutbox) == 2
    (queued,) = queue.results
    assert (queued.task.priority, queued.args) == (50, [many[2:], 50])


def test_the_clock_sends_what_somebody_waits_for_without_the_many(many, mailoutbox):
    enqueue_mail(to="ana@example.org", subject="Your password", text="…")
    assert deliver_due_single() == 1
    assert [message.to for message in mailoutbox] == [["ana@example.org"]]
    assert OutboxMail.objects.due().count() == 5


def test_one_of_many_is_queued_behind_all_others(queue, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        enqueue_mail(to="a@example.org", subject="News", text="…", is_bulk=True)
        enqueue_mail(to="b@example.org", subject="Your password", text="…")
    bulk, single = queue.results
    assert bulk.task.priority < single.task.priority
