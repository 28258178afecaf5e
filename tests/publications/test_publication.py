"""Issues and books: their rules, their pages and what machines read of them."""

import json
import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import override

from publications.models import BookPage, IssuePage, SeriesPage
from tests.factories.publications import (
    BookPageFactory,
    IssuePageFactory,
    PdfFactory,
    SeriesPageFactory,
    authors,
    contents,
)
from tests.factories.site_config import SiteImageFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/sq/botime/periodike/qyteti/numri-1/"


def graph(response) -> dict:
    """Return what the page says of itself."""
    html = response.content.decode()
    data = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    return json.loads(data)["@graph"][2]


def meta(response, name: str) -> list[str]:
    html = response.content.decode()
    return [
        part.split('content="')[1].split('"')[0] for part in html.split(f'<meta name="{name}"')[1:]
    ]


# Rules ------------------------------------------------------------------------------------------


def test_numbers_are_stored_in_their_one_form(periodicals, books):
    series = SeriesPageFactory(parent=periodicals, issn="ISSN 2308 0140", issn_online="1050124x")
    book = BookPageFactory(parent=books, isbn="978-9928-7999-2-0")
    assert SeriesPage.objects.get(pk=series.pk).issns == ["2308-0140", "1050-124X"]
    assert BookPage.objects.get(pk=book.pk).isbn == "9789928799920"


@pytest.mark.parametrize("name", ["issn", "issn_online"])
def test_a_wrong_issn_is_refused_at_its_field(series, name):
    setattr(series, name, "2308-0141")
    with pytest.raises(ValidationError) as caught:
        series.full_clean()
    assert list(caught.value.message_dict) == [name]


def test_a_wrong_isbn_is_refused_at_its_field(book):
    book.isbn = "978-9928-7999-2-1"
    with pytest.raises(ValidationError) as caught:
        book.full_clean()
    assert list(caught.value.message_dict) == ["isbn"]


def test_print_and_online_editions_have_a_number_each(series):
    series.issn_online = series.issn
    with pytest.raises(ValidationError) as caught:
        series.full_clean()
    assert "issn_online" in caught.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        SeriesPage.objects.filter(pk=series.pk).update(issn_online="2308-0140")


def test_a_series_may_have_no_number(periodicals):
    series = SeriesPageFactory(parent=periodicals, issn="", issn_online="")
    assert series.issns == []


def test_volumes_are_counted_from_one(series):
    issue = IssuePageFactory(parent=series)
    issue.volume_number = 0
    with pytest.raises(ValidationError):
        issue.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        IssuePage.objects.filter(pk=issue.pk).update(volume_number=0)


def test_unknown_languages_are_refused(series):
    issue = IssuePageFactory(parent=series)
    issue.languages = "sq xx"
    with override("en"), pytest.raises(ValidationError, match="xx"):
        issue.full_clean()


@pytest.mark.parametrize("slug", ["latest", "feed"])
def test_an_issue_leaves_the_addresses_of_its_series_alone(series, slug):
    with pytest.raises(ValidationError) as caught:
        IssuePageFactory(parent=series, slug=slug)
    assert "slug" in caught.value.message_dict


def test_a_collection_leaves_the_address_of_the_feed_alone(periodicals):
    periodicals.slug = "feed"
    with pytest.raises(ValidationError) as caught:
        periodicals.full_clean()
    assert "slug" in caught.value.message_dict


def test_the_printed_edition_tells_the_extent(series):
    assert IssuePageFactory(parent=series, pages=9, printed_pages=84).extent == 84
    assert IssuePageFactory(parent=series, pages=9).extent == 9
    assert IssuePageFactory(parent=series).extent is None


# The page of an issue ---------------------------------------------------------------------------


def test_an_issue_shows_its_facts(client, series):
    IssuePageFactory(
        parent=series,
        slug="numri-1",
        number="2014/1",
        volume_number=4,
        languages="sq en",
        authors=authors("Ilir Dervishi", "Mira Çela"),
        pages=9,
        printed_pages=84,
    )
    html = client.get(ADDRESS).content.decode()
    for words in ("Nr. 2014/1", "28 mars 2014", "84", "Shqip, Anglisht", "2308-0140", "4 (2014)"):
        assert words in html
    assert "Ilir Dervishi, Mira Çela" in html


def test_files_come_with_size_and_pages(client, series):
    file = PdfFactory(pages=3)
    IssuePageFactory(parent=series, slug="numri-1", document=file, pages=3)
    html = " ".join(client.get(ADDRESS).content.decode().split())
    assert f'data-visit-href="{file.url}"' in html
    assert html.count('type="application/pdf" download') == 1
    assert "bajte, 3 faqe" in html


