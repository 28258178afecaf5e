"""The menu says which of its entries leads to where the reader is."""

import re

import pytest

from site_config.models import MainMenu
from tests.factories.home import StandardPageFactory, stream

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(english_front):
    page = StandardPageFactory(parent=english_front, title="About", slug="about")
    StandardPageFactory(parent=page, title="Who we are", slug="who")
    StandardPageFactory(parent=english_front, title="About trees", slug="about-trees")
    targets = {
        "Home": {"page": english_front.pk},
        "About": {"page": page.pk},
        "Search": {"address": "/en/search/"},
        "Elsewhere": {"address": "https://example.org/en/about/"},
    }
    items = [
        ("item", {"label": {"sq": label, "en": label}, "page": None, "address": ""} | target)
        for label, target in targets.items()
    ]
    site = english_front.get_site()
    MainMenu.objects.create(site=site, items=stream(*items))
    return page


def marked(client, path: str) -> dict[str, str]:
    """Return the entries of the menu that are marked on a page, with how."""
    html = client.get(path).content.decode()
    menu = re.search(r'<ul class="nav__list">.*?</ul>', html, re.DOTALL)[0]
    assert menu.count("<li>") == 4
    found = re.findall(r'<a href="[^"]*" aria-current="(\w+)">([^<]*)<', menu)
    return {label: how for how, label in found}


@pytest.mark.parametrize(
    ("path", "entries"),
    [
        ("/en/", {"Home": "page"}),
        ("/en/about/", {"About": "page"}),
        ("/en/about/who/", {"About": "true"}),
        ("/en/about-trees/", {}),
        ("/en/search/", {"Search": "page"}),
        ("/en/search/?q=about", {"Search": "page"}),
    ],
)
def test_an_entry_is_marked_on_its_page_and_below_it(client, about, path, entries):
    assert marked(client, path) == entries
