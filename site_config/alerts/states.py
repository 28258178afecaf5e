"""Where an alert stands, in words for staff."""

from dataclasses import dataclass
from enum import Enum

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from site_config.alerts.errors import (
    AlertClosedError,
    AlertError,
    AlertIncompleteError,
    AlertOverError,
)
from site_config.models.alert_terms import Message
from site_config.models.alerts import Alert, AlertVersion


class State(Enum):
    """Where an alert stands; the order is that of the list."""

    RUNNING = "running"
    SCHEDULED = "scheduled"
    DRAFT = "draft"
    OVER = "over"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str | Promise:
        """The state in words."""
        return {
            "running": pgettext_lazy("state of an alert", "On every page now"),
            "scheduled": pgettext_lazy("state of an alert", "Waits for its hour"),
            "draft": pgettext_lazy("state of an alert", "Draft"),
            "over": pgettext_lazy("state of an alert", "Over"),
            "cancelled": pgettext_lazy("state of an alert", "Cancelled"),
        }[self.value]

    @property
    def rank(self) -> int:
        """Its place in the list; what warns now comes first, all that is over last."""
        return min(list(type(self)).index(self), 3)


@dataclass(frozen=True)
class Standing:
    """An alert with what staff need to know of it.

    Attributes:
        newest: the version that holds, will hold or held last; the draft where there is no other.
        draft: what is written and not published.
    """

    alert: Alert
    state: State
    newest: AlertVersion | None
    draft: AlertVersion | None

    @property
    def is_live(self) -> bool:
        """Whether it warns, or will."""
        return self.state in {State.RUNNING, State.SCHEDULED}


def state_of(alert: Alert) -> Standing:
    """Return where an alert stands now."""
    now = timezone.now()
    versions = sorted(alert.versions.all(), key=lambda version: -version.number)
    draft = next((version for version in versions if version.published_at is None), None)
    published = [version for version in versions if version.published_at]
    current = next((version for version in published if version.starts_at <= now), None)
    newest = current or (published[0] if published else draft)
    if current and current.message == Message.CANCEL:
        state = State.CANCELLED
    elif current and current.is_running(now):
        state = State.RUNNING
    elif published and published[0].starts_at > now:
        state, newest = State.SCHEDULED, published[0]
    elif current:
        state = State.OVER
    else:
        state = State.DRAFT
    return Standing(alert, state, newest, draft)


def refusal_words(refusal: AlertError) -> str:
    """Say why something was not done, and what to do instead."""
    if isinstance(refusal, AlertClosedError):
        return _("It was cancelled. Write a new alert for a new danger.")
    if isinstance(refusal, AlertIncompleteError):
        return _("Not published: a language lacks its words.")
    if isinstance(refusal, AlertOverError):
        return _("Not done: its end has passed. Choose a later one.")
    return _("There is no draft: a colleague has published it or thrown it away.")
