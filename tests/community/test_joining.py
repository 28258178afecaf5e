"""Joining: a name, an address, a password, and a link that proves the address."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail as django_mail
from django.test import Client, override_settings

from community.models import MailboxCount, User
from community.models.mailboxes import DAILY_MAILS, mailbox_hash
from site_config.models import OutboxMail
from tests.community.account_steps import join, link_in, sign_in
from tests.factories.community import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


def test_a_citizen_joins_by_a_link_and_a_button(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = join(client)
    assert answer["Location"] == "/en/account/confirm-email/"
    sent = OutboxMail.objects.get(to="arta@example.org")
    assert len(django_mail.outbox) == 1

    # A mail scanner follows the link: nothing happens yet.
    page = client.get(link_in(sent))
    assert page.status_code == 200
    assert not EmailAddress.objects.get(email="arta@example.org").verified

    answer = client.post(link_in(sent))

    assert EmailAddress.objects.get(email="arta@example.org").verified
    assert answer["Location"] == "/en/community/me/"
    assert "Arta K." in client.get("/en/community/me/").content.decode()


def test_the_link_works_in_another_browser_but_signs_nobody_in_there(client):
    join(client)
    sent = OutboxMail.objects.get()
    elsewhere = Client()

    answer = elsewhere.post(link_in(sent))

    assert answer["Location"].startswith("/en/account/login/")
    assert EmailAddress.objects.get(email="arta@example.org").verified
    assert elsewhere.get("/en/community/me/").status_code == 302


def test_a_used_link_says_so(client):
    join(client)
    link = link_in(OutboxMail.objects.get())
    client.post(link)

    html = Client().get(link).content.decode()

    assert "This link has been used" in html


def test_the_mail_is_in_the_language_of_the_page_and_whole_in_both_forms(client):
    join(client, "sq")
    sent = OutboxMail.objects.get()

    assert sent.subject == "Ju lutemi konfirmoni adresën tuaj të e-mailit"
    assert link_in(sent).startswith("/sq/account/confirm-email/")
    assert link_in(sent) in sent.html
    assert "Konfirmo adresën" in sent.html
    assert "<script" not in sent.html
    assert "\n" not in sent.subject
    assert User.objects.get(email="arta@example.org").language == "sq"


def test_links_in_mails_never_come_from_the_host_header(client):
    with override_settings(
        WAGTAILADMIN_BASE_URL="https://city.example", ALLOWED_HOSTS=["evil.example"]
    ):
        client.post(
            "/en/account/signup/",
            {"display_name": "Arta", "email": "a@example.org", "password1": "nje fjali e gjate"},
            headers={"host": "evil.example"},
        )
        client.post(
            "/en/account/password/reset/",
            {"email": "nobody@example.org"},
            headers={"host": "evil.example"},
        )

    texts = [sent.text + sent.html for sent in OutboxMail.objects.all()]
    assert len(texts) == 2
    for text in texts:
        assert "evil.example" not in text
        assert "https://city.example/en/account/" in text


def test_an_address_that_is_known_gets_the_same_answer_and_another_mail(client):
    known = UserFactory(email="known@example.org")

    stranger = join(Client(), email="unknown@example.org", display_name="Somebody")
    answer = join(client, email=known.email, display_name="Somebody else")

    assert answer.status_code == stranger.status_code == 302
    assert answer["Location"] == stranger["Location"]
    assert OutboxMail.objects.get(to=known.email).subject == "You have an account already"
    assert User.objects.filter(email=known.email).count() == 1


def test_capital_letters_make_no_other_account(client):
    UserFactory(email="known@example.org")

    join(client, email="KNOWN@Example.org", display_name="Somebody")

    assert User.objects.filter(email__iexact="known@example.org").count() == 1


def test_the_trap_for_machines_stores_nothing(client):
    answer = join(client, website="https://spam.example")

    assert answer.status_code == 302
    assert not User.objects.filter(email="arta@example.org").exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("password1", "short"),
        ("password1", "password123456"),
        ("password1", ""),
        ("email", "no-address"),
        ("email", "nul\x00@example.org"),
        ("email", ""),
        ("display_name", ""),
        ("display_name", "x"),
        ("display_name", "1234"),
        ("display_name", "Bashkia Tiranë"),
        ("display_name", "x" * 51),
    ],
)
def test_a_form_with_a_fault_says_which_and_stores_nothing(client, field, value):
    answer = join(client, **{field: value})

    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    html = answer.content.decode()
    assert 'role="alert"' in html
    assert re.search(rf'name="{field}"[^>]*aria-invalid="true"', html)
    assert not User.objects.filter(email="arta@example.org").exists()
    assert not OutboxMail.objects.exists()


def test_signing_in_before_the_address_is_confirmed_leads_to_the_mailbox(client):
    join(client)
    user = User.objects.get(email="arta@example.org")

    answer = sign_in(Client(), user, "nje fjali e gjate")

    assert answer.status_code in {200, 302}
    assert not answer.wsgi_request.user.is_authenticated


def test_a_mailbox_gets_three_mails_a_day_over_all_forms(client):
    victim = UserFactory(email="victim@example.org")

    for number in range(4):
        Client(REMOTE_ADDR=f"192.0.2.{number}").post(
            "/en/account/password/reset/", {"email": victim.email}
        )
        answer = join(
            Client(REMOTE_ADDR=f"198.51.100.{number}"),
            email=victim.email,
            display_name=f"Passer-by {number}",
        )
        assert answer["Location"] == "/en/account/confirm-email/"

    assert OutboxMail.objects.filter(to=victim.email).count() == DAILY_MAILS
    count = MailboxCount.objects.get()
    assert victim.email not in f"{count.mailbox}{count}"


def test_one_mailbox_is_known_however_its_address_is_written():
    assert mailbox_hash("Arta+news@Example.org") == mailbox_hash("arta@example.org")
    assert mailbox_hash("arta@example.org") != mailbox_hash("arta@example.com")


def test_the_count_of_a_mailbox_begins_anew_each_day(client):
    for _number in range(DAILY_MAILS):
        assert MailboxCount.objects.reserve("arta@example.org")
    assert not MailboxCount.objects.reserve("arta@example.org")

    MailboxCount.objects.update(day="2014-04-22")

    assert MailboxCount.objects.reserve("arta@example.org")
    assert MailboxCount.objects.count() == 1


def test_five_accounts_an_hour_from_one_address_and_no_more(client):
    for number in range(5):
        answer = join(client, email=f"p{number}@example.org", display_name=f"Person {number}")
        assert answer.status_code == 302

    answer = join(client, email="p6@example.org", display_name="Person 6")

    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 3600
    assert "One moment, please" in answer.content.decode()
    assert not User.objects.filter(email="p6@example.org").exists()


def test_mistakes_in_the_form_dont_count_against_anybody(client):
    for _number in range(8):
        assert join(client, password1="short").status_code == 200

    assert join(client).status_code == 302
