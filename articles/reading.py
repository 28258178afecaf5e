"""How long a text is, in words and in minutes."""

import re
from typing import Any

# A typical reader of news, by their own account and on a screen.
WORDS_PER_MINUTE = 200

# Letters and digits of any script; an apostrophe or a hyphen inside joins, so that Albanian
# "t’i" and English "city-wide" are one word each.
WORD = re.compile(r"[^\W_]+(?:[’'‐-][^\W_]+)*")


def count_words(*texts: str) -> int:
    """Return the number of words in plain texts of any language."""
    return sum(len(WORD.findall(text)) for text in texts)


def story_texts(story: Any) -> list[str]:
    """Return the texts of a StreamField's value as plain text, in reading order."""
    return [str(text) for text in story.stream_block.get_searchable_content(story)]


def reading_minutes(words: int) -> int:
    """Return the time that a text of so many words takes, in whole minutes, at least one."""
    return max(1, round(words / WORDS_PER_MINUTE))
