"""Addresses lead to pages, by a short way."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from tests.factories.community import UserFactory
from tests.factories.home import StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def front(site: Site, locales: dict[str, Locale]) -> Page:
    """The Albanian front page."""
    return site.root_page.specific


def test_a_page_is_found_below_the_front_page(client: Client, front: Page):
    about = StandardPageFactory(parent=front, title="Rreth nesh", slug="rreth")
    below = StandardPageFactory(parent=about, title="Historia", slug="historia")

    response = client.get("/sq/rreth/historia/")

    assert response.status_code == 200
    assert response.context["page"] == below
    assert [page.pk for page in response.context["page"].trail] == [front.pk, about.pk]


def test_each_language_has_its_own_front_page(client: Client, front: Page, locales):
    english = front.copy_for_translation(locales["en"])
    english.save_revision().publish()

    assert client.get("/sq/").context["page"].pk == front.pk
    assert client.get("/en/").context["page"].pk == english.pk


def test_a_language_without_a_front_page_shows_the_sites_own(client: Client, front: Page):
    assert client.get("/en/").context["page"].pk == front.pk


def test_what_is_not_there_or_not_published_is_not_found(client: Client, front: Page):
    StandardPageFactory(parent=front, slug="draft", live=False)

    assert client.get("/sq/nothing/").status_code == 404
    assert client.get("/sq/draft/").status_code == 404
    assert client.get("/sq/draft/below/").status_code == 404


def test_the_way_to_a_page_does_not_read_the_front_page(
    client: Client, front: Page, django_assert_max_num_queries
):
    StandardPageFactory(parent=front, slug="rreth")
    client.get("/sq/rreth/")

    with django_assert_max_num_queries(9) as queries:
        client.get("/sq/rreth/")
    assert not [it for it in queries if HomePage._meta.db_table in it["sql"]]


def test_the_form_for_passwords_alone_is_out_of_reach(client: Client, front: Page):
    staff = UserFactory(administrator=True)
    with override("en"):
        door = reverse("wagtailcore_login")

    response = client.post(door, {"username": staff.email, "password": "anything"})

    assert response.status_code == 404
    assert client.get(door).status_code == 404
