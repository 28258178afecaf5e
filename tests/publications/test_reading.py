"""A publication is read chapter by chapter, and searched inside."""

import pytest
from django.core.cache import caches

from publications.models import IssuePage, SeriesPage
from tests import pdf_files
from tests.factories.publications import IssuePageFactory, chapters
from tests.site_config.documents import link, read, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def issue(series: SeriesPage) -> IssuePage:
    """An issue with a PDF of nine pages and an edition of three chapters."""
    document = read(pdf_files.text_pdf(words_of(range(1, 10))), "bulletin.pdf", language="sq")
    made = IssuePageFactory(
        parent=series, document=document, chapters=chapters("Hija", "Uji", "Era")
    )
    link(made, document)
    caches["limits"].clear()
    return made


def text(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_offers_every_way_to_read_with_size_and_pages(client, issue):
    page = text(client, issue.url)

    assert f'href="{issue.url}read/1/"' in page
    assert "9 faqe" in page
    assert "KB" in page
    assert f'action="{issue.url}inside/"' in page


def test_the_edition_begins_with_its_first_chapter(client, issue):
    assert client.get(f"{issue.url}read/")["Location"] == f"{issue.url}read/1/"


def test_a_chapter_leads_to_those_before_and_after_it(client, issue):
    page = text(client, f"{issue.url}read/2/")

    assert f'href="{issue.url}read/1/" rel="prev"' in page
    assert f'href="{issue.url}read/3/" rel="next"' in page
    assert f'href="{issue.url}read/2/" aria-current="page"' in page
    assert f"{issue.document.url}#page=2" in page
    assert "lulekuqe2" in page
    assert "data-print" in page


def test_the_ends_of_an_edition_lead_nowhere_further(client, issue):
    assert 'rel="prev"' not in text(client, f"{issue.url}read/1/")
    assert 'rel="next"' not in text(client, f"{issue.url}read/3/")


def test_all_chapters_stand_on_one_page(client, issue):
    page = text(client, f"{issue.url}read/all/")

    assert all(f"lulekuqe{number}" in page for number in (1, 2, 3))


@pytest.mark.parametrize("number", ["0", "4", "99999999999999999999"])
def test_chapters_that_there_are_not_are_not_found(client, issue, number):
    assert client.get(f"{issue.url}read/{number}/").status_code == 404


def test_a_publication_without_an_edition_has_no_address_for_it(client, series):
    bare = IssuePageFactory(parent=series)

    for address in ("read/", "read/1/", "read/all/"):
        assert client.get(f"{bare.url}{address}").status_code == 404


def test_chapters_are_public_pages_without_a_cookie(client, issue):
    response = client.get(f"{issue.url}read/1/")

    assert "public" in response["Cache-Control"]
    assert not response.cookies


def test_what_is_found_inside_names_the_page_and_opens_it(client, issue):
    page = text(client, f"{issue.url}inside/?q=kaleidoskop7")

    assert f'data-visit-href="{issue.document.url}#page=7"' in page
    assert "faqja 7" in page
    assert "<mark>kaleidoskop7</mark>" in page


def test_chapters_are_searched_too(client, issue):
    page = text(client, f"{issue.url}inside/?q=lulekuqe2")

    assert f'href="{issue.url}read/2/"' in page
    assert f'href="{issue.url}read/1/"' not in page


def test_words_that_are_nowhere_inside_are_said_to_be(client, issue):
    assert "zebra" in text(client, f"{issue.url}inside/?q=zebra")


def test_a_search_that_is_too_long_is_refused_with_a_sentence(client, issue):
    response = client.get(f"{issue.url}inside/", {"q": "a" * 201})

    assert response.status_code == 400
    assert "200" in response.content.decode()


def test_markup_in_a_search_is_shown_as_it_was_typed(client, issue):
    page = text(client, f"{issue.url}inside/?q=%3Cscript%3Ealert(1)%3C/script%3E")

    assert "<script>alert" not in page


def test_searching_again_and_again_is_limited(client, issue):
    for _search in range(30):
        client.get(f"{issue.url}inside/?q=plan")

    assert client.get(f"{issue.url}inside/?q=plan").status_code == 429


@pytest.mark.parametrize("pages", [3, 60])
def test_searching_inside_takes_as_many_queries_for_many_pages(
    client, series, django_assert_max_num_queries, pages
):
    document = read(pdf_files.text_pdf(words_of(range(1, pages + 1))), "bulletin.pdf")
    issue = IssuePageFactory(parent=series, document=document)
    link(issue, document)
    caches["limits"].clear()
    client.get(f"{issue.url}inside/?q=plan")

    with django_assert_max_num_queries(24):
        client.get(f"{issue.url}inside/?q=plan")


def test_a_book_of_a_second_edition_is_read_online_too(client, book):
    book.edition = "Second edition"
    book.chapters = chapters("Burimet", "Urat")
    book.save()

    assert "Second edition" in text(client, book.url)
    assert "lulekuqe2" in text(client, f"{book.url}read/2/")
    assert f'href="{book.url}read/2/"' in text(client, f"{book.url}inside/?q=lulekuqe2")
