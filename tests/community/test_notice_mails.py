"""Mails about what is new: at once or once a day, only while it can be read, and easy to stop."""

import re
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone

from community.models import (
    Comment,
    Delivery,
    Discussion,
    HiddenFor,
    Notification,
    NotificationChoice,
    State,
    Subject,
    User,
)
from community.services.digesting import last_morning, send_digests
from community.services.hearing import deliveries_of
from community.services.moderating import hide_comment
from community.services.posting import edit_comment
from site_config.models import OutboxMail
from site_config.outbox import deliver_due_mails
from tests.community.comment_steps import change, post, trusted
from tests.factories.community import CommentFactory, ModeratorFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


class AwayBackend(EmailBackend):
    """A mail server that is away."""

    def send_messages(self, messages):
        raise ConnectionRefusedError("no mail server")


@pytest.fixture
def writer() -> User:
    """A member whose words appear at once."""
    return trusted(display_name="Ana K.")


@pytest.fixture
def server_away(settings) -> None:
    """The mail server is away."""
    settings.EMAIL_BACKEND = f"{__name__}.AwayBackend"


def comes_back(settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    OutboxMail.objects.update(next_attempt_at=timezone.now())
    deliver_due_mails()


def choose(member: User, delivery: Delivery, *subjects: Subject) -> None:
    for subject in subjects or Subject:
        NotificationChoice.objects.create(member=member, subject=subject, delivery=delivery)


def waiting(member: User, comment: Comment | None = None, hours: float = 30) -> Notification:
    """Return a notification that waits for the mail of the day."""
    return Notification.objects.create(
        recipient=member,
        subject=Subject.REPLY,
        comment=comment or CommentFactory(),
        mail=Notification.Mail.DIGEST,
        made_at=timezone.now() - timedelta(hours=hours),
    )


def stop_path(message: mail.EmailMessage) -> str:
    address = message.extra_headers["List-Unsubscribe"].strip("<>")
    assert address.startswith(("https://", "http://"))
    return urlsplit(address).path


class Elements(HTMLParser):
    """Collects the elements and addresses of a mail."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]


def test_a_reply_comes_by_mail_at_once_with_its_words_and_a_way_to_it(
    commit, discussion, writer, settings
):
    settings.WAGTAILADMIN_BASE_URL = "https://sheshi.example"
    comment = commit(post, discussion, writer, "The *north* side.").comment

    (message,) = mail.outbox
    html = message.alternatives[0].content
    assert message.to == [discussion.author.email]
    assert message.subject.startswith("Ana K. commented on your discussion")
    for body in (message.body, html):
        assert "The north side." in body
        assert f"https://sheshi.example/en/community/comments/{comment.pk}/" in body
        assert "/en/community/me/notifications/choices/" in body
    assert all(link.startswith("https://sheshi.example/") for link in Elements(html).links)


def test_a_mail_is_in_the_language_of_who_reads_it(commit, discussion, writer):
    User.objects.filter(pk=discussion.author_id).update(language="sq")

    commit(post, discussion, writer)

    (message,) = mail.outbox
    assert "komentoi në diskutimin tuaj" in message.subject
    assert "/sq/community/comments/" in message.body
    assert 'lang="sq"' in message.alternatives[0].content


def test_a_mail_says_how_it_is_stopped_by_one_click(commit, discussion, writer):
    commit(post, discussion, writer)

    headers = message_from_bytes(mail.outbox[0].message().as_bytes())
    assert headers["List-Unsubscribe"].strip().startswith("<http")
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_no_mail_comes_where_none_is_wanted(commit, discussion, writer):
    choose(discussion.author, Delivery.NONE)

    commit(post, discussion, writer)

    assert mail.outbox == []
    assert Notification.objects.count() == 1


def test_a_long_word_makes_no_mail_wider_than_its_screen(commit, discussion, writer):
    commit(post, discussion, writer, "Rrugaebarrikadave" * 12)

    html = mail.outbox[0].alternatives[0].content
    tables = re.findall(r'<table role="presentation"[^>]*style="([^"]*)"', html)
    held_in = html.index("Rrugaebarrikadave")
    assert sum("table-layout:fixed" in style for style in tables) >= 2
    assert "overflow-wrap:break-word" in html[:held_in]
    assert "<img" not in html


def test_a_title_of_many_lines_makes_no_header(commit, discussion, writer):
    Discussion.objects.filter(pk=discussion.pk).update(title="A\r\nBcc: all@example.org")

    commit(post, Discussion.objects.get(pk=discussion.pk), writer)

    assert mail.outbox[0].recipients() == [discussion.author.email]
    assert "\n" not in mail.outbox[0].subject


@pytest.mark.usefixtures("server_away")
def test_with_the_mail_server_away_nobody_waits_and_nothing_is_lost_or_doubled(
    commit, discussion, writer, settings
):
    comments = [
        commit(post, discussion, writer, f"Street {number}.").comment for number in range(2)
    ]
    deliver_due_mails()
    assert all(comment.state == State.PUBLIC for comment in comments)
    assert mail.outbox == []

    comes_back(settings)
    comes_back(settings)

    assert sorted("Street" in message.body for message in mail.outbox) == [True] * 2
    assert len({message.body for message in mail.outbox}) == 2


@pytest.mark.usefixtures("server_away")
def test_what_was_hidden_before_its_mail_left_is_never_mailed(commit, discussion, writer, settings):
    comment = commit(post, discussion, writer, "Against the rules.").comment
    hide_comment(comment_id=comment.pk, moderator=ModeratorFactory(), reason=HiddenFor.INSULT)

    comes_back(settings)

    stored = OutboxMail.objects.get(concerns="notifications")
    assert stored.state == OutboxMail.State.WITHDRAWN
    assert "Against" not in f"{stored.subject} {stored.text} {stored.html}"
    assert discussion.author.email not in [message.to[0] for message in mail.outbox]


@pytest.mark.usefixtures("server_away")
def test_words_that_were_changed_before_the_mail_left_are_the_new_ones(
    commit, discussion, writer, settings
):
    comment = commit(post, discussion, writer, "My number is 1234.").comment
    edit_comment(comment_id=comment.pk, editor=writer, text="Call the office.")

    comes_back(settings)

    (message,) = mail.outbox
    assert "Call the office." in message.body
    assert "1234" not in message.body + message.alternatives[0].content


@pytest.mark.usefixtures("server_away")
def test_who_has_stopped_the_mails_meanwhile_gets_none(commit, discussion, writer, settings):
    commit(post, discussion, writer)
    choose(discussion.author, Delivery.NONE)

    comes_back(settings)

    assert mail.outbox == []


def test_the_mail_of_the_day_tells_everything_once(commit, member):
    for number in range(3):
        waiting(member, CommentFactory(comment=f"Street {number}."))

    assert commit(send_digests) == 1
    assert commit(send_digests) == 0

    (message,) = mail.outbox
    assert message.subject == "3 new things in the community"
    assert [f"Street {number}." in message.body for number in range(3)] == [True] * 3
    assert not Notification.objects.for_digest().exists()


def test_what_was_told_after_the_morning_waits_for_the_next_day(commit, member):
    now = timezone.now()
    Notification.objects.filter(pk=waiting(member).pk).update(
        made_at=last_morning(now) + timedelta(seconds=1)
    )

    assert commit(send_digests, now) == 0
    assert commit(send_digests, now + timedelta(days=1)) == 1


def test_what_comes_in_late_does_not_make_a_second_mail_on_one_day(commit, member):
    now = timezone.now()
    waiting(member)
    commit(send_digests, now)
    late = waiting(member)

    assert commit(send_digests, now) == 0
    assert commit(send_digests, now + timedelta(days=1)) == 1
    late.refresh_from_db()
    assert late.mail == Notification.Mail.QUEUED


def test_the_morning_is_the_citys_in_summer_and_winter():
    for month, hour in ((1, 6), (7, 5)):
        before = datetime(2026, month, 10, hour - 1, 59, tzinfo=UTC)
        after = before + timedelta(minutes=1)
        assert (
            timezone.localtime(last_morning(before)).isoformat()[:16] == f"2026-{month:02}-09T07:00"
        )
        assert last_morning(after) == after


def test_the_mail_of_the_day_leaves_out_what_is_gone(commit, member):
    gone, left = waiting(member), waiting(member, CommentFactory(comment="The north side."))
    change(gone.comment, State.HIDDEN)

    commit(send_digests)

    (message,) = mail.outbox
    assert left.comment.comment in message.body
    assert gone.comment.comment not in message.body
    assert message.subject == "1 new thing in the community"


def test_no_mail_of_the_day_is_written_where_nothing_is_left(commit, member):
    change(waiting(member).comment, State.DELETED)

    assert commit(send_digests) == 0
    assert not OutboxMail.objects.exists()
    assert not Notification.objects.for_digest().exists()


@pytest.mark.usefixtures("server_away")
def test_a_mail_of_the_day_loses_what_goes_before_it_leaves(commit, member, settings):
    gone, left = waiting(member), waiting(member)
    commit(send_digests)
    change(gone.comment, State.HIDDEN)

    comes_back(settings)

    (message,) = mail.outbox
    assert left.comment.comment in message.body
    assert gone.comment.comment not in message.body


@pytest.mark.usefixtures("server_away")
def test_a_mail_of_the_day_of_which_nothing_is_left_is_withdrawn(commit, member, settings):
    notification = waiting(member)
    commit(send_digests)
    change(notification.comment, State.HIDDEN)

    comes_back(settings)

    assert mail.outbox == []
    assert OutboxMail.objects.get().state == OutboxMail.State.WITHDRAWN


def test_many_members_get_their_mails_in_parts(commit, monkeypatch):
    monkeypatch.setattr("community.services.digesting.AT_A_TIME", 2)
    members = [waiting(UserFactory()).recipient for _number in range(5)]

    assert commit(send_digests) == 5
    assert {message.to[0] for message in mail.outbox} == {member.email for member in members}


def test_a_mail_program_stops_the_mails_without_cookie_or_token(commit, discussion, writer):
    commit(post, discussion, writer)
    program = Client(enforce_csrf_checks=True)
    path = stop_path(mail.outbox[0])

    response = program.post(path, {"List-Unsubscribe": "One-Click"})

    assert response.status_code == 200
    assert not response.cookies
    assert deliveries_of(discussion.author)["reply"] == Delivery.NONE
    assert deliveries_of(discussion.author)["mention"] == Delivery.NOW


def test_following_the_link_asks_first(commit, discussion, writer, client):
    commit(post, discussion, writer)
    path = stop_path(mail.outbox[0])

    page = client.get(path)

    assert "Stop these mails" in page.content.decode()
    assert not page.cookies
    assert b"csrfmiddlewaretoken" not in page.content
    assert deliveries_of(discussion.author)["reply"] == Delivery.NOW


def test_who_pressed_by_mistake_takes_it_back(commit, member, client):
    waiting(member)
    choose(member, Delivery.DIGEST, Subject.REPLY)
    commit(send_digests)
    path = stop_path(mail.outbox[0])
    before = deliveries_of(member)

    stopped = client.post(path)
    assert Delivery.DIGEST not in deliveries_of(member).values()
    assert deliveries_of(member)["mention"] == Delivery.NOW
    undo = stopped.context["undo"]
    client.post(path, {"undo": undo})

    assert deliveries_of(member) == before


@pytest.mark.parametrize("undo", ["", "nonsense", "x" * 3000])
def test_an_undo_that_is_none_of_ours_changes_nothing(commit, discussion, writer, client, undo):
    commit(post, discussion, writer)

    response = client.post(stop_path(mail.outbox[0]), {"undo": undo})

    assert response.status_code == 404
    assert not NotificationChoice.objects.exists()


@pytest.mark.parametrize("token", ["nonsense", "a:b:c", "%00", "x" * 2000])
def test_a_link_that_is_none_of_ours_is_not_found(client, token):
    assert client.post(f"/en/community/unsubscribe/{token}/").status_code in {400, 404}


def test_the_link_of_who_has_left_does_no_harm(commit, discussion, writer, client):
    commit(post, discussion, writer)
    path = stop_path(mail.outbox[0])
    User.objects.filter(pk=discussion.author_id).delete()

    assert client.post(path).status_code == 200
    assert not NotificationChoice.objects.exists()
