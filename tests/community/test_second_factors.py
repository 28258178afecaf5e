"""Second factors: enrolled by anyone, compulsory for staff where the settings say so."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from community.models import User
from community.vault import seal, unseal
from site_config.models import OutboxMail
from tests.community.account_steps import enrol, sign_in, totp_code
from tests.factories.community import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]

CODE_FORM = "/en/account/two-factor/authenticate/"


@pytest.fixture
def member(client: Client) -> User:
    """A member who is signed in with the password."""
    user = UserFactory(email="arta@example.org")
    sign_in(client, user)
    return user


@pytest.fixture
def staff() -> User:
    return UserFactory(administrator=True, email="staff@example.org")


@pytest.fixture
def strict(settings) -> None:
    """The rule of a city's server."""
    settings.STAFF_TWO_FACTOR_REQUIRED = True


def test_a_member_sets_up_an_app_and_signs_in_with_its_digits(client, member):
    secret = enrol(client)
    browser = Client()

    answer = sign_in(browser, member)
    assert answer["Location"] == CODE_FORM
    assert browser.get("/en/community/me/").status_code == 302
    assert browser.post(CODE_FORM, {"code": "000000"}).status_code == 200

    answer = browser.post(CODE_FORM, {"code": totp_code(secret)})

    assert answer["Location"] == "/en/community/me/"
    assert browser.get("/en/community/me/").status_code == 200


def test_setting_up_an_app_is_told_by_mail(client, member):
    enrol(client)

    notice = OutboxMail.objects.get(subject="Two-factor sign-in is on")
    assert notice.to == member.email
    assert "127.0.0.1" in notice.text


def test_a_recovery_code_lets_its_owner_in_once(client, member):
    enrol(client)
    page = client.get("/en/account/two-factor/recovery-codes/")
    code = page.context["unused_codes"][0]
    assert client.get("/en/account/two-factor/recovery-codes/download/").status_code == 200

    for expected in ("/en/community/me/", None):
        browser = Client()
        sign_in(browser, member)
        answer = browser.post(CODE_FORM, {"code": code})
        assert answer.get("Location") == expected


def test_secrets_are_not_in_the_database(client, member):
    secret = enrol(client)
    codes = client.get("/en/account/two-factor/recovery-codes/").context["unused_codes"]

    stored = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))

    assert secret not in stored
    assert not any(code in stored for code in codes)
    assert unseal(Authenticator.objects.get(type="totp").data["secret"]) == secret


