"""Reads stored PDFs in the background, once each, however many workers there are.

A worker claims a document with one statement, reads its file outside every transaction, and stores
what it found only while its claim holds: a file that was replaced meanwhile is read anew.
"""

import logging
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django_tasks import task
from wagtail import hooks

from site_config.document_index import index_documents, take_from_index
from site_config.first_pages import replace_first_page
from site_config.models import DocumentPage, SiteDocument
from site_config.models.document_states import WITH_TEXT, ReadingState
from site_config.models.documents import READING_FIELDS
from site_config.pdf.languages import guess_language
from site_config.pdf.reading import RULES, Reading, read_pdf

logger = logging.getLogger(__name__)

# Apps register functions with ``@hooks.register(READ_HOOK)``: they take a document that has just
# been read, within the transaction that stores what was found.
READ_HOOK = "register_portal_document_read"
# A file that ended its reader as often will do so again.
MOST_ATTEMPTS = 3
# After this a claim belongs to a worker that is gone, or a task was lost.
LOST_AFTER = timedelta(minutes=15)
# Seconds between two looks that staff get at how far it is.
PROGRESS_EVERY = 2.0
ROWS_AT_ONCE = 500


@task()
def read_document(document_id: int) -> None:
    """Read one document, unless it is read already or another worker is at it."""
    document = _claim(document_id)
    if document is None:
        return
    if document.reading_attempts > MOST_ATTEMPTS:
        reading = Reading(state=ReadingState.TOO_LARGE)
    else:
        reading = _read(document)
    if store_reading(document, reading):
        index_documents.enqueue()


def read_lost_documents(now: datetime | None = None, limit: int = 200) -> int:
    """Let documents be read whose task was lost, or whose worker is gone.

    Args:
        now: the moment that ages are counted from.
        limit: how many at most; the next round takes the others.

    Returns:
        How many are read now.
    """
    before = (now or timezone.now()) - LOST_AFTER
    unfinished = SiteDocument.objects.filter(
        reading_state__in=[ReadingState.WAITING, ReadingState.READING]
    )
    lost = unfinished.filter(Q(reading_changed_at=None) | Q(reading_changed_at__lt=before))
    keys = list(lost.values_list("pk", flat=True)[:limit])
    for key in keys:
        # Whoever changes the row first has it.
        if lost.filter(pk=key).update(
            reading_state=ReadingState.WAITING, reading_changed_at=timezone.now()
        ):
            read_document.enqueue(key)
    return len(keys)


def _claim(document_id: int) -> SiteDocument | None:
    """Take a waiting document, or nothing where somebody else has."""
    now = timezone.now()
    claimed = SiteDocument.objects.filter(
        pk=document_id, reading_state=ReadingState.WAITING
    ).update(
        reading_state=ReadingState.READING,
        reading_changed_at=now,
        reading_attempts=F("reading_attempts") + 1,
        pages_read=0,
    )
    if not claimed:
        return None
    return SiteDocument.objects.filter(
        pk=document_id, reading_state=ReadingState.READING, reading_changed_at=now
    ).first()


def _as_claimed(document: SiteDocument) -> QuerySet[SiteDocument]:
    """Return the row of a document while nobody else has taken it, nor replaced its file."""
    return SiteDocument.objects.filter(
        pk=document.pk,
        reading_state=document.reading_state,
        reading_changed_at=document.reading_changed_at,
    )


def _read(document: SiteDocument) -> Reading:
    try:
        return read_file(document, _progress(document))
    except OSError as error:
        logger.warning("The file of document %s can't be opened: %r", document.pk, error)
        return Reading(state=ReadingState.BROKEN)


def read_file(document: SiteDocument, tell: Callable[[int, int], object] | None = None) -> Reading:
    """Read the file of a document, wherever it is stored.

    Args:
        document: which is not changed.
        tell: is told after each page how many were read, and of how many.

    Raises:
        OSError: the file can't be opened.
    """
    with _local_path(document) as path:
        return read_pdf(path, tell=tell)


@contextmanager
def _local_path(document: SiteDocument) -> Iterator[str]:
    """Give the file a path on this machine, also where its storage is elsewhere."""
    if document.is_stored_locally():
        yield document.file.path
        return
    with (
        document.file.storage.open(document.file.name, "rb") as stored,
        tempfile.NamedTemporaryFile(suffix=".pdf") as copy,
    ):
        shutil.copyfileobj(stored, copy)
        copy.flush()
        yield copy.name


def _progress(document: SiteDocument) -> Callable[[int, int], None]:
    """Return what tells staff, every few seconds, how far the reading is."""
    last = time.monotonic()

    def tell(read: int, of: int) -> None:
        nonlocal last
        if time.monotonic() - last >= PROGRESS_EVERY:
            last = time.monotonic()
            _as_claimed(document).update(pages_read=read, page_count=of)

    return tell


def store_reading(document: SiteDocument, reading: Reading) -> bool:
    """Store what was found in a document's file.

    Args:
        document: as whoever reads it has claimed it, by its state and the moment of that.
        reading: what was found.

    Returns:
        Whether the claim still held; otherwise nothing is stored.
    """
    language = guess_language(reading.texts) if reading.state in WITH_TEXT else ""
    with transaction.atomic():
        # Of its own rows alone: the documents' relations may be read by others meanwhile.
        current = _as_claimed(document).select_for_update(of=("self",)).first()
        if current is None:
            return False
        _replace_pages(current, reading)
        replace_first_page(current, reading)
        current.reading_state = reading.state
        current.reading_changed_at = timezone.now()
        current.page_count = reading.page_count
        current.pages_read = len(reading.texts)
        current.is_tagged = reading.is_tagged
        current.pdf_title, current.pdf_language = reading.title, reading.language
        current.text_language = language
        current.reading_rules = RULES
        current.is_indexed = False
        current.save(update_fields=READING_FIELDS)
        for register in hooks.get_hooks(READ_HOOK):
            register(current)
    return True


def forget_words(document: SiteDocument) -> None:
    """Remove the words of a document, which may be those of an earlier file."""
    if document.is_indexed:
        take_from_index(document)
    document.text_pages.all().delete()


def _replace_pages(document: SiteDocument, reading: Reading) -> None:
    forget_words(document)
    texts = reading.texts if reading.state in WITH_TEXT else []
    DocumentPage.objects.bulk_create(
        (
            DocumentPage(document=document, number=number, text=text)
            for number, text in enumerate(texts, 1)
        ),
        batch_size=ROWS_AT_ONCE,
    )
