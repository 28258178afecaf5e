"""What members write: as it is stored, and made safe to show."""

import unicodedata

import nh3
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

from community.errors import EmptyTextError, TitleTooLongError, TitleTooShortError

SHORTEST_TITLE, LONGEST_TITLE = 5, 120

# A small Markdown: paragraphs, stress, lists, quotes and links. No headings, which would
# break the outline of the page, no pictures, which would call other servers, no raw HTML.
_RULES = ["paragraph", "list", "blockquote", "emphasis", "link", "autolink", "newline", "escape"]
_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a"}
# Control characters and what no letter is assigned to.
_HIDDEN = {"Cc", "Cs", "Co", "Cn"}
# Marks that turn the direction of what follows (Unicode TR 36 §2).
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MARKDOWN = MarkdownIt("zero", {"html": False, "breaks": True}).enable(_RULES)


def member_html(text: str) -> SafeString:
    """Return a member's text as HTML that can do no harm.

    Args:
        text: Markdown (CommonMark's paragraphs, emphasis, lists, quotes and links).

    Links carry ``rel="nofollow ugc noopener"``: they are the member's, not the city's.
    """
    html = nh3.clean(
        _MARKDOWN.render(text),
        tags=_TAGS,
        # "*": on every element; left out, it would let titles through.
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow ugc noopener",
    )
    # Safe, since nh3 has let nothing but these tags through.
    return SafeString(html)


def tidy_words(text: str) -> str:
    """Return words as they are stored: composed (NFC), without what can't be seen.

    Raises:
        EmptyTextError: nothing is left to read.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = "".join(
        sign
        for sign in text
        if sign in "\n\t" or (unicodedata.category(sign) not in _HIDDEN and sign not in _TURNING)
    ).strip()
    if not _can_be_read(text):
        raise EmptyTextError
    return text


def tidy_title(title: str) -> str:
    """Return a title as it is stored: the same, on one line.

    Raises:
        TitleTooShortError: it has too few signs, or none that can be read.
        TitleTooLongError: it has too many.
    """
    try:
        title = " ".join(tidy_words(title).split())
    except EmptyTextError as error:
        raise TitleTooShortError from error
    if len(title) < SHORTEST_TITLE:
        raise TitleTooShortError
    if len(title) > LONGEST_TITLE:
        raise TitleTooLongError
    return title


def _can_be_read(text: str) -> bool:
    return any(unicodedata.category(sign)[0] in "LNPS" for sign in text)
