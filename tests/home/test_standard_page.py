"""A page of its own says who answers questions about it."""

import pytest

from tests.factories.home import StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "contact",
    [
        {"contact_name": "City newsroom"},
        {"contact_email": "news@example.org"},
        {"contact_phone": "+355 4 200 000"},
    ],
    ids=lambda contact: next(iter(contact)),
)
def test_each_part_of_the_contact_is_shown_by_itself(client, english_front, contact):
    page = StandardPageFactory(parent=english_front, slug="about", **contact)

    html = client.get(page.url).content.decode()

    assert "Questions about this page" in html
    assert next(iter(contact.values())) in html
    assert html.count('<ul class="plain">') == ("contact_name" not in contact)


def test_without_any_contact_no_box_is_shown(client, english_front):
    page = StandardPageFactory(parent=english_front, slug="about")

    assert "Questions about this page" not in client.get(page.url).content.decode()
