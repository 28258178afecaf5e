"""Comments as everybody reads them: pages, places, and lines for what is gone."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from community.models import (
    HiddenFor,
    State,
)
from community.threads import REPLIES_SHOWN, THREADS_PER_PAGE
from tests.community.comment_steps import address, change, read, write_url
from tests.factories.community import CommentFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


@pytest.mark.parametrize("kind", ["article", "discussion"])
def test_a_page_with_comments_is_one_document_for_everybody(client, kind, request):
    target = request.getfixturevalue(kind)
    CommentFactory(content_object=target, comment="Rruga e *Barrikadave*.")

    response = client.get(address(target))

    html = response.content.decode()
    assert "Rruga e <em>Barrikadave</em>." in html
    assert "1 comment" in html
    assert "csrfmiddlewaretoken" not in html
    assert not response.cookies
    assert "public" in response["Cache-Control"]
    again = client.get(address(target), headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_replies_stand_below_what_they_answer(client, discussion):
    first = CommentFactory(content_object=discussion, comment="First.")
    CommentFactory(content_object=discussion, comment="Second.")
    CommentFactory(content_object=discussion, comment="Answer.", parent=first)

    html = read(client, address(discussion))

    assert html.index("First.") < html.index("Answer.") < html.index("Second.")
    assert re.search(
        r'First\..*<ol class="thread">\s*<li>.*Answer\..*</ol>.*Second\.', html, re.DOTALL
    )


def test_a_hidden_comment_leaves_a_line_with_its_reason(client, discussion):
    comment = CommentFactory(content_object=discussion, comment="An insult.")
    CommentFactory(content_object=discussion, comment="An answer to it.", parent=comment)
    change(comment, State.HIDDEN, hidden_for=HiddenFor.INSULT)

    html = read(client, address(discussion))

    assert "hidden by a moderator. Reason: Insults somebody" in html
    assert "An insult." not in html
    assert "An answer to it." not in html
    assert "Show the whole thread" not in html


@pytest.mark.parametrize(
    ("state", "line"),
    [
        (State.DELETED, "deleted by its author"),
        (State.ERASED, "erased with the account of a former member"),
    ],
)
def test_a_comment_that_is_gone_keeps_its_place_above_its_replies(client, discussion, state, line):
    comment = CommentFactory(content_object=discussion, comment="Regretted.")
    CommentFactory(content_object=discussion, comment="An answer.", parent=comment)
    change(comment, state)

    html = read(client, address(discussion))

    assert html.index(line) < html.index("An answer.")
    assert "Regretted." not in html


def test_a_waiting_comment_is_seen_by_its_author_alone(client, discussion):
    comment = CommentFactory(content_object=discussion, comment="My first.", held=True)
    own = f"/en/community/comments/{comment.pk}/own/"

    assert "My first." not in read(client, address(discussion))
    client.force_login(UserFactory())
    assert client.get(own).status_code == 404
    client.force_login(comment.user)
    html = read(client, own)
    assert "My first." in html
    assert "waits for a moderator" in html


def test_a_former_members_comment_stays_without_their_name(client, discussion):
    comment = CommentFactory(content_object=discussion, comment="Still here.")
    name = comment.user.display_name
    comment.user.delete()

    html = read(client, address(discussion))

    assert "Still here." in html
    assert "Former member" in html
    assert name not in html


def test_long_conversations_come_in_pages(client, discussion):
    author = UserFactory()
    for number in range(THREADS_PER_PAGE + 1):
        CommentFactory(content_object=discussion, user=author, comment=f"Street {number}.")

    first = read(client, address(discussion))
    second = read(client, f"{address(discussion)}?comments=2")

    assert "Street 0." in first
    assert f"Street {THREADS_PER_PAGE}." not in first
    assert f"Street {THREADS_PER_PAGE}." in second
    assert "Street 0." not in second
    assert 'href="?comments=2#comments"' in first


@pytest.mark.parametrize("number", ["0", "-1", "x", "2", "99999999999"])
def test_a_page_of_comments_that_is_none_is_not_found(client, discussion, article, number):
    for target in (discussion, article):
        assert client.get(f"{address(target)}?comments={number}").status_code == 404


def test_a_permalink_leads_to_the_right_page_of_a_long_conversation(client, discussion):
    author = UserFactory()
    comments = [
        CommentFactory(content_object=discussion, user=author)
        for _number in range(THREADS_PER_PAGE + 1)
    ]
    reply = CommentFactory(content_object=discussion, user=author, parent=comments[-1])

    for comment, query in [
        (comments[0], ""),
        (comments[-1], "?comments=2"),
        (reply, "?comments=2"),
    ]:
        response = client.get(f"/en/community/comments/{comment.pk}/", follow=True)
        goal = f"{address(discussion)}{query}#comment-{comment.pk}"
        assert response.redirect_chain == [(goal, 302)]
        assert f'id="comment-{comment.pk}"' in response.content.decode()


def test_a_permalink_counts_only_threads_that_are_shown(client, discussion):
    author = UserFactory()
    comments = [
        CommentFactory(content_object=discussion, user=author)
        for _number in range(THREADS_PER_PAGE + 1)
    ]
    change(comments[0], State.DELETED)

    response = client.get(f"/en/community/comments/{comments[-1].pk}/")

    assert response["Location"] == f"{address(discussion)}#comment-{comments[-1].pk}"


def test_a_long_thread_is_cut_and_has_a_page_of_its_own(client, discussion):
    author = UserFactory()
    opener = CommentFactory(content_object=discussion, user=author)
    replies = [
        CommentFactory(content_object=discussion, user=author, parent=opener)
        for _number in range(REPLIES_SHOWN + 25)
    ]

    html = read(client, address(discussion))
    shown = re.findall(r'id="comment-(\d+)"', html.partition("data-thread")[2])
    last = client.get(f"/en/community/comments/{replies[-1].pk}/", follow=True)
    early = client.get(f"/en/community/comments/{replies[0].pk}/")

    assert len(shown) == REPLIES_SHOWN + 1
    assert f"Show the whole thread with {REPLIES_SHOWN + 25} replies" in html
    goal = f"/en/community/comments/{opener.pk}/thread/?page=2#comment-{replies[-1].pk}"
    assert last.redirect_chain == [(goal, 302)]
    assert f'id="comment-{replies[-1].pk}"' in last.content.decode()
    assert "public" in last["Cache-Control"]
    assert early["Location"] == f"{address(discussion)}#comment-{replies[0].pk}"


def test_the_thread_of_a_reply_is_where_the_reply_stands(client, discussion):
    opener = CommentFactory(content_object=discussion)
    reply = CommentFactory(content_object=discussion, parent=opener)

    response = client.get(f"/en/community/comments/{reply.pk}/thread/")

    assert response["Location"] == f"/en/community/comments/{reply.pk}/"


def test_comments_of_a_restricted_page_are_in_nobodys_shared_copy(client, article):
    comment = CommentFactory(content_object=article, comment="For insiders.")
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    thread = f"/en/community/comments/{comment.pk}/thread/"

    assert client.get(thread).status_code == 404
    client.force_login(UserFactory())
    response = client.get(thread)
    assert "For insiders." in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("number", [2, 60])
def test_an_article_asks_no_more_when_people_comment(client, article, number):
    client.get(article.url)
    with CaptureQueriesContext(connection) as without:
        client.get(article.url)
    author = UserFactory()
    for _number in range(number):
        opener = CommentFactory(content_object=article, user=author)
        CommentFactory(content_object=article, user=author, parent=opener)
    with CaptureQueriesContext(connection) as with_comments:
        client.get(article.url)

    assert len(with_comments) - len(without) <= 3


def test_a_closed_page_shows_its_comments_and_no_way_to_write(client, article):
    CommentFactory(content_object=article, comment="Early.")
    article.comments_mode = "closed"
    article.save_revision().publish()

    html = read(client, article.url)

    assert "Early." in html
    assert "Comments are closed" in html
    assert write_url(article) not in html


def test_a_closed_page_without_comments_says_nothing_about_them(client, article):
    article.comments_mode = "closed"
    article.save_revision().publish()

    assert 'id="comments"' not in read(client, article.url)


def test_each_page_of_the_comments_of_an_article_stands_for_itself(client, article):
    CommentFactory.create_batch(THREADS_PER_PAGE + 1, content_object=article)

    first = read(client, article.url)
    second = read(client, f"{article.url}?comments=2")

    url = article.full_url
    assert f'<link rel="canonical" href="{url}">' in first
    assert f'<link rel="canonical" href="{url}?comments=2">' in second


def test_the_page_of_a_long_thread_works_in_place_and_skips_no_heading(client, discussion):
    opener = CommentFactory(content_object=discussion)
    CommentFactory(content_object=discussion, parent=opener)

    html = read(client, f"/en/community/comments/{opener.pk}/thread/")

    main = html[html.index("<h1") : html.index("</main>")]
    assert re.findall(r"<h(\d)", main) == ["1", "2", "3", "2", "3"]
    assert f'data-opener="{opener.pk}"' in main
    assert f'data-personal="/en/community/on/discussion/{discussion.pk}/mine/"' in main
    for needed in ("data-said", "data-thread", "community/js/comments"):
        assert needed in main, needed
