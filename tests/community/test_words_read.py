"""A decision is about the words that the moderator has read, whatever their author does since."""

import re
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.users.models import UserProfile

from community.models import Comment, Discussion, HiddenFor, State, User
from community.services.discussing import edit_discussion
from community.services.posting import edit_comment
from tests.community.comment_steps import post
from tests.factories.community import (
    CommentFactory,
    DiscussionFactory,
    ModeratorFactory,
    ReportFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

INDEX = "/admin/community/comment/"
TOGETHER = reverse("community_together")


@pytest.fixture
def moderator(client: Client) -> User:
    """A community moderator who is signed in."""
    moderator = ModeratorFactory()
    UserProfile.objects.create(user=moderator, preferred_language="en")
    client.force_login(moderator)
    return moderator


@pytest.fixture
def held(discussion: Discussion) -> Comment:
    """A comment of a newcomer, which waits."""
    return post(discussion, UserFactory(), "A kind word.").comment


def page_of(comment: Comment) -> str:
    return f"{INDEX}inspect/{comment.pk}/"


def fields(page: str, **more: object) -> dict[str, object]:
    """Return what the hidden fields of a page's forms send along."""
    hidden = re.findall(r'<input type="hidden" name="(edition[^"]*)" value="([^"]*)"', page)
    return dict(hidden) | more


def edit(comment: Comment, text: str = "An insult.") -> None:
    edit_comment(comment_id=comment.pk, editor=comment.user, text=text)


def state_of(comment: Comment) -> str:
    return Comment.objects.values_list("state", flat=True).get(pk=comment.pk)


def test_words_that_came_after_the_page_was_opened_are_not_approved(client, moderator, held):
    opened = client.get(page_of(held)).content.decode()
    edit(held)

    answer = client.post(page_of(held), fields(opened, decision="approve"))

    page = answer.content.decode()
    assert state_of(held) == State.HELD
    assert "has changed in the meantime" in page
    assert "An insult." in page


def test_the_new_words_are_approved_once_they_are_shown(client, moderator, held):
    edit(held, "Another kind word.")
    opened = client.get(page_of(held)).content.decode()

    client.post(page_of(held), fields(opened, decision="approve"))

    assert state_of(held) == State.PUBLIC


def test_a_form_that_does_not_say_what_was_read_decides_about_the_first_words_alone(
    client, moderator, held
):
    edit(held)

    client.post(page_of(held), {"decision": "approve"})

    assert state_of(held) == State.HELD


@pytest.mark.parametrize(
    "decision", [{"decision": "hide", "reason": HiddenFor.INSULT}, {"decision": "dismiss"}]
)
def test_no_other_decision_is_about_words_that_nobody_has_read(
    client, moderator, discussion, member, decision
):
    comment = post(discussion, member, "A kind word.").comment
    report = ReportFactory(comment=comment)
    opened = client.get(page_of(comment)).content.decode()
    edit(comment)

    client.post(page_of(comment), fields(opened, **decision))

    report.refresh_from_db()
    assert (state_of(comment), report.outcome) == (State.PUBLIC, "open")


def test_of_several_comments_those_that_have_changed_are_left(client, moderator, discussion, held):
    steady = CommentFactory(content_object=discussion, held=True)
    numbers = [held.pk, steady.pk]
    asked = client.get(TOGETHER, {"decision": "approve", "chosen": numbers}).content.decode()
    edit(held)

    answer = client.post(TOGETHER, fields(asked, decision="approve", chosen=numbers))

    assert [state_of(held), state_of(steady)] == [State.HELD, State.PUBLIC]
    assert "has changed in the meantime" in answer.content.decode()


def test_other_words_for_a_picture_are_other_words(client, moderator):
    file = BytesIO()
    Image.new("RGB", (6, 4)).save(file, "JPEG")
    discussion = DiscussionFactory(
        picture=ContentFile(file.getvalue(), "a.jpg"), picture_alt="A lime tree"
    )
    ReportFactory(comment=discussion.opening)
    opened = client.get(page_of(discussion.opening)).content.decode()
    edit_discussion(
        discussion_id=discussion.pk,
        editor=discussion.author,
        title=discussion.title,
        text=discussion.text,
        topic=None,
        picture_alt="An insult",
    )

    client.post(page_of(discussion.opening), fields(opened, decision="dismiss"))

    assert discussion.opening.decisions.count() == 0
