"""A logo stands where it was placed, from its first day to its last, and is counted there."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from partners import purging
from partners.figures import Figures, partner_figures, placement_figures, total_of
from partners.models import Partner, PartnerPage, PartnerTerm, Placement, PlacementKind
from partners.placing import next_change, partners_beside, standing_on
from partners.purging import purge_after_midnight
from site_config.days import city_today
from site_config.models import DailyTotal
from site_config.shell import forget_shell, shell_version
from site_config.visits import VisitKind, subject_of
from site_config.visits.subjects import make_mark
from tests.factories.campaigns import CampaignPageFactory, EventPageFactory
from tests.factories.partners import PartnerIndexPageFactory, PartnerPageFactory
from tests.factories.publications import BookPageFactory, IssuePageFactory

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
BROWSER = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Sec-Fetch-Site": "same-origin",
}


@pytest.fixture
def index(site):
    return PartnerIndexPageFactory(parent=site.root_page)


@pytest.fixture
def page(index) -> PartnerPage:
    return PartnerPageFactory(parent=index, title="Lana Mobility")


def place(page: PartnerPage, kind: PlacementKind, /, **fields) -> Placement:
    fields = {"starts_on": city_today() - 10 * DAY, "name": "A place"} | fields
    return Placement.objects.create(partner=page.partner, kind=kind, **fields)


def marks(client, address: str) -> list[str]:
    forget_shell()  # What follows a commit, which tests don't have.
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return [part["data-visit-seen"] for part in soup.select("[data-visit-seen]")]


def view_mark(placement: Placement) -> str:
    return make_mark(VisitKind.VIEW, subject_of(placement))


def on_wall(page: PartnerPage) -> list[str]:
    today = city_today()
    found = PartnerPage.objects.for_wall(page.locale_id, today)
    return [partner.title for partner in found.placed(PlacementKind.WALL, today)]


def test_a_new_partner_has_its_place_on_the_wall(page):
    assert on_wall(page) == ["Lana Mobility"]


@pytest.mark.parametrize(
    "days",
    [
        {"ends_on": city_today() - DAY},
        {"starts_on": city_today() + DAY},
    ],
)
def test_a_logo_is_off_the_wall_outside_its_days(page, days: dict):
    Placement.objects.update(**days)
    assert on_wall(page) == []


@pytest.mark.parametrize(
    ("factory", "kind"),
    [
        (CampaignPageFactory, PlacementKind.CAMPAIGN),
        (EventPageFactory, PlacementKind.EVENT),
        (BookPageFactory, PlacementKind.PUBLICATION),
        (IssuePageFactory, PlacementKind.PUBLICATION),
    ],
)
def test_a_logo_stands_on_the_page_it_was_placed_on(client, site, page, factory, kind):
    target = factory(parent=site.root_page)
    assert marks(client, target.url) == []

    placement = place(page, kind, page=target.page_ptr)
    placement.full_clean()  # Staff may choose this page for this kind.
    assert marks(client, target.url) == [view_mark(placement)]

    Placement.objects.filter(pk=placement.pk).update(ends_on=city_today() - DAY)
    assert marks(client, target.url) == []


def test_a_placement_holds_for_every_language_of_the_page(site, page):
    target = CampaignPageFactory(parent=site.root_page)
    english = Locale.objects.get_or_create(language_code="en")[0]
    other = target.copy_for_translation(english, copy_parents=True, alias=True)
    partner = page.copy_for_translation(english, copy_parents=True, alias=True)
    place(page, PlacementKind.CAMPAIGN, page=target.page_ptr)

    assert [found.pk for found in partners_beside(other)] == [partner.pk]


def test_the_logo_leaves_with_the_term_and_comes_back_with_a_renewal(client, site, page):
    target = CampaignPageFactory(parent=site.root_page)
    placement = place(page, PlacementKind.CAMPAIGN, page=target.page_ptr)
    term = page.partner.terms.get()
    term.ends_on = city_today() - DAY
    PartnerPage.objects.update(ends_on=term.ends_on)
    assert marks(client, target.url) == []
    assert on_wall(page) == []

    PartnerPage.objects.update(ends_on=city_today() + DAY)
    assert marks(client, target.url) == [view_mark(placement)]


def test_a_page_is_fresh_until_a_logo_comes_or_leaves(site, page):
    target = CampaignPageFactory(parent=site.root_page)
    end = city_today() + 5 * DAY
    place(page, PlacementKind.CAMPAIGN, page=target.page_ptr, ends_on=end)
    midnight = datetime.combine(end + DAY, datetime.min.time(), ZoneInfo("Europe/Tirane"))

    assert next_change(partners_beside(target), timezone.now()) == midnight
    assert target.beside.until == midnight
    assert target.fresh_until(timezone.now()) <= midnight


def test_the_foot_of_every_page_shows_who_was_placed_there(client, index, page):
    placement = place(page, PlacementKind.FOOTER)

    response = client.get(index.url)
    soup = BeautifulSoup(response.content, "html.parser")
    part = soup.select_one(".site-footer [data-visit-seen]")
    assert part["data-visit-seen"] == view_mark(placement)
    seconds = int(response["Cache-Control"].partition("s-maxage=")[2].split(",")[0])
    assert seconds <= 600


@pytest.fixture
def forgotten(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often shared caches were asked to forget every page."""
    asked: list[str] = []
    monkeypatch.setattr(purging, "forget_everything", lambda: asked.append("all"))
    return asked


