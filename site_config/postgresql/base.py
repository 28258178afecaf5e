"""The backend; Django looks for this module by its name."""

from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql import base

from site_config.postgresql import waiting

# Seconds. A visitor is answered within three: a look whether the kept connection lives, and then
# an attempt at a new one.
LOOK = 0.8
CONNECT = 1.5
# Longer than the server's own limit for a statement, which gives the better error.
ANSWER = 10.0


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own, with deadlines of the client's side."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect, or give up soon.

        Raises:
            OperationalError: the server doesn't answer.
        """
        waiting.install()
        with waiting.at_most(CONNECT):
            connection = super().get_new_connection(conn_params)
        patience = self.settings_dict.get("ANSWER_SECONDS", ANSWER)
        if patience:
            waiting.limit(connection, patience)
        return connection

    def is_usable(self) -> bool:
        """Say whether the server still answers on this connection."""
        with waiting.at_most(LOOK):
            return bool(super().is_usable())

    def on_commit(self, func: Callable[[], object], robust: bool = False) -> None:
        """Keep work for after the commit, under a name.

        Where robust work fails, Django's log asks for its name. A `partial` has none: the request
        whose change is stored would end with 500.
        """
        if not hasattr(func, "__qualname__"):
            func = _named(func)
        super().on_commit(func, robust)


def _named(work: Callable[[], object]) -> Callable[[], object]:
    def named() -> object:
        return work()

    named.__qualname__ = getattr(getattr(work, "func", work), "__qualname__", repr(work))
    return named