def test_an_issue_without_a_file_says_so(client, series):
    IssuePageFactory(parent=series, slug="numri-1")
    assert "Ky botim nuk ka PDF në portal." in client.get(ADDRESS).content.decode()


def test_the_file_opens_in_the_browser_and_can_run_nothing(client, series):
    file = PdfFactory()
    IssuePageFactory(parent=series, document=file)
    response = client.get(file.url)
    response.close()
    assert response["Content-Disposition"].startswith("inline")
    assert response["Content-Type"] == "application/pdf"
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "sandbox" not in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"


def test_contents_open_the_file_on_their_page(client, series):
    file = PdfFactory(pages=9)
    IssuePageFactory(
        parent=series,
        slug="numri-1",
        document=file,
        contents=contents(("Hija si infrastrukturë", 4), ("Letra", None)),
    )
    html = client.get(ADDRESS).content.decode()
    (entry,) = re.findall("<a ([^>]+)>Hija si infrastrukturë</a>", html)
    assert f'data-visit-href="{file.url}#page=4"' in entry
    assert "Letra</a>" not in html
    assert "Letra" in html


def test_a_title_in_another_language_says_which(client, series):
    entry = {"title": "Shade", "page": 4, "authors": "", "language": "en"}
    IssuePageFactory(
        parent=series, slug="numri-1", contents=json.dumps([{"type": "entry", "value": entry}])
    )
    assert '<span lang="en">Shade</span>' in client.get(ADDRESS).content.decode()


def test_an_issue_leads_to_those_before_and_after(client, series):
    for month in (1, 2, 3):
        IssuePageFactory(
            parent=series, title=f"Month {month}", slug=f"numri-{month}", date=date(2014, month, 1)
        )
    IssuePageFactory(parent=series, title="Draft", date=date(2014, 2, 20), live=False)
    middle, first = (IssuePage.objects.get(slug=f"numri-{n}") for n in (2, 1))
    assert middle.neighbours["earlier"].title == "Month 1"
    assert middle.neighbours["later"].title == "Month 3"
    assert list(first.neighbours) == ["later"]
    html = client.get("/sq/botime/periodike/qyteti/numri-2/").content.decode()
    assert 'rel="prev"' in html
    assert 'rel="next"' in html


def test_issues_of_one_day_follow_in_the_order_they_were_made(series):
    first, second = (IssuePageFactory(parent=series) for _ in range(2))
    assert first.neighbours == {"later": second}
    assert second.neighbours == {"earlier": first}


def test_more_to_read_begins_with_the_same_series(periodicals, series):
    sibling = SeriesPageFactory(parent=periodicals, title="Tjetra", issn="")
    issue = IssuePageFactory(parent=series)
    own = IssuePageFactory(parent=series, date=date(2010, 1, 1))
    other = IssuePageFactory(parent=sibling, date=date(2015, 1, 1))
    assert issue.shelf == [own, other]


# The page of a book -----------------------------------------------------------------------------


def test_a_book_shows_its_facts(client, book, books):
    book.edition = "Botimi i dytë"
    book.authors = authors("Mira Çela")
    book.printed_pages = 148
    book.save()
    BookPageFactory(parent=books, title="Pallatet e lyera")
    html = client.get("/sq/botime/libra/lana/").content.decode()
    for words in (
        "Botimi i dytë",
        "9789928799920",
        "148",
        "Tiranë: Smart City Tirana",
        "Mira Çela",
    ):
        assert words in html
    assert "Pallatet e lyera" in html


# Citations --------------------------------------------------------------------------------------


def test_an_issue_is_cited_with_series_volume_and_number(series):
    issue = IssuePageFactory(
        parent=series,
        title="Qyteti: Green cities",
        number="2014/1",
        volume_number=4,
        printed_pages=84,
    )
    with override("en"):
        assert issue.citation == (
            "Smart City Tirana (2014). Green cities. Qyteti, vol. 4, no. 2014/1. "
            "Tiranë: Smart City Tirana. 84 pages. ISSN 2308-0140."
        )


def test_a_book_is_cited_with_authors_and_isbn(book):
    book.authors = authors("Mira Çela", "Ilir Dervishi")
    book.edition = "Second edition"
    book.pages = 1
    with override("en"):
        assert book.citation == (
            "Mira Çela, Ilir Dervishi (2013). Lana: një lumë në qytet. Second edition. "
            "Tiranë: Smart City Tirana. 1 page. ISBN 9789928799920."
        )


