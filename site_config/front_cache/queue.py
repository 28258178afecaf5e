"""The queue of tasks, past which purges go: readers wait for them, and pictures take seconds."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks_db.backend import DatabaseBackend

# By its name: its module can't be imported before the queue is there.
PURGE = "wagtail.contrib.frontend_cache.tasks.purge_urls_from_cache_task"
# Seconds. An answer that is being made while a page changes is stored after the purge; its copy
# goes with the second one, and that of an answer for which the caches waited as long as they do (a
# minute) with the third.
REPEAT_AFTER = (2, 65)


class PurgingQueue(DatabaseBackend):
    """The queue in the database; it makes Wagtail's purges at once, and again later."""

    def enqueue(self, task: Any, args: Any, kwargs: Any) -> Any:
        """Queue a task (see `django_tasks`)."""
        if task.module_path == PURGE and task.run_after is None:
            transaction.on_commit(partial(task.func, *args, **kwargs), robust=True)
            now = timezone.now()
            *others, task = [
                task.using(run_after=now + timedelta(seconds=seconds)) for seconds in REPEAT_AFTER
            ]
            for other in others:
                super().enqueue(other, args, kwargs)
        return super().enqueue(task, args, kwargs)
