"""Rows become publications: each in a transaction of its own, its file with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import DatabaseError, transaction
from wagtail.models import Collection, Page

from publications.importing.checking import Checker, Entry, RefusedRowError, sentence_of
from publications.importing.sources import Row
from site_config.models import SiteDocument
from site_config.models.documents import READING_FIELDS


class Outcome(StrEnum):
    """What became of a row."""

    WOULD_IMPORT = "would be imported"
    IMPORTED = "imported"
    THERE = "already there"
    REFUSED = "refused"


@dataclass(frozen=True)
class Report:
    """What became of one row, and why."""

    place: str
    outcome: Outcome
    title: str
    text: str = ""


def import_rows(
    *,
    rows: Iterable[Row],
    checker: Checker,
    collection: Collection,
    commit: bool = False,
    publish: bool = False,
) -> Iterator[Report]:
    """Import rows one after the other, and report on each as it is done.

    A row that can't be imported stops no other. What is there already is left as it is, so an
    interrupted import is simply started again, and two at once import each row once.

    Args:
        rows: from `publications.importing.sources.read_rows`.
        checker: which knows the language.
        collection: the folder of documents for the PDFs.
        commit: write; otherwise only tell what would happen.
        publish: at once, instead of leaving drafts to be looked at.
    """
    seen: dict[tuple, str] = {}
    for row in rows:
        try:
            entry = checker.check(row)
            if entry.key in seen:
                text = f"It is the same publication as {seen[entry.key]}."
                yield Report(row.place, Outcome.REFUSED, row["title"], text)
                continue
            seen[entry.key] = row.place
            yield _import(row, entry, collection, commit, publish)
        except RefusedRowError as error:
            yield Report(row.place, Outcome.REFUSED, row["title"], str(error))
        except ValidationError as error:
            yield Report(row.place, Outcome.REFUSED, row["title"], sentence_of(error))
        except (OSError, DatabaseError) as error:
            text = f"It could not be stored: {type(error).__name__}. Try again."
            yield Report(row.place, Outcome.REFUSED, row["title"], text)


def _import(row: Row, entry: Entry, collection: Collection, commit: bool, publish: bool) -> Report:
    if not commit:
        twin = entry.twin()
        outcome = Outcome.THERE if twin else Outcome.WOULD_IMPORT
    else:
        twin = store(entry=entry, collection=collection, publish=publish)
        outcome = Outcome.THERE if twin else Outcome.IMPORTED
    text = f"as “{twin.title}”" if twin else f"below “{entry.parent.title}”"
    return Report(row.place, outcome, row["title"], text)


def store(*, entry: Entry, collection: Collection, publish: bool) -> Page | None:
    """Store a publication with its PDF, or neither.

    Returns:
        The publication that is there already; None where this one was stored.

    Raises:
        ValidationError: page or document break a rule.
    """
    document = SiteDocument(
        title=entry.page.title,
        collection=collection,
        language=entry.page.languages.split()[0],
    )
    try:
        with transaction.atomic():
            # Whoever imports into the same place waits here, and then finds it there.
            Page.objects.select_for_update().get(pk=entry.parent.pk)
            twin = entry.twin()
            if twin is not None:
                return twin
            _store_document(document, entry)
            _store_page(document, entry, publish)
    except BaseException:
        if document.file and document.file._committed:
            document.file.storage.delete(document.file.name)
        raise
    return None


def _store_document(document: SiteDocument, entry: Entry) -> None:
    with entry.path.open("rb") as stream:
        document.file = File(stream, name=entry.path.name)
        document.full_clean(exclude=["file_hash", *READING_FIELDS])
        document._set_document_file_metadata()
        document.save()


def _store_page(document: SiteDocument, entry: Entry, publish: bool) -> None:
    page = entry.page
    page.document = document
    page.live = False
    page.has_unpublished_changes = True
    parent = entry.parent.specific_class.objects.get(pk=entry.parent.pk)
    parent.add_child(instance=page)
    revision = page.save_revision(log_action=True)
    if publish:
        revision.publish()
