"""Lists leave the admin, and rights change hands, only with a right and a fresh proof."""

import time

import pytest
from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth.models import Group, Permission
from django.test import Client, RequestFactory
from django.urls import reverse

from community import sensitive_areas
from community.models import User
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db

REPORTS = [
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:aging_pages",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_reports:page_types_usage",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:workflow_tasks",
    "wagtailredirects:index",
    "wagtailsnippets_partners_partnertier:list",
    "partners_partnerpage_modeladmin_index",
    "home_contactsubmission_modeladmin_index",
]
# Wagtail offers no button for this one; its address answers all the same.
WITHOUT_BUTTON = {"wagtailadmin_reports:page_types_usage"}
SENSITIVE = ["wagtailusers_users:index", "wagtailusers_groups:index", "wagtailsites:index"]


def with_rights(*names: str) -> User:
    """Somebody who may enter the admin and do these things."""
    person = UserFactory()
    group = Group.objects.create(name=f"Group of {person.pk}")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *names]))
    person.groups.add(group)
    return person


def almost_everything() -> User:
    """Somebody with every right but that to export."""
    person = UserFactory()
    person.user_permissions.set(Permission.objects.exclude(codename="export_lists"))
    person.groups.add(Group.objects.get(name="Moderators"))
    return person


def signed_in(client: Client, person: User, seconds_ago: float = 0) -> Client:
    """Sign somebody in whose last proof is so old."""
    before = time.time()
    client.force_login(person)
    request = RequestFactory().get("/")
    request.session = client.session
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time", lambda: before - seconds_ago)
        record_authentication(request, person, method="password", email=person.email)
    request.session.save()
    return client


@pytest.fixture
def strict(settings, monkeypatch):
    """The rules of production; who is signed in has a second factor."""
    settings.STAFF_TWO_FACTOR_REQUIRED = True
    monkeypatch.setattr("community.middleware.has_second_factor", lambda request: True)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_list_leaves_without_the_right_to_export(client, name, kind):
    client.force_login(almost_everything())

    assert client.get(reverse(name), {"export": kind}).status_code == 403


@pytest.mark.parametrize("name", REPORTS)
def test_the_right_to_export_opens_what_its_holder_may_read_anyway(client, name):
    person = almost_everything()
    person.user_permissions.add(Permission.objects.get(codename="export_lists"))
    client.force_login(person)

    answer = client.get(reverse(name), {"export": "csv"})

    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/csv")


@pytest.mark.parametrize("name", [name for name in REPORTS if name not in WITHOUT_BUTTON])
def test_an_export_that_would_be_refused_is_not_offered(client, name):
    client.force_login(almost_everything())
    refused = client.get(reverse(name)).content.decode()
    client.force_login(UserFactory(administrator=True))
    offered = client.get(reverse(name)).content.decode()

    assert "export=csv" not in refused
    assert "export=csv" in offered


def test_an_unknown_format_is_a_list_like_any_other(client):
    client.force_login(almost_everything())

    address = reverse("wagtailadmin_reports:aging_pages")
    assert client.get(address, {"export": "pdf"}).status_code == 200


@pytest.mark.parametrize("name", SENSITIVE)
def test_an_old_proof_leads_to_a_new_one_and_back(strict, client, name):
    signed_in(client, UserFactory(administrator=True), sensitive_areas.PROOF_OPENS + 1)

    answer = client.get(reverse(name))

    assert answer.status_code == 302
    assert answer.url.startswith(f"{reverse('account_reauthenticate')}?next=")
    assert reverse(name).replace("/", "%2F") in answer.url


@pytest.mark.parametrize("name", SENSITIVE)
def test_a_fresh_proof_opens(strict, client, name):
    signed_in(client, UserFactory(administrator=True), sensitive_areas.PROOF_OPENS - 10)

    assert client.get(reverse(name)).status_code == 200


def test_settings_ask_for_a_fresh_proof(strict, client):
    signed_in(client, UserFactory(administrator=True), sensitive_areas.PROOF_OPENS + 1)

    address = reverse("wagtailsettings:edit", args=["site_config", "identity"])
    assert "reauthenticate" in client.get(address).url


@pytest.mark.parametrize("action", ["assign_role", "set_active_state", "delete"])
def test_giving_roles_to_many_asks_for_a_fresh_proof_too(strict, client, action):
    person = UserFactory(administrator=True)
    signed_in(client, person, sensitive_areas.PROOF_OPENS + 1)

    address = reverse("wagtail_bulk_action", args=["community", "user", action])

    assert "reauthenticate" in client.get(address, {"id": UserFactory().pk}).url


def test_an_export_asks_for_a_fresh_proof(strict, client):
    signed_in(client, UserFactory(administrator=True), sensitive_areas.PROOF_OPENS + 1)

    address = reverse("wagtailadmin_reports:aging_pages")
    assert "reauthenticate" in client.get(address, {"export": "csv"}).url
    assert client.get(address).status_code == 200


def test_a_form_that_was_opened_with_a_proof_can_be_sent_within_the_hour(strict):
    person = UserFactory(administrator=True)
    address = reverse("wagtailusers_groups:add")

    in_time = signed_in(Client(), person, sensitive_areas.PROOF_OPENS + 1)
    assert in_time.post(address, {}).status_code == 200  # The form, with what is missing.
    too_late = signed_in(Client(), person, sensitive_areas.PROOF_SENDS + 1)
    assert "reauthenticate" in too_late.post(address, {}).url


def test_somebody_without_a_password_or_a_factor_is_refused(strict, client):
    person = UserFactory(administrator=True)
    person.set_unusable_password()
    person.save()
    signed_in(client, person, sensitive_areas.PROOF_OPENS + 1)

    assert client.get(reverse("wagtailusers_users:index")).status_code == 403


def test_development_asks_for_no_proof(client):
    signed_in(client, UserFactory(administrator=True), sensitive_areas.PROOF_SENDS + 1)

    assert client.get(reverse("wagtailusers_users:index")).status_code == 200


def test_proving_it_once_more_leads_back(strict, client):
    person = UserFactory(administrator=True)
    signed_in(client, person, sensitive_areas.PROOF_OPENS + 1)
    target = reverse("wagtailusers_users:index")

    question = client.get(target).url
    answer = client.post(question, {"password": "correct horse battery"})

    assert answer.url == target
    assert client.get(target).status_code == 200
