"""What django-comments-xtd loses, doubles or leaks (F7 to F11), and the portal does not."""

import hashlib
import json
import re
import time

import pytest
from django.core import mail, signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_comments_xtd.models import XtdComment

from community.guest_guards import TICKET_SALT
from community.models import Comment, CommunitySettings, Conversation, PendingComment, State
from site_config.models import OutboxMail
from tests.community.bare_package import bare
from tests.community.comment_steps import trusted, write_url
from tests.community.tree import reckon, stored
from tests.factories.community import CommentFactory, UserFactory

__all__ = ["bare"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


# F7: one form, many comments, many mails --------------------------------------------------------


def test_f7_the_package_mails_fifty_strangers_for_one_form(client, bare, discussion):
    form = bare.form(discussion)

    for number in range(50):
        bare.post(client, discussion, **form, email=f"stranger{number}@example.org")

    assert len(mail.outbox) == 50


def test_f7_the_package_makes_three_comments_of_three_clicks(client, bare, discussion):
    client.force_login(UserFactory())
    form = bare.form(discussion)

    for _click in range(3):
        bare.post(client, discussion, **form)

    # The discussion begins with one of its own.
    assert XtdComment.objects.count() == 1 + 3


def test_f7_the_portal_mails_nobody_for_a_form_that_a_stranger_sends(client, discussion):
    for number in range(50):
        client.post(
            write_url(discussion), {"text": "Buy!", "email": f"stranger{number}@example.org"}
        )

    assert not OutboxMail.objects.exists()
    assert not Comment.objects.filter(opens=False).exists()


def test_f7_the_portal_makes_one_comment_of_three_clicks_and_of_the_way_back(client, discussion):
    client.force_login(trusted())
    before = Comment.objects.filter(opens=False).count()
    opened = client.get(write_url(discussion)).content.decode()
    submission = re.search(r'name="submission" value="(\w+)"', opened)[1]

    answers = [
        client.post(write_url(discussion), {"text": "A street.", "submission": submission})
        for _click in range(3)
    ]
    # The way back opens the form anew, with the same words in it.
    answers.append(client.post(write_url(discussion), {"text": "A street."}))

    assert Comment.objects.filter(opens=False).count() == before + 1
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer["Location"] for answer in answers}) == 1


# F8: mailboxes and likes are told to everybody --------------------------------------------------


def test_f8_the_package_tells_a_digest_of_the_mailbox(client, bare, discussion):
    bare.store(discussion)
    digest = hashlib.md5(b"ana@example.org", usedforsecurity=False).hexdigest()

    assert digest in client.get(bare.listing(discussion)).content.decode()


def test_f8_the_portal_tells_no_mailbox_and_nobody_who_liked(client, discussion):
    comment = CommentFactory(content_object=discussion)
    fan = UserFactory(display_name="Genti B.")
    client.force_login(fan)
    client.post(f"/en/community/comments/{comment.pk}/like/", {"liked": "1"})
    client.post(f"/en/community/comments/{comment.pk}/report/", {"reason": "spam"})
    assert (comment.flags.count(), comment.reports.count()) == (1, 1)

    page = Client().get(f"/en/community/discussions/{discussion.pk}-{discussion.slug}/")

    html = page.content.decode()
    for address in (comment.user.email, fan.email):
        digest = hashlib.md5(address.encode(), usedforsecurity=False).hexdigest()
        assert address not in html
        assert digest not in html
    assert "Genti B." not in html
    assert "gravatar" not in html.lower()


# F9: without a mail server a stored comment is answered with an error ---------------------------


