"""The pages of the admin that are the portal's own."""

import re
from urllib.parse import unquote

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.users.models import UserProfile

from site_config.content_checks import PortalContentChecker
from site_config.handbooks import render_handbook
from site_config.welcome import Step, next_steps
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db


def test_the_handbook_stands_in_the_menu_and_opens(admin_client):
    home = admin_client.get("/admin/").content.decode()
    page = admin_client.get(reverse("portal_handbook"))

    assert reverse("portal_handbook") in home
    assert page.status_code == 200
    assert '<h2 id="partnerët">' in page.content.decode()
    assert page.content.decode().count("<h1") == 1


def test_the_handbook_speaks_the_readers_language(client):
    person = UserFactory(administrator=True)
    UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": "sq"})
    client.force_login(person)

    assert "Manuali i redaktorit" in client.get(reverse("portal_handbook")).content.decode()


def test_there_is_no_handbook_of_another_name(admin_client):
    address = reverse("portal_handbook_named", args=["settings"])

    assert admin_client.get(address).status_code == 404


def test_the_handbook_is_for_staff(client):
    client.force_login(UserFactory())

    assert client.get(reverse("portal_handbook")).status_code in {302, 403}


def test_a_handbook_holds_no_raw_html():
    body, contents = render_handbook("## One *two*\n\n<script>alert(1)</script>\n")

    assert "<script>" not in body
    assert contents == [("one-two", "One two")]


@pytest.mark.parametrize(("language", "file"), [("en", "partners.md"), ("sq", "partners.sq.md")])
def test_links_of_the_handbook_lead_to_its_parts_and_to_other_handbooks(client, language, file):
    person = UserFactory(administrator=True)
    UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": language})
    client.force_login(person)

    body = client.get(reverse("portal_handbook")).content.decode()

    parts = set(re.findall(r'<h2 id="([^"]+)"', body))
    wanted = {unquote(it) for it in re.findall(r'<a href="#([^"]+)"', body)} - {"main"}
    assert wanted
    assert wanted <= parts
    assert file not in body
    assert f'href="{reverse("portal_handbook_named", args=["partners"])}"' in body


def test_the_welcome_greets_by_name(client):
    client.force_login(UserFactory(administrator=True, display_name="Ana Prifti"))

    assert "Ana Prifti" in client.get("/admin/").content.decode()


def test_an_own_draft_is_offered_again(site):
    person = UserFactory(administrator=True)
    draft = Page(title="Half a thought", slug="half", live=False, owner=person)
    site.root_page.add_child(instance=draft)
    draft.save_revision(user=person)

    steps = next_steps(person)

    assert any("Half a thought" in str(step.text) for step in steps)


def test_somebody_without_rights_has_nothing_to_do():
    assert next_steps(UserFactory()) == []


def test_what_others_wait_for_comes_first(monkeypatch):
    calm, urgent = Step("calm", "/a/"), Step("urgent", "/b/", urgent=True)
    monkeypatch.setattr("site_config.welcome._common_steps", lambda person: [calm, urgent])
    monkeypatch.setattr("wagtail.hooks.get_hooks", lambda name: [])

    assert next_steps(UserFactory()) == [urgent, calm]


def test_every_portal_rule_has_words_for_the_editor():
    rules = {rule["id"] for rule in PortalContentChecker.axe_custom_rules}

    assert rules <= set(PortalContentChecker.axe_run_only)
    assert set(PortalContentChecker.axe_run_only) <= set(PortalContentChecker.axe_messages)


def test_a_film_without_a_still_picture_is_among_what_editors_are_told():
    rules = {rule["id"]: rule["selector"] for rule in PortalContentChecker.axe_custom_rules}

    assert "video:not([poster])" in rules["portal-film-without-still"]


def test_the_editor_uses_the_portals_checks(admin_client, site):
    page = admin_client.get(reverse("wagtailadmin_pages:edit", args=[site.root_page.pk]))

    assert "portal-vague-link" in page.content.decode()
