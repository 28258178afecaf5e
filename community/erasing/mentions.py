"""The name of a member who leaves, where others have written it behind an @."""

import re
from functools import partial
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext, override
from wagtail.search import index

from community.models import (
    Appeal,
    Comment,
    CommentVersion,
    Discussion,
    DiscussionTranslation,
    Mention,
    ModerationDecision,
    PendingComment,
    Report,
    Sanction,
)
from community.personal_data import Person
from community.purging import addresses_with, purge_addresses

# Everything that people write in their own words.
FIELDS: tuple[tuple[type[models.Model], tuple[str, ...]], ...] = (
    (Comment, ("comment",)),
    (CommentVersion, ("text",)),
    (PendingComment, ("text",)),
    (Discussion, ("title", "text")),
    (DiscussionTranslation, ("title", "text")),
    (Report, ("words",)),
    (Appeal, ("words", "answer")),
    (ModerationDecision, ("words",)),
    (Sanction, ("words",)),
)


def erase_mentions(person: Person) -> None:
    """Let “@Name” be “@former member” in what others have written, in the words' own language."""
    if not person.names:
        return
    named = _pattern(person.names)
    mentioned = set(Mention.objects.filter(member=person.member).values_list("comment", flat=True))
    for model, fields in FIELDS:
        # A database folds the case of other letters than ours; those rows are in the mentions.
        holds = models.Q(pk__in=mentioned) if model is Comment else models.Q(pk__in=[])
        for field in fields:
            for name in person.names:
                holds |= models.Q(**{f"{field}__icontains": f"@{name}"})
        for row in model._default_manager.filter(holds).order_by("pk"):
            _rename(row, fields, named)


def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"@(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def _rename(row: Any, fields: tuple[str, ...], named: re.Pattern[str]) -> None:
    with override(getattr(row, "language", settings.LANGUAGE_CODE)):
        # Translators: Stands behind an @ where a member was mentioned who has left.
        nobody = f"@{gettext('former member')}"
    changed = {}
    for field in fields:
        # A function: the new words are no template of a regular expression.
        words = named.sub(lambda _found: nobody, getattr(row, field))
        if words != getattr(row, field):
            changed[field] = words
    if not changed:
        return
    if isinstance(row, Comment):
        known = addresses_with(row.pk)
        transaction.on_commit(partial(purge_addresses, known), robust=True)
    # Not by save(): nobody has edited it, and a discussion would move its opening about.
    type(row)._default_manager.filter(pk=row.pk).update(**changed)
    if isinstance(row, index.Indexed):
        row.refresh_from_db()
        index.insert_or_update_object(row)
