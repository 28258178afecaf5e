"""Filling a database with members, discussions and comments, past the portal's own services.

Rows are written by the thousand, each as the services would have left it: places, counts and
flags are those that `community.models.placing` keeps.
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from itertools import islice
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max
from django_comments.models import Comment as StoredWords
from django_comments_xtd.models import XtdComment
from modelsearch.conf import get_app_config

from bench.shapes import Node, Shape, written
from bench.words import text_of
from community.models import Comment, Conversation, Discussion, State, User
from community.names import name_key

ROWS_AT_ONCE = 20_000
# Comments are a minute apart, and the last one is of this moment.
APART = timedelta(minutes=1)
LAST_WRITTEN = datetime(2025, 1, 1, tzinfo=UTC)


def add_members(count: int) -> list[int]:
    """Store members whose comments are public at once, and return their numbers."""
    first = User.objects.count()
    people = [
        User(
            email=f"bench{number}@example.org",
            display_name=f"Bench {number}",
            display_name_key=name_key(f"Bench {number}"),
            language="en",
            password="!",  # noqa: S106 - nobody signs in with it.
        )
        for number in range(first, first + count)
    ]
    return [person.pk for person in User.objects.bulk_create(people, batch_size=1_000)]


def add_discussions(shape: Shape, count: int, members: list[int]) -> list[Discussion]:
    """Store discussions of one shape, with all their comments, and return them.

    Args:
        shape: how many comments each has, and in which threads.
        count: how many discussions.
        members: who writes, in turns.
    """
    opened = LAST_WRITTEN - APART * shape.comments
    discussions = Discussion.objects.bulk_create(
        [
            Discussion(
                title=f"Bench discussion {number}",
                text="What do you think?",
                language="en",
                author_id=members[number % len(members)],
                opened_at=opened,
            )
            for number in range(count)
        ],
        batch_size=1_000,
    )
    kind = ContentType.objects.get_for_model(Discussion)
    conversations = Conversation.objects.bulk_create(
        [
            Conversation(
                content_type=kind,
                object_id=discussion.pk,
                last_number=shape.comments + 1,
                comment_count=shape.comments,
                thread_count=shape.thread_count,
                last_posted_at=LAST_WRITTEN,
            )
            for discussion in discussions
        ],
        batch_size=1_000,
    )
    first = (StoredWords.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    _write_comments(first, shape, conversations, members)
    _follow_numbers(StoredWords)
    return discussions


def _write_comments(
    first: int, shape: Shape, conversations: list[Conversation], members: list[int]
) -> None:
    """Write the comments of conversations of one shape into their three tables."""
    nodes = [Node(1, None, None, written([1]), 0), *shape.nodes()]

    def rows() -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...], tuple[Any, ...]]]:
        pk = first
        for conversation in conversations:
            base = pk - 1
            for node in nodes:
                root = base + node.root if node.root else None
                author = members[pk % len(members)]
                yield (
                    _words_row(pk, conversation, author, LAST_WRITTEN - APART * _age(node, shape)),
                    _thread_row(pk, base, node, root),
                    _comment_row(pk, conversation, node, root),
                )
                pk += 1

    rest = rows()
    while batch := list(islice(rest, ROWS_AT_ONCE)):
        for model, part in zip((StoredWords, XtdComment, Comment), zip(*batch, strict=True)):  # noqa: B905
            write_rows(model, part)


def _age(node: Node, shape: Shape) -> int:
    return shape.comments + 1 - node.number


def _words_row(pk: int, conversation: Conversation, author: int, moment: datetime) -> tuple:
    # In the order of `StoredWords`: id, what it stands on, words, author, place, moment, flags.
    return (
        *(pk, conversation.content_type_id, str(conversation.object_id), settings.SITE_ID),
        *(author, "", "", "", text_of(pk), moment.isoformat(), None, True, False),
    )


def _thread_row(pk: int, base: int, node: Node, root: int | None) -> tuple:
    parent = base + node.parent if node.parent else pk
    return (pk, root or pk, parent, node.level, node.number, False, node.nested_count)


def _comment_row(pk: int, conversation: Conversation, node: Node, root: int | None) -> tuple:
    opens = node.number == 1
    return (
        *(pk, conversation.pk, root, node.path, State.PUBLIC.value, "", "", 0, not opens),
        *(False, opens, "en", f"bench {pk}", None),
    )


def write_rows(model: type[models.Model], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows of a table whose columns stand in the order of the model's own fields.

    PostgreSQL copies them from a stream; other databases insert them one by one.
    """
    columns = [connection.ops.quote_name(it.column) for it in model._meta.local_concrete_fields]
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            stream = StringIO()
            csv.writer(stream).writerows(
                ["\\N" if value is None else value for value in row] for row in rows
            )
            stream.seek(0)
            into = f"{table} ({', '.join(columns)})"
            cursor.copy_expert(f"COPY {into} FROM STDIN WITH (FORMAT csv, NULL '\\N')", stream)
            return
        places = ", ".join(["%s"] * len(columns))
        cursor.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})",  # noqa: S608
            list(rows),
        )


def _follow_numbers(model: type[models.Model]) -> None:
    """Let the database give new rows numbers after those that were written."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
            cursor.execute(statement)


def index_everything() -> None:
    """Fill the search index of PostgreSQL with all public comments, as its backend would."""
    kind = ContentType.objects.get_for_model(Comment).pk
    entries = get_app_config().get_model("IndexEntry")._meta.db_table
    statement = (
        f"INSERT INTO {entries} (content_type_id, object_id, title_norm,"  # noqa: S608
        " autocomplete, title, body, title_text, body_text)"
        " SELECT %s, words.id::text, 1.0, '', '',"
        " to_tsvector('portal_words', words.comment), '', words.comment"
        " FROM django_comments words JOIN community_comment ON stored_id = words.id"
        " WHERE NOT opens AND state = 'public'"
        " ON CONFLICT DO NOTHING"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [kind])
