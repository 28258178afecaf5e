"""PDFs that were read by the rules of an earlier version are read again, a few at a time."""

import pytest
from django.core.cache import caches
from django_tasks import default_task_backend

from site_config import document_rereading
from site_config.document_reading import read_document
from site_config.document_rereading import (
    AT_ONCE,
    order_rereading,
    outdated_documents,
    read_next_outdated,
)
from site_config.models import SiteDocument
from site_config.models.document_states import ReadingState
from site_config.pdf.reading import RULES
from site_config.timers import TIMERS
from tests import pdf_files
from tests.site_config.documents import read, stored, words_of

pytestmark = pytest.mark.django_db
WAITING = {
    "default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "ENQUEUE_ON_COMMIT": False}
}


def outdated(number: int = 1) -> SiteDocument:
    """Return a document that an earlier version has read, which drew one JPEG alone."""
    document = read(pdf_files.text_pdf(words_of([number])), f"plan-{number}.pdf")
    SiteDocument.objects.filter(pk=document.pk).update(
        reading_rules=0, first_page="documents/first_pages/1.jpg", first_page_pictures=""
    )
    document.refresh_from_db()
    return document


def test_what_is_read_today_is_read_by_todays_rules():
    assert read(pdf_files.text_pdf(["Words"])).reading_rules == RULES
    assert not outdated_documents().exists()


def test_an_older_reading_is_made_anew():
    document = outdated()

    order_rereading()

    document.refresh_from_db()
    assert document.reading_rules == RULES
    assert document.first_page_version
    assert document.text_pages.filter(text__contains="kaleidoskop1").exists()
    assert not outdated_documents().exists()


def test_every_older_reading_comes_to_its_turn_and_none_twice(monkeypatch):
    documents = [outdated(number) for number in range(3)]
    begun = []
    begin = document_rereading.read_file

    def counted(document):
        begun.append(document.pk)
        return begin(document)

    monkeypatch.setattr(document_rereading, "read_file", counted)
    order_rereading()
    caches["default"].clear()
    order_rereading()

    assert sorted(begun) == sorted(document.pk for document in documents)


def test_an_order_reads_no_more_than_it_says(monkeypatch):
    for number in range(3):
        outdated(number)

    read_next_outdated.func(2)

    assert outdated_documents().count() == 1


def test_a_worker_that_is_away_finds_one_order(settings):
    settings.TASKS = WAITING
    outdated()
    default_task_backend.clear()

    for _minute in range(10):
        order_rereading()

    assert [result.args for result in default_task_backend.results] == [[AT_ONCE]]


def test_a_portal_without_older_readings_orders_nothing(settings):
    settings.TASKS = WAITING
    read(pdf_files.text_pdf(["Words"]))
    stored(b"Words.", "words.txt")
    default_task_backend.clear()

    order_rereading()

    assert default_task_backend.results == []


def test_readers_miss_nothing_while_a_document_is_read_anew(monkeypatch):
    document = outdated()
    seen = []
    begin = document_rereading.read_file

    def look(claimed):
        now = SiteDocument.objects.get(pk=document.pk)
        seen.append((now.has_text, now.has_first_page, now.text_pages.count()))
        return begin(claimed)

    monkeypatch.setattr(document_rereading, "read_file", look)
    order_rereading()

    assert seen == [(True, True, 1)]


def test_a_file_that_is_replaced_meanwhile_keeps_nothing_of_the_old_one(monkeypatch):
    document = outdated()
    begin = document_rereading.read_file

    def replace_meanwhile(claimed):
        found = begin(claimed)
        SiteDocument.objects.filter(pk=document.pk).update(
            reading_state=ReadingState.WAITING, page_count=None
        )
        return found

    monkeypatch.setattr(document_rereading, "read_file", replace_meanwhile)
    order_rereading()

    document.refresh_from_db()
    assert (document.reading_state, document.page_count) == (ReadingState.WAITING, None)


def test_a_file_that_can_not_be_reached_keeps_what_is_known_and_its_turn(monkeypatch):
    document = outdated()

    def away(_document):
        raise OSError("The bucket is away.")

    monkeypatch.setattr(document_rereading, "read_file", away)
    read_next_outdated.func(1)

    document.refresh_from_db()
    assert (document.reading_state, document.page_count) == (ReadingState.READ, 1)
    assert outdated_documents().exists()


def test_new_documents_are_left_to_their_own_task():
    waiting = stored(pdf_files.text_pdf(["Words"]))

    assert not outdated_documents().filter(pk=waiting.pk).exists()
    read_document.func(waiting.pk)
    waiting.refresh_from_db()
    assert waiting.reading_rules == RULES


def test_the_timers_order_it():
    assert order_rereading in {timer.run for timer in TIMERS}
