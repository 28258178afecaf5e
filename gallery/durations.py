"""How long something takes: for machines, for clocks and in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def iso_duration(seconds: float) -> str:
    """Return a length as ISO 8601 writes it, such as ``PT1M12.5S``."""
    hours, minutes, _rest = _parts(seconds)
    rest = round(seconds - (hours * 60 + minutes) * 60, 3)
    parts = ((f"{hours}H", hours), (f"{minutes}M", minutes), (f"{rest:g}S", rest))
    return f"PT{''.join(text for text, value in parts if value) or '0S'}"


def clock_duration(seconds: float) -> str:
    """Return a length as players show it: ``0:08``, ``1:12``, ``1:02:03``."""
    hours, minutes, rest = _parts(seconds)
    if hours:
        return f"{hours}:{minutes:02}:{rest:02}"
    return f"{minutes}:{rest:02}"


def spoken_duration(seconds: float) -> str:
    """Return a length in the reader's language: “8 seconds”, “1 minute 12 seconds”."""
    hours, minutes, rest = _parts(seconds)
    parts = []
    if hours:
        parts.append(ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours})
    if minutes:
        parts.append(
            ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
        )
    if rest and not hours:
        parts.append(ngettext("%(count)d second", "%(count)d seconds", rest) % {"count": rest})
    return " ".join(parts) or _("less than a second")


def _parts(seconds: float) -> tuple[int, int, int]:
    # Players count the seconds that are over.
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return hours, minutes, rest
