"""Signing in and out, passwords, addresses and sessions."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.test import Client

from community.models import User
from site_config.models import OutboxMail
from tests.community.account_steps import PASSWORD, link_in, sign_in
from tests.factories.community import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


@pytest.fixture
def member() -> User:
    return UserFactory(email="arta@example.org", display_name="Arta K.")


def test_a_member_signs_in_and_comes_to_the_profile(client, member):
    assert sign_in(client, member)["Location"] == "/en/community/me/"


def test_somebody_who_is_signed_in_comes_from_sign_in_to_the_profile(client, member):
    sign_in(client, member)

    assert client.get("/en/account/login/")["Location"] == "/en/community/me/"


def test_the_way_to_a_new_password_follows_the_field_for_the_old_one(client):
    page = client.get("/en/account/login/").content.decode()

    reset = 'href="/en/account/password/reset/"'
    assert page.count(reset) == 1
    assert page.index('name="login"') < page.index('name="password"') < page.index(reset)


def test_staff_who_came_from_the_admin_go_back_there(client):
    staff = UserFactory(administrator=True)
    way = client.get("/admin/pages/", follow=True)
    assert way.resolver_match.view_name == "account_login"
    assert 'name="next" value="/admin/pages/"' in way.content.decode()

    assert sign_in(client, staff, next="/admin/pages/")["Location"] == "/admin/pages/"


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"],
)
def test_nobody_is_led_to_another_site(client, member, address):
    assert sign_in(client, member, next=address)["Location"] == "/en/community/me/"


@pytest.mark.parametrize("email", ["arta@example.org", "nobody@example.org"])
def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client, member, email):
    answer = client.post("/en/account/login/", {"login": email, "password": "wrong wrong"})

    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors() == [
        "The e-mail address or the password is not right."
    ]


def test_after_five_wrong_passwords_an_account_rests_wherever_one_comes_from(client, member):
    for number in range(5):
        sign_in(Client(REMOTE_ADDR=f"192.0.2.{number}"), member, "wrong wrong wrong")

    answer = sign_in(Client(REMOTE_ADDR="192.0.2.99"), member)

    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 900
    assert not answer.wsgi_request.user.is_authenticated


def test_ten_attempts_a_minute_from_one_address_and_no_more(client):
    people = [UserFactory() for _number in range(11)]
    statuses = [sign_in(client, person, "wrong wrong").status_code for person in people]

    assert statuses == [200] * 10 + [429]


def test_a_closed_account_is_told_so_only_with_its_password(client, member):
    User.objects.filter(pk=member.pk).update(is_active=False)

    assert sign_in(client, member, "wrong wrong").status_code == 200
    answer = sign_in(client, member)

    assert answer["Location"] == "/en/account/inactive/"
    assert "This account is closed" in client.get(answer["Location"]).content.decode()


def test_signing_out_needs_a_button(client, member):
    sign_in(client, member)

    client.get("/en/account/logout/")
    assert client.get("/en/community/me/").status_code == 200
    client.post("/en/account/logout/")

    assert client.get("/en/community/me/").status_code == 302


def test_the_hint_cookie_comes_with_signing_in_and_goes_with_signing_out(client, member):
    cookie = sign_in(client, member).cookies["member"]
    assert cookie.value == "1"
    assert cookie["samesite"] == "Lax"
    assert not cookie["httponly"]
    assert not cookie["max-age"]

    gone = client.post("/en/account/logout/").cookies["member"]

    assert gone.value == ""
    assert gone["max-age"] == 0


def test_the_hint_cookie_lives_as_long_as_a_session_that_is_kept(client, member, settings):
    cookie = sign_in(client, member, remember="on").cookies["member"]

    assert cookie["max-age"] == settings.SESSION_COOKIE_AGE


def test_the_hint_cookie_is_as_secure_as_the_sessions(client, member, settings):
    settings.SESSION_COOKIE_SECURE = True

    assert sign_in(client, member).cookies["member"]["secure"]


def test_a_stale_hint_is_taken_away_by_the_menu(client):
    client.cookies["member"] = "1"

    answer = client.get("/en/community/me/menu/")

    assert answer.cookies["member"]["max-age"] == 0
    assert "<details" not in answer.content.decode()


def test_a_strangers_visit_leaves_no_cookie(client, front):
    assert not client.get(front.url).cookies
    assert not client.get("/en/community/me/menu/").cookies
    assert not client.get("/en/account/inactive/").cookies


def test_a_forgotten_password_is_chosen_anew(client, member):
    answer = client.post("/en/account/password/reset/", {"email": member.email})
    assert answer["Location"] == "/en/account/password/reset/done/"
    form = client.get(link_in(OutboxMail.objects.get()), follow=True)
    assert form.status_code == 200

    client.post(
        form.request["PATH_INFO"], {"password1": "a whole new one", "password2": "a whole new one"}
    )

    assert sign_in(Client(), member, "a whole new one").status_code == 302
    assert sign_in(Client(), member, PASSWORD).status_code == 200
    assert OutboxMail.objects.filter(subject="Your password was reset").exists()
    again = Client().get(link_in(OutboxMail.objects.order_by("pk").first()))
    assert "This link has been used" in again.content.decode()


def test_an_unknown_address_gets_the_same_answer_when_a_password_is_forgotten(client, member):
    known = client.post("/en/account/password/reset/", {"email": member.email}, follow=True)
    unknown = Client().post(
        "/en/account/password/reset/", {"email": "nobody@example.org"}, follow=True
    )

    assert known.redirect_chain == unknown.redirect_chain
    assert known.status_code == unknown.status_code == 200


def test_five_forgotten_passwords_an_hour_from_one_address_and_no_more(client):
    statuses = [
        client.post("/en/account/password/reset/", {"email": f"n{number}@example.org"}).status_code
        for number in range(6)
    ]

    assert statuses == [302] * 5 + [429]


def test_a_member_changes_the_password(client, member):
    sign_in(client, member)

    answer = client.post(
        "/en/account/password/change/",
        {"oldpassword": PASSWORD, "password1": "a whole new one", "password2": "a whole new one"},
    )

    assert answer["Location"] == "/en/community/me/"
    assert sign_in(Client(), member, "a whole new one").status_code == 302
    assert OutboxMail.objects.get().subject == "Your password was changed"


def test_a_member_adds_confirms_promotes_and_removes_addresses(client, member):
    sign_in(client, member)
    client.post("/en/account/reauthenticate/?next=/en/account/email/", {"password": PASSWORD})

    client.post("/en/account/email/", {"action_add": "", "email": "new@example.org"})
    client.post(link_in(OutboxMail.objects.get(to="new@example.org")))
    client.post("/en/account/email/", {"action_primary": "", "email": "new@example.org"})
    client.post("/en/account/email/", {"action_remove": "", "email": "arta@example.org"})

    member.refresh_from_db()
    assert member.email == "new@example.org"
    assert [a.email for a in EmailAddress.objects.filter(user=member)] == ["new@example.org"]
    notices = OutboxMail.objects.values_list("subject", flat=True)
    assert "An e-mail address was removed" in notices


def test_a_member_signs_out_one_other_browser_or_all(client, member):
    phone, library = Client(headers={"user-agent": "Mozilla/5.0 (iPhone) Safari/605"}), Client()
    for browser in (client, phone, library):
        sign_in(browser, member)
        browser.get("/en/community/me/")
    page = client.get("/en/account/sessions/").content.decode()
    assert "Safari on iPhone" in page
    session = UserSession.objects.get(user_agent__contains="iPhone")

    client.post(f"/en/account/sessions/{session.pk}/end/")
    assert phone.get("/en/community/me/").status_code == 302
    assert library.get("/en/community/me/").status_code == 200

    client.post("/en/account/sessions/")
    assert library.get("/en/community/me/").status_code == 302
    assert client.get("/en/community/me/").status_code == 200


def test_nobody_ends_somebody_elses_session(client, member):
    sign_in(client, member)
    stranger = Client()
    sign_in(stranger, UserFactory())
    theirs = UserSession.objects.exclude(user=member).get()

    assert client.post(f"/en/account/sessions/{theirs.pk}/end/").status_code == 404
    assert client.get(f"/en/account/sessions/{theirs.pk}/end/").status_code == 405
    assert stranger.get("/en/community/me/").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/en/account/login/",
        "/en/account/password/reset/",
        "/en/account/two-factor/webauthn/login/",
        "/en/account/confirm-email/nonsense/",
        "/en/account/password/reset/key/1-nonsense/",
    ],
)
@pytest.mark.parametrize("data", [{}, {"login": "a\x00b", "credential": "{}", "email": "\x00"}])
def test_nonsense_gets_a_clear_answer(client, address, data):
    assert client.post(address, data, follow=True).status_code in {200, 404, 405}
