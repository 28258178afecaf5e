"""Staff correct what a member has written: never unseen, never in somebody else's name."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from community.errors import DecidedMeanwhileError
from community.models import Discussion, ModerationDecision, Notification, User
from community.services.taking_back import take_back
from tests.community.test_admin import discussion_form
from tests.factories.community import DiscussionFactory, ModeratorFactory, UserFactory

pytestmark = pytest.mark.django_db

Action = ModerationDecision.Action


@pytest.fixture
def moderator(client: Client) -> User:
    """A community moderator who is signed in."""
    moderator = ModeratorFactory()
    client.force_login(moderator)
    return moderator


@pytest.fixture
def discussion(moderator: User) -> Discussion:
    """A discussion with a telephone number in it."""
    return DiscussionFactory(title="Where do we plant?", text="Call me: 069 123 4567")


def correct(client: Client, discussion: Discussion, **changes: str) -> Discussion:
    edit = reverse("wagtailsnippets_community_discussion:edit", args=[discussion.pk])
    answer = client.post(edit, discussion_form(discussion, **changes))
    assert answer.status_code == 302, answer.context["form"].errors
    return Discussion.objects.get(pk=discussion.pk)


def test_a_correction_keeps_the_earlier_words_and_says_that_they_were_edited(client, discussion):
    changed = correct(client, discussion, text="Call me.")

    opening = changed.opening
    assert (changed.text, opening.comment) == ("Call me.", "Call me.")
    assert opening.edited_at is not None
    assert [version.text for version in opening.versions.all()] == [
        "Where do we plant?\n\nCall me: 069 123 4567"
    ]


def test_a_correction_is_a_decision_of_which_the_author_is_told(client, moderator, discussion):
    correct(client, discussion, title="Where shall we plant?")

    decision = ModerationDecision.objects.get()
    assert (decision.action, decision.moderator) == (Action.CORRECTED, moderator)
    assert Notification.objects.get(decision=decision).recipient == discussion.author


def test_what_leaves_the_words_alone_is_no_correction(client, discussion):
    correct(client, discussion, topic="")

    assert discussion.opening.edited_at is None
    assert not ModerationDecision.objects.exists()


def test_nobody_is_made_the_author_of_what_others_wrote(client, discussion):
    other, author, day = UserFactory(), discussion.author, discussion.opened_at

    changed = correct(
        client, discussion, author=str(other.pk), opened_at="2020-01-01 12:00", text="I resign."
    )

    assert (changed.author, changed.opening.user, changed.opened_at) == (author, author, day)


def test_a_discussion_that_staff_begin_is_their_own(client):
    administrator = UserFactory(administrator=True)
    client.force_login(administrator)
    form = discussion_form(DiscussionFactory.build(author=None, title="A new one", text="Words."))

    client.post(reverse("wagtailsnippets_community_discussion:add"), form)

    assert Discussion.objects.get(title="A new one").author == administrator


def test_the_former_address_is_forgotten_too(
    client, discussion, purged: set[str], commit: Callable[..., Any]
):
    commit(correct, client, discussion, title="Where shall we plant?")

    for slug in ("where-do-we-plant", "where-shall-we-plant"):
        assert any(url.endswith(f"/discussions/{discussion.pk}-{slug}/") for url in purged), slug


def test_a_correction_can_be_taken_back(client, moderator, discussion):
    correct(client, discussion, title="Where shall we plant?", text="Call me.")

    undone = take_back(decision_id=ModerationDecision.objects.get().pk, moderator=moderator)

    discussion.refresh_from_db()
    assert (discussion.title, discussion.text) == ("Where do we plant?", "Call me: 069 123 4567")
    assert (undone.action, discussion.opening.comment) == (Action.CORRECTED, discussion.text)


def test_a_correction_is_not_taken_back_over_a_later_one(client, moderator, discussion):
    correct(client, discussion, text="Call me.")
    first = ModerationDecision.objects.get()
    earlier = timezone.now() - timedelta(minutes=1)
    ModerationDecision.objects.filter(pk=first.pk).update(made_at=earlier)
    discussion.opening.versions.update(replaced_at=earlier)
    correct(client, discussion, text="Write to me.")

    with pytest.raises(DecidedMeanwhileError):
        take_back(decision_id=first.pk, moderator=moderator)
