"""A newsroom of any size: copies of one article of the demo city, below its own newsroom."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection
from modelsearch.conf import get_app_config
from wagtail.models import Page

from articles.models import ArticleIndexPage, ArticlePage, ArticleTopic
from bench.copying import copy_rows, step
from site_config.kept_answers.changes import void

# A word that every fiftieth of the copies has in its title, and one that the demo city has too.
COMMON_IN = 50
COMMON = "boulevard"
# SQL: the title of a copy.
TITLE = f"'Street ' || made.n || CASE made.n %% {COMMON_IN} WHEN 0 THEN ' and {COMMON}' ELSE '' END"


VACUUM = "VACUUM ANALYZE"


def newsroom() -> ArticleIndexPage:
    """Return the English newsroom."""
    return ArticleIndexPage.objects.live().filter(locale__language_code="en").earliest("path")


def grow_to(pages: int) -> int:
    """Add articles until the tree has as many pages, and return how many it has.

    They have the story, picture and topics of the newsroom's longest article. Rows are written
    past the services, as those would have left them: place in the tree, search index, counts.
    """
    missing = pages - Page.objects.count()
    if missing > 0:
        room = newsroom()
        # A day of their own each: a newsroom of many years.
        _add(room, _longest(room), missing)
    with connection.cursor() as cursor:
        cursor.execute(VACUUM)
    # Not every statement of this went past the portal's watch.
    void()
    return Page.objects.count()


def _longest(room: ArticleIndexPage) -> ArticlePage:
    articles = ArticlePage.objects.live().child_of(room).exclude(slug__startswith="street-")
    return max(articles, key=lambda article: len(str(article.story.raw_data)))


def _add(room: ArticleIndexPage, template: ArticlePage, count: int) -> None:
    first = Page.objects.order_by("-pk")[0].pk + 1
    children = Page.objects.child_of(room)
    last = children.order_by("-path").values_list("path", flat=True).first()
    start = int(last[-Page.steplen :], 36) + 1
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE bench_articles (n int, page int, path text)")
        rows = [(n, first + n, room.path + step(start + n)) for n in range(count)]
        for begin in range(0, count, 5_000):
            batch = rows[begin : begin + 5_000]
            places = ", ".join(["(%s, %s, %s)"] * len(batch))
            cursor.execute(
                f"INSERT INTO bench_articles VALUES {places}",  # noqa: S608
                [value for row in batch for value in row],
            )
        cursor.execute("UPDATE bench_articles SET n = page")
        _write(cursor, room, template)
        cursor.execute("DROP TABLE bench_articles")
        for statement in connection.ops.sequence_reset_sql(no_style(), [Page, ArticleTopic]):
            cursor.execute(statement)


def _write(cursor: Any, room: ArticleIndexPage, template: ArticlePage) -> None:
    copy_rows(
        cursor,
        "bench_articles",
        Page,
        template.pk,
        {
            "id": "made.page",
            "path": "made.path",
            "slug": "'street-' || made.n",
            "url_path": f"'{room.url_path}street-' || made.n || '/'",
            "title": TITLE,
            "draft_title": TITLE,
            "translation_key": "gen_random_uuid()",
            "latest_revision_id": "NULL",
            "live_revision_id": "NULL",
        },
    )
    copy_rows(
        cursor,
        "bench_articles",
        ArticlePage,
        template.pk,
        {"page_ptr_id": "made.page", "date": "known.date - (made.n %% 3650)"},
    )
    cursor.execute(
        "UPDATE wagtailcore_page SET numchild = numchild + (SELECT count(*) FROM bench_articles)"
        " WHERE id = %s",
        [room.pk],
    )
    for link in template.topic_links.all():
        copy_rows(
            cursor,
            "bench_articles",
            ArticleTopic,
            link.pk,
            {
                "id": "nextval(pg_get_serial_sequence('articles_articletopic', 'id'))",
                "page_id": "made.page",
                "translation_key": "gen_random_uuid()",
            },
        )
    _index(cursor, template)


def _index(cursor: Any, template: ArticlePage) -> None:
    """Write the copies into the search index: the template's words under their own titles."""
    entries = get_app_config().get_model("IndexEntry")._meta.db_table
    kind = ContentType.objects.get_for_model(ArticlePage).pk
    cursor.execute(
        f"INSERT INTO {entries} (content_type_id, object_id, title_norm,"  # noqa: S608
        " autocomplete, title, body, title_text, body_text)"
        " SELECT known.content_type_id, page.id::text, title_norm, autocomplete,"
        " to_tsvector('portal_words', page.title), body, page.title, body_text"
        f" FROM {entries} known, bench_articles made, wagtailcore_page page"
        " WHERE known.content_type_id = %s AND known.object_id = %s AND page.id = made.page"
        " ON CONFLICT DO NOTHING",
        [kind, str(template.pk)],
    )
