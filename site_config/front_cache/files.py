"""Which uploaded file an answer is, told to the cache in front by the words of ``X-Shows``.

A cache keeps files for a day. It forgets those of which a page, their picture or film, or their
collection has changed, and asks the portal anew whether everybody may have them.
"""

from collections.abc import Iterable
from typing import Any

from site_config.front_cache.shown import file_of, note, shown_row

COLLECTIONS = "collection"


def file_word(file: Any) -> str:
    """Return the word for the files of a picture or a film: original, sizes, captions."""
    return shown_row(file._meta.model_name, file.pk)


def collection_word(number: int) -> str:
    """Return the word for the files of a collection."""
    return shown_row(COLLECTIONS, number)


def note_file(file: Any, pages: Iterable[str]) -> None:
    """Note that the answer to the running request is a file of a picture or a film.

    Args:
        file: the picture or the film.
        pages: the numbers of the pages that show it.
    """
    note(file_word(file))
    note(collection_word(file.collection_id))
    for number in pages:
        note(file_of(number))
