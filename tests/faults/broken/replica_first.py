"""Production that reads everything from the replica, as soon as there is one."""

from typing import Any

from site_config.replica import ReplicaRouter
from site_config.settings.production import *  # noqa: F403

DATABASE_ROUTERS = ["tests.faults.broken.replica_first.ReplicaFirst"]


class ReplicaFirst(ReplicaRouter):
    """Knows no moment in which the replica has not heard of something yet."""

    def db_for_read(self, model: type[Any], **hints: Any) -> str:
        """Return the replica for all."""
        return "replica"
