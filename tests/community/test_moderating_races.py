"""Two moderators at once, and a moderator and an author: one decision, and every figure right."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from community.errors import CommunityError
from community.models import (
    Appeal,
    Comment,
    Conversation,
    HiddenFor,
    ModerationDecision,
    Sanction,
    User,
)
from community.services.appealing import make_appeal, settle_appeal
from community.services.moderating import approve_comment, hide_comment
from community.services.moderating_conversations import move_thread
from community.services.moderating_members import sanction_member
from community.services.posting import delete_own_comment
from community.services.taking_back import take_back
from site_config.models import OutboxMail
from tests.community.tree import reckon, stored
from tests.factories.community import CommentFactory, DiscussionFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts: object) -> list[object]:
    """Let everybody act in the same moment; return what came of each, refusals included."""
    barrier = Barrier(len(acts))

    def run(act: object) -> object:
        try:
            barrier.wait(timeout=30)
            return act()
        except CommunityError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


@pytest.fixture
def moderators() -> list[User]:
    """Four who may decide; a test with real commits has no groups from migrations."""
    return [UserFactory(administrator=True) for _number in range(4)]


def test_a_comment_is_hidden_once_and_its_author_told_once(moderators):
    comment = CommentFactory()

    together(
        *(
            lambda who=who: hide_comment(
                comment_id=comment.pk, moderator=who, reason=HiddenFor.SPAM
            )
            for who in moderators
        )
    )

    assert ModerationDecision.objects.count() == 1
    assert OutboxMail.objects.count() == 1
    assert stored(comment.conversation) == reckon(comment.conversation)


def test_approving_hiding_and_deleting_at_once_leaves_every_figure_right(moderators):
    discussion = DiscussionFactory()
    comment = CommentFactory(content_object=discussion, held=True)
    who = {"comment_id": comment.pk}

    together(
        lambda: approve_comment(**who, moderator=moderators[0]),
        lambda: hide_comment(**who, moderator=moderators[1], reason=HiddenFor.SPAM),
        lambda: delete_own_comment(**who, author=comment.user),
    )

    conversation = Conversation.objects.about(discussion)
    assert stored(conversation) == reckon(conversation)


def test_a_decision_is_taken_back_once(moderators):
    comment = CommentFactory()
    decision = hide_comment(comment_id=comment.pk, moderator=moderators[0], reason=HiddenFor.SPAM)

    came = together(
        *(lambda who=who: take_back(decision_id=decision.pk, moderator=who) for who in moderators)
    )

    assert sum(isinstance(one, ModerationDecision) for one in came) == 1
    assert ModerationDecision.objects.filter(undoes=decision).count() == 1


def test_an_appeal_is_made_once_and_answered_once(moderators):
    comment = CommentFactory()
    decision = hide_comment(comment_id=comment.pk, moderator=moderators[0], reason=HiddenFor.SPAM)
    OutboxMail.objects.all().delete()

    made = together(
        *(
            lambda: make_appeal(
                decision=ModerationDecision.objects.get(pk=decision.pk),
                author=comment.user,
                words="Why?",
            )
            for _number in range(3)
        )
    )
    appeal = Appeal.objects.get()
    answered = together(
        *(
            lambda who=who, granted=granted: settle_appeal(
                appeal_id=appeal.pk, moderator=who, granted=granted, words="So."
            )
            for who, granted in zip(moderators[1:], (True, False, True), strict=True)
        )
    )

    assert sum(isinstance(one, Appeal) for one in made) == 1
    assert sum(isinstance(one, Appeal) for one in answered) == 1
    assert OutboxMail.objects.count() == 1


def test_a_member_is_banned_once(moderators):
    member = CommentFactory().user
    until = timezone.now() + timedelta(days=3)

    together(
        *(
            lambda who=who: sanction_member(
                member_id=member.pk,
                moderator=who,
                kind=Sanction.Kind.BAN,
                reason=HiddenFor.HATE,
                until=until,
            )
            for who in moderators
        )
    )

    assert Sanction.objects.count() == 1
    assert OutboxMail.objects.count() == 1


def test_threads_change_places_while_others_write_and_decide(moderators):
    here, there = DiscussionFactory(), DiscussionFactory()
    mine, theirs = CommentFactory(content_object=here), CommentFactory(content_object=there)
    reply = CommentFactory(content_object=here, parent=mine)

    came = together(
        lambda: move_thread(comment_id=mine.pk, target=there, moderator=moderators[0]),
        lambda: move_thread(comment_id=theirs.pk, target=here, moderator=moderators[1]),
        lambda: hide_comment(comment_id=reply.pk, moderator=moderators[2], reason=HiddenFor.SPAM),
        lambda: CommentFactory(content_object=there, user=moderators[3]),
    )

    assert all(isinstance(one, ModerationDecision | Comment) for one in came), came
    for target in (here, there):
        conversation = Conversation.objects.about(target)
        assert stored(conversation) == reckon(conversation)
