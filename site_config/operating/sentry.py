"""Errors told to a Sentry, where the city runs one: what failed and where, and nothing personal."""

from importlib import import_module
from typing import Any

from django.core.exceptions import ImproperlyConfigured

# Of an event these leave the portal; the request, the person and all values stay here.
KEPT = frozenset(
    {
        *("event_id", "timestamp", "platform", "level", "logger", "release"),
        *("environment", "server_name", "sdk", "exception", "tags"),
    }
)
KEPT_OF_FRAMES = frozenset({"filename", "abs_path", "function", "module", "lineno", "in_app"})


def start(dsn: str, environment: str) -> None:
    """Have errors told to a Sentry.

    Args:
        dsn: where to, as Sentry gives it.
        environment: such as ``production``.

    Raises:
        ImproperlyConfigured: the package is not installed.
    """
    try:
        sentry_sdk = import_module("sentry_sdk")
    except ImportError as error:
        raise ImproperlyConfigured(
            "SENTRY_DSN is set, but sentry-sdk is not installed: "
            "pip install -r requirements-extras.txt, or leave SENTRY_DSN empty."
        ) from error
    sentry_sdk.init(
        dsn=dsn,
        environment=environment,
        send_default_pii=False,
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        traces_sample_rate=0.0,
        before_send=without_people,
    )


def without_people(event: dict[str, Any], hint: dict[str, Any]) -> dict[str, Any]:
    """Return of an event what tells of the portal, and nothing that tells of people."""
    kept = {name: value for name, value in event.items() if name in KEPT}
    for exception in kept.get("exception", {}).get("values", []):
        # Its words may quote what somebody typed; the kind and the place are enough.
        exception["value"] = ""
        for frame in (exception.get("stacktrace") or {}).get("frames", []):
            for name in set(frame) - KEPT_OF_FRAMES:
                del frame[name]
    return kept
