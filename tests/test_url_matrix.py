"""Every address, every role, GET and POST: the portal answers as the table says.

A new address fails here until somebody has said who may do what there: see docs/testing.md.
"""

import gc
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker
from wagtail.models import Page

from articles.models import ArticlePage
from community.middleware import OPEN_PATHS
from community.models import User
from site_config.models import Topic
from tests.demo_city import DemoCity
from tests.url_matrix.addresses import Address, addresses
from tests.url_matrix.answers import Answer
from tests.url_matrix.asking import Visitor
from tests.url_matrix.objects import Objects
from tests.url_matrix.roles import STAFF, Role, make_person, sign_in
from tests.url_matrix.routes import all_routes
from tests.url_matrix.table import TABLE

pytestmark = [
    pytest.mark.survey,
    pytest.mark.usefixtures("demo", "db"),
    # wagtail-localize counts its report's pages without an order; readers lose nothing by it.
    pytest.mark.filterwarnings("ignore:Pagination may yield inconsistent results"),
]


class City:
    """The demo city with one person of each role, and what they ask for."""

    def __init__(self) -> None:
        self.people = {role: make_person(role) for role in Role if role is not Role.ANONYMOUS}
        neighbour = User.objects.get(email="arta.k@example.org")
        self.objects = Objects(self.people[Role.EDITOR], self.people[Role.PARTNER], neighbour)
        self.visitors = {
            role: Visitor(sign_in(self.people[role]) if role in self.people else Client())
            for role in Role
        }
        found = {where for route in all_routes() for where in addresses(route, self.objects)}
        self.addresses: list[Address] = sorted(found)


@pytest.fixture(scope="module")
def city(demo: DemoCity, django_db_blocker: DjangoDbBlocker) -> Iterator[City]:
    """What all tests of this module share. Requests leave it as it is."""
    with django_db_blocker.unblock():
        made = City()
    # Thousands of requests need not look through everything that was there before them.
    gc.freeze()
    yield made
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _proofs_last(settings):
    """Let what was proved at the beginning count to the end, however slow the machine."""
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 86_400


def test_every_address_has_exactly_one_row(city):
    faults = []
    for key in sorted({where.key for where in city.addresses}):
        rows = [name for row in TABLE for name in row.patterns_of(key)]
        if len(rows) != 1:
            faults.append(f"{key}: {' and '.join(rows) or 'no row'}")
    assert faults == [], "Say in tests/url_matrix/table/ who may do what there."


def test_every_name_in_the_table_is_an_address(city):
    used = {
        name for where in city.addresses for row in TABLE for name in row.patterns_of(where.key)
    }
    assert {name for row in TABLE for name in row.names} - used == set()


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("role", list(Role))
def test_each_address_answers_as_the_table_says(city, role, method):
    wrong = []
    for key, url in city.addresses:
        expected = next(
            row.get[role] if method == "GET" else row.post[role]
            for row in TABLE
            if row.patterns_of(key)
        )
        answer = city.visitors[role].ask(method, url)
        if answer is not expected:
            wrong.append(f"{key}: {answer}, not {expected} ({url})")
    assert not wrong, f"What {method} answers to {role}:\n" + "\n".join(wrong)


def test_without_a_second_factor_production_lets_no_administrator_in(city, settings):
    settings.STAFF_TWO_FACTOR_REQUIRED = True
    visitor = city.visitors[Role.ADMINISTRATOR]
    inside = [where for where in city.addresses if where.url.startswith("/admin/")]
    closed = [where for where in inside if where.url not in OPEN_PATHS]

    answers = {
        (where.key, method): visitor.ask(method, where.url)
        for where in closed
        for method in ("GET", "POST")
    }

    assert len(closed) > 300
    assert {asked: it for asked, it in answers.items() if it is not Answer.ENROL} == {}


@pytest.mark.parametrize("role", sorted(STAFF))
def test_without_a_second_factor_production_lets_no_staff_in(city, settings, role):
    settings.STAFF_TWO_FACTOR_REQUIRED = True

    assert city.visitors[role].ask("GET", "/admin/") is Answer.ENROL


@pytest.mark.parametrize(("role", "found"), [(Role.PARTNER, False), (Role.EDITOR, True)])
def test_a_partner_finds_no_page_of_others_in_the_admin(city, role, found):
    page = city.objects.article

    answer = sign_in(city.people[role]).get("/admin/pages/search/", {"q": page.title})

    assert (f"/admin/pages/{page.pk}/edit/" in answer.content.decode()) is found


# What DONE may hide: acting on many at once leaves out what somebody has no right to.


def act_on_many(city: City, role: Role, app: str, model: str, action: str, number: int) -> None:
    """Send the form that confirms an action on one chosen thing."""
    address = reverse("wagtail_bulk_action", args=[app, model, action])
    sign_in(city.people[role]).post(f"{address}?id={number}&next=/admin/")


@pytest.mark.parametrize(("role", "may"), [(Role.EDITOR, False), (Role.MODERATOR, True)])
def test_many_pages_are_published_by_moderators_alone(city, role, may):
    page = city.objects.article
    ArticlePage.objects.filter(pk=page.pk).update(live=False)

    act_on_many(city, role, "wagtailcore", "page", "publish", page.pk)

    assert Page.objects.get(pk=page.pk).live is may


@pytest.mark.parametrize(("role", "may"), [(Role.EDITOR, False), (Role.MODERATOR, True)])
def test_many_pages_are_taken_down_by_moderators_alone(city, role, may):
    page = city.objects.article

    act_on_many(city, role, "wagtailcore", "page", "unpublish", page.pk)

    assert Page.objects.get(pk=page.pk).live is not may


@pytest.mark.parametrize(("role", "may"), [(Role.EDITOR, False), (Role.MODERATOR, True)])
def test_many_pages_are_deleted_by_moderators_alone(city, role, may):
    page = city.objects.article

    act_on_many(city, role, "wagtailcore", "page", "delete", page.pk)

    assert Page.objects.filter(pk=page.pk).exists() is not may


@pytest.mark.parametrize(("role", "may"), [(Role.EDITOR, False), (Role.ADMINISTRATOR, True)])
def test_many_topics_are_deleted_by_administrators_alone(city, role, may):
    topic = city.objects.topic

    act_on_many(city, role, "site_config", "topic", "delete", topic.pk)

    assert Topic.objects.filter(pk=topic.pk).exists() is not may


@pytest.mark.parametrize(
    ("role", "answer"),
    [(Role.EDITOR, Answer.REFUSED), (Role.MODERATOR, Answer.DONE)],
)
def test_a_translation_is_published_by_whoever_may_publish(city, role, answer):
    address = reverse(
        "wagtail_localize:update_translations", args=[city.objects.translation.source_id]
    )
    form = {"publish_translations": "on"}

    assert city.visitors[role].ask("POST", address, form) is answer
