"""Partners and tiers as staff list, edit and export them."""

import csv
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from site_config.exports import neutral_cell
from tests.factories.partners import (
    PartnerIndexPageFactory,
    PartnerPageFactory,
    PartnerTierFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(site):
    return PartnerIndexPageFactory(parent=site.root_page)


def first_cells(response) -> list[str]:
    text = b"".join(response.streaming_content).decode()
    return [next(iter(row.values())) for row in csv.DictReader(StringIO(text))]


@pytest.mark.parametrize(
    ("term", "titles"), [("current", ["Now"]), ("past", ["Over"]), ("coming", ["Soon"])]
)
def test_staff_filter_partners_by_their_term(admin_client, index, term: str, titles: list[str]):
    PartnerPageFactory(parent=index, title="Now")
    PartnerPageFactory(parent=index, title="Over", ended=True)
    PartnerPageFactory(parent=index, title="Soon", coming=True)

    response = admin_client.get("/admin/partners/partnerpage/", {"term": term, "export": "csv"})

    assert first_cells(response) == titles


def test_an_export_runs_no_formula(admin_client, index):
    PartnerPageFactory(parent=index, title='=HYPERLINK("https://evil.example")')

    response = admin_client.get("/admin/partners/partnerpage/", {"export": "csv"})

    assert first_cells(response)[0].startswith("'=HYPERLINK")


def test_tiers_are_exported_too(admin_client):
    PartnerTierFactory(name="+Main")

    address = reverse("wagtailsnippets_partners_partnertier:list")

    assert first_cells(admin_client.get(address, {"export": "csv"})) == ["'+Main"]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_cells_that_look_like_formulas_are_made_texts(cell: str):
    assert neutral_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Lana", "a=b", "", 5, -5, None])
def test_other_cells_stay_as_they_are(cell: object):
    assert neutral_cell(cell) == cell


def test_a_partner_is_edited_and_published_in_its_tabs(admin_client, index):
    partner = PartnerPageFactory(parent=index)

    address = reverse("wagtailadmin_pages:edit", args=[partner.pk])
    page = admin_client.get(address, headers={"Accept-Language": "en"}).content.decode()

    tabs = BeautifulSoup(page, "html.parser").select("[role=tab]")
    assert [next(tab.stripped_strings) for tab in tabs] == [
        *("Content", "Partnership", "Links and contact", "Lists and sharing", "Settings")
    ]
