"""Readers ask for copies that they can read, staff see to them, and a mail tells the end."""

import re
import time
from datetime import timedelta

import pytest
from django.core import mail, signing
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone, translation

from community import guest_guards
from publications.accessible_copies.services import (
    answer_request,
    confirm_address,
    request_behind,
    tell_who_waits,
)
from publications.accessible_copies.upkeep import forget_addresses, requests_that_wait
from publications.models import AccessibleCopyRequest, IssuePage, SeriesPage
from site_config.models import OutboxMail, SiteDocument
from tests import pdf_files
from tests.factories.community import UserFactory
from tests.factories.publications import IssuePageFactory
from tests.site_config.documents import link, read, stored

pytestmark = pytest.mark.django_db
Form, State = AccessibleCopyRequest.Form, AccessibleCopyRequest.State


@pytest.fixture
def issue(series: SeriesPage) -> IssuePage:
    """An issue whose PDF has no tags."""
    document = read(pdf_files.text_pdf(["Words."]), "bulletin.pdf")
    made = IssuePageFactory(parent=series, document=document)
    link(made, document)
    caches["limits"].clear()
    return made


def ticket(age: int = 60) -> str:
    """Return the ticket of a form that was opened some seconds ago."""
    words = {"opened": int(time.time()) - age, "id": f"form {time.time_ns()}"}
    return signing.dumps(words, salt=guest_guards.TICKET_SALT)


def ask(client, issue, **fields):
    """Send the form."""
    words = {"wanted": "online", "words": "", "email": "", "ticket": ticket()} | fields
    with translation.override("sq"):
        return client.post(reverse("accessible_copy", args=[issue.pk]), words)


def waiting(issue, **fields) -> AccessibleCopyRequest:
    """Return a stored request with a confirmed address."""
    values = {
        "publication": issue.page_ptr,
        "form": "online",
        "language": "en",
        "email": "ana@example.org",
        "email_confirmed_at": timezone.now(),
        "submission": f"form {time.time_ns()}",
    }
    return AccessibleCopyRequest.objects.create(**values | fields)


def link_in_mail() -> str:
    """Return the address that the last mail in the outbox leads to."""
    return re.search(r"https?://[^/]+(/\S+)", OutboxMail.objects.latest("pk").text)[1]


def test_a_publication_that_not_everybody_can_read_says_so(client, issue):
    page = client.get(issue.url).content.decode()

    assert f"/sq/accessible-copy/{issue.pk}/" in page


def test_a_pdf_too_large_to_be_looked_into_can_be_asked_for(client, issue):
    SiteDocument.objects.filter(pk=issue.document_id).update(reading_state="too_large")

    page = client.get(issue.url).content.decode()

    assert f"/sq/accessible-copy/{issue.pk}/" in page
    assert "tepër e madhe" in page


@pytest.mark.parametrize("accessible", ["tagged", "edition", "unread"])
def test_no_badge_stands_where_it_can_be_read_or_nobody_knows(client, series, accessible):
    facts = {"title": "Plan", "language": "sq", "tagged": accessible == "tagged"}
    make = stored if accessible == "unread" else read
    issue = IssuePageFactory(parent=series, document=make(pdf_files.text_pdf(["A"], **facts)))
    if accessible == "edition":
        story = [{"type": "paragraph", "value": "<p>A</p>"}]
        issue.chapters = [("chapter", {"title": "A", "story": story})]
        issue.chapters.raw_data[0] = {"type": "chapter", "value": {"title": "A", "story": story}}
        issue.save()

    assert "accessible-copy" not in client.get(issue.url).content.decode()


def test_a_request_without_an_address_waits_for_staff(client, issue):
    response = ask(client, issue, words="Faqja 3, ju lutem.")

    (stored_request,) = AccessibleCopyRequest.objects.all()
    assert response.status_code == 302
    assert stored_request.state == State.RECEIVED
    assert stored_request.due_on == timezone.localdate() + timedelta(days=14)
    assert not OutboxMail.objects.exists()
    assert client.get(response["Location"]).status_code == 200


