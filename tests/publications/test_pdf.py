"""What a publication takes from the reading of its PDF, and what it refuses with a sentence."""

import pytest
from django.core.files.base import ContentFile
from django.utils.translation import override

from publications.pdf import UnreadablePdfError, known_pages
from site_config.document_reading import read_document
from site_config.models import SiteDocument
from site_config.models.document_states import ReadingState
from tests import pdf_files
from tests.factories.publications import BookPageFactory, IssuePageFactory, PdfFactory
from tests.factories.site_config import SiteDocumentFactory
from tests.site_config.documents import read, stored

pytestmark = pytest.mark.django_db


def pdf_in(state: ReadingState, pages: int | None = None) -> SiteDocument:
    """Return a PDF whose reading has come to this."""
    document = PdfFactory()
    SiteDocument.objects.filter(pk=document.pk).update(reading_state=state, page_count=pages)
    return SiteDocument.objects.get(pk=document.pk)


def test_pages_of_a_read_pdf_are_known():
    assert known_pages(pdf_in(ReadingState.READ, 40)) == 40


@pytest.mark.parametrize("state", [ReadingState.WAITING, ReadingState.READING])
def test_pages_are_not_known_before_the_end_of_the_reading(state):
    assert known_pages(pdf_in(state, 12)) is None


@pytest.mark.parametrize(
    ("state", "told"), [(ReadingState.PROTECTED, "password"), (ReadingState.BROKEN, "damaged")]
)
def test_a_pdf_that_nobody_can_open_is_refused_with_the_reason(state, told):
    broken = pdf_in(state)
    with override("en"), pytest.raises(UnreadablePdfError, match=told):
        known_pages(broken)


def test_a_file_of_another_kind_is_refused():
    text = SiteDocumentFactory(file=ContentFile(b"A plain text.", name="file.txt"))
    with override("en"), pytest.raises(UnreadablePdfError, match="another kind"):
        known_pages(text)


@pytest.mark.parametrize("make", [IssuePageFactory, BookPageFactory])
def test_a_replaced_file_is_counted_anew_wherever_its_pages_are_told(client, series, make):
    parent = series if make is IssuePageFactory else series.get_parent().specific
    document = read(pdf_files.text_pdf(["Words."] * 3))
    page = make(parent=parent, document=document, pages=3)
    assert page.extent == 3

    document.file = ContentFile(pdf_files.text_pdf(["Words."] * 5), name="better.pdf")
    document.save()
    read_document.func(document.pk)

    page = type(page).objects.get(pk=page.pk)
    assert (page.pdf_pages, page.extent) == (5, 5)
    assert "5" in page.citation


def test_what_staff_say_counts_where_the_portal_can_not(series):
    document = pdf_in(ReadingState.TOO_LARGE)
    assert IssuePageFactory(parent=series, document=document, pages=900).extent == 900


def test_an_issue_whose_draft_was_saved_before_the_reading_tells_its_pages(series):
    document = stored(pdf_files.text_pdf(["Words."] * 3))
    issue = IssuePageFactory(parent=series, document=document)
    draft = issue.save_revision()
    read_document.func(document.pk)

    draft.publish()

    assert type(issue).objects.get(pk=issue.pk).extent == 3
