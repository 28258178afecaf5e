"""Pages know their place: what stands above them, and who may read them."""

import pytest
from wagtail.models import Page, PageViewRestriction

from home.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(site) -> list[HomePage]:
    """The front page, a page below it, and one below that."""
    front = site.root_page.specific
    child = front.add_child(instance=HomePage(title="Child", slug="child"))
    grandchild = child.add_child(instance=HomePage(title="Grandchild", slug="grandchild"))
    return [front, child, grandchild]


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_unrestricted_pages_are_those_that_wagtail_calls_public(family):
    front, child, grandchild = family
    similar = front.add_child(instance=HomePage(title="Sibling", slug="sibling"))
    assert set(HomePage.objects.unrestricted()) == {front, child, grandchild, similar}
    restrict(child)
    assert set(HomePage.objects.unrestricted()) == {front, similar}
    assert set(HomePage.objects.unrestricted()) == set(HomePage.objects.public())


def test_listings_ask_about_restrictions_in_the_same_query(family, django_assert_num_queries):
    restrict(family[2])
    with django_assert_num_queries(1):
        assert len(list(HomePage.objects.live().unrestricted())) == 2


@pytest.mark.parametrize("level", [0, 1, 2])
def test_a_restriction_above_a_page_holds_for_it(client, family, level):
    assert client.get("/sq/child/grandchild/").status_code == 200
    restrict(family[level])
    response = client.get("/sq/child/grandchild/")
    assert response.status_code == 302
    assert "next=" in response["Location"]


def test_a_restriction_of_the_whole_tree_holds(client, family, root):
    restrict(root)
    assert client.get("/sq/child/").status_code == 302


def test_an_alias_keeps_the_restriction_of_its_source(client, family):
    front, child, _grandchild = family
    secret = front.add_child(instance=HomePage(title="Secret", slug="secret"))
    secret.create_alias(parent=child, update_slug="alias")
    assert client.get("/sq/child/alias/").status_code == 200
    restrict(secret)
    assert client.get("/sq/child/alias/").status_code == 302


def test_the_trail_is_the_same_with_and_without_routing(rf, family, django_assert_num_queries):
    front, child, grandchild = family
    child.unpublish()
    routed = front.route(rf.get("/"), ["child", "grandchild"]).page
    with django_assert_num_queries(0):
        assert [page.pk for page in routed.trail] == [front.pk]
    fresh = HomePage.objects.get(pk=grandchild.pk)
    assert [page.pk for page in fresh.trail] == [front.pk]
