"""Nobody reaches what belongs to another partner: no page, figure, file, export or copy."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import ReferenceIndex

import partners.desk
from partners.desk.urls import urlpatterns
from partners.looking import LOOKED
from partners.models import PartnerMember
from partners.models.owned import OwnedByPartner, PartnerNotNamedError
from site_config.visits import VisitKind
from tests.factories.community import UserFactory
from tests.factories.partner_desk import (
    DeskAssetFactory,
    DeskDocumentFactory,
    DeskFileFactory,
    DeskMessageFactory,
    DeskPlacementFactory,
    DeskThreadFactory,
    PartnerMemberFactory,
)
from tests.partners.desk.conftest import Seat, count

pytestmark = pytest.mark.django_db

SECRET = "zqsecret"


@pytest.fixture
def full(seat) -> dict[str, int]:
    """Something of every kind at a desk, with one word that nobody else may read."""
    asset = DeskAssetFactory(partner=seat.partner, title=SECRET, delivered=True)
    thread = DeskThreadFactory(partner=seat.partner, subject=SECRET)
    DeskMessageFactory(thread=thread, words=SECRET)
    placement = DeskPlacementFactory(partner=seat.partner, name=SECRET)
    count(placement, d3=4321)
    count(seat.page, d3=4321)
    return {
        "asset": asset.pk,
        "file": DeskFileFactory(asset=asset).pk,
        "document": DeskDocumentFactory(partner=seat.partner, title=SECRET).pk,
        "thread": thread.pk,
        "placement": placement.pk,
    }


def opened(response):
    """An answer that was read to its end, so that its file is closed."""
    if response.streaming:
        b"".join(response.streaming_content)
    return response


def addresses(seat: Seat, full: dict[str, int]) -> list[str]:
    """Every address of a desk."""
    found = []
    for route in urlpatterns:
        wanted = route.pattern.converters
        if "partner" not in wanted:
            continue
        values = {"partner": seat.partner.pk}
        if "language" in wanted:
            values["language"] = "en"
        if "pk" in wanted:
            values["pk"] = full[route.name]
        with override("en"):
            found.append(reverse(f"partner_desk:{route.name}", kwargs=values))
    return found


def test_every_address_of_a_desk_answers_its_own_people(seat, full):
    for address in addresses(seat, full):
        assert opened(seat.client.get(address)).status_code in {200, 405}, address


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_partner_is_refused_everywhere(seat, full, other, method):
    for address in addresses(seat, full):
        response = getattr(other.client, method)(address)
        assert response.status_code in {403, 405}, address
        assert SECRET not in response.content.decode()


def test_members_and_staff_are_refused_and_strangers_sent_to_the_door(seat, full):
    member = Client()
    member.force_login(UserFactory())
    for address in addresses(seat, full):
        assert member.get(address).status_code in {403, 405}, address
        assert Client().get(address).status_code in {302, 405}, address


def test_what_is_anothers_is_not_found_below_ones_own_desk(seat, full, other):
    own = other.partner.pk
    for name, path in (
        ("asset", "assets"),
        ("file", "files"),
        ("document", "documents"),
        ("thread", "messages"),
    ):
        address = f"/en/partner-desk/{own}/{path}/{full[name]}/"
        assert other.client.get(address).status_code == 404, name
        assert other.client.post(address, {"words": "x"}).status_code in {404, 405}, name


@pytest.mark.parametrize("path", ["figures/", "figures.csv"])
def test_another_partners_placement_has_no_chart_and_no_export(seat, full, other, path):
    asked = {"of": f"placement-{full['placement']}", "by": "day"}

    assert other.client.get(other.url(path), asked).status_code == 404
    assert seat.client.get(seat.url(path), asked).status_code == 200


def test_desks_show_only_what_is_their_own(seat, full, other):
    for path in ("", "figures/", "figures.csv", "assets/", "messages/"):
        words = other.client.get(other.url(path)).content.decode()
        assert SECRET not in words, path
        assert "4,321" not in words, path
        assert "4321" not in words, path


def test_no_cache_keeps_anything_of_a_desk(seat, full):
    for address in [*addresses(seat, full), "/en/partner-desk/help/"]:
        kept = opened(seat.client.get(address))["Cache-Control"]
        assert "no-store" in kept, address
        assert "private" in kept, address
        assert "public" not in kept, address


def test_what_one_partner_has_seen_is_shown_to_no_other(seat, full, other):
    for address in addresses(seat, full):
        opened(seat.client.get(address))
        assert other.client.get(address).status_code in {403, 405}, address


def test_a_desk_without_a_partner_is_refused_like_anothers(seat):
    assert seat.client.get("/en/partner-desk/987654321/").status_code == 403


def test_the_way_to_the_desk_leads_home_and_lets_choose_between_two(seat, other):
    index = "/en/partner-desk/"
    assert seat.client.get(index).url == seat.url()

    PartnerMemberFactory(partner=other.partner, user=seat.user)

    words = seat.client.get(index).content.decode()
    assert "Lana Mobility" in words
    assert "Bardhi Bank" in words


def test_whoever_belongs_to_no_partner_finds_no_desk():
    client = Client()
    client.force_login(UserFactory())
    for path in ("", "help/"):
        assert client.get(f"/en/partner-desk/{path}").status_code == 403


def test_whoever_leaves_a_partner_loses_the_desk(seat, full):
    PartnerMember.objects.filter(user=seat.user).delete()

    for address in addresses(seat, full):
        assert opened(seat.client.get(address)).status_code in {403, 405}, address


def test_readers_see_everything_and_change_nothing(seat, full):
    PartnerMember.objects.filter(user=seat.user).update(role=PartnerMember.Role.READER)

    for path in ("", "page/en/", "figures/", "assets/", f"messages/{full['thread']}/"):
        assert seat.client.get(seat.url(path)).status_code == 200
    for path in ("page/en/ask/", "page/en/take-back/"):
        assert seat.client.post(seat.url(path)).status_code == 403
    seat.client.post(seat.url("messages/"), {"subject": "New", "words": "Words"})
    seat.client.post(seat.url("page/en/"), {"summary": "Changed"})
    seat.page.refresh_from_db()
    assert seat.partner.threads.count() == 1
    assert seat.page.latest_revision is None


def test_administrators_see_figures_and_it_is_written_down(seat, full, admin_client, admin_user):
    count(seat.partner, VisitKind.CLICK, d3=50)

    for path in ("figures/", "figures.csv"):
        assert admin_client.get(seat.url(path)).status_code == 200
    for path in ("", "page/en/", "assets/", "messages/"):
        assert admin_client.get(seat.url(path)).status_code == 403

    history = apps.get_model("wagtailcore", "ModelLogEntry").objects.filter(action=LOOKED)
    assert [(entry.user, entry.object_id) for entry in history] == [
        (admin_user, str(seat.partner.pk))
    ]


def test_rows_without_a_named_partner_cannot_be_asked_for():
    owned = [model for model in apps.get_models() if issubclass(model, OwnedByPartner)]

    assert len(owned) == 5
    for model in owned:
        for question in (model.objects.all, model.objects.first, model.objects.count):
            with pytest.raises(PartnerNotNamedError):
                question()
        assert not ReferenceIndex.model_is_indexable(model), "Wagtail would ask for all rows."


def test_the_desk_asks_by_the_one_manager_alone():
    """Views may not go around it: staff's manager is for what staff do."""
    folder = Path(partners.desk.__file__).parent
    for path in (folder / "views").glob("*.py"):
        names = {node.attr for node in ast.walk(ast.parse(path.read_text()))
                 if isinstance(node, ast.Attribute)}  # fmt: skip
        assert not names & {"all_partners", "_default_manager", "_base_manager"}, path


def test_a_password_alone_opens_no_desk_where_second_factors_are_asked_for(seat, full, settings):
    settings.STAFF_TWO_FACTOR_REQUIRED = True

    for address in [*addresses(seat, full), "/en/partner-desk/", "/en/partner-desk/help/"]:
        for method in ("get", "post"):
            response = getattr(seat.client, method)(address)
            assert (response.status_code, response.url) == (302, "/en/account/two-factor/"), address


def test_production_asks_partners_for_a_second_factor():
    middleware = "community.middleware.SecondFactorMiddleware"

    assert middleware in settings.MIDDLEWARE
    production = (Path(settings.BASE_DIR) / "site_config/settings/production.py").read_text()
    assert "STAFF_TWO_FACTOR_REQUIRED = True" in production
