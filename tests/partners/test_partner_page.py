"""A partner's term decides where its logo stands."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Locale

from partners.models import PartnerPage
from partners.models.terms import by_tier
from site_config.days import city_today, start_of_day
from tests.factories.partners import (
    PartnerIndexPageFactory,
    PartnerPageFactory,
    PartnerTierFactory,
)
from tests.factories.site_config import SiteImageFactory

pytestmark = pytest.mark.django_db

TIRANA = ZoneInfo("Europe/Tirane")


@pytest.fixture
def index(site):
    return PartnerIndexPageFactory(parent=site.root_page)


def wall(day: date | None = None) -> list[str]:
    day = day or timezone.localdate()
    return [partner.title for partner in PartnerPage.objects.for_wall(Locale.get_default().pk, day)]


def test_the_wall_shows_the_partners_of_today(index):
    PartnerPageFactory(parent=index, title="Now")
    PartnerPageFactory(parent=index, title="Over", ended=True)
    PartnerPageFactory(parent=index, title="Soon", coming=True)
    PartnerPageFactory(parent=index, title="Draft", live=False)

    assert wall() == ["Now"]


def test_the_last_day_of_a_term_still_counts(index):
    partner = PartnerPageFactory(parent=index, title="Last day", ends_today=True)

    assert wall() == ["Last day"]
    assert wall(timezone.localdate() + timedelta(days=1)) == []
    assert not partner.is_past


def test_a_renewed_term_brings_the_logo_back(index):
    partner = PartnerPageFactory(parent=index, ended=True)
    partner.ends_on = timezone.localdate() + timedelta(days=365)
    partner.save()

    assert wall() == [partner.title]


def test_tiers_stand_in_the_order_that_staff_gave_them(index):
    second = PartnerTierFactory(name="A second", sort_order=2)
    first = PartnerTierFactory(name="Z first", sort_order=1)
    PartnerPageFactory(parent=index, title="Two", tier=second)
    PartnerPageFactory(parent=index, title="One", tier=first)

    groups = by_tier(PartnerPage.objects.for_wall(Locale.get_default().pk, timezone.localdate()))

    assert [(tier.name, [p.title for p in members]) for tier, members in groups] == [
        ("Z first", ["One"]),
        ("A second", ["Two"]),
    ]


def test_a_term_that_ends_before_it_starts_is_explained(index):
    partner = PartnerPageFactory(parent=index)
    partner.ends_on = partner.starts_on - timedelta(days=1)

    with pytest.raises(ValidationError) as refused:
        partner.full_clean()

    assert list(refused.value.message_dict) == ["ends_on"]


@pytest.mark.parametrize(("width", "height"), [(319, 200), (400, 79)])
def test_a_small_logo_is_refused_with_the_size_it_needs(index, width: int, height: int):
    partner = PartnerPageFactory(parent=index)
    partner.logo_white = SiteImageFactory(file__width=width, file__height=height)

    with pytest.raises(ValidationError) as refused:
        partner.full_clean()

    assert f"{width} × {height}" in refused.value.message_dict["logo_white"][0]
    assert "320 × 80" in refused.value.message_dict["logo_white"][0]


def test_copies_of_the_list_end_with_the_term(index):
    PartnerPageFactory(parent=index, ends_on=date(2030, 6, 30))
    PartnerPageFactory(parent=index, starts_on=date(2030, 8, 1))

    june = datetime(2030, 6, 1, 12, tzinfo=TIRANA)
    july = datetime(2030, 7, 2, tzinfo=TIRANA)

    assert index.fresh_until(june) == datetime(2030, 7, 1, tzinfo=TIRANA)
    assert index.fresh_until(july) == datetime(2030, 8, 1, tzinfo=TIRANA)


def test_a_list_without_terms_changes_only_by_editing(index):
    PartnerPageFactory(parent=index)

    assert index.fresh_until(timezone.now()) is None


def test_the_logo_at_the_head_of_a_page_comes_first(client, index):
    partner = PartnerPageFactory(parent=index, logo=SiteImageFactory(file__width=800))
    html = client.get(partner.url).content.decode()
    logo = re.search(r'<div class="panel logo">.*?</div>', html, re.DOTALL)[0]

    assert 'fetchpriority="high"' in logo
    assert "lazy" not in logo


def test_a_past_partner_keeps_its_page_without_its_logo(client, index):
    partner = PartnerPageFactory(parent=index, ended=True)
    logo = partner.logo.get_rendition("max-640x240").url

    page = client.get(partner.url).content.decode()

    assert "notice" in page
    assert logo not in page


def test_a_partner_of_today_shows_its_logo(client, index):
    partner = PartnerPageFactory(parent=index)

    page = client.get(partner.url).content.decode()

    assert partner.logo.get_rendition("max-640x240").url in page


def test_a_partner_tells_machines_who_it_is(index):
    partner = PartnerPageFactory(parent=index, title="Lana Mobility")

    data = partner.structured_data()

    assert data["mainEntity"]["@type"] == "Organization"
    assert data["mainEntity"]["url"] == "https://www.partner.example/"
    assert data["mainEntity"]["logo"].startswith("http")


def test_links_to_a_partner_are_marked_as_sponsored(client, index):
    partner = PartnerPageFactory(parent=index)

    page = client.get(partner.url).content.decode()

    link = BeautifulSoup(page, "html.parser").find(
        "a", attrs={"data-visit-href": "https://www.partner.example/"}
    )
    assert link["rel"] == ["sponsored", "external", "noopener", "nofollow"]


def test_links_in_the_words_of_a_partner_are_sponsored_too(client, index):
    story = (
        '<p><a href="https://shop.example/?a=1&amp;b=2">shop</a> '
        '<a href="http://127.0.0.1:8000/en/">us</a> <a href="/en/">home</a></p>'
    )
    work = {"title": "Shade", "text": "", "address": "https://work.example/", "page": None}
    partner = PartnerPageFactory(
        parent=index,
        body=[{"type": "paragraph", "value": story}],
        works=[{"type": "work", "value": work}],
    )

    page = BeautifulSoup(client.get(partner.url).content, "html.parser").find("main")

    for words, rel in [
        ("shop", ["sponsored", "external", "noopener"]),
        ("Shade", ["sponsored", "external", "noopener"]),
        ("us", None),
        ("home", None),
    ]:
        assert page.find("a", string=words).get("rel") == rel, words
    assert page.find("a", string="shop")["href"] == "https://shop.example/?a=1&b=2"


# Of these zones, one is always on another day than the city.
@pytest.mark.parametrize("zone", ["Etc/GMT+12", "Pacific/Kiritimati"])
def test_a_logo_leaves_at_the_citys_midnight_wherever_an_editor_sits(index, rf, zone: str):
    today = city_today()
    for title, last in (("Today", today), ("Yesterday", today - timedelta(days=1))):
        PartnerPageFactory(parent=index, title=title, starts_on=date(2012, 7, 1), ends_on=last)
    midnight = start_of_day(today + timedelta(days=1))

    with timezone.override(ZoneInfo(zone)):
        context = index.get_context(rf.get("/"))
        pages = PartnerPage.objects.order_by("title")
        states = [(page.is_current, page.is_past) for page in pages]
        until = pages[0].fresh_until(timezone.now())
        listed_until = index.fresh_until(timezone.now())

    assert states == [(True, False), (False, True)]
    assert [page.title for page in context["past_partners"]] == ["Yesterday"]
    assert until == listed_until == midnight


@pytest.mark.parametrize("partners", [2, 20])
def test_the_list_asks_the_database_the_same_however_long_it_is(
    client, index, partners: int, django_assert_max_num_queries
):
    tiers = [PartnerTierFactory(sort_order=number) for number in range(3)]
    for number in range(partners):
        PartnerPageFactory(parent=index, tier=tiers[number % 3], ended=number % 5 == 4)
    client.get(index.url)

    with django_assert_max_num_queries(15):
        response = client.get(index.url)

    assert response.status_code == 200


def test_a_partners_page_stays_within_its_budget(client, index, django_assert_max_num_queries):
    partner = PartnerPageFactory(parent=index)
    client.get(partner.url)

    with django_assert_max_num_queries(15):
        assert client.get(partner.url).status_code == 200


def test_a_list_without_partners_says_so(client, index):
    assert "empty.svg" in client.get(index.url).content.decode()
