"""Asking a portal what no honest program asks, and noticing every answer that is a fault."""

import logging
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.test import Client

from bench.bad_requests import BadRequest
from community.models import User

# A member signs in anew after so many requests: one of them may have signed them out.
SIGN_IN_EVERY = 50
# The first of the statuses that are the portal's own fault (RFC 9110 §15.6).
FAULT = 500


@dataclass
class Outcome:
    """What came of the requests.

    Attributes:
        statuses: how often each was answered.
        faults: the requests that were answered by a fault, with its status or exception.
    """

    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def ask_all(requests: Iterable[BadRequest], *, member: User) -> Outcome:
    """Send requests to the portal of this process, all middleware included.

    Args:
        requests: in their order.
        member: whose account sends those that are sent by somebody signed in.
    """
    outcome = Outcome()
    stranger, known = Client(), Client()
    # Refusals are what is expected here; thousands of lines would hide the one that matters.
    logging.disable(logging.CRITICAL)
    try:
        for number, request in enumerate(requests):
            if number % SIGN_IN_EVERY == 0:
                known.force_login(member)
            status = _ask(known if request.signed_in else stranger, request, outcome.faults)
            outcome.statuses[status] += 1
    finally:
        logging.disable(logging.NOTSET)
    return outcome


def _ask(client: Client, request: BadRequest, faults: list[str]) -> int:
    environ = {
        f"HTTP_{name.upper().replace('-', '_')}": text for name, text in request.headers.items()
    }
    if "HTTP_CONTENT_LENGTH" in environ:
        environ["CONTENT_LENGTH"] = environ.pop("HTTP_CONTENT_LENGTH")
    if request.signed_in:
        environ.pop("HTTP_COOKIE", None)
    try:
        response = client.generic(
            request.method,
            request.url,
            request.body,
            content_type=request.content_type,
            REMOTE_ADDR=request.address,
            **environ,
        )
    except Exception as error:  # noqa: BLE001  (whatever it is, a visitor would have got a 500)
        faults.append(f"{type(error).__name__}: {error} at {request}")
        return FAULT
    if response.status_code >= FAULT:
        faults.append(f"{response.status_code} at {request}")
    if response.streaming:
        response.getvalue()  # Reads the file to its end, and closes it.
    return response.status_code
