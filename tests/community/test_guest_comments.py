"""Guests comment by a link to their mailbox: once, within 72 hours, by a button."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.db import connection
from django.test import Client
from django.utils import timezone

from community.guest_guards import TICKET_SALT
from community.models import (
    Comment,
    CommunitySettings,
    Discussion,
    HeldFor,
    MailboxCount,
    PendingComment,
    State,
)
from community.models.mailboxes import DAILY_MAILS
from community.services.guests import SALT
from site_config.models import OutboxMail
from site_config.retention import remove_what_is_too_old
from tests.community.comment_steps import change, read, write_url
from tests.community.puzzle_steps import solved
from tests.factories.community import CommentFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


@pytest.fixture(autouse=True)
def _guests_welcome(db: None) -> None:
    """Let guests comment."""
    CommunitySettings.objects.create(guests_may_comment=True)


def ticket(seconds: int = 60, name: str = "one") -> str:
    """Return the signed name of a form that was opened so long ago."""
    opened = int(timezone.now().timestamp()) - seconds
    return signing.dumps({"opened": opened, "id": name}, salt=TICKET_SALT)


def words(**changes: object) -> dict[str, object]:
    given = {"name": "Ana", "email": "ana@example.org", "text": "A street."}
    return given | {"submission": ticket(), "altcha": solved()} | changes


def link() -> str:
    """Return the path of the link in the last mail."""
    found = re.search(r"https?://[^/\s]+(/\S+/confirm/\S+)", OutboxMail.objects.latest("pk").text)
    return found[1]


def test_a_guest_comments_by_the_button_behind_a_link(client, discussion):
    opened = read(client, write_url(discussion))
    sent = client.post(write_url(discussion), words())
    page = read(client, link())
    done = client.post(link())

    assert 'name="email"' in opened
    assert sent["Location"] == "/en/community/comments/check-mailbox/"
    assert "A street." in page
    assert "Your comment is confirmed" in done.content.decode()
    comment = Comment.objects.get(opens=False)
    assert (comment.state, comment.held_for) == (State.HELD, HeldFor.GUEST)
    assert (comment.author_name, comment.user_email) == ("Ana", "ana@example.org")
    assert not PendingComment.objects.exists()


def test_a_confirmed_comment_is_read_when_a_moderator_has_approved_it(client, discussion):
    client.post(write_url(discussion), words())
    client.post(link())
    address = f"/en/community/discussions/{discussion.pk}-{discussion.slug}/"
    before = read(client, address)

    change(Comment.objects.get(opens=False), State.PUBLIC)
    html = read(client, address)

    assert "A street." not in before
    assert "A street." in html
    assert ">Ana</h3>" in html
    assert "ana@example.org" not in html


def test_opening_the_link_changes_nothing(client, discussion):
    client.post(write_url(discussion), words())

    for method in (client.get, client.head, client.get):
        assert method(link()).status_code == 200

    assert not Comment.objects.filter(opens=False).exists()
    assert PendingComment.objects.count() == 1


def test_the_button_has_a_token_and_the_page_is_in_no_cache(client, discussion):
    client.post(write_url(discussion), words())
    response = client.get(link())

    assert "csrfmiddlewaretoken" in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"
    assert Client(enforce_csrf_checks=True).post(link()).status_code == 403
    assert not Comment.objects.filter(opens=False).exists()


def test_a_link_is_good_once(client, discussion):
    client.post(write_url(discussion), words())
    client.post(link())

    again = [client.post(link()).status_code, client.get(link()).status_code]

    assert again == [410, 410]
    assert Comment.objects.filter(opens=False).count() == 1


def test_a_link_brings_no_erased_comment_back(client, discussion):
    client.post(write_url(discussion), words())
    client.post(link())
    Comment.objects.get(opens=False).delete()

    client.post(link())
    client.get(link())

    assert not Comment.objects.filter(opens=False).exists()


def test_a_link_is_good_for_72_hours(client, discussion):
    client.post(write_url(discussion), words())
    late = timezone.now() - timedelta(hours=72, minutes=1)
    PendingComment.objects.update(written_at=late)

    assert client.post(link()).status_code == 410
    assert remove_what_is_too_old()["unconfirmed comments"] == 1


@pytest.mark.parametrize(
    "token",
    ["nonsense", "MQ:1abc:def", signing.dumps(1, salt="another")],
    ids=["nonsense", "unsigned", "of another purpose"],
)
def test_a_link_that_is_none_of_ours_confirms_nothing(client, discussion, token):
    client.post(write_url(discussion), words())

    assert client.post(f"/en/community/comments/confirm/{token}/").status_code == 410
    assert not Comment.objects.filter(opens=False).exists()


def test_a_link_is_signed_json_and_carries_no_words(client, discussion):
    client.post(write_url(discussion), words())
    token = link().rstrip("/").rpartition("/")[2]

    assert signing.loads(token, salt=SALT) == PendingComment.objects.get().pk


def test_where_the_page_has_closed_meanwhile_nothing_is_posted(client, discussion):
    client.post(write_url(discussion), words())
    Discussion.objects.update(state="hidden")

    response = client.post(link())

    assert response.status_code == 422
    assert not Comment.objects.filter(opens=False).exists()
    assert PendingComment.objects.count() == 1


def test_a_mail_holds_nothing_that_a_stranger_has_written(client, discussion):
    client.post(write_url(discussion), words(text="Buy now!", name="Cheap Pills"))

    mail = OutboxMail.objects.get()
    for part in (mail.text, mail.html, mail.subject):
        assert "Buy now" not in part
        assert "Cheap Pills" not in part
    assert mail.to == "ana@example.org"
    assert discussion.title in mail.text


def test_one_form_sent_three_times_is_one_mail(client, discussion):
    form = words()
    for _click in range(3):
        response = client.post(write_url(discussion), form)
        assert response.status_code == 302

    assert PendingComment.objects.count() == OutboxMail.objects.count() == 1


def test_a_mailbox_gets_three_mails_a_day_whoever_asks(client, discussion):
    addresses = ["ana@example.org", "ANA@example.org", "ana+spam@example.org", "ana@example.org"]
    answers = [
        client.post(
            write_url(discussion),
            words(email=address, submission=ticket(name=str(number))),
            REMOTE_ADDR=f"192.0.{number}.1",
        )
        for number, address in enumerate(addresses)
    ]

    assert [answer.status_code for answer in answers] == [302, 302, 302, 422]
    assert "A street.</textarea>" in answers[-1].content.decode()
    assert OutboxMail.objects.count() == DAILY_MAILS
    assert MailboxCount.objects.get().mails == DAILY_MAILS


def test_a_network_sends_three_comments_in_ten_minutes(client, discussion):
    statuses = [
        client.post(
            write_url(discussion),
            words(email=f"guest{number}@example.org", submission=ticket(name=str(number))),
        ).status_code
        for number in range(4)
    ]

    assert statuses == [302, 302, 302, 429]
    assert OutboxMail.objects.count() == 3


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"website": "https://spam.example"}, "a field that nobody sees"),
        ({"submission": "made up"}, "had waited too long"),
        ({"email": "no mailbox"}, "email-error"),
        ({"name": "Moderator"}, "taken for the city"),
        ({"name": "Luljeta S."}, "A member has this name"),
        ({"text": " "}, "Write something first"),
        ({"reply": "999999"}, "not on this page"),
    ],
)
def test_what_no_guest_may_send_is_refused_and_the_words_stay(client, discussion, changes, reason):
    UserFactory(display_name="Luljeta S.")

    response = client.post(write_url(discussion), words(**changes))

    html = response.content.decode()
    assert response.status_code == 422
    assert reason in html
    assert f"{changes.get('text', 'A street.')}</textarea>" in html
    assert not OutboxMail.objects.exists()
    assert not PendingComment.objects.exists()


def test_a_form_that_was_sent_at_once_is_refused_and_can_be_sent_again(client, discussion):
    quick = words(submission=ticket(seconds=0))
    response = client.post(write_url(discussion), quick)

    html = response.content.decode()
    assert response.status_code == 422
    assert "very quick" in html
    assert f'value="{quick["submission"]}"' in html
    assert not OutboxMail.objects.exists()


def test_a_form_that_was_renewed_can_be_sent(client, discussion, monkeypatch):
    html = client.post(write_url(discussion), words(submission="made up")).content.decode()
    renewed = re.search(r'name="submission" value="([^"]+)"', html)[1]
    monkeypatch.setattr("community.guest_guards.QUICKEST_SECONDS", 0)

    assert client.post(write_url(discussion), words(submission=renewed)).status_code == 302


def test_a_guest_answers_a_comment(client, discussion):
    opener = CommentFactory(content_object=discussion)
    client.post(write_url(discussion), words(reply=opener.pk))
    client.post(link())

    assert Comment.objects.latest("pk").parent_id == opener.pk


def test_a_page_that_tells_of_the_mailbox_is_the_same_for_everybody(client):
    response = client.get("/en/community/comments/check-mailbox/")

    assert response.status_code == 200
    assert "public" in response["Cache-Control"]


def test_where_guests_may_not_comment_no_mail_leaves(client, discussion):
    CommunitySettings.objects.update(guests_may_comment=False)

    client.post(write_url(discussion), words())

    assert not OutboxMail.objects.exists()


def test_the_mail_is_stored_with_the_comment_or_not_at_all(client, discussion, monkeypatch):
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("community.services.guests.send_account_mail", fail)
    with pytest.raises(RuntimeError):
        client.post(write_url(discussion), words())

    assert not connection.needs_rollback
    assert not PendingComment.objects.exists()
    assert not MailboxCount.objects.exists()
