"""Discussions say what the city has made of them: "you said → we did", from the other side."""

from typing import Any

from django.utils.translation import get_language

from campaigns.models import CommitmentPage
from community.models.discussions import ROWS
from community.outcomes import Outcome
from site_config.front_cache.sending import purge_words
from site_config.front_cache.shown import shown_row


def promises_from(discussion_id: int) -> list[Outcome]:
    """Return the promises that a discussion has led to, as anybody may read them.

    Args:
        discussion_id: its number.
    """
    promises = (
        CommitmentPage.objects.live()
        .unrestricted()
        .filter(discussion_id=discussion_id, locale__language_code=get_language())
    )
    return [
        Outcome(
            title=promise.title,
            url=promise.url,
            state=promise.state.value,
            state_label=str(promise.state.label),
            icon=promise.icon,
        )
        for promise in promises.with_state().order_by("first_published_at", "pk")
    ]


def purge_discussion(instance: CommitmentPage, **kwargs: Any) -> None:
    """Have shared caches forget the discussion in which a promise shows from now on."""
    if instance.discussion_id is not None:
        purge_words({shown_row(ROWS, instance.discussion_id)})
