"""Where a comment stands: on which page of a conversation, and under which address."""

from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse

from community.models import Comment, Conversation
from community.models.placing import STEP
from community.targets import address_of
from community.threads import (
    PARAMETER,
    REPLIES_PER_PAGE,
    REPLIES_SHOWN,
    THREADS_PER_PAGE,
    CountedOpeners,
)


def place_in_thread(comment: Comment, target: Any) -> str:
    """Return the address at which a comment is shown, on the right page of a long thread.

    Args:
        comment: one that has a place on the page.
        target: what it stands on.
    """
    if comment.opens:
        return f"{address_of(target)}#comment-{comment.pk}"
    opener_path = comment.path[:STEP]
    if comment.root_id:
        before = Comment.objects.filter(
            root=comment.root_id, listed=True, path__lt=comment.path
        ).count()
        if before >= REPLIES_SHOWN:
            page = before // REPLIES_PER_PAGE + 1
            address = reverse("community:thread", args=[comment.root_id])
            return f"{address}{f'?page={page}' if page > 1 else ''}#comment-{comment.pk}"
    number = page_of_opener(comment.conversation_id, opener_path)
    query = f"?{PARAMETER}={number}" if number > 1 else ""
    return f"{address_of(target)}{query}#comment-{comment.pk}"


def page_of_opener(conversation_id: int, path: str) -> int:
    """Return the page of threads on which an opener stands, from 1."""
    before = (
        Comment.objects.filter(conversation=conversation_id, path__lt=path)
        .openers()
        .listed()
        .count()
    )
    return before // THREADS_PER_PAGE + 1


def last_page(conversation: Conversation) -> int:
    """Return the number of pages of threads, one at least."""
    return Paginator(CountedOpeners(conversation), THREADS_PER_PAGE).num_pages
