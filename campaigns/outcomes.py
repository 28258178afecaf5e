"""Discussions say what the city has made of them: "you said → we did", from the other side."""

from typing import Any

from django.core.cache import cache
from django.utils.translation import get_language
from wagtail.models import PageViewRestriction

from campaigns.models import CommitmentPage, CommitmentStep
from campaigns.models.commitment_queries import CommitmentQuerySet
from community.models.discussions import ROWS
from community.outcomes import Outcome
from site_config.front_cache.sending import purge_words
from site_config.front_cache.shown import note, shown, shown_row
from site_config.kept_answers.changes import state_of
from site_config.shell import shell_version

# What tells of promises, beside the pages.
READ = (CommitmentPage, CommitmentStep, PageViewRestriction)
# Without kept answers, who may read a page can change without the page; then its title stays that
# long.
KEPT_SECONDS = 60


def promises_from(discussion_id: int) -> list[Outcome]:
    """Return the promises that a discussion has led to, as anybody may read them.

    They are read once, and kept until a page changes, as the shell is.

    Args:
        discussion_id: its number.
    """
    version = f"{shell_version()}.{state_of(*READ)}"
    key = f"campaigns.outcomes.{version}.{get_language()}.{discussion_id}"
    kept = cache.get(key)
    if kept is None:
        kept = [(promise.pk, _outcome(promise)) for promise in _promises_of(discussion_id)]
        cache.set(key, kept, KEPT_SECONDS)
    for number, _known in kept:
        note(shown(number))
    return [outcome for _number, outcome in kept]


def _promises_of(discussion_id: int) -> CommitmentQuerySet:
    here = CommitmentPage.objects.live().unrestricted()
    here = here.filter(discussion_id=discussion_id, locale__language_code=get_language())
    return here.with_state().order_by("first_published_at", "pk")


def _outcome(promise: CommitmentPage) -> Outcome:
    return Outcome(
        title=promise.title,
        url=promise.url,
        state=promise.state.value,
        state_label=str(promise.state.label),
        icon=promise.icon,
    )


def purge_discussion(instance: CommitmentPage, **kwargs: Any) -> None:
    """Have shared caches forget the discussion in which a promise shows from now on."""
    if instance.discussion_id is not None:
        purge_words({shown_row(ROWS, instance.discussion_id)})
