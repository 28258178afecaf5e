"""Every decision can be taken back, and that is a decision too."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.errors import (
    DecidedMeanwhileError,
    NotModeratorError,
    NotStaffWordsError,
    NotTakenBackError,
    OverruledError,
    OwnDecisionError,
)
from community.models import (
    Appeal,
    Comment,
    Conversation,
    Discussion,
    HeldFor,
    HiddenFor,
    ModerationDecision,
    Report,
    Sanction,
    State,
    User,
)
from community.models.conversations import target_key
from community.services.moderating import (
    approve_comment,
    hide_comment,
    mark_official,
    restore_comment,
)
from community.services.moderating_conversations import close_conversation, move_thread
from community.services.moderating_members import sanction_member
from community.services.moderating_reports import settle_reports
from community.services.posting import delete_own_comment
from community.services.taking_back import TAKING_BACK, can_be_taken_back, take_back
from tests.community.tree import reckon, stored
from tests.factories.community import (
    AppealFactory,
    CommentFactory,
    DiscussionFactory,
    ModeratorFactory,
    ReportFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

Action = ModerationDecision.Action


@pytest.fixture
def moderator() -> User:
    """A community moderator."""
    return ModeratorFactory()


@pytest.fixture
def comment(discussion: Discussion) -> Comment:
    """A public comment."""
    return CommentFactory(content_object=discussion)


def back(decision: ModerationDecision, moderator: User) -> ModerationDecision:
    return take_back(decision_id=decision.pk, moderator=moderator)


def hide(comment: Comment, moderator: User) -> ModerationDecision:
    return hide_comment(
        comment_id=comment.pk, moderator=moderator, reason=HiddenFor.SPAM, words="No shops."
    )


def test_an_approval_that_is_taken_back_lets_the_comment_and_its_reports_wait(
    moderator, discussion
):
    comment = CommentFactory(content_object=discussion, held=True)
    report = ReportFactory(comment=comment)
    decision = approve_comment(comment_id=comment.pk, moderator=moderator)
    report.refresh_from_db()
    answered = (report.outcome, report.settled_at)

    undone = back(decision, ModeratorFactory())

    comment.refresh_from_db()
    report.refresh_from_db()
    assert answered == (Report.Outcome.DISMISSED, decision.made_at)
    assert (undone.action, undone.undoes, undone.comment) == (Action.HELD, decision, comment)
    assert (comment.state, comment.held_for) == (State.HELD, HeldFor.AGAIN)
    assert (report.outcome, report.settled_at) == (Report.Outcome.OPEN, None)
    assert stored(comment.conversation) == reckon(comment.conversation)


def test_hiding_is_taken_back_and_that_again(moderator, comment):
    hidden = hide(comment, moderator)

    shown = back(hidden, moderator)
    comment.refresh_from_db()
    state = comment.state
    again = back(shown, moderator)

    comment.refresh_from_db()
    assert (shown.action, shown.undoes, state) == (Action.RESTORED, hidden, State.PUBLIC)
    assert (again.action, again.undoes, comment.state) == (Action.HIDDEN, shown, State.HIDDEN)
    assert (again.reason, again.words) == (HiddenFor.SPAM, "No shops.")
    assert comment.hidden_for == HiddenFor.SPAM


def test_what_was_hidden_while_it_waited_waits_again(moderator, discussion):
    comment = CommentFactory(content_object=discussion, held=True)

    undone = back(hide(comment, moderator), moderator)

    comment.refresh_from_db()
    assert (undone.action, comment.state) == (Action.HELD, State.HELD)
    assert (comment.held_for, comment.hidden_for) == (HeldFor.NEWCOMER, "")


@pytest.mark.parametrize("outcome", [Report.Outcome.UPHELD, Report.Outcome.DISMISSED])
def test_answered_reports_are_open_again_and_no_others(moderator, outcome):
    report = ReportFactory()
    earlier = ReportFactory(
        comment=report.comment,
        outcome=Report.Outcome.UPHELD,
        settled_at=timezone.now() - timedelta(days=1),
    )
    decision = settle_reports(comment_id=report.comment.pk, moderator=moderator, outcome=outcome)

    undone = back(decision, moderator)

    report.refresh_from_db()
    earlier.refresh_from_db()
    assert undone.action == Action.REPORTS_REOPENED
    assert (report.outcome, report.settled_at) == (Report.Outcome.OPEN, None)
    assert earlier.outcome == Report.Outcome.UPHELD


def test_showing_again_dismisses_the_reports_that_were_upheld(moderator):
    report = ReportFactory()
    hide(report.comment, moderator)

    restore_comment(comment_id=report.comment.pk, moderator=moderator)

    report.refresh_from_db()
    assert report.outcome == Report.Outcome.DISMISSED


def test_the_answer_of_the_city_is_marked_and_unmarked(moderator, discussion):
    colleague = ModeratorFactory(role="Editors")
    comment = CommentFactory(content_object=discussion, user=colleague)

    marked = mark_official(comment_id=comment.pk, moderator=moderator, official=True)
    again = mark_official(comment_id=comment.pk, moderator=moderator, official=True)
    comment.refresh_from_db()
    official = comment.is_official
    undone = back(marked, moderator)

    comment.refresh_from_db()
    assert (marked.action, again, official) == (Action.OFFICIAL, None, True)
    assert (undone.action, comment.is_official) == (Action.NOT_OFFICIAL, False)


def test_only_words_of_the_city_are_its_answer(moderator, comment):
    held = CommentFactory(user=ModeratorFactory(), held=True)

    with pytest.raises(NotStaffWordsError):
        mark_official(comment_id=comment.pk, moderator=moderator, official=True)
    with pytest.raises(DecidedMeanwhileError):
        mark_official(comment_id=held.pk, moderator=moderator, official=True)
    with pytest.raises(NotModeratorError):
        mark_official(comment_id=comment.pk, moderator=UserFactory(), official=True)

    assert not ModerationDecision.objects.exists()


def test_a_conversation_is_closed_and_opened_again(moderator, discussion):
    key = target_key(discussion)

    closed = close_conversation(key=key, moderator=moderator, closed=True)
    again = close_conversation(key=key, moderator=moderator, closed=True)
    is_closed = Conversation.objects.about(discussion).is_closed
    undone = back(closed, moderator)

    assert (closed.action, again, is_closed) == (Action.CLOSED, None, True)
    assert undone.action == Action.OPENED
    assert not Conversation.objects.about(discussion).is_closed


def test_a_moved_thread_moves_back(moderator, comment, discussion):
    CommentFactory(content_object=discussion, parent=comment)
    moved = move_thread(comment_id=comment.pk, target=DiscussionFactory(), moderator=moderator)

    undone = back(moved, moderator)

    comment.refresh_from_db()
    assert (undone.action, undone.undoes) == (Action.MOVED, moved)
    assert comment.conversation == Conversation.objects.about(discussion)
    assert stored(comment.conversation) == reckon(comment.conversation)


def test_a_ban_is_lifted_and_imposed_again(moderator, member):
    ban = sanction_member(
        member_id=member.pk, moderator=moderator, kind=Sanction.Kind.BAN, reason=HiddenFor.HATE
    )

    lifted = back(ban.decision, moderator)
    ban.refresh_from_db()
    free = ban.lifted_at
    again = back(lifted, moderator)

    ban.refresh_from_db()
    assert (lifted.action, lifted.member, free) == (Action.LIFTED, member, lifted.made_at)
    assert (again.action, again.undoes, ban.lifted_at) == (Action.BANNED, lifted, None)
    assert can_be_taken_back(again)


def test_a_decision_is_taken_back_once(moderator, comment):
    decision = hide(comment, moderator)
    back(decision, moderator)

    with pytest.raises(NotTakenBackError):
        back(decision, moderator)

    assert ModerationDecision.objects.count() == 2


def test_a_decision_that_others_have_followed_is_not_taken_back(moderator, discussion):
    comment = CommentFactory(content_object=discussion, held=True)
    decision = approve_comment(comment_id=comment.pk, moderator=moderator)
    delete_own_comment(comment_id=comment.pk, author=comment.user)

    with pytest.raises(DecidedMeanwhileError):
        back(decision, moderator)

    comment.refresh_from_db()
    assert comment.state == State.DELETED


def test_decisions_about_oneself_are_for_colleagues(moderator):
    own = CommentFactory(user=moderator)
    decision = hide(own, ModeratorFactory())

    with pytest.raises(OwnDecisionError):
        back(decision, moderator)


@pytest.mark.parametrize("role", ["", "Editors", "Partners", "Emergency publishers"])
def test_others_take_nothing_back(moderator, comment, role):
    decision = hide(comment, moderator)
    person = ModeratorFactory(role=role) if role else UserFactory()

    with pytest.raises(NotModeratorError):
        back(decision, person)


@pytest.mark.parametrize("outcome", [Appeal.Outcome.GRANTED, Appeal.Outcome.REFUSED])
def test_what_an_appeal_has_settled_is_final(moderator, comment, outcome):
    hidden = hide(comment, moderator)
    shown = restore_comment(comment_id=comment.pk, moderator=ModeratorFactory())
    AppealFactory(decision=hidden, outcome=outcome)

    with pytest.raises(NotTakenBackError):
        back(shown, moderator)

    comment.refresh_from_db()
    assert comment.state == State.PUBLIC


def test_who_was_overruled_does_not_hide_the_comment_once_more(moderator, comment):
    AppealFactory(decision=hide(comment, moderator))
    restore_comment(comment_id=comment.pk, moderator=ModeratorFactory())

    with pytest.raises(OverruledError):
        hide(comment, moderator)

    assert Appeal.objects.get().outcome == Appeal.Outcome.GRANTED
    assert hide(comment, ModeratorFactory()) is not None


def test_every_decision_but_answers_reopened_reports_and_erased_words_has_a_way_back():
    final = {Action.APPEAL_GRANTED, Action.APPEAL_REFUSED, Action.REPORTS_REOPENED}
    final |= {Action.PROFILE_CLEARED}  # No copy of the words is kept.

    assert set(Action) - set(TAKING_BACK) == final
    for action in Action:
        decision = ModerationDecision.objects.create(action=action)
        assert not can_be_taken_back(decision), action