@pytest.fixture
def dead_mail_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """No mail leaves."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)


def test_f9_the_package_stores_a_comment_and_says_it_failed(
    client, bare, discussion, dead_mail_server
):
    bare.store(discussion, followup=True)
    client.force_login(UserFactory())
    client.raise_request_exception = False

    response = bare.post(client, discussion, email="genti@example.org", comment="Stored?")

    assert response.status_code == 500
    assert XtdComment.objects.filter(comment="Stored?").exists()


def test_f9_the_package_loses_what_a_guest_has_written(client, bare, discussion, dead_mail_server):
    client.raise_request_exception = False

    response = bare.post(client, discussion, comment="Lost?")

    assert response.status_code == 500
    assert not XtdComment.objects.filter(comment="Lost?").exists()
    assert not mail.outbox


def test_f9_the_portal_keeps_what_a_guest_has_written_until_its_mail_can_leave(
    client, commit, discussion, site, dead_mail_server
):
    CommunitySettings.objects.create(guests_may_comment=True)
    opened = int(time.time()) - 60
    ticket = signing.dumps({"opened": opened, "id": "one"}, salt=TICKET_SALT)
    words = {"name": "Ana", "email": "ana@example.org", "text": "Kept.", "submission": ticket}

    response = commit(client.post, write_url(discussion), words)

    assert response.status_code == 302
    assert PendingComment.objects.get().text == "Kept."
    assert OutboxMail.objects.get().state == OutboxMail.State.WAITING


def test_f9_the_portal_stores_a_comment_and_says_so(client, discussion, dead_mail_server):
    client.force_login(trusted())

    response = client.post(write_url(discussion), {"text": "Stored."})

    assert response.status_code == 302
    assert Comment.objects.filter(comment="Stored.").count() == 1


# F10: storing a comment again publishes what waits below it -------------------------------------


def test_f10_the_package_publishes_a_waiting_reply_with_its_parent(bare, discussion):
    opener = bare.store(discussion)
    waiting = bare.store(discussion, parent_id=opener.pk, is_public=False)

    XtdComment.objects.get(pk=opener.pk).save()

    waiting.refresh_from_db()
    assert waiting.is_public


def test_f10_the_package_counts_on_at_every_save(bare, discussion):
    opener = bare.store(discussion)
    reply = bare.store(discussion, parent_id=opener.pk)
    bare.store(discussion, parent_id=reply.pk)
    right = XtdComment.objects.get(pk=opener.pk).nested_count

    for _time in range(3):
        XtdComment.objects.get(pk=reply.pk).save()

    assert XtdComment.objects.get(pk=opener.pk).nested_count != right


def test_f10_the_portal_publishes_and_counts_nothing_by_a_save(discussion):
    opener = CommentFactory(content_object=discussion)
    reply = CommentFactory(content_object=discussion, parent=opener)
    waiting = CommentFactory(content_object=discussion, parent=opener, held=True)
    CommentFactory(content_object=discussion, parent=reply)

    for comment in (opener, reply):
        for _time in range(3):
            Comment.objects.get(pk=comment.pk).save()

    waiting.refresh_from_db()
    assert (waiting.state, waiting.is_public) == (State.HELD, False)
    assert stored(opener.conversation) == reckon(opener.conversation)


# F11: a question for each comment; links that lead nowhere; comments without a page -------------


def test_f11_the_package_asks_the_database_for_each_comment(client, bare, discussion):
    for _number in range(40):
        bare.store(discussion, user=UserFactory())

    with CaptureQueriesContext(connection) as queries:
        listed = json.loads(client.get(bare.listing(discussion)).content)

    assert len(listed) == 40 + 1
    assert len(queries) > 80


@pytest.mark.parametrize("number", [4, 40, 120])
def test_f11_a_page_of_the_portal_asks_as_little_however_long_it_is(client, discussion, number):
    authors = UserFactory.create_batch(4)
    openers = [
        CommentFactory(content_object=discussion, user=authors[index % 4])
        for index in range(number // 2)
    ]
    for index, opener in enumerate(openers):
        CommentFactory(content_object=discussion, user=authors[index % 4], parent=opener)
    address = f"/en/community/discussions/{discussion.pk}-{discussion.slug}/"
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)

    about_comments = [
        query["sql"]
        for query in queries
        if re.search(r"community_(conversation|comment)|comment_flags", query["sql"])
    ]
    assert 0 < len(about_comments) <= 8
    assert len(queries) <= 8


def test_f11_the_package_links_to_nowhere_on_a_page(client, bare, article):
    comment = bare.store(article)
    client.raise_request_exception = False

    assert client.get(comment.get_absolute_url(), follow=True).status_code == 404


def test_f11_a_link_of_the_portal_leads_to_the_comment(client, article):
    comment = CommentFactory(content_object=article, comment="Here I stand.")

    response = client.get(f"/en/community/comments/{comment.pk}/", follow=True)

    assert response.redirect_chain[-1][0] == f"{article.url}#comment-{comment.pk}"
    assert f'id="comment-{comment.pk}"' in response.content.decode()


def test_f11_comments_of_the_package_outlive_their_page(bare, article):
    bare.store(article)

    article.delete()

    assert XtdComment.objects.exists()


@pytest.mark.parametrize("above", [False, True])
def test_f11_comments_of_the_portal_go_with_their_page(article, above):
    CommentFactory(content_object=article)

    (article.get_parent() if above else article).delete()

    assert not XtdComment.objects.exists()
    assert not Conversation.objects.exists()
