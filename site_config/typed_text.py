"""What somebody has typed into a form that the portal couldn't take, to be shown and sent again."""

import re
from typing import NamedTuple

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException, UnreadablePostError

# Never shown and never in a page: whoever sends again types these again.
SECRET = re.compile(r"pass|secret|otp|code|credential|\bpin\b", re.IGNORECASE)
# As long as a sentence that would be a pity to lose; shorter ones are sent again all the same.
WORTH_SHOWING = 20
# What scripts and editors put into fields is for machines.
OF_MACHINES = re.compile(r"\s*[{\[]|\S{40,}\s*\Z|https?://\S+\Z")


class Field(NamedTuple):
    """One field of a form; a text that a person has written is shown, the others are only kept."""

    name: str
    value: str
    is_text: bool


class TypedText(NamedTuple):
    """A form that was refused.

    Attributes:
        address: where it was sent, to send it again.
        fields: what is sent again; passwords and files are not.
        lost_files: whether files have to be chosen again.
    """

    address: str
    fields: list[Field]
    lost_files: bool


def typed_text(request: HttpRequest) -> TypedText | None:
    """Return what was typed; nothing where there is no form, or another site has sent it.

    Args:
        request: as it came; its form may have been read before.
    """
    if request.method != "POST" or not _comes_from_here(request):
        return None
    try:
        posted = request.POST
        lost_files = bool(request.FILES)
    except (
        *(RawPostDataException, RequestDataTooBig, SuspiciousOperation),
        *(MultiPartParserError, UnreadablePostError, ValueError),
    ):
        return None
    fields = [
        Field(name, value, _is_text(name, value))
        for name, values in posted.lists()
        if not SECRET.search(name)
        for value in values
    ]
    if not any(field.is_text for field in fields):
        return None
    return TypedText(request.get_full_path(), fields, lost_files)


def _comes_from_here(request: HttpRequest) -> bool:
    """Say whether a page of ours has sent the form: others could put words into our mouth."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is None or origin.partition("://")[2] == request.headers.get("host", "")


def _is_text(name: str, value: str) -> bool:
    text = value.strip()
    if name == "csrfmiddlewaretoken" or OF_MACHINES.match(text):
        return False
    return len(text) >= WORTH_SHOWING or "\n" in text
