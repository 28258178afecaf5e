"""Which new comments wait for a moderator. What is held is never lost."""

import re
from datetime import timedelta

from django.utils import timezone
from markdown_it import MarkdownIt

from community.models import Comment, CommunitySettings, HeldFor, State, User
from community.names import name_key

# Posts of a new member that moderators read first.
HELD_AT_FIRST = 3
LINKS_AT_MOST = 2
# So many within so many minutes are a flood, although the hard limit is further off.
FLOOD_COUNT, FLOOD_MINUTES = 5, timedelta(minutes=3)
# The same words within a day are a repetition.
REPETITION_SPAN = timedelta(days=1)

_BARE_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MARKDOWN = MarkdownIt("zero").enable(["link", "autolink"])


def why_hold(
    *, author: User | None, text: str, settings: CommunitySettings, edited: Comment | None = None
) -> HeldFor | None:
    """Return why a moderator should read a comment first; nothing where it may appear at once.

    Args:
        author: the member who writes; nobody for a guest.
        text: the words as they are to be stored.
        settings: the list of words.
        edited: the comment whose words these shall be; nothing for a new one.
    """
    if author is not None and author.works_for_the_city:
        return None
    if holds_a_listed_word(text, settings.held_words):
        return HeldFor.WORDS
    if count_links(text) > LINKS_AT_MOST:
        return HeldFor.LINKS
    if author is None:
        return HeldFor.GUEST
    if edited is not None:
        return None
    own = Comment.objects.filter(user=author)
    now = timezone.now()
    if own.filter(submit_date__gt=now - FLOOD_MINUTES).count() >= FLOOD_COUNT:
        return HeldFor.FLOOD
    if own.filter(submit_date__gt=now - REPETITION_SPAN, comment__iexact=text).exists():
        return HeldFor.DUPLICATE
    if own.filter(state=State.PUBLIC)[:HELD_AT_FIRST].count() < HELD_AT_FIRST:
        return HeldFor.NEWCOMER
    return None


def count_links(text: str) -> int:
    """Return how many addresses a text leads to, written out or behind words."""
    marked = sum(
        token.type == "link_open"
        for block in _MARKDOWN.parse(text)
        for token in block.children or []
    )
    behind_words = len(re.findall(r"\]\(", text))
    return max(marked, behind_words, len(_BARE_LINK.findall(text)))


def holds_a_listed_word(text: str, listed: str) -> bool:
    """Say whether a text has one of the words of a list.

    Capital letters, accents and look-alikes of other scripts make no difference.

    Args:
        text: what somebody wrote.
        listed: one word or phrase a line; a star at its end stands for any ending.
    """
    words = [key for word in re.split(r"[\W_]+", text) if (key := name_key(word))]
    said = f" {' '.join(words)} "
    for line in listed.splitlines():
        keys = [key for word in re.split(r"[\W_]+", line) if (key := name_key(word))]
        if keys and f" {' '.join(keys)}{'' if line.strip().endswith('*') else ' '}" in said:
            return True
    return False
