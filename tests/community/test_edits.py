"""What an edit may do: no more than a new comment, and nothing that a new one may not."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from community.models import (
    Comment,
    CommentVersion,
    Discussion,
    HeldFor,
    HiddenFor,
    Notification,
    State,
    Subject,
    User,
)
from community.services.discussing import edit_discussion
from community.services.mentioning import MENTIONS_AT_MOST
from community.services.moderating import approve_comment, hide_comment
from community.services.posting import edit_comment
from site_config.rate_limits import RateLimitedError
from tests.community.comment_steps import post
from tests.factories.community import (
    CommentFactory,
    DiscussionFactory,
    ModeratorFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def change_words(discussion: Discussion, text: str, **fields: Any) -> Discussion:
    fields = {"title": discussion.title, "topic": None} | fields
    return edit_discussion(
        discussion_id=discussion.pk, editor=discussion.author, text=text, **fields
    )


def older(*comments: Comment) -> None:
    """Let comments be of a month ago, so that none of them is part of a flood."""
    Comment.objects.filter(pk__in=[comment.pk for comment in comments]).update(
        submit_date=timezone.now() - timedelta(days=30)
    )


def test_an_edit_counts_as_a_comment(discussion, member):
    comment = post(discussion, member, "Words 0").comment
    for number in range(1, 10):
        edit_comment(comment_id=comment.pk, editor=member, text=f"Words {number}")

    with pytest.raises(RateLimitedError):
        edit_comment(comment_id=comment.pk, editor=member, text="Words 10")

    assert CommentVersion.objects.filter(comment=comment).count() == 9
    comment.refresh_from_db()
    assert comment.comment == "Words 9"


def test_an_edit_of_a_discussion_counts_as_a_comment():
    discussion = DiscussionFactory()
    for number in range(10):
        change_words(discussion, f"Words {number}")

    with pytest.raises(RateLimitedError):
        change_words(discussion, "Words 10")


def test_an_edit_that_changes_nothing_is_not_counted(discussion, member):
    comment = post(discussion, member, "Words").comment
    started = DiscussionFactory(author=member, text="Other words")

    for _time in range(12):
        edit_comment(comment_id=comment.pk, editor=member, text="Words")
        change_words(started, "Other words")

    assert not CommentVersion.objects.exists()


@pytest.fixture
def crowd() -> list[User]:
    """More members than a comment may tell that it names them."""
    return [
        UserFactory(display_name=f"Zog{letter}")
        for letter in "abcdefghijklmno"[: MENTIONS_AT_MOST + 4]
    ]


def naming(people: list[User]) -> str:
    return "Look: " + " ".join(f"@{person.display_name}" for person in people)


def mentioned() -> int:
    return Notification.objects.filter(subject=Subject.MENTION).count()


def test_a_comment_tells_ten_members_at_most_that_it_names_them(
    commit: Callable[..., Any], discussion, member, crowd
):
    comment = commit(post, discussion, member, naming(crowd[:6])).comment
    first = mentioned()

    for people in (crowd[6:12], crowd[4:]):
        commit(edit_comment, comment_id=comment.pk, editor=member, text=naming(people))

    assert (first, mentioned()) == (6, MENTIONS_AT_MOST)


def test_who_is_named_and_follows_is_told_although_ten_were_told_already(
    commit: Callable[..., Any], discussion, member, crowd
):
    answered = CommentFactory(content_object=discussion)
    comment = commit(
        post, discussion, member, naming(crowd[:MENTIONS_AT_MOST]), parent_id=answered.pk
    ).comment

    assert mentioned() == MENTIONS_AT_MOST
    assert Notification.objects.get(subject=Subject.REPLY, comment=comment).recipient == (
        answered.user
    )


def test_an_approved_comment_of_a_newcomer_waits_again_after_an_edit(discussion):
    newcomer = UserFactory()
    comment = post(discussion, newcomer, "A kind word.").comment
    approve_comment(comment_id=comment.pk, moderator=ModeratorFactory())

    edit_comment(comment_id=comment.pk, editor=newcomer, text="An insult.")

    comment.refresh_from_db()
    assert (comment.state, comment.held_for) == (State.HELD, HeldFor.NEWCOMER)


def test_the_third_comment_does_not_vouch_for_its_own_edit(discussion):
    newcomer = UserFactory()
    older(*CommentFactory.create_batch(2, user=newcomer))
    comment = post(discussion, newcomer, "A kind word.").comment
    approve_comment(comment_id=comment.pk, moderator=ModeratorFactory())

    edit_comment(comment_id=comment.pk, editor=newcomer, text="An insult.")

    comment.refresh_from_db()
    assert comment.state == State.HELD


def test_whoever_is_trusted_edits_without_waiting(discussion, member):
    comment = post(discussion, member, "A kind wrod.").comment

    edit_comment(comment_id=comment.pk, editor=member, text="A kind word.")

    comment.refresh_from_db()
    assert comment.state == State.PUBLIC


def test_an_approved_discussion_of_a_newcomer_waits_again_after_an_edit():
    discussion = DiscussionFactory()

    changed = change_words(discussion, "An insult.")

    assert not changed.is_visible
    assert changed.opening.held_for == HeldFor.NEWCOMER


def test_whoever_has_lost_their_trust_waits_after_an_edit(discussion, member):
    comment = post(discussion, member, "A kind word.").comment
    other = CommentFactory(user=member)
    hide_comment(comment_id=other.pk, moderator=ModeratorFactory(), reason=HiddenFor.INSULT)

    edit_comment(comment_id=comment.pk, editor=member, text="An insult.")

    comment.refresh_from_db()
    assert (comment.state, comment.held_for) == (State.HELD, HeldFor.TRUST)


def test_the_comment_that_brought_the_trust_back_does_not_vouch_for_its_own_edit(
    discussion, member
):
    moderator = ModeratorFactory()
    hidden = CommentFactory(user=member)
    hide_comment(comment_id=hidden.pk, moderator=moderator, reason=HiddenFor.INSULT)
    comments = [post(discussion, member, f"A kind word {number}.").comment for number in range(3)]
    for comment in comments:
        approve_comment(comment_id=comment.pk, moderator=moderator)

    edit_comment(comment_id=comments[-1].pk, editor=member, text="An insult.")

    comments[-1].refresh_from_db()
    assert comments[-1].state == State.HELD