def test_what_is_unknown_leaves_no_gap_in_a_citation(books):
    bare = BookPageFactory(
        parent=books, title="Pse?", isbn="", publisher="", place="", slug="pse", languages="sq"
    )
    assert bare.citation == "2013. Pse?"


# Machines ---------------------------------------------------------------------------------------


def test_an_issue_is_part_of_its_volume_and_its_periodical(client, series):
    IssuePageFactory(
        parent=series,
        slug="numri-1",
        number="2014/1",
        volume_number=4,
        pages=9,
        document=PdfFactory(),
        authors=authors("Mira Çela"),
        contents=contents(("Hija", 4)),
    )
    data = graph(client.get(ADDRESS))
    assert data["@type"] == "PublicationIssue"
    assert data["issueNumber"] == "2014/1"
    assert data["datePublished"] == "2014-03-28"
    assert data["pagination"] == "1-9"
    assert data["author"] == [{"@type": "Person", "name": "Mira Çela"}]
    assert data["hasPart"][0] == {
        "@type": "CreativeWork",
        "name": "Hija",
        "pageStart": "4",
        "author": "Ilir Dervishi",
    }
    assert data["encoding"]["encodingFormat"] == "application/pdf"
    assert data["encoding"]["contentUrl"].startswith("http://testserver/documents/")
    volume = data["isPartOf"]
    assert (volume["@type"], volume["volumeNumber"]) == ("PublicationVolume", 4)
    assert volume["isPartOf"]["@type"] == "Periodical"
    assert volume["isPartOf"]["issn"] == ["2308-0140"]
    assert volume["isPartOf"]["@id"] == "http://testserver/sq/botime/periodike/qyteti/#page"


def test_a_book_tells_its_isbn_in_thirteen_digits(client, book):
    book.isbn = "0-306-40615-2"
    book.edition = "Second edition"
    book.pages = 148
    book.save()
    data = graph(client.get("/sq/botime/libra/lana/"))
    assert data["@type"] == "Book"
    assert data["isbn"] == "9780306406157"
    assert data["bookEdition"] == "Second edition"
    assert data["numberOfPages"] == 148


def test_a_series_is_a_periodical(client, series):
    series.editor = "Mira Çela"
    series.save()
    data = graph(client.get("/sq/botime/periodike/qyteti/"))
    assert data["@type"] == "Periodical"
    assert data["issn"] == ["2308-0140"]
    assert data["editor"]["name"] == "Mira Çela"


def test_reference_managers_find_their_tags(client, series):
    file = PdfFactory()
    IssuePageFactory(
        parent=series,
        slug="numri-1",
        number="2014/1",
        volume_number=4,
        languages="sq en",
        document=file,
        authors=authors("Mira Çela", "Ilir Dervishi"),
    )
    response = client.get(ADDRESS)
    assert meta(response, "citation_author") == ["Mira Çela", "Ilir Dervishi"]
    assert meta(response, "citation_publication_date") == ["2014/03/28"]
    assert meta(response, "citation_journal_title") == ["Qyteti"]
    assert meta(response, "citation_issn") == ["2308-0140"]
    assert meta(response, "citation_volume") == ["4"]
    assert meta(response, "citation_issue") == ["2014/1"]
    assert meta(response, "citation_pdf_url") == [f"http://testserver{file.url}"]
    assert meta(response, "DC.identifier") == ["urn:ISSN:2308-0140"]
    assert meta(response, "DC.language") == ["sq", "en"]


def test_a_book_has_no_tags_of_a_periodical(client, book):
    response = client.get("/sq/botime/libra/lana/")
    assert meta(response, "citation_isbn") == ["9789928799920"]
    assert meta(response, "citation_journal_title") == []
    assert meta(response, "citation_pdf_url") == []


# Cost -------------------------------------------------------------------------------------------


def test_an_issue_costs_no_more_with_more_issues(client, series, django_assert_max_num_queries):
    IssuePageFactory(
        parent=series, slug="numri-1", document=PdfFactory(), listing_image=SiteImageFactory()
    )
    for number in (10, 60):
        while series.get_children().count() < number:
            IssuePageFactory(parent=series, listing_image=SiteImageFactory())
        client.get(ADDRESS)
        with django_assert_max_num_queries(20):
            assert client.get(ADDRESS).status_code == 200


def test_a_book_costs_no_more_with_more_books(client, book, books, django_assert_max_num_queries):
    for number in (10, 60):
        while books.get_children().count() < number:
            BookPageFactory(parent=books, listing_image=SiteImageFactory())
        client.get("/sq/botime/libra/lana/")
        with django_assert_max_num_queries(20):
            assert client.get("/sq/botime/libra/lana/").status_code == 200
