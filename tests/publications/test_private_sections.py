"""A section for some readers holds for them what it holds, and nothing for anybody else."""

from datetime import date

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from publications.models import PublicationIndexPage, SeriesPage
from site_config.models import SiteDocument
from tests import pdf_files
from tests.factories.community import UserFactory
from tests.factories.publications import BookPageFactory, CollectionPageFactory, IssuePageFactory
from tests.site_config.documents import link, read

pytestmark = pytest.mark.django_db


def close(page: Page) -> None:
    """Let only members read a page and what stands below it."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.fixture
def member(db) -> Client:
    """A member who is signed in."""
    client = Client()
    client.force_login(UserFactory())
    return client


@pytest.fixture
def document(db) -> SiteDocument:
    """A PDF of which one page has a word of its own."""
    return read(pdf_files.text_pdf(["Nothing.", "Here stands kaleidoskop."]))


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    return response.content.decode()


@pytest.mark.parametrize("where", ["series", "collection", "index"])
def test_members_find_the_issues_of_a_section_that_is_theirs(
    client, member, index, periodicals, series, where
):
    first, second = (
        IssuePageFactory(parent=series, title=f"Issue {n}", slug=f"n{n}", date=date(2014, n, 1))
        for n in (1, 2)
    )
    close({"series": series, "collection": periodicals, "index": index}[where])

    listed = text_of(member, series.url)
    assert first.title in listed
    assert second.title in listed
    latest = member.get(f"{series.url}latest/")
    assert latest["Location"].endswith(second.url)
    assert {"private", "no-store"} <= set(latest["Cache-Control"].split(", "))
    assert first.url in text_of(member, second.url)
    assert first.title in text_of(member, f"{series.url}feed/")
    assert client.get(f"{series.url}latest/")["Location"] != second.url
    assert first.title not in client.get(series.url, follow=True).content.decode()


def test_members_find_what_a_closed_collection_holds(member, client, index, periodicals, series):
    issue = IssuePageFactory(parent=series, title="Green cities")
    close(index)

    assert issue.title in text_of(member, index.url)
    assert issue.title in text_of(member, periodicals.url)
    books = CollectionPageFactory(parent=index, title="Libra", slug="libra", kind="books")
    book, other = (BookPageFactory(parent=books, title=f"Book {n}") for n in (1, 2))
    assert book.title in text_of(member, books.url)
    assert other.title in text_of(member, book.url)


def test_what_is_closed_further_down_is_not_listed(member, periodicals: Page, series: SeriesPage):
    open_issue = IssuePageFactory(parent=series, title="Seen")
    hidden = IssuePageFactory(parent=series, title="Hidden")
    close(periodicals)
    close(hidden)

    assert open_issue.title in text_of(member, series.url)
    assert hidden.title not in text_of(member, series.url)


def test_words_inside_an_issue_for_members_are_found(
    member, client, series, document, index: PublicationIndexPage
):
    issue = IssuePageFactory(parent=series, document=document)
    link(issue, document)
    close(issue)

    found = text_of(member, f"{issue.url}inside/?q=kaleidoskop")

    assert f"{document.url}#page=2" in found
    assert f"{document.url}#page=1" not in found
    assert "kaleidoskop" not in client.get(f"{issue.url}inside/?q=nothing").content.decode()
