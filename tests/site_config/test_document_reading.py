"""Stored documents are read once, in the background, and their words follow the file."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.files.base import ContentFile
from django.db import connection, connections
from django.utils import timezone
from wagtail.models import Collection

from site_config import document_reading
from site_config.document_reading import (
    LOST_AFTER,
    MOST_ATTEMPTS,
    read_document,
    read_lost_documents,
)
from site_config.models import DocumentPage, SiteDocument
from site_config.models.document_states import ReadingState
from site_config.pdf.reading import Reading
from tests import pdf_files
from tests.site_config.documents import read, stored, words_of

pytestmark = pytest.mark.django_db
ALBANIAN = "Bashkia hap korsinë e autobusit në unazë, dhe barnat kushtojnë më pak se vjet."


def test_a_new_pdf_waits_and_other_documents_do_not():
    assert stored(pdf_files.text_pdf(["A"])).reading_state == ReadingState.WAITING
    assert stored(b"Words.", "words.txt").reading_state == ReadingState.OTHER


def test_a_new_pdf_is_read_after_the_commit(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        document = stored(pdf_files.text_pdf(["A"]))

    document.refresh_from_db()
    assert document.reading_state == ReadingState.READ


def test_what_was_read_is_stored_with_the_document():
    content = pdf_files.text_pdf(
        [ALBANIAN.replace("ë", "e"), *words_of([2])], title="Plan", language="sq", tagged=True
    )

    document = read(content)

    assert document.reading_state == ReadingState.READ
    assert document.page_count == document.pages_read == 2
    assert document.text_language == "sq"
    assert document.is_accessible is True
    assert document.first_page.name.startswith("documents/first_pages/")
    pages = document.text_pages.values_list("number", "text")
    assert [number for number, text in pages if "kaleidoskop2" in text] == [2]


@pytest.mark.parametrize(
    ("facts", "accessible"),
    [
        ({"title": "Plan", "language": "sq", "tagged": True}, True),
        ({"title": "Plan", "language": "sq"}, False),
        ({"title": "Plan", "tagged": True}, False),
        ({"language": "sq", "tagged": True}, False),
    ],
)
def test_a_document_is_accessible_with_tags_title_and_language(facts, accessible):
    assert read(pdf_files.text_pdf(["Words."], **facts)).is_accessible is accessible


def test_nothing_is_claimed_of_a_document_that_was_not_read():
    assert stored(pdf_files.text_pdf(["A"])).is_accessible is None
    assert stored(b"Words.", "words.txt").is_accessible is None


def test_a_document_whose_file_is_gone_is_damaged():
    document = stored(pdf_files.text_pdf(["A"]))
    document.file.storage.delete(document.file.name)

    read_document.func(document.pk)

    document.refresh_from_db()
    assert document.reading_state == ReadingState.BROKEN


def test_a_document_that_is_gone_is_no_fault():
    assert read_document.func(10**9) is None


def test_a_new_file_is_read_anew_at_the_address_of_the_old_one():
    document = read(pdf_files.text_pdf(words_of([1])), "plan.pdf")
    address, picture = document.url, document.first_page.name

    document.file = ContentFile(pdf_files.text_pdf(words_of([8, 9])), name="plan-final.pdf")
    document.save()

    document.refresh_from_db()
    assert document.url == address
    assert document.reading_state == ReadingState.WAITING
    assert not document.text_pages.exists()
    read_document.func(document.pk)
    document.refresh_from_db()
    assert document.page_count == 2
    assert document.first_page.name
    assert picture
    assert document.text_pages.filter(text__contains="kaleidoskop9").exists()


def test_a_form_that_was_opened_before_puts_no_earlier_state_back():
    document = stored(pdf_files.text_pdf(["A"]))
    opened = SiteDocument.objects.get(pk=document.pk)
    read_document.func(document.pk)

    opened.title = "A better title"
    opened.save()

    document.refresh_from_db()
    assert (document.title, document.reading_state) == ("A better title", ReadingState.READ)


def test_a_file_that_is_replaced_while_it_is_read_keeps_nothing_of_the_reading(monkeypatch):
    document = stored(pdf_files.text_pdf(words_of([1])))
    begin = document_reading.read_pdf

    def replace_meanwhile(path, **options):
        found = begin(path, **options)
        current = SiteDocument.objects.get(pk=document.pk)
        current.file = ContentFile(pdf_files.text_pdf(words_of([5])), name="plan.pdf")
        current.save()
        return found

    monkeypatch.setattr(document_reading, "read_pdf", replace_meanwhile)
    read_document.func(document.pk)

    document.refresh_from_db()
    assert document.reading_state == ReadingState.WAITING
    assert not document.text_pages.exists()


def test_a_worker_that_died_leaves_its_document_to_the_next():
    document = stored(pdf_files.text_pdf(["A"]))
    long_ago = timezone.now() - LOST_AFTER - timedelta(minutes=1)
    SiteDocument.objects.filter(pk=document.pk).update(
        reading_state=ReadingState.READING, reading_changed_at=long_ago
    )

    assert read_lost_documents() == 1

    document.refresh_from_db()
    assert document.reading_state == ReadingState.READ


def test_a_document_that_is_being_read_is_left_alone():
    document = stored(pdf_files.text_pdf(["A"]))
    SiteDocument.objects.filter(pk=document.pk).update(
        reading_state=ReadingState.READING, reading_changed_at=timezone.now()
    )

    assert read_lost_documents() == 0


def test_a_file_that_ended_its_reader_again_and_again_is_given_up(monkeypatch):
    document = stored(pdf_files.text_pdf(["A"]))
    SiteDocument.objects.filter(pk=document.pk).update(reading_attempts=MOST_ATTEMPTS)
    monkeypatch.setattr(document_reading, "read_pdf", lambda *_a, **_o: pytest.fail("read again"))

    read_document.func(document.pk)

    document.refresh_from_db()
    assert document.reading_state == ReadingState.TOO_LARGE


def test_staff_see_how_far_a_long_reading_is(monkeypatch):
    document = stored(pdf_files.text_pdf(["A"]))
    seen = []

    def slow(_path, tell):
        monkeypatch.setattr(document_reading, "PROGRESS_EVERY", -1.0)
        tell(120, 300)
        seen.append(SiteDocument.objects.values_list("pages_read", "page_count").get())
        return Reading(state=ReadingState.READ, page_count=300, texts=["A"])

    monkeypatch.setattr(document_reading, "read_pdf", slow)
    read_document.func(document.pk)

    assert seen == [(120, 300)]


def test_a_document_that_is_removed_takes_words_and_picture_along(
    django_capture_on_commit_callbacks,
):
    document = read(pdf_files.text_pdf(words_of([1])))
    storage, name = document.first_page.storage, document.first_page.name

    with django_capture_on_commit_callbacks(execute=True):
        document.delete()

    assert not DocumentPage.objects.exists()
    assert not storage.exists(name)


@pytest.mark.django_db(transaction=True)
def test_two_workers_read_a_document_once(monkeypatch):
    document = SiteDocument.objects.get(pk=stored_unread().pk)
    begun, together = [], Barrier(2)
    begin = document_reading.read_pdf

    def counted(path, **options):
        begun.append(path)
        return begin(path, **options)

    def work():
        try:
            together.wait(timeout=30)
            read_document.func(document.pk)
        finally:
            connections.close_all()

    monkeypatch.setattr(document_reading, "read_pdf", counted)
    workers = [Thread(target=work) for _worker in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    document.refresh_from_db()
    assert len(begun) == 1
    assert document.reading_state == ReadingState.READ
    assert document.text_pages.count() == 3
    connection.close()


def stored_unread() -> SiteDocument:
    """Return a document that waits, though the task that its commit has queued has run."""
    if not Collection.objects.exists():  # Tests with real commits leave an empty database.
        Collection.add_root(name="Root")
    document = stored(pdf_files.text_pdf(words_of([1, 2, 3])))
    document.text_pages.all().delete()
    SiteDocument.objects.filter(pk=document.pk).update(
        reading_state=ReadingState.WAITING, reading_attempts=0
    )
    return document
