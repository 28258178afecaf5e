"""A portal with a shelf for each kind of publication."""

import pytest
from hypothesis import settings
from wagtail.models import Locale, Page, Site

from publications.models import BookPage, CollectionPage, PublicationIndexPage, SeriesPage
from tests.factories.publications import (
    BookPageFactory,
    CollectionPageFactory,
    PublicationIndexPageFactory,
    SeriesPageFactory,
)

# A busy machine stalls now and then, which says nothing about the code.
settings.register_profile("portal", deadline=None)
settings.load_profile("portal")


@pytest.fixture
def home(site: Site, locales: dict[str, Locale]) -> Page:
    """The Albanian front page."""
    return site.root_page.specific


@pytest.fixture
def index(home: Page) -> PublicationIndexPage:
    """The front page of the publications, at ``/sq/botime/``."""
    return PublicationIndexPageFactory(parent=home)


@pytest.fixture
def periodicals(index: PublicationIndexPage) -> CollectionPage:
    """The collection at ``/sq/botime/periodike/``."""
    return CollectionPageFactory(parent=index, title="Periodikë", slug="periodike")


@pytest.fixture
def series(periodicals: CollectionPage) -> SeriesPage:
    """The series at ``/sq/botime/periodike/qyteti/``, without issues."""
    return SeriesPageFactory(parent=periodicals, slug="qyteti")


@pytest.fixture
def books(index: PublicationIndexPage) -> CollectionPage:
    """The collection at ``/sq/botime/libra/``, without books."""
    return CollectionPageFactory(parent=index, title="Libra", slug="libra", kind="books")


@pytest.fixture
def book(books: CollectionPage) -> BookPage:
    """The book at ``/sq/botime/libra/lana/``."""
    return BookPageFactory(parent=books, title="Lana: një lumë në qytet", slug="lana")
