"""What a search without a result may have meant."""

from difflib import get_close_matches

from django.core.cache import cache
from wagtail.models import Page

from site_config.searched_words import fold, terms

VOCABULARY_SECONDS = 600
# How alike two words must be, from 0 to 1: one slip in five letters is, two are not.
LIKENESS = 0.75
WORDS_AT_MOST = 5


def did_you_mean(words: str, language: str) -> str:
    """Return the search with its unknown words set right, or nothing.

    Args:
        words: what was typed and not found.
        language: the code of the language whose pages were searched.
    """
    searched = terms(words)
    if not searched or len(searched) > WORDS_AT_MOST:
        return ""
    known = vocabulary(language)
    meant = []
    for term in searched:
        folded = fold(term)
        alike = [folded] if folded in known else get_close_matches(folded, known, 1, LIKENESS)
        if not alike:
            return ""
        meant.append(known[alike[0]] if alike[0] != folded else term)
    return " ".join(meant) if meant != searched else ""


def vocabulary(language: str) -> dict[str, str]:
    """Return the words of the public pages' titles, by what is left of them when folded."""
    key = f"search.vocabulary.{language}"
    known = cache.get(key)
    if known is None:
        pages = Page.objects.live().public().filter(depth__gt=1, locale__language_code=language)
        known = {
            fold(word): word.lower()
            for title in pages.values_list("title", flat=True)
            for word in terms(title)
            if len(word) > 2
        }
        cache.set(key, known, VOCABULARY_SECONDS)
    return known
