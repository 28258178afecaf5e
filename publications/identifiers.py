"""ISSN (ISO 3297) and ISBN (ISO 2108): the numbers by which publications are found.

Both end in a check digit, which tells nearly every slip of the hand. People copy these numbers
from covers and library catalogues, so a leading “ISSN” or “ISBN”, spaces and any kind of hyphen
are accepted; what is stored is always of one form.
"""

import re
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DIGITS: Final = frozenset("0123456789")
ISSN_LENGTH: Final = 8
ISBN_10_LENGTH: Final = 10
ISBN_13_LENGTH: Final = 13
# Prefixes of the EAN system that are given to books (ISO 2108 §4.2).
BOOK_PREFIXES: Final = ("978", "979")
# Below 979-0 stand numbers of sheet music (ISO 10957).
MUSIC_PREFIX: Final = "9790"

# Spaces, also those that don't break, and what typesetters take for a hyphen.
SEPARATORS: Final = re.compile("[\\s\u00ad\u2010-\u2015\u2212-]+")
ISSN_LABEL: Final = re.compile(r"^\s*[ep]?-?ISSN(?:-L)?\s*:?\s*", re.IGNORECASE)
ISBN_LABEL: Final = re.compile(r"^\s*e?-?ISBN(?:\s*-?\s*1[03](?=\s*:|\s))?\s*:?\s*", re.IGNORECASE)


def normalise_issn(text: str) -> str:
    """Return an ISSN in the form of ISO 3297, such as ``2308-0140``.

    Args:
        text: the number as somebody typed or copied it.

    Raises:
        ValidationError: it has wrong characters, a wrong length or a wrong check digit; the
            codes are ``characters``, ``length`` and ``check_digit``.
    """
    number = _compact(ISSN_LABEL.sub("", text))
    _require_characters(number, "ISSN", may_end_in_x=True)
    if len(number) != ISSN_LENGTH:
        raise ValidationError(
            _("An ISSN has 8 characters, such as 1234-5679; this one has %(length)d."),
            code="length",
            params={"length": len(number)},
        )
    _require_check_digit(number, issn_check_digit(number[:-1]))
    return f"{number[:4]}-{number[4:]}"


def normalise_isbn(text: str) -> str:
    """Return an ISBN as its 10 or 13 characters, without hyphens.

    Args:
        text: the number as somebody typed or copied it.

    Raises:
        ValidationError: it has wrong characters, a wrong length, a prefix that no book has or a
            wrong check digit; the codes are ``characters``, ``length``, ``prefix`` and
            ``check_digit``.
    """
    number = _compact(ISBN_LABEL.sub("", text))
    _require_characters(number, "ISBN", may_end_in_x=len(number) <= ISBN_10_LENGTH)
    if len(number) == ISBN_10_LENGTH:
        expected = isbn_10_check_digit(number[:-1])
    elif len(number) == ISBN_13_LENGTH:
        _require_book_prefix(number)
        expected = isbn_13_check_digit(number[:-1])
    else:
        raise ValidationError(
            _(
                "An ISBN has 13 digits, or 10 on books printed before 2007; "
                "this one has %(length)d."
            ),
            code="length",
            params={"length": len(number)},
        )
    _require_check_digit(number, expected)
    return number


def validate_issn(text: str) -> None:
    """Refuse what is no ISSN, with a sentence that says why; see `normalise_issn`."""
    normalise_issn(text)


def validate_isbn(text: str) -> None:
    """Refuse what is no ISBN, with a sentence that says why; see `normalise_isbn`."""
    normalise_isbn(text)


def isbn_13(number: str) -> str:
    """Return the 13 digits of a normalised ISBN; old ones of 10 get the prefix 978."""
    if len(number) == ISBN_13_LENGTH:
        return number
    start = BOOK_PREFIXES[0] + number[:-1]
    return start + isbn_13_check_digit(start)


def isbns_of(number: str) -> list[str]:
    """Return the normalised ISBNs of the same book: of 13 digits, and of 10 where there is one."""
    long = isbn_13(number)
    if not long.startswith(BOOK_PREFIXES[0]):
        return [long]
    start = long[len(BOOK_PREFIXES[0]) : -1]
    return [long, start + isbn_10_check_digit(start)]


def issn_check_digit(digits: str) -> str:
    """Return the check digit for the first 7 digits of an ISSN (ISO 3297, annex A: modulo 11)."""
    return _modulo_11(digits)


def isbn_10_check_digit(digits: str) -> str:
    """Return the check digit for the first 9 digits of an ISBN-10 (ISO 2108:1992: modulo 11)."""
    return _modulo_11(digits)


def isbn_13_check_digit(digits: str) -> str:
    """Return the check digit for the first 12 digits of an ISBN-13 (ISO 2108, annex C: EAN)."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return str(-total % 10)


def _modulo_11(digits: str) -> str:
    """Weigh the digits from the right with 2, 3, 4 …; X stands for ten."""
    total = sum(int(digit) * weight for weight, digit in enumerate(reversed(digits), start=2))
    rest = -total % 11
    return "X" if rest == 10 else str(rest)


def _compact(text: str) -> str:
    return SEPARATORS.sub("", text).upper()


def _require_characters(number: str, name: str, *, may_end_in_x: bool) -> None:
    body, last = number[:-1], number[-1:]
    wrong = [sign for sign in body if sign not in DIGITS]
    if last and last not in DIGITS and not (may_end_in_x and last == "X"):
        wrong.append(last)
    if wrong:
        raise ValidationError(
            _(
                "An %(name)s is made of digits; only its last character can be an X. "
                "Take out: %(wrong)s"
            ),
            code="characters",
            params={"name": name, "wrong": " ".join(dict.fromkeys(wrong))},
        )


def _require_book_prefix(number: str) -> None:
    if number.startswith(MUSIC_PREFIX):
        raise ValidationError(
            _("Numbers that begin with 979-0 are those of sheet music (ISMN), not of books."),
            code="prefix",
        )
    if not number.startswith(BOOK_PREFIXES):
        raise ValidationError(
            _("An ISBN of 13 digits begins with 978 or 979; this one begins with %(prefix)s."),
            code="prefix",
            params={"prefix": number[:3]},
        )


def _require_check_digit(number: str, expected: str) -> None:
    if number[-1] != expected:
        raise ValidationError(
            _(
                "There is a slip in this number: after %(start)s the last character would be "
                "%(expected)s, not %(found)s. Compare it with the printed one."
            ),
            code="check_digit",
            params={"start": number[:-1], "expected": expected, "found": number[-1]},
        )
