"""What an examination has found, in words for the person who runs the portal."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from wagtail import hooks

# Apps register functions with ``@hooks.register(DOCTOR_HOOK)`` that yield findings of theirs.
DOCTOR_HOOK = "register_doctor_examinations"


class Severity(StrEnum):
    """How bad it is."""

    OK = "ok"
    WARNING = "warning"  # The portal works; something will fail one day, or is less safe.
    ERROR = "error"  # The portal does not work, or people's data are in danger.


class Finding(NamedTuple):
    """One thing that was looked at.

    Attributes:
        name: short, lasting; scripts may look for it.
        severity: how bad it is.
        words: one sentence on what was found.
        advice: what to do; empty where all is well.
    """

    name: str
    severity: Severity
    words: str
    advice: str = ""


Examination = Callable[[], Iterator[Finding]]


def fine(name: str, words: str) -> Finding:
    """Return that all is well."""
    return Finding(name, Severity.OK, words)


def warning(name: str, words: str, advice: str) -> Finding:
    """Return something to see to."""
    return Finding(name, Severity.WARNING, words, advice)


def error(name: str, words: str, advice: str) -> Finding:
    """Return something to mend now."""
    return Finding(name, Severity.ERROR, words, advice)


def examine(examinations: tuple[Examination, ...]) -> Iterator[Finding]:
    """Yield what each examination finds, those of the apps last.

    One that fails itself is a finding too, and stops no other.
    """
    of_apps: list[Examination] = hooks.get_hooks(DOCTOR_HOOK)
    for examination in (*examinations, *of_apps):
        name = examination.__name__.removeprefix("examine_")
        try:
            yield from examination()
        except Exception as failure:  # noqa: BLE001  (a deployment can be broken in any way)
            yield error(
                name,
                f"This could not be examined: {type(failure).__name__}: {failure}",
                "Mend what stands above first, then run the doctor again.",
            )
