"""Long work in short tasks, so that whatever else waits for a worker gets its turn in between."""

from collections.abc import Callable
from typing import Any

from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import Task


def in_batches(task: Task, step: Callable[..., bool], *args: Any) -> None:
    """Do one step of a long work, and queue the task anew where there may be more.

    Tasks that need not wait, since they run at once in the process that asks for them, do all
    steps in a row: each would wait for the next one anyway, and many would not fit on the stack.

    Args:
        task: which is at work, with its priority.
        step: does the next part, and says whether there may be more.
        args: of both.
    """
    while step(*args):
        if not runs_at_once(task):
            task.enqueue(*args)
            return


def runs_at_once(task: Task) -> bool:
    """Say whether whoever queues a task has to wait for its end."""
    return isinstance(task.get_backend(), ImmediateBackend)
