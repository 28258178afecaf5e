"""Figures of the community, as visitors see them: some minutes of age do them no harm."""

from datetime import timedelta
from typing import NamedTuple

from django.core.cache import cache
from django.utils import timezone

from community.models.comments import Comment
from community.models.discussions import Discussion
from community.models.users import User

CACHE_KEY = "community.figures"
CACHE_SECONDS = 600
WEEK = timedelta(days=7)


class CommunityFigures(NamedTuple):
    """How large the community is, and how lively."""

    members: int
    discussions: int
    replies_this_week: int
    # Of all discussions, in percent; nothing where there are none.
    answered: int | None


def community_figures() -> CommunityFigures:
    """Return the figures as they were some minutes ago."""
    known = cache.get(CACHE_KEY)
    if known is None:
        known = _count()
        cache.set(CACHE_KEY, known, CACHE_SECONDS)
    return known


def _count() -> CommunityFigures:
    visible = Discussion.objects.visible()
    discussions = visible.count()
    replies = Comment.objects.readable().filter(
        submit_date__gt=timezone.now() - WEEK,
        opens=False,
        conversation__in=visible.conversations().filter(object_id__in=visible.values("pk")),
    )
    answered = visible.answered_by_the_city().count()
    return CommunityFigures(
        members=User.objects.members().count(),
        discussions=discussions,
        replies_this_week=replies.count(),
        answered=round(100 * answered / discussions) if discussions else None,
    )
