"""What a tier gives, and whom to ask: benefits, sizes of logos, contacts and documents."""

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag

from partners.models import PartnerIndexPage, PartnerPage, PartnerTier
from tests.factories.partners import (
    PartnerIndexPageFactory,
    PartnerPageFactory,
    PartnerTierFactory,
)
from tests.factories.site_config import SiteDocumentFactory, SiteImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(site) -> PartnerIndexPage:
    return PartnerIndexPageFactory(parent=site.root_page)


def main_of(client, page: PartnerIndexPage | PartnerPage) -> Tag:
    response = client.get(page.url, headers={"accept-language": "en"})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").find("main")


def section_of(main: Tag, tier: PartnerTier) -> Tag:
    return main.find("section", attrs={"aria-labelledby": f"tier-{tier.pk}"})


def in_tier(index: PartnerIndexPage, size: str, title: str) -> PartnerTier:
    tier = PartnerTierFactory(logo_size=size)
    logo = SiteImageFactory(file__width=1280, file__height=480)
    PartnerPageFactory(parent=index, title=title, tier=tier, logo=logo)
    return tier


@pytest.mark.parametrize(
    ("size", "panes", "width", "height"),
    [("large", ["windows", "windows--l"], "640", "240"), ("medium", ["windows"], "480", "180")],
)
def test_a_logo_is_as_large_as_its_tier_has_it(client, index, size, panes, width, height):
    tier = in_tier(index, size, "Lana Mobility")

    section = section_of(main_of(client, index), tier)

    assert section.find("ul")["class"] == panes
    [logo] = section.select("li a img")
    assert (logo["width"], logo["height"], logo["alt"]) == (width, height, "Lana Mobility")


def test_a_tier_without_logos_names_its_partners(client, index):
    tier = in_tier(index, "name", "Lana Mobility")

    section = section_of(main_of(client, index), tier)

    assert section.find("img") is None
    assert [link.string for link in section.select("li a")] == ["Lana Mobility"]


def test_a_partner_without_a_logo_is_named_between_those_that_have_one(client, index):
    tier = in_tier(index, "medium", "Lana Mobility")
    PartnerPageFactory(parent=index, title="Agora Lab", tier=tier, logo=None)

    section = section_of(main_of(client, index), tier)

    shown = [link.get_text(strip=True) or link.img["alt"] for link in section.select("li a")]
    assert shown == ["Lana Mobility", "Agora Lab"]
    assert len(section.select("img")) == 1


def test_the_wall_says_what_the_city_gives_in_return(client, index):
    giving = PartnerTierFactory(benefits="<ul><li>A <b>seat</b> at the table</li></ul>")
    silent = PartnerTierFactory()
    for tier in (giving, silent):
        PartnerPageFactory(parent=index, tier=tier)

    main = main_of(client, index)

    [benefit] = section_of(main, giving).select(".prose li")
    assert benefit.decode_contents() == "A <b>seat</b> at the table"
    assert section_of(main, silent).select(".prose") == []


def test_a_partners_page_names_whom_to_ask(client, index):
    partner = PartnerPageFactory(
        parent=index,
        contact_name="Besa Hoxha",
        contact_email="besa@lana.example",
        contact_phone="+355 4 222 33 44",
    )

    contact = fact_of(main_of(client, partner), "Kontakti")

    assert contact.get_text(" ", strip=True) == "Besa Hoxha besa@lana.example +355 4 222 33 44"
    addresses = [link["href"] for link in contact.select("a")]
    assert addresses == ["mailto:besa@lana.example", "tel:+35542223344"]


@pytest.mark.parametrize("field", ["contact_name", "contact_email", "contact_phone"])
def test_one_way_to_ask_stands_alone_without_an_empty_line(client, index, field):
    value = {"contact_email": "besa@lana.example"}.get(field, "04 222")
    partner = PartnerPageFactory(parent=index, **{field: value})

    contact = fact_of(main_of(client, partner), "Kontakti")

    assert contact.get_text(strip=True) == value
    assert contact.find("br") is None


def test_a_partner_without_contacts_and_documents_shows_no_heading_for_them(client, index):
    main = main_of(client, PartnerPageFactory(parent=index))

    assert fact_of(main, "Kontakti") is None
    assert main.find(id="documents") is None


def test_a_partners_documents_are_there_to_take_along_until_they_are_deleted(client, index):
    document = SiteDocumentFactory(title="Contract 2014")
    kept = SiteDocumentFactory(title="Report")
    partner = PartnerPageFactory(
        parent=index,
        documents=[
            {"type": "document", "value": {"document": document.pk, "title": ""}},
            {"type": "document", "value": {"document": kept.pk, "title": "The year in figures"}},
        ],
    )

    section = main_of(client, partner).find("section", attrs={"aria-labelledby": "documents"})
    links = section.select("p.download a")
    assert [link.get_text(strip=True) for link in links] == ["Contract 2014", "The year in figures"]
    taken = client.get(links[0]["href"], follow=True)
    assert b"".join(taken.streaming_content) == b"A plain text."

    document.delete()
    section = main_of(client, partner).find("section", attrs={"aria-labelledby": "documents"})
    assert section.get_text().count("The year in figures") == 1
    assert len(section.select("p.download")) == 1


def fact_of(main: Tag, name: str) -> Tag | None:
    """Return what a page tells under a name, where it tells it."""
    term = main.find("dt", string=name)
    return term and term.find_next_sibling("dd")
