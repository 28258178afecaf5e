"""What sections say about comments on the pages below them, kept at hand for readers' requests.

A reader's request asks the database nothing for it; who writes a comment is judged by what is
stored (`CommentsModeMixin.comments_open_at`).
"""

from datetime import datetime
from typing import Any, NamedTuple

from django.apps import apps
from django.core.cache import cache
from wagtail.models import Page

from site_config.kept_answers.changes import state_of

INHERIT = ""
CACHE_KEY = "community.comment_rules"
# Other processes may have caches of their own, which nobody empties.
CACHE_SECONDS = 60


class CommentsRule(NamedTuple):
    """Whether comments are open, and until when."""

    mode: str
    until: datetime | None


def rule_above(page: Page) -> CommentsRule | None:
    """Return what the nearest section above a page decides; nothing where all follow."""
    key = f"{CACHE_KEY}.{state_of(Page)}"
    rules = cache.get(key)
    if rules is None:
        rules = read_rules()
        cache.set(key, rules, CACHE_SECONDS)
    for end in range(len(page.path) - page.steplen, 0, -page.steplen):
        if page.path[:end] in rules:
            return rules[page.path[:end]]
    return None


def sections() -> list[type[Page]]:
    """Return the types of pages that decide about comments below them."""
    return [model for model in apps.get_models() if getattr(model, "rules_comments", False)]


def read_rules() -> dict[str, CommentsRule]:
    """Return the decisions of all sections by their place in the tree."""
    return {
        path: CommentsRule(mode, until)
        for model in sections()
        for path, mode, until in model.objects.exclude(comments_mode=INHERIT).values_list(
            "path", "comments_mode", "comments_until"
        )
    }


def forget_rules(**kwargs: Any) -> None:
    """Have the decisions read anew: a page has been published, moved or withdrawn."""
    cache.delete(f"{CACHE_KEY}.")
