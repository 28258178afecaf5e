"""Writing a comment in a browser without scripts: nothing typed is lost."""

import re

import pytest
from django.test import Client

from community.models import (
    Comment,
    CommunitySettings,
)
from community.threads import THREADS_PER_PAGE
from tests.community.comment_steps import address, read, write_url
from tests.factories.community import CommentFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


@pytest.mark.parametrize("kind", ["article", "discussion"])
def test_a_member_comments_and_is_answered_without_a_script(kind, member, request):
    target = request.getfixturevalue(kind)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(member)
    url = re.search(r'href="([^"]*/write/)"', read(browser, address(target)))[1]

    form = read(browser, url)
    fields = dict(re.findall(r'name="(csrfmiddlewaretoken|submission)" value="(\w+)"', form))
    posted = browser.post(url, fields | {"text": "A street."})
    comment = Comment.objects.latest("pk")
    page = read(browser, posted["Location"])
    reply_url = re.search(r'href="([^"]*/write/\?reply=\d+)"', page)[1]
    form = read(browser, reply_url)
    fields = dict(re.findall(r'name="(csrfmiddlewaretoken|submission|reply)" value="(\w+)"', form))
    browser.post(url, fields | {"text": "An answer."})

    assert posted["Location"].endswith(f"?new={comment.pk}#comment-{comment.pk}")
    assert "Your reply to Genti B." in form
    reply = Comment.objects.latest("pk")
    assert (reply.comment, reply.parent_id, reply.level) == ("An answer.", comment.pk, 1)


def test_the_form_is_in_no_cache_and_has_a_token(client, discussion, member):
    client.force_login(member)

    response = client.get(write_url(discussion))

    assert "csrfmiddlewaretoken" in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_a_stranger_is_told_how_to_become_a_member(client, discussion):
    html = read(client, write_url(discussion))

    assert f"/en/account/login/?next={write_url(discussion)}" in html
    assert "<textarea" not in html


def test_a_preview_shows_the_words_and_stores_nothing(client, discussion, member):
    client.force_login(member)
    before = Comment.objects.filter(opens=False).count()

    response = client.post(
        write_url(discussion), {"text": "A *street* <script>", "preview": "1", "submission": "one"}
    )

    html = response.content.decode()
    assert "A <em>street</em> &lt;script&gt;" in html
    assert "A *street* &lt;script&gt;</textarea>" in html
    assert 'value="one"' in html
    assert Comment.objects.filter(opens=False).count() == before


@pytest.mark.parametrize(
    ("text", "words"), [("  ", "Write something first"), ("a" * 3001, "3,000 characters at most")]
)
def test_what_cannot_be_stored_is_said_and_stays_in_the_form(
    client, discussion, member, text, words
):
    client.force_login(member)

    response = client.post(write_url(discussion), {"text": text})

    assert response.status_code == 422
    html = response.content.decode()
    assert words in re.search(r'role="alert".*?</p>', html, re.DOTALL)[0]
    assert f"{text}</textarea>" in html


def test_an_expired_form_keeps_the_words_and_gets_a_new_token(discussion, member):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(member)
    before = Comment.objects.filter(opens=False).count()

    expired = browser.post(
        write_url(discussion),
        {"text": "Long thought about.", "csrfmiddlewaretoken": "x" * 64, "submission": "one"},
    )
    html = expired.content.decode()
    assert expired.status_code == 422
    assert "Long thought about.</textarea>" in html
    assert Comment.objects.filter(opens=False).count() == before

    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)[1]
    browser.post(
        write_url(discussion),
        {"text": "Long thought about.", "csrfmiddlewaretoken": token, "submission": "one"},
    )
    assert Comment.objects.filter(comment="Long thought about.").count() == 1


def test_who_was_signed_out_meanwhile_keeps_the_words(client, discussion):
    response = client.post(write_url(discussion), {"text": "Long thought about."})

    html = response.content.decode()
    assert response.status_code == 422
    assert "Long thought about.</textarea>" in html
    assert "Sign in in a new window" in html


def test_where_comments_closed_meanwhile_the_words_stay(client, discussion, member):
    CommunitySettings.objects.create(comments_open=False)
    client.force_login(member)

    response = client.post(write_url(discussion), {"text": "Long thought about."})

    assert response.status_code == 422
    assert "Long thought about.</textarea>" in response.content.decode()
    assert "Comments are closed" in read(client, write_url(discussion))


def test_too_many_comments_keep_the_words_and_say_when_to_come_back(client, discussion, member):
    client.force_login(member)
    for number in range(10):
        client.post(write_url(discussion), {"text": f"Street {number}"})

    response = client.post(write_url(discussion), {"text": "One more."})

    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 600
    assert "One more.</textarea>" in response.content.decode()


def test_the_first_comment_leads_to_a_page_that_says_it_waits(client, discussion):
    newcomer = UserFactory()
    client.force_login(newcomer)

    response = client.post(write_url(discussion), {"text": "My first."}, follow=True)

    comment = Comment.objects.get(opens=False)
    assert response.redirect_chain == [(f"/en/community/comments/{comment.pk}/own/", 302)]
    html = response.content.decode()
    assert "A moderator reads the first three comments" in html
    assert "waits" in read(client, "/en/community/me/").lower()


def test_an_answer_is_asked_for_on_the_comment_that_is_answered(client, discussion, member):
    opener = CommentFactory(content_object=discussion, comment="Which street?")
    client.force_login(member)

    html = read(client, f"{write_url(discussion)}?reply={opener.pk}")

    assert "Which street?" in html
    assert f'name="reply" value="{opener.pk}"' in html


def test_a_script_gets_the_stored_comment_as_html(client, discussion, member):
    client.force_login(member)
    opener = CommentFactory(content_object=discussion)

    response = client.post(
        write_url(discussion),
        {"text": "A street.", "reply": opener.pk},
        headers={"X-Requested-With": "fetch"},
    )

    answer = response.json()
    comment = Comment.objects.latest("pk")
    assert (answer["id"], answer["parent"], answer["waits"]) == (comment.pk, opener.pk, False)
    assert f'id="comment-{comment.pk}"' in answer["html"]
    assert answer["html"].count("<article") == 1


def test_what_cannot_be_commented_is_not_found(client, front, member):
    client.force_login(member)

    for path in (f"page/{front.pk}", "page/999999", "discussion/999999", "page/" + "9" * 18):
        assert client.get(f"/en/community/on/{path}/write/").status_code == 404
    assert client.get("/en/community/on/user/1/write/").status_code == 404


def test_a_new_comment_purges_the_pages_it_stands_on(
    client, discussion, member, purged, django_capture_on_commit_callbacks
):
    author = UserFactory()
    for _number in range(THREADS_PER_PAGE):
        CommentFactory(content_object=discussion, user=author)
    client.force_login(member)
    purged.clear()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(write_url(discussion), {"text": "A street."})

    base = f"http://127.0.0.1:8000{address(discussion)}"
    assert {base, f"{base}?comments=2", base.replace("/en/", "/sq/")} <= purged


def test_a_comment_on_a_page_purges_that_page(
    client, article, member, purged, django_capture_on_commit_callbacks
):
    client.force_login(member)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(write_url(article), {"text": "A street."})

    assert article.full_url in purged


def test_a_waiting_comment_purges_nothing(
    client, discussion, purged, django_capture_on_commit_callbacks
):
    client.force_login(UserFactory())

    with django_capture_on_commit_callbacks(execute=True):
        client.post(write_url(discussion), {"text": "My first."})

    assert purged == set()
