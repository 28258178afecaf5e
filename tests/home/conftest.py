"""What the tests of the front page share."""

import pytest
from wagtail.models import Site

from home.models import HomePage


@pytest.fixture
def front(site: Site, locales) -> HomePage:
    """The Albanian front page, which the first migration has put in place."""
    return site.root_page.specific
