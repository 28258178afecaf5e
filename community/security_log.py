"""What happened at the door and to accounts, as lines for whoever looks after the portal.

Each names the account by its number and the sender by what one customer owns; no address, no
password and no code is ever written (ASVS 5.0 V16.2.5, V16.3.1).
"""

import logging
from typing import Any

from allauth.account.signals import (
    authentication_step_completed,
    email_changed,
    password_changed,
    password_reset,
)
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import m2m_changed
from django.dispatch import Signal
from django.http import HttpRequest

from community.models import User
from site_config.rate_limits import client_network

logger = logging.getLogger("sheshi.security")

# What is written for each signal that says whom and where it concerns.
EVENTS: dict[str, Signal] = {
    "signed in": user_logged_in,
    "signed out": user_logged_out,
    "wrong password": user_login_failed,
    "wrong second factor": authentication_failed,
    "password changed": password_changed,
    "password reset": password_reset,
    "address changed": email_changed,
    "second factor added": authenticator_added,
    "second factor removed": authenticator_removed,
    "recovery codes made anew": authenticator_reset,
}


def connect() -> None:
    """Write a line for each event."""
    for event, signal in EVENTS.items():
        signal.connect(_writer(event), weak=False, dispatch_uid=f"security_log {event}")
    authentication_step_completed.connect(write_proof, dispatch_uid="security_log proof")
    m2m_changed.connect(write_roles, sender=User.groups.through, dispatch_uid="security_log roles")


def _writer(event: str) -> Any:
    def write(
        request: HttpRequest | None = None, user: AbstractBaseUser | None = None, **kwargs: Any
    ) -> None:
        write_event(event, request=request, user=user)

    return write


def write_event(
    event: str, *, request: HttpRequest | None, user: AbstractBaseUser | None, **more: str
) -> None:
    """Write one line.

    Args:
        event: what happened, in words of the code alone.
        request: by which it happened, if there was one.
        user: whose account it is, if that is known.
        more: further values; words of the code too.
    """
    account = user.pk if user is not None else "unknown"
    network = client_network(request) if request is not None else "none"
    words = "".join(f" {key}={value}" for key, value in sorted(more.items()))
    # The network comes from a header: as text of a literal, it can begin no line of its own.
    logger.info("%s account=%s from=%r%s", event, account, network, words)


def write_proof(request: HttpRequest, user: AbstractBaseUser, method: str, **kwargs: Any) -> None:
    """Write by which means somebody has proved who they are."""
    write_event("proof", request=request, user=user, method=method)


def write_roles(instance: Any, action: str, pk_set: set[int] | None, **kwargs: Any) -> None:
    """Write whose role was given or taken away."""
    if action in {"post_add", "post_remove", "post_clear"} and isinstance(instance, User):
        groups = ",".join(str(pk) for pk in sorted(pk_set or ()))
        what = action.removeprefix("post_")
        write_event("roles", request=None, user=instance, change=what, groups=groups or "all")
