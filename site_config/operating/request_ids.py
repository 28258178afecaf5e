"""One name for each request, by which the answer, the log and the page of a fault are matched."""

import re
import uuid
from contextvars import ContextVar

HEADER = "X-Request-ID"
# What a proxy may bring: enough to be unique, and nothing that a log or a page could trip over.
SAFE = re.compile(r"[A-Za-z0-9-]{8,64}\Z")

_current: ContextVar[str] = ContextVar("request_id", default="")


def current_request_id() -> str:
    """Return the name of the request that is being answered; empty outside of one."""
    return _current.get()


def begin_request(offered: str) -> str:
    """Name a request: as the proxy has named it, where that is safe, or anew.

    Args:
        offered: the header, or nothing.
    """
    name = offered if SAFE.match(offered) else uuid.uuid4().hex
    _current.set(name)
    return name


def end_request() -> None:
    """Forget the name: the thread goes on to another request."""
    _current.set("")
