"""Members start discussions: who may, with which words, how often, and what waits."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from community.errors import (
    DiscussionTooLateError,
    DiscussionTooLongError,
    EditsDiscussionError,
    EmptyTextError,
    NotYoursError,
    TitleTooLongError,
    TitleTooShortError,
)
from community.models import (
    Comment,
    CommunitySettings,
    ConversationChoice,
    Discussion,
    HeldFor,
    State,
    User,
)
from community.policy import why_not_discuss
from community.services.discussing import edit_discussion, start_discussion
from community.services.posting import delete_own_comment, edit_comment
from site_config.rate_limits import RateLimitedError
from tests.community.comment_steps import read
from tests.factories.community import CommentFactory, DiscussionFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]

NEW = "/en/community/discussions/new/"
WORDS = {"title": "Where do we plant?", "text": "Name a *street*.", "language": "en"}


def start(author: User, **fields: object) -> Discussion:
    kwargs = {"topic": None, "submission": "form 1", "sender": "192.0.2.77"} | WORDS | fields
    return start_discussion(author=author, **kwargs).discussion


def test_a_member_starts_a_discussion_that_everybody_can_read(client, member):
    client.force_login(member)

    response = client.post(NEW, WORDS | {"submission": "a"}, follow=True)

    html = response.content.decode()
    discussion = Discussion.objects.get(title="Where do we plant?")
    assert "Name a <em>street</em>." in html
    assert response.redirect_chain == [
        (f"/en/community/discussions/{discussion.pk}-where-do-we-plant/", 302)
    ]
    assert discussion.author == member
    assert discussion.opening.state == State.PUBLIC


def test_whoever_starts_a_discussion_follows_it(member):
    discussion = start(member)

    choice = ConversationChoice.objects.get(member=member)
    assert (choice.choice, choice.conversation.specific_target()) == ("follow", discussion)


def test_a_newcomers_discussion_waits_and_its_author_is_told(client, front):
    newcomer = UserFactory()
    client.force_login(newcomer)

    response = client.post(NEW, WORDS, follow=True)

    html = response.content.decode()
    discussion = Discussion.objects.get(title="Where do we plant?")
    assert "Your discussion waits for a moderator." in html
    assert "Where do we plant?" in html
    assert discussion.opening.held_for == HeldFor.NEWCOMER
    assert Client().get(discussion.get_absolute_url()).status_code == 404
    assert "Where do we plant?" not in read(Client(), front.url)


def test_the_network_of_the_sender_is_kept_shortened_only(member):
    opening = start(member).opening

    assert opening.ip_address == "192.0.2.0"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ({"title": "A forbidden subject"}, HeldFor.WORDS),
        ({"text": "https://a.example https://b.example https://c.example"}, HeldFor.LINKS),
    ],
)
def test_title_and_text_are_both_screened(member, words, reason):
    settings = CommunitySettings.for_writing()
    settings.held_words = "forbidden"
    settings.save()

    discussion = start(member, **words)

    assert not discussion.is_visible
    assert discussion.opening.held_for == reason


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"title": "Why?"}, TitleTooShortError),
        ({"title": " \u202e\u0007\n "}, TitleTooShortError),
        ({"title": "x" * 121}, TitleTooLongError),
        ({"text": " \n\t"}, EmptyTextError),
        ({"text": "x" * 5001}, DiscussionTooLongError),
    ],
)
def test_words_that_can_not_be_stored_are_refused(member, words, error):
    with pytest.raises(error):
        start(member, **words)

    assert not Discussion.objects.filter(author=member).exists()


def test_a_title_is_one_line_without_hidden_signs(member):
    discussion = start(member, title="  Where\r\ndo\u202e we\u0000 plant? ", text="x" * 5000)

    assert discussion.title == "Where do we plant?"


def test_a_form_that_is_sent_again_makes_one_discussion(member):
    first, again = start(member), start(member, sender="192.0.2.78")
    word_for_word = start(member, submission="form 2")

    assert first == again == word_for_word
    assert Discussion.objects.filter(author=member).count() == 1


def test_a_member_starts_five_discussions_a_day(member):
    for number in range(5):
        start(member, title=f"Question {number}", text=f"Text {number}.", submission=f"{number}")

    with pytest.raises(RateLimitedError):
        start(member, title="One more question", submission="one more")


def test_one_too_many_is_told_when_to_come_back_and_keeps_the_words(client, member, monkeypatch):
    def refuse(*args: object) -> None:
        raise RateLimitedError(600)

    monkeypatch.setattr("community.services.discussing.count_use", refuse)
    client.force_login(member)

    response = client.post(NEW, WORDS)

    assert (response.status_code, response["Retry-After"]) == (429, "600")
    assert "Name a *street*.</textarea>" in response.content.decode()


def test_a_visitor_is_offered_to_sign_in_and_comes_back(client):
    html = read(client, f"{NEW}?topic=transport")

    assert "/en/account/login/?next=/en/community/discussions/new/%3Ftopic%3Dtransport" in html
    assert "/en/account/signup/?next=" in html
    assert "<textarea" not in html


def test_a_session_that_has_ended_loses_no_words(client):
    response = client.post(NEW, WORDS)

    html = response.content.decode()
    assert response.status_code == 422
    assert "Name a *street*.</textarea>" in html
    assert "Sign in in a new window" in html
    assert not Discussion.objects.exists()


def test_a_token_that_is_no_longer_good_loses_no_words(member):
    client = Client(enforce_csrf_checks=True)
    client.force_login(member)

    response = client.post(NEW, WORDS | {"csrfmiddlewaretoken": "old", "submission": "kept"})

    html = response.content.decode()
    assert response.status_code == 422
    assert "Name a *street*.</textarea>" in html
    assert 'value="kept"' in html
    assert not Discussion.objects.filter(author=member).exists()


def test_nobody_starts_a_discussion_where_the_switch_is_off(client, member):
    settings = CommunitySettings.for_writing()
    settings.comments_open = False
    settings.save()
    client.force_login(member)

    form = read(client, NEW)
    response = client.post(NEW, WORDS)

    assert "Nobody can start a discussion at the moment." in form
    assert "<textarea" not in form
    assert response.status_code == 422
    assert not Discussion.objects.filter(author=member).exists()


def test_an_account_that_is_closed_starts_nothing(member):
    member.is_active = False
    member.save()

    assert why_not_discuss(member) is not None


def test_a_preview_shows_the_words_and_stores_nothing(client, member):
    client.force_login(member)

    html = client.post(NEW, WORDS | {"preview": "1"}).content.decode()

    assert "Name a <em>street</em>." in html
    assert "Name a *street*.</textarea>" in html
    assert not Discussion.objects.filter(author=member).exists()


def test_a_refused_form_says_beside_each_field_what_is_wrong(client, member):
    client.force_login(member)

    response = client.post(NEW, {"title": "Hm", "text": "", "topic": "9" * 30, "language": "xx"})

    html = response.content.decode()
    assert response.status_code == 422
    assert 'href="#id_title"' in html
    assert 'href="#id_text"' in html
    assert 'href="#id_topic"' in html
    assert 'value="Hm"' in html


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_markup_in_a_title_is_shown_as_it_was_typed(client, front, member, text):
    client.force_login(member)

    page = client.post(NEW, WORDS | {"title": text}, follow=True).content.decode()
    preview = client.post(NEW, WORDS | {"title": text, "preview": "1"}).content.decode()
    refused = client.post(NEW, {"title": text}).content.decode()

    for html in (page, preview, refused, read(client, front.url)):
        assert "&lt;" in html
        assert "<script>alert" not in html
        assert "<img src=x" not in html


def test_a_member_changes_a_discussion_and_moderators_can_read_the_earlier_words(client, member):
    discussion = start(member)
    client.force_login(member)
    url = f"/en/community/discussions/{discussion.pk}/edit/"

    form = read(client, url)
    response = client.post(url, {"title": "Where next?", "text": "Other words."}, follow=True)

    discussion.refresh_from_db()
    opening = discussion.opening
    assert 'value="Where do we plant?"' in form
    assert (discussion.title, discussion.text, opening.comment) == (
        "Where next?",
        "Other words.",
        "Other words.",
    )
    assert opening.versions.get().text == "Where do we plant?\n\nName a *street*."
    assert "edited" in response.content.decode()


def test_changed_words_are_screened_again(member):
    discussion = start(member)
    links = "https://a.example https://b.example https://c.example"

    changed = edit_discussion(
        discussion_id=discussion.pk, editor=member, title="Where next?", text=links, topic=None
    )

    assert not changed.is_visible
    assert changed.opening.held_for == HeldFor.LINKS


def test_a_discussion_is_changed_for_fifteen_minutes(client, member):
    discussion = start(member)
    late = timezone.now() - timedelta(minutes=16)
    Comment.objects.filter(pk=discussion.opening.pk).update(submit_date=late)

    with pytest.raises(DiscussionTooLateError):
        edit_discussion(
            discussion_id=discussion.pk, editor=member, topic=None, title="Later", text="x."
        )
    client.force_login(member)
    response = client.post(
        f"/en/community/discussions/{discussion.pk}/edit/", WORDS | {"text": "Too late."}
    )
    assert response.status_code == 422
    assert "Too late.</textarea>" in response.content.decode()


def test_a_discussion_is_its_authors_alone_to_change(client, member):
    discussion = DiscussionFactory()
    client.force_login(member)

    with pytest.raises(NotYoursError):
        edit_discussion(
            discussion_id=discussion.pk, editor=member, topic=None, title="Mine now", text="x."
        )
    assert client.get(f"/en/community/discussions/{discussion.pk}/edit/").status_code == 404


def test_the_words_that_open_a_discussion_are_changed_with_its_title(client, member):
    discussion = start(member)
    client.force_login(member)

    with pytest.raises(EditsDiscussionError):
        edit_comment(comment_id=discussion.opening.pk, editor=member, text="Other.")
    response = client.get(f"/en/community/comments/{discussion.opening.pk}/edit/")

    assert response["Location"] == f"/en/community/discussions/{discussion.pk}/edit/"


def test_a_deleted_discussion_goes_where_nobody_has_replied(client, member):
    discussion = start(member)
    client.force_login(member)

    response = client.post(f"/en/community/comments/{discussion.opening.pk}/delete/", follow=True)

    assert "Your discussion is deleted." in response.content.decode()
    discussion.refresh_from_db()
    assert (discussion.title, discussion.text, discussion.is_visible) == ("", "", False)


def test_a_deleted_discussion_leaves_its_place_to_the_replies(client, member):
    discussion = start(member)
    CommentFactory(content_object=discussion, comment="Myslym Shyri.")

    delete_own_comment(comment_id=discussion.opening.pk, author=member)

    discussion.refresh_from_db()
    html = read(client, discussion.get_absolute_url())
    assert "This discussion was deleted by its author." in html
    assert "Myslym Shyri." in html
    assert "Name a" not in html


def test_a_permalink_of_an_opening_leads_to_the_discussion(client, discussion):
    opening = discussion.opening

    response = client.get(f"/en/community/comments/{opening.pk}/")

    assert response["Location"] == f"{read_address(discussion)}#comment-{opening.pk}"
    hidden = DiscussionFactory(hidden=True)
    assert client.get(f"/en/community/comments/{hidden.opening.pk}/").status_code == 404


def read_address(discussion: Discussion) -> str:
    return f"/en/community/discussions/{discussion.pk}-{discussion.slug}/"


def test_a_member_learns_how_to_change_their_own_opening(client, member):
    discussion = start(member)
    client.force_login(member)

    answer = client.get(f"/en/community/on/discussion/{discussion.pk}/mine/").json()

    assert answer["own"][str(discussion.opening.pk)] == {
        "edit": f"/en/community/discussions/{discussion.pk}/edit/",
        "delete": f"/en/community/comments/{discussion.opening.pk}/delete/",
    }
