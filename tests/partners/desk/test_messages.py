"""Messages to the city arrive once, have an owner, and are answered by mail."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from partners.models import DeskMessage, DeskThread
from site_config.models import OutboxMail
from tests.factories.community import UserFactory
from tests.factories.partner_desk import (
    DeskAssetFactory,
    DeskMessageFactory,
    DeskThreadFactory,
    PartnerMemberFactory,
)

pytestmark = pytest.mark.django_db


def write(seat, path="messages/", **changes):
    words = {"subject": "Flags", "words": "When do they go up?", "ticket": "one"} | changes
    return seat.client.post(seat.url(path), words)


def inspect(thread: DeskThread) -> str:
    return reverse("partners_deskthread_modeladmin_inspect", args=[thread.pk])


def test_a_message_reaches_whoever_looks_after_the_partner(
    seat, admin_user, django_capture_on_commit_callbacks
):
    seat.partner.responsible = admin_user
    seat.partner.save()

    with django_capture_on_commit_callbacks():
        response = write(seat)

    thread = DeskThread.all_partners.get()
    assert response.url == seat.url(f"messages/{thread.pk}/")
    assert (thread.owner, thread.state) == (admin_user, "waiting")
    mail = OutboxMail.objects.get(to=admin_user.email)
    assert "Flags" in mail.subject
    assert "When do they go up?" not in mail.text
    assert inspect(thread) in mail.text


def test_a_form_that_is_sent_twice_is_one_message(seat):
    first, second = write(seat), write(seat)

    assert first.url == second.url
    assert DeskMessage.all_partners.count() == 1
    thread = DeskThread.all_partners.get()
    for _time in range(2):
        write(seat, f"messages/{thread.pk}/", ticket="two", words="And the lights?")
    assert DeskMessage.all_partners.count() == 2


def test_a_message_goes_to_administrators_where_nobody_could_answer(
    seat, django_capture_on_commit_callbacks
):
    seat.partner.responsible = UserFactory()
    seat.partner.save()
    administrator = UserFactory()
    administrator.groups.add(Group.objects.get(name="Administrators"))

    with django_capture_on_commit_callbacks():
        write(seat)

    assert [mail.to for mail in OutboxMail.objects.all()] == [administrator.email]


@pytest.mark.parametrize("missing", ["subject", "words"])
def test_an_empty_message_is_told_and_keeps_what_was_typed(seat, missing):
    response = write(seat, **{missing: " "})

    words = response.content.decode()
    assert response.status_code == 422
    assert {"subject": "When do they go up?", "words": "Flags"}[missing] in words
    assert DeskThread.all_partners.count() == 0


def test_who_writes_too_much_is_asked_to_wait_and_loses_no_word(seat):
    for number in range(20):
        write(seat, ticket=str(number))

    response = write(seat, ticket="twenty-one", words="Only one word more.")

    assert response.status_code == 429
    assert "Only one word more." in response.content.decode()
    assert DeskThread.all_partners.count() == 20


def test_an_answer_is_mailed_to_everybody_of_the_partner_and_to_nobody_else(
    seat, other, admin_client, admin_user, django_capture_on_commit_callbacks
):
    colleague = PartnerMemberFactory(partner=seat.partner, user__language="sq").user
    thread = DeskThreadFactory(partner=seat.partner, subject="Flags")
    DeskMessageFactory(thread=thread, author=seat.user)

    with django_capture_on_commit_callbacks():
        for _time in range(2):
            admin_client.post(
                inspect(thread), {"decision": "answer", "words": "At eight.", "ticket": "one"}
            )

    thread.refresh_from_db()
    assert (thread.state, thread.owner) == ("answered", admin_user)
    mails = {mail.to: mail for mail in OutboxMail.objects.all()}
    assert set(mails) == {seat.user.email, colleague.email}
    assert "At eight." in mails[seat.user.email].text
    assert f"/sq/partner-desk/{seat.partner.pk}/messages/" in mails[colleague.email].text
    assert "At eight." in seat.client.get(seat.url(f"messages/{thread.pk}/")).content.decode()


def test_an_answer_without_words_is_not_sent(seat, admin_client):
    thread = DeskThreadFactory(partner=seat.partner)

    response = admin_client.post(inspect(thread), {"decision": "answer", "words": ""})

    assert response.status_code == 200
    assert thread.messages.count() == 0


def test_a_matter_is_handed_over_closed_and_opened_again_by_a_message(seat, admin_client):
    moderator = UserFactory()
    moderator.groups.add(Group.objects.get(name="Moderators"))
    thread = DeskThreadFactory(partner=seat.partner)

    admin_client.post(
        inspect(thread), {"decision": "settle", "owner": moderator.pk, "is_closed": "on"}
    )
    thread.refresh_from_db()
    assert (thread.owner, thread.state) == (moderator, "closed")

    write(seat, f"messages/{thread.pk}/", words="One thing more.")
    thread.refresh_from_db()
    assert thread.state == "waiting"


@pytest.mark.parametrize(
    ("group", "status"),
    [("Administrators", 200), ("Moderators", 200), ("Editors", 200), ("Partners", 302)],
)
def test_who_answers_partners(seat, client, group, status):
    person = UserFactory()
    person.groups.add(Group.objects.get(name=group))
    client.force_login(person)
    thread = DeskThreadFactory(partner=seat.partner)

    for address in ("/admin/partners/deskthread/", inspect(thread)):
        assert client.get(address).status_code in {status, 403 if status == 302 else status}


def test_the_first_page_of_staff_says_what_waits(seat, admin_client):
    DeskThreadFactory(partner=seat.partner)
    DeskAssetFactory(partner=seat.partner, delivered=True)
    DeskAssetFactory(partner=seat.partner, overdue=True)

    page = admin_client.get("/admin/", headers={"accept-language": "en"}).content.decode()

    for name in ("deskthread", "deskasset"):
        assert f"/admin/partners/{name}/" in page


def test_the_list_shows_what_waits_first_and_has_its_parts(seat, admin_client, admin_user):
    DeskThreadFactory(partner=seat.partner, subject="Waits", owner=admin_user)
    DeskThreadFactory(partner=seat.partner, subject="Settled", state="closed")
    DeskThreadFactory(
        partner=seat.partner, subject="Newer", last_at=timezone.now() + timedelta(minutes=1)
    )

    def listed(part: str) -> list[str]:
        page = admin_client.get("/admin/partners/deskthread/", {"part": part} if part else {})
        words = page.content.decode()
        found = [name for name in ("Waits", "Settled", "Newer") if name in words]
        return sorted(found, key=words.index)

    assert listed("") == ["Waits", "Newer"]
    assert listed("mine") == ["Waits"]
    assert listed("closed") == ["Settled"]