def test_the_form_is_kept_in_no_cache(client, issue):
    response = client.get(f"/sq/accessible-copy/{issue.pk}/")

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_one_form_sent_three_times_is_one_request_and_one_mail(client, issue):
    words = {"email": "ana@example.org", "ticket": ticket()}
    for _click in range(3):
        assert ask(client, issue, **words).status_code == 302

    assert AccessibleCopyRequest.objects.count() == 1
    assert OutboxMail.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"website": "https://example.org"},
        {"wanted": ""},
        {"wanted": "a pony"},
        {"email": "nobody"},
        {"words": "a" * 501},
        {"ticket": "forged"},
        {"ticket": ""},
    ],
)
def test_what_no_reader_would_send_is_refused_with_the_words_kept(client, issue, fields):
    response = ask(client, issue, **{"words": "My words."} | fields)

    assert response.status_code == 422
    assert not AccessibleCopyRequest.objects.exists()
    assert fields.get("words", "My words.") in response.content.decode()


def test_a_form_that_was_filled_in_an_instant_is_refused(client, issue):
    assert ask(client, issue, ticket=ticket(age=0)).status_code == 422


def test_a_mailbox_gets_three_mails_of_strangers_a_day_at_most(client, issue, settings):
    for number in range(4):
        caches["limits"].clear()
        response = ask(client, issue, email="ana@example.org", words=f"Request {number}")

    assert response.status_code == 422
    assert OutboxMail.objects.count() == 3
    assert AccessibleCopyRequest.objects.count() == 3


def test_a_network_without_a_puzzle_may_ask_seldom(client, issue):
    assert ask(client, issue).status_code == 302

    response = ask(client, issue)

    assert response.status_code == 429
    assert response["Retry-After"]


def test_a_publication_that_is_no_longer_there_is_not_asked_for(client, issue, series):
    IssuePage.objects.filter(pk=issue.pk).update(live=False)

    assert client.get(f"/sq/accessible-copy/{issue.pk}/").status_code == 404
    assert client.get(f"/sq/accessible-copy/{series.pk}/").status_code == 404
    assert client.get("/sq/accessible-copy/999999999/").status_code == 404


def test_an_address_is_taken_by_a_button_and_not_by_opening_the_link(client, issue):
    ask(client, issue, email="ana@example.org")
    address = link_in_mail()

    assert client.get(address).status_code == 200
    assert not AccessibleCopyRequest.objects.get().tells_by_mail

    assert client.post(address).status_code == 200
    assert AccessibleCopyRequest.objects.get().tells_by_mail
    assert client.post(address).status_code == 410
    assert client.get(address).status_code == 410


def test_a_link_that_is_none_of_ours_is_gone(client):
    assert client.get("/sq/accessible-copy/confirm/nonsense/").status_code == 410


def test_a_member_need_not_confirm_their_own_address(client, issue):
    member = UserFactory(email="mira@example.org")
    member.emailaddress_set.update_or_create(
        email=member.email, defaults={"verified": True, "primary": True}
    )
    client.force_login(member)

    ask(client, issue, email="Mira@example.org")

    assert AccessibleCopyRequest.objects.get().tells_by_mail
    assert not OutboxMail.objects.exists()


def test_the_requester_is_told_once_when_the_copy_is_there(issue):
    found = waiting(issue)

    for _click in range(2):
        answer_request(number=found.pk, changes={"state": State.READY, "answer": "See page 2."})

    (told,) = OutboxMail.objects.all()
    assert told.to == "ana@example.org"
    assert "See page 2." in told.text
    assert issue.url in told.text


def test_an_address_that_was_not_confirmed_gets_no_answer(issue):
    found = waiting(issue, email_confirmed_at=None)

    answer_request(number=found.pk, changes={"state": State.READY})

    assert not OutboxMail.objects.exists()


def test_who_confirms_after_the_answer_is_told_then(client, issue):
    ask(client, issue, email="ana@example.org")
    token = link_in_mail().rstrip("/").rpartition("/")[2]
    answer_request(number=request_behind(token).pk, changes={"state": State.READY})

    confirm_address(token=token)

    assert OutboxMail.objects.count() == 2


def test_an_accessible_pdf_answers_whom_it_helps(issue, django_capture_on_commit_callbacks):
    for form in Form:
        waiting(issue, form=form, email=f"{form}@example.org")
    document = SiteDocument.objects.get(pk=issue.document_id)
    from django.core.files.base import ContentFile

    content = pdf_files.text_pdf(["Words."], title="Plan", language="sq", tagged=True)
    with django_capture_on_commit_callbacks(execute=True):
        document.file = ContentFile(content, name="bulletin.pdf")
        document.save()

    ready = AccessibleCopyRequest.objects.filter(state=State.READY)
    assert set(ready.values_list("form", flat=True)) == {Form.ONLINE, Form.TAGGED_PDF}
    told = {address for message in mail.outbox for address in message.to}
    assert told == {"online@example.org", "tagged-pdf@example.org"}


