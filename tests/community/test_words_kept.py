"""Nothing typed is lost where a session, a token or the patience of the portal has ended."""

import re

import pytest
from django.test import Client

from community.models import Appeal, Comment, Report, User
from community.services.moderating import hide_comment
from tests.factories.community import (
    CommentFactory,
    DiscussionFactory,
    ModeratorFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]

WORDS = "Long thought about,\nin two lines <b>."
KEPT = "Long thought about,\nin two lines &lt;b&gt;.</textarea>"


@pytest.fixture
def hidden(member: User) -> Comment:
    """A comment of a member that a moderator has hidden."""
    comment = CommentFactory(user=member)
    hide_comment(comment_id=comment.pk, moderator=ModeratorFactory(), reason="spam")
    return comment


def edit_comment(member: User) -> tuple[str, str]:
    comment = CommentFactory(user=member)
    return f"/en/community/comments/{comment.pk}/edit/", "text"


def edit_discussion(member: User) -> tuple[str, str]:
    discussion = DiscussionFactory(author=member)
    return f"/en/community/discussions/{discussion.pk}/edit/", "text"


def appeal(member: User) -> tuple[str, str]:
    comment = CommentFactory(user=member)
    decision = hide_comment(comment_id=comment.pk, moderator=ModeratorFactory(), reason="spam")
    return f"/en/community/me/decisions/{decision.pk}/", "words"


def introduce(member: User) -> tuple[str, str]:
    return "/en/community/me/edit/", "about"


FORMS = pytest.mark.parametrize("form", [edit_comment, edit_discussion, appeal, introduce])


def sent(url: str, field: str, client: Client, **headers: str) -> str:
    """Send words, and return the answer."""
    data = {field: WORDS, "title": "A square", "csrfmiddlewaretoken": "old", "preview": "1"}
    response = client.post(url, data, headers=headers)
    assert response.status_code == 403, (response.status_code, response.headers)
    assert "no-store" in response["Cache-Control"]
    return response.content.decode()


@FORMS
def test_who_was_signed_out_meanwhile_keeps_what_they_typed(client, member, form):
    url, field = form(member)

    html = sent(url, field, client)

    assert KEPT in html
    assert f'action="{url}"' in html
    assert "Sign in in a new window" in html
    assert "old" not in re.findall(r'(?:value=")?(\w+)(?:"|</textarea)', html)
    assert 'name="preview"' not in html


@FORMS
def test_words_from_another_site_are_not_shown_as_somebodys_own(client, member, form):
    url, field = form(member)

    answer = client.post(url, {field: WORDS}, headers={"Origin": "https://evil.example"})

    assert answer.status_code == 302
    assert "/account/login/" in answer["Location"]


@FORMS
def test_a_stranger_learns_nothing_by_sending_words(client, member, form):
    url, field = form(member)
    member.refresh_from_db()

    html = sent(url, field, client)

    for secret in (Comment.objects.last().comment, member.display_name):
        assert secret not in html


def strict(member: User | None = None) -> Client:
    """Return a browser whose tokens are looked at, as in production."""
    browser = Client(enforce_csrf_checks=True)
    if member is not None:
        browser.force_login(member)
    return browser


def test_an_appeal_whose_token_is_too_old_keeps_its_words_and_gets_a_new_one(hidden, member):
    browser = strict(member)
    url = f"/en/community/me/decisions/{hidden.decisions.get().pk}/"

    response = browser.post(url, {"words": WORDS})

    html = response.content.decode()
    assert response.status_code == 422
    assert KEPT in html
    assert "send them once more" in html
    assert not Appeal.objects.exists()
    token = browser.cookies["csrftoken"].value
    browser.post(url, {"words": WORDS, "csrfmiddlewaretoken": token})
    assert Appeal.objects.exists()


def test_a_profile_whose_token_is_too_old_keeps_its_words_and_gets_a_new_one(member):
    browser = strict(member)
    data = {"display_name": "Genti B.", "about": WORDS, "language": "en"}

    html = browser.post("/en/community/me/edit/", data).content.decode()

    assert KEPT in html
    assert "send them once more" in html
    data["csrfmiddlewaretoken"] = browser.cookies["csrftoken"].value
    assert browser.post("/en/community/me/edit/", data).status_code == 302
    member.refresh_from_db()
    assert member.about.startswith("Long thought about")


def test_a_report_whose_token_is_too_old_keeps_its_words_and_gets_a_new_one(member):
    comment, browser = CommentFactory(), strict(member)
    url = f"/en/community/comments/{comment.pk}/report/"

    response = browser.post(url, {"reason": "spam", "words": WORDS})

    html = response.content.decode()
    assert response.status_code == 422
    assert KEPT in html
    assert not Report.objects.exists()
    token = browser.cookies["csrftoken"].value
    browser.post(url, {"reason": "spam", "words": WORDS, "csrfmiddlewaretoken": token})
    assert Report.objects.exists()


def test_who_has_reported_too_much_keeps_the_words_and_is_told_when_to_come_back(client):
    member = UserFactory()
    client.force_login(member)
    for _number in range(5):
        url = f"/en/community/comments/{CommentFactory().pk}/report/"
        client.post(url, {"reason": "spam"})
    url = f"/en/community/comments/{CommentFactory().pk}/report/"

    response = client.post(url, {"reason": "spam", "words": WORDS})

    html = response.content.decode()
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert KEPT in html
    assert "minutes" in html
    assert Report.objects.count() == 5
