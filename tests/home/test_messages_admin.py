"""Messages as staff list, read, answer and export them."""

import time
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.translation import override
from openpyxl import load_workbook

from home.models import ContactPage, ContactSubmission
from tests.factories.community import UserFactory
from tests.factories.home import ContactPageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db

LIST = "home_contactsubmission_modeladmin_index"


@pytest.fixture
def page(front) -> ContactPage:
    return ContactPageFactory(parent=front)


@pytest.fixture
def message(page: ContactPage) -> ContactSubmission:
    return ContactSubmission.objects.create(
        page=page,
        form_data={
            "name": "Ana & Ben",
            "message": "<b>Two trees</b> are missing.",
            "consent": True,
        },
        labels=[["name", "Name"], ["message", "Message"], ["consent", "Consent"]],
        receipt="K-2026-7F3K9Q",
        ticket="one",
        sender="ana@example.org",
        language="en",
    )


@pytest.fixture
def desk(client):
    """An administrator's browser, right after the proof that exports ask for."""
    person = UserFactory(administrator=True)
    client.force_login(person)
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "email": person.email}
    ]
    session.save()
    return client


def address(action: str, message: ContactSubmission) -> str:
    return reverse(f"home_contactsubmission_modeladmin_{action}", args=[message.pk])


def test_a_message_is_read_with_its_labels_and_without_its_markup(desk, message):
    html = desk.get(address("inspect", message)).content.decode()

    assert "<p><b>Message</b><br>&lt;b&gt;Two trees&lt;/b&gt; are missing.</p>" in html
    assert "Ana &amp; Ben" in html
    assert "K-2026-7F3K9Q" in html


def test_a_message_is_answered(desk, message):
    form = {"state": "answered", "note": "Written to on Monday."}

    response = desk.post(address("edit", message), form)

    assert response.status_code == 302
    message.refresh_from_db()
    assert (message.state, message.note) == ("answered", "Written to on Monday.")


def test_messages_are_found_by_receipt_and_sender_and_filtered_by_state(desk, message):
    def found(query: str) -> bool:
        return "K-2026-7F3K9Q" in desk.get(f"{reverse(LIST)}?{query}").content.decode()

    assert found("q=7F3K9Q")
    assert found("q=ana@example.org")
    assert not found("q=ben@example.org")
    assert found("state__exact=received")
    assert not found("state__exact=answered")


def test_the_filter_offers_pages_that_somebody_has_written_to(desk, message, front, page):
    StandardPageFactory(parent=front, title="Rreth nesh")
    other = ContactPageFactory(parent=front, title="Stampa", slug="stampa")
    ContactSubmission.objects.create(
        page=other, form_data={}, receipt="K-2", ticket="two", language="sq"
    )

    response = desk.get(reverse(LIST))

    [choices] = [
        spec.lookup_choices
        for spec in response.context["view"].filter_specs
        if getattr(spec, "field_path", "") == "page"
    ]
    assert {number for number, _title in choices} == {page.pk, other.pk}


def test_the_export_holds_the_words_as_they_were_written(desk, message):
    response = desk.get(f"{reverse(LIST)}?export=xlsx")

    # Written while it is sent, in whichever language is active then.
    with override("en"):
        content = b"".join(response.streaming_content)
    rows = list(load_workbook(BytesIO(content)).active.values)
    exported = dict(zip(*rows, strict=True))
    written = "Name: Ana & Ben\nMessage: <b>Two trees</b> are missing.\nConsent: "
    assert [cell for cell in exported.values() if str(cell).startswith(written)], exported
