"""The frame that every mail in HTML stands in, and the paragraphs within it."""

import re
from dataclasses import dataclass, field

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import override

from site_config.shell import Shell

ADDRESS = re.compile(r"https?://\S+")
# A line that says what an address is, such as "More about it: https://…".
NAMED_ADDRESS = re.compile(rf"([^:]+): ({ADDRESS.pattern})")


@dataclass(frozen=True)
class Line:
    """A line of words, which an address of this portal may stand behind."""

    words: str
    url: str = ""


@dataclass(frozen=True)
class Paragraph:
    """One piece of a mail: words, or an address that becomes a button."""

    lines: list[Line] = field(default_factory=list)
    url: str = ""


def paragraphs_of_words(text: str) -> list[Paragraph]:
    """Return the paragraphs of what somebody wrote, who gets no button and no link by it."""
    return [Paragraph([Line(words) for words in block]) for block in _blocks(text)]


def split_paragraphs(text: str, portal: Shell) -> list[Paragraph]:
    """Return the paragraphs of a plain text, its addresses as links.

    Args:
        text: an address that stands alone becomes a button, and so does one of the portal that
            is the last line of a paragraph; where a line says what an address of the portal is,
            that becomes the words of a link.
        portal: whose addresses they are. Others' words stand in mails, too, and what leads
            elsewhere is no link of the city's.
    """
    pieces = []
    for block in _blocks(text):
        is_link = ADDRESS.fullmatch(block[-1]) and (len(block) == 1 or _is_own(block[-1], portal))
        url = block.pop() if is_link else ""
        if block:
            pieces.append(Paragraph([_line(words, portal) for words in block]))
        if url:
            pieces.append(Paragraph(url=url))
    return pieces


def in_mail_frame(
    *,
    subject: str,
    paragraphs: list[Paragraph],
    portal: Shell,
    language: str,
    action: str | Promise = "",
    stop_url: str = "",
) -> str:
    """Return a mail in HTML, in the frame that all mails of the portal have.

    Args:
        subject: stands above the words, too.
        paragraphs: what the mail says.
        portal: whose name stands in the frame.
        language: of whoever reads it.
        action: what the buttons say; that they open a link, where nothing else is given.
        stop_url: the full address that stops mails of this kind, if there is one.
    """
    context = {
        "subject": subject,
        "paragraphs": paragraphs,
        "action": action,
        "stop_url": stop_url,
        "portal": portal,
        "base_url": settings.WAGTAILADMIN_BASE_URL,
        "home_url": f"{settings.WAGTAILADMIN_BASE_URL}/{language}/",
    }
    with override(language):
        return render_to_string("site_config/mail.html", context)


def _blocks(text: str) -> list[list[str]]:
    """Return the lines of each paragraph; empty ones are left out."""
    blocks = re.split(r"\n\s*\n", text)
    split = ([line.strip() for line in block.splitlines() if line.strip()] for block in blocks)
    return [lines for lines in split if lines]


def _line(words: str, portal: Shell) -> Line:
    named = NAMED_ADDRESS.fullmatch(words)
    return Line(named[1], named[2]) if named and _is_own(named[2], portal) else Line(words)


def _is_own(address: str, portal: Shell) -> bool:
    bases = (settings.WAGTAILADMIN_BASE_URL, portal.site_url)
    return address.startswith(tuple(f"{base.rstrip('/')}/" for base in bases if base))
