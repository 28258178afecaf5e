"""What language a text is written in: a guess among those that a city here prints."""

from functools import cache
from typing import Any

# The portal's own languages and their neighbours, by the codes of ISO 639-1.
KNOWN = ("sq", "en", "it", "el", "mk", "sr", "hr", "bs", "de", "fr", "tr")
# Letters. Names and numbers alone tell nothing; a few pages tell enough.
SHORTEST, LONGEST = 60, 20_000


def guess_language(texts: list[str]) -> str:
    """Return the code of the language that most of a text is written in.

    Args:
        texts: the words of pages, the first ones first.

    Returns:
        A code of two letters; empty where there are too few words to tell.
    """
    sample = ""
    for text in texts:
        sample += f"{text}\n"
        if len(sample) >= LONGEST:
            break
    sample = " ".join(sample[:LONGEST].split())
    if sum(letter.isalpha() for letter in sample) < SHORTEST:
        return ""
    code, _likelihood = _identifier().classify(sample)
    return str(code)


@cache
def _identifier() -> Any:
    # Its model takes most of a second to load, which only a worker has to wait for.
    from py3langid import langid

    langid.set_languages(list(KNOWN))
    return langid