CHANGES = {
    "it is moved": lambda placed, page: placed.save(),
    "it is removed": lambda placed, page: placed.delete(),
    "the term ends": lambda placed, page: PartnerTerm.objects.update_or_create(
        partner=page.partner, defaults={"starts_on": city_today(), "ends_on": city_today()}
    ),
    "the page has another name": lambda placed, page: page.save_revision().publish(),
    "the page is withdrawn": lambda placed, page: page.unpublish(),
    "the page is for some readers": lambda placed, page: PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.LOGIN
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("kind", [PlacementKind.FOOTER, PlacementKind.WALL])
def test_what_changes_at_the_foot_has_all_pages_forgotten(
    page, forgotten, django_capture_on_commit_callbacks, change, kind: PlacementKind
):
    placed = place(page, kind)
    with django_capture_on_commit_callbacks(execute=True):
        change(placed, page)
    assert bool(forgotten) is (kind == PlacementKind.FOOTER)


def test_a_day_that_turns_has_the_foot_made_anew(page):
    place(page, PlacementKind.FOOTER, ends_on=city_today() - DAY)
    before = shell_version()
    purge_after_midnight()
    assert shell_version() > before


def test_a_quiet_midnight_purges_nothing(page):
    before = shell_version()
    purge_after_midnight()
    assert shell_version() == before


@pytest.mark.parametrize("number", [1, 12])
def test_a_campaign_asks_the_same_for_any_number_of_partners(
    client, site, index, number: int, django_assert_max_num_queries
):
    target = CampaignPageFactory(parent=site.root_page)
    for _number in range(number):
        place(PartnerPageFactory(parent=index), PlacementKind.CAMPAIGN, page=target.page_ptr)
    assert len(marks(client, target.url)) == number
    with django_assert_max_num_queries(20):
        client.get(target.url)


def test_what_is_kept_of_a_page_goes_with_a_change(
    client, site, page, django_capture_on_commit_callbacks
):
    target = CampaignPageFactory(parent=site.root_page)
    assert b"data-visit-seen" not in client.get(target.url).content
    with django_capture_on_commit_callbacks(execute=True):
        placement = place(page, PlacementKind.CAMPAIGN, page=target.page_ptr)
    assert view_mark(placement).encode() in client.get(target.url).content
    with django_capture_on_commit_callbacks(execute=True):
        page.partner.terms.get().delete()
        PartnerTerm.objects.create(
            partner=page.partner, starts_on=page.starts_on, ends_on=city_today() - DAY
        )
    assert b"data-visit-seen" not in client.get(target.url).content


def test_a_partner_whose_page_is_for_members_leaves_at_once(
    client, site, page, django_capture_on_commit_callbacks
):
    target = CampaignPageFactory(parent=site.root_page)
    with django_capture_on_commit_callbacks(execute=True):
        place(page, PlacementKind.CAMPAIGN, page=target.page_ptr)
    assert b"data-visit-seen" in client.get(target.url).content
    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert b"data-visit-seen" not in client.get(target.url).content


def test_a_chosen_partner_without_a_placement_stands_there_uncounted(site, page):
    target = CampaignPageFactory(parent=site.root_page)
    target.campaign_partners.create(partner=page)

    [standing] = standing_on(city_today(), target.partners_beside())
    assert standing.placement_id is None


def test_one_beacon_counts_many_placements_once_each(client, page):
    wall = page.partner.placements.get()
    foot = place(page, PlacementKind.FOOTER)
    body = " ".join([view_mark(wall), view_mark(foot), view_mark(foot)])

    response = client.post("/visits/", body, content_type="text/plain", headers=BROWSER)

    assert response.status_code == 204
    found = placement_figures([wall, foot], city_today(), city_today())
    assert {pk: total_of(periods) for pk, periods in found.items()} == {
        wall.pk: Figures(1, 0),
        foot.pk: Figures(1, 0),
    }


@pytest.mark.parametrize("marks", ["{} forged", "{} ", "{}" + " {}" * 60])
def test_a_beacon_with_a_forged_mark_or_too_many_counts_nothing(client, page, marks: str):
    mark = view_mark(page.partner.placements.get())
    body = marks.replace("{}", mark)
    response = client.post("/visits/", body, content_type="text/plain", headers=BROWSER)
    assert response.status_code == 400
    assert not DailyTotal.objects.exists()


@pytest.mark.parametrize("language", ["en", "sq"])
def test_a_click_without_a_script_is_counted_and_led_on_in_the_language(
    client, index, page, language: str
):
    english = Locale.objects.get_or_create(language_code="en")[0]
    pages = {"sq": page, "en": page.copy_for_translation(english, copy_parents=True, alias=True)}
    placement = page.partner.placements.get()
    mark = make_mark(VisitKind.CLICK, subject_of(placement))

    response = client.get(f"/visits/{mark}/?in={language}", headers=BROWSER)

    assert response["Location"] == pages[language].url
    assert DailyTotal.objects.get().kind == VisitKind.CLICK


def test_a_click_on_the_website_leads_where_the_page_says(client, page):
    mark = make_mark(VisitKind.CLICK, subject_of(page.partner))
    response = client.get(f"/visits/{mark}/?in=xx", headers=BROWSER)
    assert response["Location"] == "https://www.partner.example/"
    found = partner_figures(Partner.objects.all(), city_today(), city_today())
    assert total_of(found[page.partner.pk]) == Figures(0, 1)


def test_a_click_on_a_placement_that_is_gone_is_not_found(client, page):
    placement = page.partner.placements.get()
    mark = make_mark(VisitKind.CLICK, subject_of(placement))
    placement.delete()
    assert client.get(f"/visits/{mark}/", headers=BROWSER).status_code == 404
