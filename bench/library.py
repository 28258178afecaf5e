"""A library of any size: publications with their PDFs, page by page, and what it costs to search.

Rows are copied from one publication that was made as the portal makes them, so that every column
holds what it should; words come from `bench.words`.
"""

import sys
import uuid
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from modelsearch.conf import get_app_config
from wagtail.models import Locale, Page, ReferenceIndex, Site

from bench.copying import copy_rows, step
from bench.filling import ROWS_AT_ONCE, write_rows
from bench.measuring import LANGUAGE, Figure, as_rows, measure_page
from bench.words import COMMON, RARE, text_of
from publications.models import CollectionPage, IssuePage, PublicationIndexPage, SeriesPage
from site_config.models import DocumentPage, SiteDocument

SERIES = 20
# SQL: the name of a copied document.
BENCH_NAME = "'bench-' || made.n || '.pdf'"
# A page of sixty words or so: that of a newsletter. Those of a book have five times as many.
TEXTS_OF_A_PAGE = 4


def run_library(*, publications: int, pages: int, tell: Callable[[str], Any]) -> dict[str, Any]:
    """Fill the connected, empty database, and measure a small library and the large one.

    Args:
        publications: how many issues the large library has; the small one has a hundredth.
        pages: how many pages all their PDFs have together.
        tell: is told what is going on.
    """
    tell("Making the tables …\n")
    call_command("migrate", verbosity=0)
    template = _build_shelves()
    each = max(1, pages // publications)
    reports = {}
    for size, count in (("small", publications // 100), ("large", publications)):
        tell(f"Filling the {size} library …\n")
        _add_issues(template, count - IssuePage.objects.count(), each)
        tell("Indexing …\n")
        _index_everything()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
        tell("Measuring …\n")
        reports[size] = {
            "publications": IssuePage.objects.count(),
            "pages": DocumentPage.objects.count(),
            "figures": as_rows(_measure()),
        }
    return {"database": connection.pg_version, "python": sys.version.split()[0], **reports}


def _build_shelves() -> IssuePage:
    """Make index, collection and series as the portal does, and return one issue with its PDF."""
    english, _created = Locale.objects.get_or_create(language_code=LANGUAGE)
    home = Site.objects.get(is_default_site=True).root_page
    home.locale = english
    home.save()
    index = home.add_child(
        instance=PublicationIndexPage(title="Publications", slug="publications", locale=english)
    )
    shelf = index.add_child(
        instance=CollectionPage(
            title="Periodicals", slug="periodicals", kind="periodicals", locale=english
        )
    )
    for number in range(SERIES):
        shelf.add_child(
            instance=SeriesPage(
                title=f"Series {number}", slug=f"series-{number}", languages="en", locale=english
            )
        )
    document = SiteDocument(
        title="Bench", file=ContentFile(b"%PDF-1.7 bench", name="bench.pdf"), file_size=14
    )
    document._set_document_file_metadata()
    document.save()
    SiteDocument.objects.update(reading_state="read", page_count=1, is_indexed=True)
    return SeriesPage.objects.order_by("path")[0].add_child(
        instance=IssuePage(
            title="Bench issue 0",
            slug="issue-0",
            number="0",
            date=date(2014, 3, 28),
            volume_year=2014,
            languages="en",
            locale=english,
            document=document,
        )
    )


def _add_issues(template: IssuePage, count: int, pages: int) -> None:
    """Copy the one issue, its PDF and its reference, and write the words of each PDF's pages."""
    if count < 1:
        return
    first_page = Page.objects.order_by("-pk")[0].pk + 1
    first_document = SiteDocument.objects.order_by("-pk")[0].pk + 1
    series = list(SeriesPage.objects.order_by("path").values_list("path", "url_path"))
    held = IssuePage.objects.count()
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE bench_issues (n int, page int, document int, path text, url text)"
        )
        for start in range(0, count, ROWS_AT_ONCE):
            rows = []
            for n in range(start, min(count, start + ROWS_AT_ONCE)):
                number = held + n
                path, url = series[number % SERIES]
                place = path + step(number // SERIES + 2)
                address = f"{url}issue-{number}/"
                rows.append((number, first_page + n, first_document + n, place, address))
            cursor.executemany("INSERT INTO bench_issues VALUES (%s, %s, %s, %s, %s)", rows)
        copy_rows(
            cursor,
            "bench_issues",
            SiteDocument,
            template.document_id,
            {
                "id": "made.document",
                "title": "'Bench ' || made.n",
                "address_name": BENCH_NAME,
                "page_count": str(pages),
            },
        )
        copy_rows(
            cursor,
            "bench_issues",
            Page,
            template.pk,
            {
                "id": "made.page",
                "path": "made.path",
                "url_path": "made.url",
                "slug": "'issue-' || made.n",
                "title": "'Bench issue ' || made.n",
                "draft_title": "'Bench issue ' || made.n",
                "translation_key": "gen_random_uuid()",
                "latest_revision_id": "NULL",
                "live_revision_id": "NULL",
            },
        )
        copy_rows(
            cursor,
            "bench_issues",
            IssuePage,
            template.pk,
            {
                "page_ptr_id": "made.page",
                "document_id": "made.document",
                "number": "made.n::text",
            },
        )
        kinds = ContentType.objects.get_for_models(Page, IssuePage, SiteDocument)
        cursor.execute(
            f"INSERT INTO {ReferenceIndex._meta.db_table} (content_type_id, base_content_type_id,"  # noqa: S608
            " object_id, to_content_type_id, to_object_id, model_path, content_path,"
            " content_path_hash) SELECT %s, %s, page::text, %s, document::text, 'document',"
            " 'document', %s FROM bench_issues",
            [kinds[IssuePage].pk, kinds[Page].pk, kinds[SiteDocument].pk, uuid.uuid4()],
        )
        # A page that counts no children is not asked for any.
        cursor.execute(
            "UPDATE wagtailcore_page SET numchild = %s WHERE path = ANY(%s)",
            [held + count, [path for path, _url in series]],
        )
        cursor.execute("DROP TABLE bench_issues")
        for model in (SiteDocument, Page):
            for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
                cursor.execute(statement)
    _write_pages(first_document, count, pages)


def _write_pages(first_document: int, count: int, pages: int) -> None:
    first = (DocumentPage.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1

    def rows() -> Iterator[tuple[Any, ...]]:
        key = first
        for document in range(first_document, first_document + count):
            for number in range(1, pages + 1):
                # The search looks for the common word on one page of fifty, for the rare on one.
                words = " ".join(
                    text_of(key if part == 0 else key * 7 + part + 3)
                    for part in range(TEXTS_OF_A_PAGE)
                )
                yield (key, number, words, document)
                key += 1

    order = [field.attname for field in DocumentPage._meta.local_concrete_fields]
    rest = (
        tuple(
            {"id": row[0], "number": row[1], "text": row[2], "document_id": row[3]}[name]
            for name in order
        )
        for row in rows()
    )
    while batch := list(islice(rest, ROWS_AT_ONCE)):
        write_rows(DocumentPage, batch)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [DocumentPage]):
            cursor.execute(statement)


def _index_everything() -> None:
    """Fill the search index of PostgreSQL with pages of PDFs and issues, as its backend would."""
    entries = get_app_config().get_model("IndexEntry")._meta.db_table
    head = (
        f"INSERT INTO {entries} (content_type_id, object_id, title_norm,"
        " autocomplete, title, body, title_text, body_text)"
    )
    kinds = ContentType.objects.get_for_models(DocumentPage, IssuePage)
    pages = f"{head} SELECT %s, id::text, 1.0, '', '', to_tsvector('portal_words', text), '', text"
    pages += f" FROM {DocumentPage._meta.db_table} ON CONFLICT DO NOTHING"
    issues = f"{head} SELECT %s, id::text, 1.0, '', to_tsvector('portal_words', title), '', title,"
    issues += f" '' FROM {Page._meta.db_table} WHERE content_type_id = %s ON CONFLICT DO NOTHING"
    with connection.cursor() as cursor:
        # The names of tables are our own.
        cursor.execute(pages, [kinds[DocumentPage].pk])
        cursor.execute(issues, [kinds[IssuePage].pk, kinds[IssuePage].pk])


def _measure() -> list[Figure]:
    with override(LANGUAGE):
        search = reverse("search")
    issue = IssuePage.objects.order_by("-pk")[0]
    series = SeriesPage.objects.order_by("path")[0]
    addresses = {
        "search, a word of one page": f"{search}?q={RARE}",
        "search, a word of every fiftieth page": f"{search}?q={COMMON}",
        "search, pages of PDFs alone": f"{search}?q={COMMON}&type=pdf-page",
        "search inside one publication": f"{issue.url}inside/?q=par",
        "a publication": issue.url,
        "a series with its archive": series.url,
    }
    visitor = Client()
    return [measure_page(name, visitor, url) for name, url in addresses.items()]
