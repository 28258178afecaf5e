"""Which new comments wait for a moderator. What is held is never lost."""

import re
from datetime import datetime, timedelta

from django.db.models import Max
from django.db.models.functions import Coalesce
from django.utils import timezone
from markdown_it import MarkdownIt

from community.models import (
    Comment,
    CommunitySettings,
    HeldFor,
    ModerationDecision,
    Report,
    State,
    User,
)
from community.models.comments import CommentQuerySet
from community.names import name_key

# Posts that moderators read first: of a new member, and of one who has lost their trust.
HELD_AT_FIRST = 3
LINKS_AT_MOST = 2
# So many within so many minutes are a flood, although the hard limit is further off.
FLOOD_COUNT, FLOOD_MINUTES = 5, timedelta(minutes=3)
# The same words within a day are a repetition.
REPETITION_SPAN = timedelta(days=1)

_BARE_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MARKDOWN = MarkdownIt("zero").enable(["link", "autolink"])


def why_hold(
    *,
    author: User | None,
    text: str,
    settings: CommunitySettings,
    edited: Comment | None = None,
    title: str = "",
) -> HeldFor | None:
    """Return why a moderator should read a comment first; nothing where it may appear at once.

    Args:
        author: the member who writes; nobody for a guest.
        text: the words as they are to be stored.
        settings: the list of words.
        edited: the comment whose words these shall be; nothing for a new one.
        title: what stands above the words, where they open a discussion.
    """
    if author is not None and author.works_for_the_city:
        return None
    whole = f"{title}\n\n{text}".strip()
    if holds_a_listed_word(whole, settings.held_words):
        return HeldFor.WORDS
    if count_links(whole) > LINKS_AT_MOST:
        return HeldFor.LINKS
    if author is None:
        return HeldFor.GUEST
    own = Comment.objects.filter(user=author)
    if edited is not None:
        # It vouches for no words but those that it had.
        return _why_not_trust(author, own.exclude(pk=edited.pk), edited)
    now = timezone.now()
    if own.filter(submit_date__gt=now - FLOOD_MINUTES).count() >= FLOOD_COUNT:
        return HeldFor.FLOOD
    if own.filter(submit_date__gt=now - REPETITION_SPAN, comment__iexact=text).exists():
        return HeldFor.DUPLICATE
    return _why_not_trust(author, own)


def _why_not_trust(
    author: User, others: CommentQuerySet, edited: Comment | None = None
) -> HeldFor | None:
    """Return why a member's words are read first whatever they are; nothing for who is trusted."""
    if others.filter(state=State.PUBLIC)[:HELD_AT_FIRST].count() < HELD_AT_FIRST:
        return HeldFor.NEWCOMER
    return HeldFor.TRUST if has_lost_trust(author, edited) else None


def has_lost_trust(author: User, edited: Comment | None = None) -> bool:
    """Say whether moderators read what a member writes first, after a decision against them.

    Three comments that are approved after it bring the trust back, and so does whoever takes the
    decision back.

    Args:
        author: who writes.
        edited: a comment that is about to get other words; that it was approved counts no more.
    """
    fell_at = _trust_fell_at(author)
    if fell_at is None:
        return False
    approved = ModerationDecision.objects.filter(
        action=ModerationDecision.Action.APPROVED,
        comment__user=author,
        comment__state=State.PUBLIC,
        made_at__gt=fell_at,
    )
    if edited is not None:
        approved = approved.exclude(comment=edited)
    return approved.order_by().values("comment").distinct().count() < HELD_AT_FIRST


def _trust_fell_at(author: User) -> datetime | None:
    """Return when a report about a member was last upheld, or a comment hidden that still is."""
    upheld = Report.objects.filter(comment__user=author, outcome=Report.Outcome.UPHELD)
    hidden = ModerationDecision.objects.filter(
        action=ModerationDecision.Action.HIDDEN,
        comment__user=author,
        comment__state=State.HIDDEN,
    )
    moments = [
        upheld.aggregate(last=Max(Coalesce("settled_at", "made_at")))["last"],
        hidden.aggregate(last=Max("made_at"))["last"],
    ]
    return max((moment for moment in moments if moment), default=None)


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
