"""Nobody with a right of the city gets anywhere with a password alone, by whichever door."""

import time

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.test import Client

from community import middleware
from community.models import User
from site_config.models import OutboxMail
from tests.community.account_steps import PASSWORD, enrol, link_in, sign_in, totp_code
from tests.factories.community import UserFactory
from tests.factories.site_config import SiteImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales", "strict")]

ROLES = [
    *("Administrators", "Moderators", "Editors", "Community moderators", "Partners"),
    "Emergency publishers",
]
NEW = "vjollca pi kafe këtu"
# One address of each kind that the admin has: pages, previews, its API, choosers, files, people.
ADMIN = [
    *("", "pages/", "pages/2/edit/", "pages/2/edit/preview/", "pages/2/revisions/1/view/"),
    *("api/main/pages/", "choose-page/", "images/chooser/", "documents/", "users/", "groups/"),
    *("settings/site_config/identity/", "reports/site-history/?export=csv", "account/"),
    *("no-such-page/", "localize/submit/page/2/", "snippets/", "handbook/", "jsi18n/"),
]


@pytest.fixture
def strict(settings) -> None:
    """The rule of a city's server."""
    settings.STAFF_TWO_FACTOR_REQUIRED = True


def person_in(role: str) -> User:
    person = UserFactory()
    person.groups.add(Group.objects.get(name=role))
    return person


@pytest.mark.parametrize("role", ROLES)
def test_no_page_of_the_admin_opens_before_a_second_factor_is_set_up(client, role):
    sign_in(client, person_in(role))

    for address in ADMIN:
        for ask in (client.get, client.post):
            answer = ask(f"/admin/{address}")
            assert answer.status_code == 302, address
            assert answer.url.endswith("/account/two-factor/"), address


@pytest.mark.parametrize("role", ROLES)
def test_after_setting_one_up_everybody_goes_on(client, role):
    sign_in(client, person_in(role))

    enrol(client)

    assert client.get("/admin/").status_code == 200


def test_wagtails_own_doors_lead_to_the_one_door(client):
    person = person_in("Administrators")

    answer = client.post("/admin/login/", {"username": person.email, "password": PASSWORD})
    assert "/account/login/" in answer["Location"]
    for door in (
        "/admin/password_reset/",
        "/_util/login/",
        "/_util/authenticate_with_password/1/1/",
    ):
        client.post(door, {"username": person.email, "password": PASSWORD, "email": person.email})
        assert "_auth_user_id" not in client.session, door


def test_a_new_password_signs_nobody_in(client):
    person = person_in("Administrators")
    client.post("/en/account/password/reset/", {"email": person.email})
    form = client.get(link_in(OutboxMail.objects.get(to=person.email)), follow=True)

    client.post(form.request["PATH_INFO"], {"password1": NEW, "password2": NEW})

    person.refresh_from_db()
    assert person.check_password(NEW)
    assert client.get("/admin/").status_code == 302
    assert "/account/login/" in client.get("/admin/", follow=True).request["PATH_INFO"]


def test_a_new_password_takes_no_second_factor_away(client):
    person = person_in("Administrators")
    sign_in(client, person)
    enrol(client)
    stranger = Client()
    stranger.post("/en/account/password/reset/", {"email": person.email})
    mail = OutboxMail.objects.filter(to=person.email).latest("pk")
    form = stranger.get(link_in(mail), follow=True)
    stranger.post(form.request["PATH_INFO"], {"password1": NEW, "password2": NEW})

    answer = sign_in(stranger, person, password=NEW)

    assert answer.url.endswith("/two-factor/authenticate/")
    assert stranger.get("/admin/").status_code == 302


def test_taking_the_last_factor_away_closes_the_admin_at_once(client):
    sign_in(client, person_in("Moderators"))
    enrol(client)
    client.post("/en/account/two-factor/totp/deactivate/")

    assert client.get("/admin/").status_code == 302


def test_recovery_codes_alone_are_no_second_factor_to_have(client):
    person = person_in("Moderators")
    person.authenticator_set.create(type="recovery_codes", data={})
    client.force_login(person)

    assert client.get("/admin/").url.endswith("/account/two-factor/")


