"""Administrators renew partners, give them drawings and places, and read figures."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from partners.looking import LOOKED
from partners.models import LogoDrawing, Partner, PartnerPage, PartnerTerm, Placement
from site_config.days import city_today
from site_config.models import DailyTotal
from site_config.visits import VisitKind, subject_of
from tests.factories.campaigns import CampaignPageFactory
from tests.factories.community import UserFactory
from tests.factories.partners import PartnerIndexPageFactory, PartnerPageFactory
from tests.partners.test_drawings import GOOD

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
PLACEMENTS = "wagtailsnippets_partners_placement"
PARTNERSHIPS = "wagtailsnippets_partners_partner"


@pytest.fixture
def staff(admin_client, admin_user):
    UserProfile.objects.update_or_create(user=admin_user, defaults={"preferred_language": "en"})
    return admin_client


@pytest.fixture
def page(site) -> PartnerPage:
    index = PartnerIndexPageFactory(parent=site.root_page)
    return PartnerPageFactory(parent=index, title="=Lana", ended=True)


@pytest.fixture
def partner(page) -> Partner:
    return page.partner


def formset(name: str, rows: list[dict[str, object]], initial: int = 0) -> dict[str, object]:
    """Return what the browser sends of one group of forms."""
    data: dict[str, object] = {
        f"{name}-TOTAL_FORMS": len(rows),
        f"{name}-INITIAL_FORMS": initial,
        f"{name}-MIN_NUM_FORMS": 0,
        f"{name}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(rows):
        data |= {f"{name}-{number}-{field}": value for field, value in row.items()}
    return data


def edit(staff, partner: Partner, terms=None, drawings=(), members=()):
    """Send the form of a partnership."""
    if terms is None:
        terms = [row_of(partner.terms.get())]
    known = sum(bool(row.get("id")) for row in terms)
    data = {"responsible": "", "reminder_email": "", "language": "sq"}
    data |= formset("terms", list(terms), initial=known)
    data |= formset("drawings", list(drawings)) | formset("members", list(members))
    return staff.post(reverse(f"{PARTNERSHIPS}:edit", args=[partner.pk]), data)


def row_of(term: PartnerTerm) -> dict[str, object]:
    return {"id": term.pk, "starts_on": term.starts_on, "ends_on": term.ends_on or ""}


def rows_of(response) -> list[list[str]]:
    """Return the rows of an export without its headings."""
    text = b"".join(response.streaming_content).decode()
    return list(csv.reader(StringIO(text)))[1:]


def errors(response) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [found.get_text(" ", strip=True) for found in soup.select(".error-message")]


def test_a_term_that_is_added_brings_the_logo_back(
    staff, page, partner, django_capture_on_commit_callbacks
):
    new = {"starts_on": city_today(), "ends_on": city_today() + 365 * DAY}
    with django_capture_on_commit_callbacks(execute=True):
        response = edit(staff, partner, terms=[row_of(partner.terms.get()), new])

    assert response.status_code == 302
    page.refresh_from_db()
    assert page.is_current
    assert partner.terms.count() == 2


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (1, 0, "The term can't end before it starts."),
        (-5, 20, "Two terms share a day. A term starts on the day after the last one."),
    ],
)
def test_wrong_days_are_explained_and_nothing_is_stored(
    staff, partner, start: int, end: int, words: str
):
    new = {"starts_on": city_today() + start * DAY, "ends_on": city_today() + end * DAY}
    response = edit(staff, partner, terms=[row_of(partner.terms.get()), new])

    assert response.status_code == 200
    assert any(words in found for found in errors(response))
    assert partner.terms.count() == 1


def test_a_drawing_is_taken_and_cleaned(staff, partner, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    evil = GOOD.replace(b"<rect", b"<script>alert(1)</script><rect")
    response = edit(
        staff, partner, drawings=[{"version": "logo", "file": SimpleUploadedFile("a.svg", evil)}]
    )
    assert response.status_code == 302
    drawing = LogoDrawing.objects.get()
    assert (drawing.width, drawing.height) == (400, 150)
    with drawing.file.open() as file:
        assert b"script" not in file.read()


def test_what_is_no_drawing_is_refused_with_a_reason(staff, partner, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = SimpleUploadedFile("a.svg", b"\x89PNG\r\n\x1a\n")
    response = edit(staff, partner, drawings=[{"version": "logo", "file": picture}])
    assert response.status_code == 200
    assert any("plain SVG" in found for found in errors(response))
    assert list(tmp_path.iterdir()) == []


def test_nobody_adds_a_partnership_without_a_page(staff):
    assert staff.get(reverse(f"{PARTNERSHIPS}:add")).status_code == 302


def test_the_form_of_a_page_that_exists_asks_for_no_days(staff, page):
    form = staff.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'name="starts_on"' not in form
    assert "Renew or change the term" in form


@pytest.mark.parametrize(("term", "names"), [("current", []), ("past", ["'=Lana"]), ("coming", [])])
def test_partnerships_are_listed_by_state_and_exported_without_formulas(
    staff, partner, term: str, names: list[str]
):
    response = staff.get(reverse(f"{PARTNERSHIPS}:list"), {"state": term, "export": "csv"})
    assert [row[0] for row in rows_of(response)] == names


def placement_form(partner: Partner, **fields: object) -> dict[str, object]:
    return {
        "partner": partner.pk,
        "kind": "wall",
        "page": "",
        "name": "Wall 2014",
        "starts_on": "2014-01-01",
        "ends_on": "",
        "promised_views": "",
    } | fields


def test_a_placement_is_made_for_a_campaign(staff, site, partner):
    campaign = CampaignPageFactory(parent=site.root_page)
    form = placement_form(partner, kind="campaign", page=campaign.pk, promised_views=500)
    assert staff.post(reverse(f"{PLACEMENTS}:add"), form).status_code == 302
    placement = Placement.objects.get(name="Wall 2014")
    assert placement.page_key == campaign.translation_key


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ends_on": "2013-12-31"}, "The placement can't end before it starts."),
        ({"kind": "event"}, "Choose the event on which the logo stands."),
        ({"page": "root"}, "This place has no page of its own. Leave the page empty."),
        ({"kind": "campaign", "page": "root"}, "Choose the campaign on which the logo stands."),
        ({"promised_views": "-1"}, "greater than or equal to 0"),
    ],
)
def test_a_wrong_placement_is_explained_and_not_stored(
    staff, site, partner, fields: dict[str, str], words: str
):
    if fields.get("page"):
        fields = fields | {"page": site.root_page.pk}
    response = staff.post(reverse(f"{PLACEMENTS}:add"), placement_form(partner, **fields))
    assert response.status_code == 200
    assert any(words in found for found in errors(response))
    assert not Placement.objects.filter(name="Wall 2014").exists()


def test_placements_are_exported_with_their_figures_and_the_look_is_noted(staff, partner):
    placement = partner.placements.get()
    for kind, number in ((VisitKind.VIEW, 120), (VisitKind.CLICK, 7)):
        DailyTotal.objects.create(
            day=city_today(), kind=kind, subject=subject_of(placement), count=number
        )
    for _time in range(2):
        response = staff.get(reverse(f"{PLACEMENTS}:list"), {"export": "csv"})
        [row] = rows_of(response)

    _name, name_of_partner, *_place, views, _promised, clicks = row
    assert (name_of_partner, views, clicks) == ("'=Lana", "120", "7")
    assert ModelLogEntry.objects.filter(action=LOOKED).count() == 1


@pytest.mark.parametrize("rows", [2, 20])
def test_the_list_of_placements_asks_the_same_however_long_it_is(
    staff, partner, rows: int, django_assert_max_num_queries
):
    for number in range(rows):
        Placement.objects.create(partner=partner, kind="footer", name=f"Foot {number}")
    address = reverse(f"{PLACEMENTS}:list")
    staff.get(address)
    with django_assert_max_num_queries(25):
        assert staff.get(address).status_code == 200


def test_a_member_is_added_by_the_address_of_an_account(staff, partner):
    person = UserFactory(email="besa@lana.example")
    member = {"user": " Besa@Lana.example", "role": "editor"}

    assert edit(staff, partner, members=[member]).status_code == 302
    assert partner.members.get().user == person
    form = staff.get(reverse(f"{PARTNERSHIPS}:edit", args=[partner.pk])).content.decode()
    assert 'value="besa@lana.example"' in form


@pytest.mark.parametrize("address", ["nobody@lana.example", "no address", "0"])
def test_an_address_without_an_account_is_explained(staff, partner, address: str):
    response = edit(staff, partner, members=[{"user": address, "role": "editor"}])

    assert any("No account has this address" in found for found in errors(response))
    assert not partner.members.exists()


def test_members_of_the_public_are_not_offered_as_responsible(staff, partner):
    UserFactory(email="citizen@example.org", display_name="A Citizen")

    form = staff.get(reverse(f"{PARTNERSHIPS}:edit", args=[partner.pk])).content.decode()
    assert "A Citizen" not in form


def test_the_list_offers_colleagues_who_look_after_a_partner_not_every_account(staff, partner):
    UserFactory(display_name="Some Member")
    partner.responsible = UserFactory(display_name="Besa Hoxha")
    partner.save()
    others = PartnerPageFactory(parent=partner.pages.first().get_parent(), title="Others").partner

    response = staff.get(reverse(f"{PARTNERSHIPS}:list"))
    chosen = staff.get(reverse(f"{PARTNERSHIPS}:list"), {"responsible": partner.responsible_id})

    offered = response.context["filters"].form.fields["responsible"].queryset
    assert list(offered) == [partner.responsible]
    assert "Some Member" not in response.content.decode()
    assert others.name not in chosen.content.decode()
