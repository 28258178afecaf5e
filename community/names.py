"""Display names: which are taken, and which would pass for somebody else."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SHORTEST, LONGEST = 2, 50

# Letters of other scripts that look like Latin ones (a part of Unicode TS 39, the part that
# names of people can be forged with).
_LOOKALIKES = {
    ord(unicodedata.lookup(name)): latin
    for name, latin in {
        "CYRILLIC SMALL LETTER A": "a",
        "CYRILLIC SMALL LETTER IE": "e",
        "CYRILLIC SMALL LETTER O": "o",
        "CYRILLIC SMALL LETTER ER": "p",
        "CYRILLIC SMALL LETTER ES": "c",
        "CYRILLIC SMALL LETTER U": "y",
        "CYRILLIC SMALL LETTER HA": "x",
        "CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I": "i",
        "CYRILLIC SMALL LETTER KA": "k",
        "CYRILLIC SMALL LETTER JE": "j",
        "CYRILLIC SMALL LETTER DZE": "s",
        "CYRILLIC SMALL LETTER VE": "b",
        "CYRILLIC SMALL LETTER EN": "h",
        "CYRILLIC SMALL LETTER TE": "t",
        "CYRILLIC SMALL LETTER EM": "m",
        "CYRILLIC SMALL LETTER PE": "n",
        "CYRILLIC SMALL LETTER DE": "d",
        "CYRILLIC SMALL LETTER PALOCHKA": "l",
        "CYRILLIC SMALL LETTER KOMI DE": "d",
        "CYRILLIC SMALL LETTER QA": "q",
        "CYRILLIC SMALL LETTER WE": "w",
        "GREEK SMALL LETTER ALPHA": "a",
        "GREEK SMALL LETTER OMICRON": "o",
        "GREEK SMALL LETTER NU": "v",
        "GREEK SMALL LETTER TAU": "t",
        "GREEK SMALL LETTER RHO": "p",
        "GREEK SMALL LETTER IOTA": "i",
        "GREEK SMALL LETTER KAPPA": "k",
        "GREEK SMALL LETTER CHI": "x",
        "GREEK SMALL LETTER UPSILON": "u",
        "GREEK SMALL LETTER EPSILON": "e",
        "GREEK SMALL LETTER BETA": "b",
        "GREEK SMALL LETTER ETA": "h",
        "GREEK SMALL LETTER GAMMA": "y",
        "GREEK SMALL LETTER MU": "m",
        "LATIN SMALL LETTER DOTLESS I": "i",
        "LATIN SMALL LETTER L WITH STROKE": "l",
        "LATIN SMALL LETTER O WITH STROKE": "o",
        "LATIN SMALL LETTER D WITH STROKE": "d",
        "LATIN SMALL LETTER H WITH STROKE": "h",
        "LATIN SMALL LETTER ALPHA": "a",
        "LATIN SMALL LETTER SCRIPT G": "g",
        "LATIN SMALL LETTER IOTA": "i",
        "LATIN LETTER SMALL CAPITAL L": "l",
    }.items()
}
# Digits and signs that stand for letters in names made to deceive; l, I and 1 look alike.
_DISGUISES = str.maketrans("01l34578@$!|", "oiieastbasii")

# The beginnings of words by which people would take a member for the city or its staff.
_RESERVED_STARTS = (
    "admin",
    "bashki",
    "kryebashkiak",
    "kryetar",
    "moderat",
    "municipality",
    "municipio",
    "official",
    "prefekt",
    "root",
    "sheshi",
    "staff",
    "stafi",
    "sysadmin",
    "webmaster",
    "zyrtar",
)
# Words that deceive wherever they stand in a name written in one piece.
_RESERVED_ANYWHERE = ("administrat", "bashkia", "kryebashkiak", "moderator")
_INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


def tidy_name(name: str) -> str:
    """Return a name as it is stored: composed (NFKC), with single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).split())


def name_key(name: str) -> str:
    """Return what two names share when readers could not tell them apart.

    Case, accents, spaces, compatibility forms (NFKC) and the look-alikes of other scripts don't
    make a name another one.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    letters = unicodedata.normalize("NFKD", folded)
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    visible = "".join(sign for sign in plain if unicodedata.category(sign) not in _INVISIBLE)
    return "".join(visible.translate(_LOOKALIKES).split())


def passes_for_staff(name: str) -> bool:
    """Whether readers could take the bearer of this name for the city or its staff."""
    folded = tidy_name(name)
    words = re.split(r"[\W_]+", folded)
    skeletons = [name_key(word).translate(_DISGUISES) for word in words if word]
    whole = "".join(skeletons)
    starts = tuple(word.translate(_DISGUISES) for word in _RESERVED_STARTS)
    return any(skeleton.startswith(starts) for skeleton in [*skeletons, whole]) or any(
        word.translate(_DISGUISES) in whole for word in _RESERVED_ANYWHERE
    )


def validate_display_name(name: str) -> None:
    """Accept a name that can be read, said and told apart.

    Raises:
        ValidationError: it is too short, has no letter, holds invisible signs or an address.
    """
    if any(unicodedata.category(sign) in _INVISIBLE for sign in name):
        raise ValidationError(_("Leave out signs that can't be seen."), code="invisible")
    if "@" in name or "://" in name or re.search(r"\bwww\.", name, re.IGNORECASE):
        raise ValidationError(
            _("Choose a name, not an address: others will read it."), code="address"
        )
    if len(tidy_name(name)) < SHORTEST or not any(sign.isalpha() for sign in name):
        raise ValidationError(_("Use at least two signs, one of them a letter."), code="short")
