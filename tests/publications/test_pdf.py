"""The pages of a PDF are counted; a file that can't be read gives a sentence, never a fault."""

import pytest
from django.core.files.base import ContentFile
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publications.pdf import UnreadablePdfError, count_pages
from site_config.models import SiteDocument
from tests.factories.publications import PdfFactory, pdf
from tests.factories.site_config import SiteDocumentFactory

pytestmark = pytest.mark.django_db


def document(content: bytes, name: str = "file.pdf") -> SiteDocument:
    return SiteDocumentFactory(file=ContentFile(content, name=name))


@pytest.mark.parametrize("pages", [1, 3, 40])
def test_pages_are_counted(pages):
    assert count_pages(PdfFactory(pages=pages)) == pages


def test_a_pdf_whose_password_is_empty_is_read():
    assert count_pages(document(pdf(2, password=""))) == 2


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"A plain text.", "file.txt", "another kind"),
        (pdf(2, password="secret"), "file.pdf", "password"),
        (b"%PDF-1.7\nand nothing else", "file.pdf", "damaged"),
        (b"", "file.pdf", "damaged"),
        (pdf(3)[:200], "file.pdf", "damaged"),
        (pdf(0), "file.pdf", "no pages"),
    ],
)
def test_a_file_that_is_no_readable_pdf_is_refused_with_the_reason(content, name, told):
    broken = document(content, name)
    with override("en"), pytest.raises(UnreadablePdfError, match=told):
        count_pages(broken)


def test_a_file_that_is_gone_is_refused():
    lost = document(pdf(1))
    lost.file.storage.delete(lost.file.name)
    with pytest.raises(UnreadablePdfError):
        count_pages(lost)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_pdf_that_was_damaged_anywhere_is_read_or_refused(data):
    whole = bytearray(pdf(2))
    for _slip in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(9, len(whole) - 1))] = data.draw(st.integers(0, 255))
    damaged = document(bytes(whole))
    try:
        pages = count_pages(damaged)
    except UnreadablePdfError:
        pages = 1
    damaged.delete()
    assert pages > 0
