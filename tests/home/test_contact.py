"""Whoever writes to the city gets a number, and nobody's mailbox is flooded."""

import re
import time

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.urls import reverse

from community.models import MailboxCount
from community.models.mailboxes import DAILY_MAILS
from home.contact_form import QUICKEST_SECONDS, new_ticket
from home.models import ContactSubmission
from home.services import new_receipt, receive_message
from site_config.models import OutboxMail
from tests.factories.community import UserFactory
from tests.factories.home import ContactPageFactory

pytestmark = pytest.mark.django_db

URL = "/sq/kontakti/"
RECEIPT = re.compile(r"K-20\d\d-[2-9A-HJ-NP-Z]{6}")
WORDS = {
    "name": "Ana",
    "email": "ana@example.org",
    "subject": "Trees",
    "message": "The lime in our street is dry.",
    "consent": "on",
}


@pytest.fixture
def page(front):
    return ContactPageFactory(parent=front)


@pytest.fixture
def ticket(monkeypatch):
    """A form that has been open for a moment."""
    opened = new_ticket()
    now = time.time()
    monkeypatch.setattr("home.contact_form.time.time", lambda: now + QUICKEST_SECONDS + 1)
    return opened


def send(client, ticket, **words):
    return client.post(URL, WORDS | {"form-ticket": ticket} | words)


def test_the_form_is_for_one_person_and_kept_nowhere(client, page):
    response = client.get(URL)
    assert response["Cache-Control"] == "private, no-store"
    assert b'autocomplete="email"' in response.content
    assert b'aria-describedby="id_email-hint"' in response.content


def test_a_message_gets_a_receipt_on_a_page_of_its_own(client, page, ticket):
    response = send(client, ticket)
    assert response.status_code == 302
    shown = client.get(response["Location"])
    message = ContactSubmission.objects.get()
    assert RECEIPT.fullmatch(message.receipt)
    assert message.receipt in shown.content.decode()
    assert shown["Cache-Control"] == "private, no-store"


def test_every_mailbox_of_staff_is_told_once_however_long_it_is(client, page, ticket):
    host = ".".join(["a-long-name-of-an-office" * 2] * 3)
    long = f"{'desk' * 14}@{host}.example.org"
    page.to_addresses = f"{long}\nmayor@example.org\n{long}"
    page.save()

    assert send(client, ticket).status_code == 302

    told = OutboxMail.objects.filter(key__startswith="contact-staff-")
    assert sorted(told.values_list("to", flat=True)) == sorted([long, "mayor@example.org"])
    assert {len(each.key) <= 200 for each in told} == {True}


def test_mails_about_a_message_stand_in_the_frame_of_all_mails(client, page, ticket):
    words = "<b>Trees</b>\n\nhttps://evil.example/\n\nMore about it: http://testserver/sq/x/"

    send(client, ticket, message=words)

    receipt = OutboxMail.objects.get(key__startswith="contact-receipt-")
    notice = OutboxMail.objects.filter(key__startswith="contact-staff-").first()
    assert 'lang="sq"' in receipt.html
    assert 'lang="sq"' in notice.html
    assert "&lt;b&gt;Trees&lt;/b&gt;" in receipt.html
    assert "&lt;b&gt;Trees" in notice.html
    # The page is a link; what somebody has written is none.
    assert f'href="{page.full_url}"' in receipt.html
    links = re.findall(r'href="([^"]+)"', receipt.html + notice.html)
    assert not [link for link in links if "evil" in link or link.endswith("/x/")]


def test_an_invented_receipt_shows_the_form(client, page):
    response = client.get(URL, {"sent": "K-2026-234567:forged"})
    assert b"form-ticket" in response.content