@pytest.mark.parametrize(
    ("hours", "method", "status"),
    [(11.9, "get", 200), (12.1, "get", 302), (12.9, "post", 200), (13.1, "post", 302)],
)
def test_a_factor_is_shown_again_after_half_a_day(client, monkeypatch, hours, method, status):
    sign_in(client, person_in("Administrators"))
    enrol(client)
    now = time.time()
    monkeypatch.setattr(middleware.time, "time", lambda: now + hours * 3600)

    answer = getattr(client, method)("/admin/account/")

    assert answer.status_code == status


# Files outside the admin -------------------------------------------------------------------


def test_pictures_of_drafts_open_to_staff_only_with_their_second_factor(client):
    person = UserFactory(administrator=True)
    url = SiteImageFactory().file.url
    sign_in(client, person)
    assert client.get(url).status_code == 404

    enrol(client)

    assert client.get(url).getvalue()


def test_files_of_their_own_stay_open_to_members(client):
    member = UserFactory()
    sign_in(client, member)

    assert client.get("/en/community/me/").status_code == 200
    assert client.get(SiteImageFactory().file.url).status_code == 404


# The desks of others -----------------------------------------------------------------------


@pytest.mark.urls("tests.community.marked_urls")
def test_a_marked_view_opens_with_a_second_factor_alone(client):
    member = UserFactory()
    sign_in(client, member)
    assert client.get("/desk/").url.endswith("/account/two-factor/")
    assert client.post("/desk/").status_code == 302

    secret = enrol(client)
    assert client.get("/desk/").content.decode() == member.email

    other = Client()
    other.force_login(member)
    answer = other.get("/desk/")
    assert "/two-factor/reauthenticate/" in answer.url
    other.post(answer.url, {"code": totp_code(secret)})
    assert other.get("/desk/").status_code == 200


# Sessions ----------------------------------------------------------------------------------


def test_a_session_gets_another_key_with_every_proof(client):
    person = UserFactory()
    keys = [client.session.session_key]
    sign_in(client, person)
    keys.append(client.session.session_key)
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    keys.append(client.session.session_key)
    enrol(client)
    keys.append(client.session.session_key)

    assert len(set(keys)) == 4
    assert client.get("/en/community/me/").status_code == 200
    # In the list of sessions it is one and the same.
    assert UserSession.objects.get(user=person).session_key == keys[-1]


def test_a_key_that_was_given_before_signing_in_opens_nothing(client):
    planted = Client()
    planted.get("/en/account/login/")
    session = planted.session
    session["planted"] = True
    session.save()
    key = session.session_key
    planted.cookies["sid"] = key

    sign_in(planted, UserFactory())

    attacker = Client()
    attacker.cookies["sid"] = key
    assert attacker.get("/en/community/me/").status_code == 302


@pytest.mark.parametrize("way", ["change", "reset"])
def test_another_password_signs_every_other_browser_out(client, way):
    person = UserFactory()
    other = Client()
    sign_in(other, person)
    sign_in(client, person)
    if way == "change":
        client.post(
            "/en/account/password/change/",
            {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW},
        )
    else:
        stranger = Client()
        stranger.post("/en/account/password/reset/", {"email": person.email})
        mail = OutboxMail.objects.filter(to=person.email).latest("pk")
        form = stranger.get(link_in(mail), follow=True)
        stranger.post(form.request["PATH_INFO"], {"password1": NEW, "password2": NEW})

    person.refresh_from_db()
    assert person.check_password(NEW)
    assert other.get("/en/community/me/").status_code == 302


def test_a_closed_account_is_signed_out_everywhere(client):
    person = UserFactory()
    sign_in(client, person)
    User.objects.filter(pk=person.pk).update(is_active=False)

    assert client.get("/en/community/me/").status_code == 302


def test_a_role_that_is_taken_away_closes_the_admin_in_the_same_session(client):
    person = person_in("Editors")
    sign_in(client, person)
    enrol(client)
    assert client.get("/admin/").status_code == 200

    person.groups.clear()

    assert client.get("/admin/").status_code == 403
