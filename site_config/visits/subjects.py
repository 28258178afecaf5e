"""What is counted, and the marks by which a page lets itself be counted.

A mark is a kind and a subject with the portal's signature. It stands in the page, which is one
document for everybody and may be kept for long, so it holds no time: whoever has seen a page can
count it again, within the limits, but nobody can count what no page has shown.
"""

import re
from typing import NamedTuple

from django.core.signing import BadSignature, Signer
from django.db.models import Model
from wagtail.models import Page

from site_config.models.visits import VisitKind

SUBJECT = re.compile(r"[a-z_]{1,40}\.[1-9][0-9]{0,17}", re.ASCII)
MARK_LENGTH = 150  # characters at most, signature included

_signer = Signer(salt="site_config.visits")


class UnknownVisitError(Exception):
    """A mark that the portal has not made."""


class Visit(NamedTuple):
    """What happened to which subject."""

    kind: VisitKind
    subject: str


def subject_of(thing: Model) -> str:
    """Return the name of a row among what is counted, such as ``page.12`` or ``sitedocument.3``.

    A page has one name whatever its type; other rows are known by their model.
    """
    model = Page if isinstance(thing, Page) else type(thing)
    return subject_key(model, thing.pk)


def subject_key(model: type[Model], pk: int) -> str:
    """Return the name of a row of a model.

    Args:
        model: ``Page`` for pages of every type.
        pk: the row's number.
    """
    return f"{model._meta.model_name}.{pk}"


def check_subject(subject: str) -> str:
    """Return a well-formed subject as it is.

    Raises:
        ValueError: nothing has such a name; the caller made a mistake.
    """
    if not SUBJECT.fullmatch(subject):
        raise ValueError(f"No subject of visits is called {subject!r}.")
    return subject


def make_mark(kind: VisitKind, subject: str) -> str:
    """Return the signed mark of a visit (HMAC-SHA256), the same each time."""
    return _signer.sign(f"{VisitKind(kind).value}:{check_subject(subject)}")


def read_mark(mark: str) -> Visit:
    """Return the visit that a mark stands for.

    Raises:
        UnknownVisitError: the portal has not signed it.
    """
    try:
        if len(mark) > MARK_LENGTH:
            raise BadSignature
        kind, _colon, subject = _signer.unsign(mark).partition(":")
        return Visit(VisitKind(kind), check_subject(subject))
    except (BadSignature, ValueError) as error:
        raise UnknownVisitError(mark[:MARK_LENGTH]) from error
