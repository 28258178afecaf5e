"""The log on a server: one JSON object in each line, and nothing personal in it.

What others write into the log can hold addresses, names and words of people: an error of the
database quotes a row, a missing page its address. So only our own messages are written out, and
those with addresses taken out; of others' messages the template alone stands in the log, of
exceptions their kind and where they arose.
"""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from http.client import responses
from types import TracebackType
from typing import Any

from django.db import DatabaseError

from site_config.operating.request_ids import current_request_id

OWN = (
    *("articles", "campaigns", "community", "gallery", "home", "partners", "publications"),
    *("search", "sheshi", "site_config"),
)
# What is taken out of our own messages too, should it ever get into one.
PERSONAL = re.compile(
    r"[^\s<>\"']+@[^\s<>\"']+"  # a mailbox
    r"|\b\d{1,3}(?:\.\d{1,3}){3}\b"  # IPv4
    r"|(?<![\w:.])(?:[0-9a-fA-F]{0,4}:){3,7}[0-9a-fA-F]{0,4}(?![\w:.])"  # IPv6
    r"|(?<![\w:.])[0-9a-fA-F]{1,4}::[0-9a-fA-F]{1,4}(?![\w:.])"  # the same, shortened
    r"|\?[^\s\"']+"  # a query
    r"|\b(?=[\w-]*\d)[\w-]{32,}\b"  # keys and tokens
)
FRAMES = 12


class JsonFormatter(logging.Formatter):
    """Writes a record as one line of JSON (RFC 8259)."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, tz=UTC).isoformat("T", "milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
        }
        if request_id := current_request_id():
            line["request_id"] = request_id
        line |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = describe_error(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=_as_text)


def without_personal_data(text: str) -> str:
    """Return a text without mailboxes, network addresses, queries and keys."""
    return PERSONAL.sub("…", text)


def describe_error(error: BaseException) -> dict[str, Any]:
    """Return what an exception was and where it arose, without its words.

    Of failures of machines the words stay: they name hosts and limits, and operators need them.
    """
    described: dict[str, Any] = {"kind": f"{type(error).__module__}.{type(error).__qualname__}"}
    if isinstance(error, OSError) and error.strerror:
        described["words"] = error.strerror
    elif isinstance(error, DatabaseError):
        # The next lines quote the row, and sometimes the first one does.
        first_line = str(error).partition("\n")[0]
        described["words"] = re.sub(r'"[^"]*"|\'[^\']*\'|\([^)]*\)', "…", first_line)[:200]
    if "words" in described:
        described["words"] = without_personal_data(described["words"])
    described["at"] = _frames(error.__traceback__)
    if error.__cause__ is not None:
        described["because"] = describe_error(error.__cause__)
    return described


def _frames(trace: TracebackType | None) -> list[str]:
    return [
        f"{frame.filename}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)[-FRAMES:]
    ]


def _message(record: logging.LogRecord) -> str:
    """Return our own message, or the template of somebody else's."""
    status = getattr(record, "status_code", None)
    if status is not None:  # Django's word on a request, which ends with its address
        return responses.get(status, str(status))
    if record.name.partition(".")[0] in OWN or not record.args:
        return without_personal_data(record.getMessage())
    return without_personal_data(str(record.msg))


def _as_text(value: object) -> str:
    return type(value).__name__