def test_publishing_an_edition_answers_who_waits_for_a_text_online(issue):
    for form in Form:
        waiting(issue, form=form)
    issue.chapters = [("chapter", {"title": "A"})]

    issue.save_revision().publish()

    answered = AccessibleCopyRequest.objects.exclude(state=State.RECEIVED)
    assert list(answered.values_list("form", "state")) == [(Form.ONLINE, State.READY)]


def test_publishing_without_an_edition_answers_nobody(issue):
    waiting(issue)

    issue.save_revision().publish()

    assert AccessibleCopyRequest.objects.get().state == State.RECEIVED


def test_telling_again_tells_nobody(issue):
    waiting(issue)

    forms = {Form.ONLINE}
    assert (tell_who_waits(issue, forms=forms), tell_who_waits(issue, forms=forms)) == (1, 0)
    assert OutboxMail.objects.count() == 1


@pytest.mark.parametrize("what", ["issue", "series"])
def test_who_waits_is_told_when_the_publication_is_deleted(issue, series, what):
    waiting(issue)
    waiting(issue, email="", email_confirmed_at=None)
    waiting(issue, email="answered@example.org", state=State.DECLINED, answered_at=timezone.now())
    title, above = issue.title, (issue if what == "issue" else series).get_parent()

    {"issue": issue, "series": series}[what].delete()

    (told,) = OutboxMail.objects.all()
    assert told.to == "ana@example.org"
    assert title in told.subject
    assert "The publication was taken off the portal." in told.text
    if what == "issue":
        assert above.url in told.text
    assert not AccessibleCopyRequest.objects.exists()


def test_addresses_are_forgotten_when_they_have_done_their_work(issue):
    now = timezone.now()
    answered = {"state": State.READY, "answered_at": now - timedelta(days=31)}
    kept = waiting(issue)
    unconfirmed = waiting(
        issue, email_confirmed_at=None, created_at=now - timedelta(hours=73), words="My words."
    )
    done = waiting(issue, words="My words.", **answered)
    old = waiting(issue, created_at=now - timedelta(days=366))

    assert forget_addresses(now) == {"addresses for accessible copies": 3}

    for row in (kept, unconfirmed, done, old):
        row.refresh_from_db()
    assert [row.email for row in (kept, unconfirmed, done, old)] == ["ana@example.org", "", "", ""]
    assert (unconfirmed.words, done.words) == ("My words.", "")
    assert forget_addresses(now) == {"addresses for accessible copies": 0}


def test_the_queue_shows_what_is_due_and_never_an_address(admin_client, issue):
    waiting(issue, due_on=timezone.localdate() - timedelta(days=1))
    address = reverse("publications_accessiblecopyrequest_modeladmin_index")

    with translation.override("en"):
        page = admin_client.get(f"{address}?due=overdue").content.decode()

    assert issue.title in page
    assert "ana@example.org" not in page


@pytest.mark.parametrize("choice", ["open", "mine", "nonsense"])
def test_the_queue_is_filtered(admin_client, issue, choice):
    waiting(issue)
    address = reverse("publications_accessiblecopyrequest_modeladmin_index")

    assert admin_client.get(f"{address}?due={choice}").status_code in {200, 302}


def test_staff_answer_in_the_form_and_must_say_why_they_decline(admin_client, admin_user, issue):
    found = waiting(issue)
    address = reverse("publications_accessiblecopyrequest_modeladmin_edit", args=[found.pk])
    words = {"state": "declined", "owner": "", "due_on": "2027-01-05", "answer": "", "note": ""}

    assert "ana@example.org" not in admin_client.get(address).content.decode()
    admin_client.post(address, words)
    found.refresh_from_db()
    assert found.is_open

    admin_client.post(address, words | {"answer": "There is no text.", "owner": admin_user.pk})
    found.refresh_from_db()
    assert found.state == State.DECLINED
    assert found.owner == admin_user
    assert "There is no text." in OutboxMail.objects.get().text


def test_the_welcome_counts_who_waits_and_who_waits_too_long(issue, admin_user):
    waiting(issue)
    waiting(issue, due_on=timezone.localdate() - timedelta(days=1))

    with translation.override("en"):
        (step,) = requests_that_wait(admin_user)

    assert step.text == "2 requests for accessible copies wait, 1 overdue"
    assert step.urgent


def test_the_welcome_is_silent_where_nobody_waits_or_to_whom_it_is_no_matter(issue, admin_user):
    assert list(requests_that_wait(admin_user)) == []
    waiting(issue)
    assert list(requests_that_wait(UserFactory())) == []
