"""What readers take along: PDFs and supplements, and how often."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from publications.models import BookPage, IssuePage
from site_config.visits import VisitKind, count, subject_of, sums
from tests import pdf_files
from tests.factories.publications import (
    IssuePageFactory,
    PdfFactory,
    chapters,
    contents,
    supplements,
)
from tests.site_config.documents import link, read, words_of

pytestmark = pytest.mark.django_db

ADDRESS = "/sq/botime/periodike/qyteti/numri-1/"


def test_links_to_the_file_count_its_downloads(client, series):
    file = PdfFactory()
    issue = IssuePageFactory(parent=series, slug="numri-1", document=file)
    html = client.get(ADDRESS).content.decode()
    address = html.split('href="/visits/')[1].split('"')[0]
    browser = {"User-Agent": "Mozilla/5.0 Firefox/140.0", "Sec-Fetch-Site": "same-origin"}
    for number in range(5):
        assert IssuePage.objects.get(pk=issue.pk).downloads == number
        assert client.get(f"/visits/{address}", headers=browser)["Location"] == file.url
    assert "5</dd>" in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize(
    ("below", "number"), [("", 7), ("read/1/", 1), ("inside/?q=kaleidoskop7", 7)]
)
def test_links_that_open_the_file_on_a_page_count_too(client, series, below, number):
    document = read(pdf_files.text_pdf(words_of(range(1, 10))), "plan.pdf")
    issue = IssuePageFactory(
        parent=series,
        slug="numri-1",
        document=document,
        contents=contents(("Hija", 7)),
        chapters=chapters("Hija"),
    )
    link(issue, document)
    page = BeautifulSoup(client.get(f"{ADDRESS}{below}").content, "html.parser")

    (opened,) = page.find_all("a", {"data-visit-href": f"{document.url}#page={number}"})

    # Browsers keep the part after “#” where an address sends them on (RFC 9110 §10.2.2).
    address, _hash, fragment = opened["href"].partition("#")
    assert fragment == f"page={number}"
    browser = {"User-Agent": "Mozilla/5.0 Firefox/140.0", "Sec-Fetch-Site": "same-origin"}
    assert client.get(address, headers=browser)["Location"] == document.url
    assert sums(VisitKind.DOWNLOAD, [subject_of(document)]) == {subject_of(document): 1}


def test_a_handful_of_downloads_is_not_told(client, series):
    IssuePageFactory(parent=series, slug="numri-1", document=PdfFactory())
    assert (
        "shkarkim" not in client.get(ADDRESS).content.decode().split("<main")[1].split("</dl>")[0]
    )


def test_supplements_stand_with_their_kind_and_size(client, series):
    data = PdfFactory(title="Data")
    gone = PdfFactory(title="Gone")
    IssuePageFactory(
        parent=series, slug="numri-1", supplements=supplements(("Matjet", data), ("Ikur", gone))
    )
    gone.delete()
    html = " ".join(client.get(ADDRESS).content.decode().split())
    assert "Shtojcat</h2>" in html
    assert f'data-visit-href="{data.url}"' in html
    assert "Matjet</a>" in html
    assert "PDF, " in html
    assert "Ikur" not in html


def test_supplements_say_how_many_pages_they_have(client, series):
    plan = read(pdf_files.text_pdf(words_of(range(1, 8))), "plan.pdf")
    waiting = PdfFactory(title="Waiting")
    IssuePageFactory(
        parent=series, slug="numri-1", supplements=supplements(("Plani", plan), ("Pret", waiting))
    )
    shown = " ".join(client.get(ADDRESS).content.decode().split())
    first, second = shown.split("Plani</a>")[1].split("Pret</a>")
    assert "KB, 7 faqe" in first
    assert "faqe" not in second.split("</li>")[0]


# Lists of staff ---------------------------------------------------------------------------------


@pytest.fixture
def downloaded(series, book) -> tuple[IssuePage, BookPage]:
    """An issue whose PDF was taken along three times, and a book whose PDF never was."""
    issue = IssuePageFactory(parent=series, title="=Mine", document=PdfFactory())
    for _download in range(3):
        count(VisitKind.DOWNLOAD, subject_of(issue.document))
    return issue, book


@pytest.mark.parametrize("name", ["issues", "books"])
def test_lists_are_ordered_by_downloads(admin_client, downloaded, name):
    response = admin_client.get(reverse(f"{name}:index"), {"ordering": "-downloaded"})
    assert [page.downloaded for page in response.context["object_list"]] == [
        3 if name == "issues" else 0
    ]


def test_the_issues_of_a_series_show_their_downloads(admin_client, series, downloaded):
    response = admin_client.get(reverse("wagtailadmin_explore", args=[series.pk]))
    assert [page.downloaded for page in response.context["object_list"]] == [3]


def test_downloads_are_taken_out_as_a_list_without_formulas(admin_client, downloaded):
    response = admin_client.get(reverse("issues:index"), {"export": "csv"})
    head, row = b"".join(response.streaming_content).decode().split("\r\n")[:2]
    assert head.endswith("Shkarkime")
    assert row.startswith("'=Mine,Qyteti,2014,")
    assert row.endswith(",3")
