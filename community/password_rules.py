"""Which passwords an attacker would try first (NIST SP 800-63B-4 §3.1.1.2, ASVS 5.0 V6.2).

Length counts, not kinds of signs. Refused is what stands on a list of passwords that were taken
elsewhere, and what is put together from few words that everybody knows, with the usual decoration.
"""

import hashlib
import re
import string
import unicodedata
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from site_config.shell import shell_for

# Words that Django's list lacks, since hardly anybody who was robbed wrote Albanian.
LOCAL_WORDS = frozenset(
    (
        *("fjalekalim", "fjalekalimi", "fjalekalimin", "sekret", "hyrje", "mirsevini"),
        *("pershendetje", "dashuri", "dashuria", "zemra", "zemer", "jeta", "nena", "babai"),
        *("familja", "shtepia", "shqip", "shqipe", "shqiperi", "shqiperia", "shqiptar"),
        *("shqiponja", "albania", "albanian", "kosova", "prishtina", "tirana", "tirane", "durres"),
        *("durresi", "vlora", "shkodra", "elbasan", "elbasani", "korca", "skenderbeu"),
        *("skenderbej", "partizani", "dinamo", "bashkia", "qyteti", "komuna", "sheshi"),
        *("administrator", "moderator", "editor", "portal", "portali", "wagtail", "django"),
        *("smartcity",),
    )
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
RUNS = (
    *("12345678901234567890", "09876543210987654321", LETTERS, LETTERS[::-1]),
    *("qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm"),
)
# Signs that stand for letters, as programs that guess know too.
LOOK_ALIKES = str.maketrans("@4310$57!|", "aaeiosstii")
SEPARATORS = frozenset(string.punctuation + string.whitespace)
SHORTEST_WORD = 4
# Bits by which each part makes guessing longer: a list of 20,000 words has 14.
BITS_OF_WORD, BITS_OF_RUN, BITS_OF_SIGN, BITS_OF_DIGIT, BITS_OF_YEAR = 13, 4, 4, 3, 7
# Three words of nobody's list, or two and a few signs of one's own. Attempts are few: the door
# takes five in a quarter of an hour, and Argon2 slows down whoever has stolen the table.
ENOUGH_BITS = 36


class KnownPasswordValidator(CommonPasswordValidator):
    """Refuses passwords that are known from elsewhere, or made of little but what is known."""

    def validate(self, password: str, user: Any = None) -> None:
        """Refuse a password that would be tried early.

        Raises:
            ValidationError: it stands on a list, or is easy to put together.
        """
        if password.casefold().strip() in self.passwords or stands_in_file(password):
            message = _("This password is known from other places. Choose one that is yours alone.")
            raise ValidationError(message, code="password_known")
        if bits_to_guess(password, self.passwords | LOCAL_WORDS | city_words()) < ENOUGH_BITS:
            message = _("This password is easy to guess. Put several unusual words together.")
            raise ValidationError(message, code="password_easy")

    def get_help_text(self) -> str:
        """Return what a form says before anything was typed."""
        return _("Not a password that is known from other places, nor the name of the city.")


def bits_to_guess(password: str, known: set[str]) -> int:
    """Return about how many bits a program would have to guess that knows these words.

    Args:
        password: as it was typed.
        known: words in small letters, without accents.
    """
    plain = without_accents(password)
    return min(_bits(reading, known) for reading in {plain, plain.translate(LOOK_ALIKES)})


def city_words() -> set[str]:
    """Return the words by which this portal calls itself and its city."""
    shell = shell_for(None)
    names = without_accents(f"{shell.full_name} {shell.city} {shell.organisation}")
    return {word for word in re.findall(r"\w+", names) if len(word) >= SHORTEST_WORD}


def without_accents(text: str) -> str:
    """Return a text in small letters without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def stands_in_file(password: str) -> bool:
    """Say whether the file of stolen passwords, where the portal has one, holds this one.

    The file is that of Pwned Passwords, ordered by hash: a SHA-1 in capitals on each line, a colon
    and a count. It is searched by halving, without being read.
    """
    path = settings.STOLEN_PASSWORDS_FILE
    if not path:
        return False
    # The digest that the file is ordered by; nothing is stored under it.
    digest = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with Path(path).open("rb") as lines:
        low, high = 0, lines.seek(0, 2)
        while low < high:
            middle = (low + high) // 2
            lines.seek(middle)
            if middle:
                lines.readline()
            line = lines.readline()
            found = line[: len(digest)]
            if found == digest:
                return True
            if line and found < digest:
                low = lines.tell()
            else:
                high = middle
        lines.seek(low)
        return lines.readline()[: len(digest)] == digest


def _bits(text: str, known: set[str]) -> int:
    bits, at, seen = 0, 0, set()
    while at < len(text):
        part, worth = _part(text, at, known)
        if part not in seen:
            bits += worth
        if len(part) > 1:
            seen.add(part)  # Once more, a word is worth nothing.
        at += len(part)
    return bits


def _part(text: str, at: int, known: set[str]) -> tuple[str, int]:
    """Return what a program would guess at once from here on, and the bits that it is worth."""
    rest = text[at:]
    repeated = re.match(r"(.{1,4}?)\1{2,}", rest, re.DOTALL)
    if repeated:
        return repeated[0], BITS_OF_RUN
    for length in range(min(len(rest), 30), SHORTEST_WORD - 1, -1):
        part = rest[:length]
        if any(part in run for run in RUNS):
            return part, BITS_OF_RUN
        if part in known:
            return part, BITS_OF_WORD
    if digits := re.match(r"[0-9]+", rest):
        year = re.fullmatch(r"(?:19|20)\d\d", digits[0])
        return digits[0], BITS_OF_YEAR if year else BITS_OF_DIGIT * len(digits[0])
    # What usually parts words is guessed with them.
    return rest[0], 1 if rest[0] in SEPARATORS else BITS_OF_SIGN
