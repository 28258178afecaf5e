"""The menu leads nobody to lists of pages that are not for them."""

import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client

from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db
LISTS = {"Publications", "Gallery"}


def menu_of(client: Client, group: str) -> str:
    """Return the admin's menu as somebody of a group finds it, in English."""
    person = UserFactory()
    person.groups.add(Group.objects.get(name=group))
    client.force_login(person)
    page = client.get("/admin/", headers={"Accept-Language": "en"})
    return BeautifulSoup(page.content, "html.parser").select_one("#wagtail-sidebar-props").string


def labels(menu: str) -> set[str]:
    """Return every text of the menu's description."""
    found: set[str] = set()

    def walk(part: object) -> None:
        if isinstance(part, dict):
            part = list(part.values())
        if isinstance(part, list):
            for each in part:
                walk(each)
        elif isinstance(part, str):
            found.add(part)

    walk(json.loads(menu))
    return found


@pytest.mark.parametrize("group", ["Editors", "Moderators", "Administrators"])
def test_whoever_writes_pages_finds_their_lists(client: Client, group: str):
    assert labels(menu_of(client, group)) >= LISTS


@pytest.mark.parametrize("group", ["Community moderators", "Partners", "Emergency publishers"])
def test_others_do_not(client: Client, group: str):
    found = labels(menu_of(client, group))

    assert "Handbook" in found
    assert found & LISTS == set()
