"""Reads PDFs again that were read by the rules of an earlier version, a few at a time.

A new version of the portal may find more in a file, or something else. What is known of it stands
until it is read anew, so nothing is missing on pages and in the search meanwhile; new documents go
first, and whatever is interrupted comes again.
"""

import logging

from django.core.cache import caches
from django.db.models import F, QuerySet
from django.utils import timezone
from django_tasks import task

from site_config.document_index import index_documents
from site_config.document_reading import LOST_AFTER, read_file, store_reading
from site_config.models import SiteDocument
from site_config.models.document_states import UNFINISHED, ReadingState
from site_config.pdf.reading import RULES

logger = logging.getLogger(__name__)

# How many are read for one order; more than an hour's worth of large volumes is never queued.
AT_ONCE = 50
ORDERED = "documents-read-by-earlier-rules"
# After new documents, pictures and mails.
PRIORITY = -50


def outdated_documents() -> QuerySet[SiteDocument]:
    """Return the PDFs that were read by earlier rules, those first that have waited longest."""
    finished = SiteDocument.objects.exclude(reading_state__in=[*UNFINISHED, ReadingState.OTHER])
    waited_longest = F("reading_changed_at").asc(nulls_first=True)
    return finished.filter(reading_rules__lt=RULES).order_by(waited_longest, "pk")


def order_rereading() -> None:
    """Let a worker read some of them, unless it has been asked to a while ago."""
    if not outdated_documents().exists():
        return
    if caches["default"].add(ORDERED, 1, LOST_AFTER.total_seconds()):
        read_next_outdated.enqueue(AT_ONCE)


@task(priority=PRIORITY)
def read_next_outdated(left: int) -> None:
    """Read one document anew, then let the next one be read.

    Each is a task of its own, so that what is more pressing comes between.

    Args:
        left: how many, this one included.
    """
    document = _next()
    if document is None:
        return
    try:
        reading = read_file(document)
    except OSError as error:
        # What is known of it stays, and its turn comes again.
        logger.warning("The file of document %s can't be opened: %r", document.pk, error)
    else:
        if store_reading(document, reading):
            index_documents.enqueue()
    if left > 1:
        read_next_outdated.enqueue(left - 1)


def _next() -> SiteDocument | None:
    """Take the document whose turn it is; nobody else takes it, and it goes to the end."""
    for document in outdated_documents()[:AT_ONCE]:
        now = timezone.now()
        taken = SiteDocument.objects.filter(
            pk=document.pk,
            reading_state=document.reading_state,
            reading_changed_at=document.reading_changed_at,
        ).update(reading_changed_at=now)
        if taken:
            document.reading_changed_at = now
            return document
    return None