def test_a_secret_outlives_a_change_of_the_key(settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "the-old-key", []
    sealed = seal("JBSWY3DPEHPK3PXP")

    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "the-new-key", ["the-old-key"]

    assert unseal(sealed) == "JBSWY3DPEHPK3PXP"


def test_a_secret_whose_key_is_gone_lets_nobody_in(settings, caplog):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "the-old-key", []
    sealed = seal("JBSWY3DPEHPK3PXP")

    settings.SECRET_KEY = "the-new-key"
    first, second = unseal(sealed), unseal(sealed)

    assert first != second
    assert "JBSWY3DPEHPK3PXP" not in {first, second}
    assert "a key that is gone" in caplog.text


def test_a_member_stops_using_the_app(client, member):
    enrol(client)

    client.post("/en/account/two-factor/totp/deactivate/")

    assert not Authenticator.objects.exists()
    assert sign_in(Client(), member)["Location"] == "/en/community/me/"


def test_new_recovery_codes_replace_the_old(client, member):
    enrol(client)
    address = "/en/account/two-factor/recovery-codes/"
    before = client.get(address).context["unused_codes"]

    client.post(address + "generate/")

    assert not set(before) & set(client.get(address).context["unused_codes"])


def test_the_picture_for_the_camera_is_no_inline_markup(client, member):
    enrol_page = "/en/account/two-factor/totp/activate/"
    client.post(
        f"/en/account/reauthenticate/?next={enrol_page}", {"password": "correct horse battery"}
    )

    html = client.get(enrol_page).content.decode()

    assert 'src="data:image/svg+xml' in html
    assert "style=" not in html
    assert "<svg xmlns" not in html


def test_where_staff_need_no_second_factor_the_password_opens_the_admin(client, staff):
    sign_in(client, staff)

    assert client.get("/admin/").status_code == 200


@pytest.mark.usefixtures("strict")
def test_staff_without_a_second_factor_are_led_to_set_one_up_and_then_in(client, staff):
    sign_in(client, staff)
    answer = client.get("/admin/", follow=True, headers={"accept-language": "en"})
    assert answer.resolver_match.view_name == "mfa_index"
    assert "Staff sign in with a second factor" in answer.content.decode()

    enrol(client)

    assert client.get("/admin/").status_code == 200


@pytest.mark.usefixtures("strict")
def test_staff_with_a_second_factor_go_straight_in(client, staff):
    sign_in(client, staff)
    secret = enrol(client)
    browser = Client()

    sign_in(browser, staff, next="/admin/pages/")
    answer = browser.post(CODE_FORM, {"code": totp_code(secret)})

    assert answer["Location"] == "/admin/pages/"
    assert browser.get("/admin/").status_code == 200


@pytest.mark.usefixtures("strict")
def test_a_session_older_than_the_factor_shows_it_once_and_goes_on(client, staff):
    before = Client()
    sign_in(before, staff)
    sign_in(client, staff)
    secret = enrol(client)

    answer = before.get("/admin/pages/?q=a", headers={"accept-language": "en"})
    assert answer["Location"] == (
        "/en/account/two-factor/reauthenticate/?next=%2Fadmin%2Fpages%2F%3Fq%3Da"
    )
    answer = before.post(answer["Location"], {"code": totp_code(secret)})

    assert answer["Location"] == "/admin/pages/?q=a"
    assert before.get("/admin/").status_code == 200


@pytest.mark.usefixtures("strict")
def test_the_password_alone_does_not_stand_for_the_factor(client, staff):
    before = Client()
    sign_in(before, staff)
    sign_in(client, staff)
    enrol(client)

    before.post("/en/account/reauthenticate/", {"password": "correct horse battery"})

    assert before.get("/admin/").status_code == 302


@pytest.mark.usefixtures("strict")
def test_staff_can_always_sign_out(client, staff):
    sign_in(client, staff)

    answer = client.post("/admin/logout/", follow=True)

    assert answer.status_code == 200
    assert client.get("/en/community/me/").status_code == 302


@pytest.mark.parametrize("rule", [True, False])
def test_a_member_meets_a_clear_page_at_the_admins_door(client, member, settings, rule):
    settings.STAFF_TWO_FACTOR_REQUIRED = rule

    answer = client.get("/admin/", headers={"accept-language": "en"})

    assert answer.status_code == 403
    assert "This door is for others" in answer.content.decode()


def test_there_is_one_door(client):
    answer = client.get("/admin/login/?next=/admin/pages/", headers={"accept-language": "en"})

    assert answer["Location"] == "/en/account/login/?next=/admin/pages/"


def test_the_door_cant_be_passed_with_the_password_of_an_account_with_two_factors(client, staff):
    sign_in(client, staff)
    enrol(client)
    browser = Client()

    browser.post("/admin/login/", {"username": staff.email, "password": "correct horse battery"})
    sign_in(browser, staff)

    assert browser.get("/admin/").status_code == 302


def test_pages_of_keys_open(client, member):
    client.post("/en/account/reauthenticate/?next=/en/", {"password": "correct horse battery"})
    for address in ("", "webauthn/", "webauthn/add/"):
        html = client.get(f"/en/account/two-factor/{address}").content.decode()
        assert "<h1>" in html
    assert 'data-passkey="create"' in html


def test_a_stranger_is_asked_for_a_passkey(client):
    answer = client.get(
        "/en/account/two-factor/webauthn/login/", headers={"accept": "application/json"}
    )

    assert "challenge" in answer.json()["request_options"]["publicKey"]


@pytest.mark.parametrize("credential", ["", "{}", "[]", "null", "not json", '{"id": 1}'])
@pytest.mark.parametrize("page", ["login", "add", "reauthenticate"])
def test_a_forged_key_is_refused_clearly(client, member, page, credential):
    browser = Client() if page == "login" else client
    if page == "add":
        client.post("/en/account/reauthenticate/?next=/en/", {"password": "correct horse battery"})

    answer = browser.post(f"/en/account/two-factor/webauthn/{page}/", {"credential": credential})

    assert answer.status_code in {200, 302}
    assert not Authenticator.objects.exists()