def test_staff_and_sender_are_told_after_the_message_is_stored(
    client, page, ticket, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        send(client, ticket)
    receipt = ContactSubmission.objects.get().receipt
    assert sorted(sent.to[0] for sent in mail.outbox) == [
        "ana@example.org",
        "desk@example.org",
        "mayor@example.org",
    ]
    assert all(sent.subject.startswith(receipt) for sent in mail.outbox)
    to_staff = next(sent for sent in mail.outbox if sent.to == ["desk@example.org"])
    assert to_staff.reply_to == ["ana@example.org"]
    assert "The lime in our street is dry." in to_staff.body


def test_sending_three_times_is_one_message(client, page, ticket):
    locations = {send(client, ticket)["Location"].split(":")[0] for _ in range(3)}
    assert ContactSubmission.objects.count() == 1
    assert len(locations) == 1
    assert OutboxMail.objects.count() == 3


def test_other_words_from_the_same_form_are_another_message(client, page, ticket):
    send(client, ticket)
    send(client, ticket, message="Another matter.")
    assert ContactSubmission.objects.count() == 2


def test_missing_words_are_named_and_the_others_kept(client, page, ticket):
    response = send(client, ticket, email="nobody", message="Kept text")
    assert response.status_code == 422
    page_text = response.content.decode()
    assert 'aria-invalid="true"' in page_text
    assert 'href="#id_email"' in page_text
    assert "Kept text" in page_text
    assert not ContactSubmission.objects.exists()


@pytest.mark.parametrize(
    "words",
    [
        {"form-website": "https://spam.example"},
        {"form-ticket": "forged"},
        {"subject": "Not a choice"},
        {"name": "a" * 300},
        {"message": "a" * 3001},
        {"name": "NUL \x00"},
        {"email": f"{'a' * 250}@example.org"},
    ],
)
def test_what_no_person_sends_is_refused_and_nothing_stored(client, page, ticket, words):
    response = send(client, ticket, **words)
    assert response.status_code == 422
    assert not ContactSubmission.objects.exists()
    assert not OutboxMail.objects.exists()


def test_a_form_sent_at_once_is_refused_and_accepted_a_moment_later(client, page, monkeypatch):
    ticket = new_ticket()
    first = send(client, ticket)
    assert first.status_code == 422
    assert ticket in first.content.decode()
    later = time.time() + QUICKEST_SECONDS
    monkeypatch.setattr("home.contact_form.time.time", lambda: later)
    assert send(client, ticket).status_code == 302


def test_a_forged_ticket_is_replaced_by_a_good_one(client, page):
    response = send(client, "forged")
    assert b'value="forged"' not in response.content


def test_line_breaks_reach_no_header(client, page, ticket, django_capture_on_commit_callbacks):
    page.subject = "News\r\nBcc: all@example.org"
    page.save()
    with django_capture_on_commit_callbacks(execute=True):
        send(client, ticket, email="ana@example.org\r\nBcc: x@example.org")
        send(client, ticket)
    assert len(mail.outbox) == 3
    assert all("\n" not in sent.subject and not sent.bcc for sent in mail.outbox)


def test_the_seventh_message_of_a_minute_has_to_wait_and_keeps_its_text(
    client, page, ticket, monkeypatch
):
    monkeypatch.setattr("site_config.rate_limits.time.time", lambda: 1_800_000_000.0)
    for number in range(6):
        assert send(client, ticket, message=f"Message {number}").status_code == 302
    seventh = send(client, ticket, message="The seventh")
    assert seventh.status_code == 429
    assert 0 < int(seventh["Retry-After"]) <= 60
    assert "The seventh" in seventh.content.decode()
    assert ContactSubmission.objects.count() == 6


def test_the_limit_of_the_day_names_the_hours(client, page, ticket, monkeypatch):
    for minute in range(21):
        moment = 1_800_000_000.0 + 60 * minute
        monkeypatch.setattr("site_config.rate_limits.time.time", lambda now=moment: now)
        last = send(client, ticket, message=f"Message {minute}")
    assert last.status_code == 429
    assert int(last["Retry-After"]) > 3600


def test_one_mailbox_gets_three_receipts_a_day_and_every_message_is_kept(page):
    for number in range(4):
        receive_message(page=page, form_data={"n": number}, sender="Ana@Example.org", ticket="one")
    assert OutboxMail.objects.filter(to="Ana@Example.org").count() == 3
    assert ContactSubmission.objects.count() == 4


def test_receipts_count_among_the_mails_of_all_forms(page):
    for _form in range(DAILY_MAILS):
        MailboxCount.objects.reserve("ana@example.org")
    receive_message(page=page, form_data={"n": 1}, sender="ana+city@example.org", ticket="one")
    assert not OutboxMail.objects.filter(to="ana+city@example.org").exists()
    assert ContactSubmission.objects.count() == 1


def test_a_taken_number_is_drawn_again(page, monkeypatch):
    numbers = iter(["K-2026-AAAAAA", "K-2026-AAAAAA", "K-2026-BBBBBB"])
    monkeypatch.setattr("home.services.new_receipt", lambda: next(numbers))
    first = receive_message(page=page, form_data={"n": 1}, sender="", ticket="1")
    second = receive_message(page=page, form_data={"n": 2}, sender="", ticket="2")
    assert (first.receipt, second.receipt) == ("K-2026-AAAAAA", "K-2026-BBBBBB")


def test_receipt_numbers_have_no_letters_that_are_mistaken_for_others():
    assert all(RECEIPT.fullmatch(new_receipt()) for _ in range(200))


@pytest.mark.parametrize("wrong", ["nobody", f"desk@{'a-very-long-name.' * 15}example.org"])
def test_wrong_addresses_of_staff_are_explained(page, wrong):
    page.to_addresses = f"desk@example.org\n{wrong}"
    with pytest.raises(ValidationError, match=wrong[:30]):
        page.full_clean()


@pytest.fixture
def message(page):
    return receive_message(
        page=page,
        form_data={"name": "=HYPERLINK(1)", "message": "@SUM(A1)", "consent": True},
        sender="ana@example.org",
        ticket="t",
    )


def test_staff_list_filter_and_open_messages(client, message):
    client.force_login(UserFactory(administrator=True))
    base = "home_contactsubmission_modeladmin"
    listing = client.get(reverse(f"{base}_index"), {"state__exact": "received"})
    assert message.receipt in listing.content.decode()
    assert (
        message.receipt
        not in client.get(reverse(f"{base}_index"), {"state__exact": "answered"}).content.decode()
    )
    opened = client.get(reverse(f"{base}_edit", args=[message.pk]))
    assert "=HYPERLINK(1)" in opened.content.decode()


def test_staff_change_the_state_of_a_message(client, message):
    client.force_login(UserFactory(administrator=True))
    url = reverse("home_contactsubmission_modeladmin_edit", args=[message.pk])
    client.post(url, {"state": "answered", "note": "By telephone."})
    message.refresh_from_db()
    assert (message.state, message.note) == ("answered", "By telephone.")


@pytest.mark.parametrize("listing", ["modeladmin", "forms"])
def test_exports_hold_no_formula(client, page, message, listing):
    client.force_login(UserFactory(administrator=True))
    url = (
        reverse("home_contactsubmission_modeladmin_index")
        if listing == "modeladmin"
        else reverse("wagtailforms:list_submissions", args=[page.pk])
    )
    table = b"".join(client.get(url, {"export": "csv"}).streaming_content).decode()
    assert message.receipt in table
    assert ",=" not in table
    assert ",@" not in table


def test_the_forms_list_knows_the_page(client, page):
    client.force_login(UserFactory(administrator=True))
    assert "Kontakti" in client.get(reverse("wagtailforms:index")).content.decode()


@pytest.mark.parametrize("mode", ["form", "landing"])
def test_editors_preview_the_form_and_its_thanks(page, mode):
    response = page.make_preview_request(preview_mode=mode)
    assert response.status_code == 200
