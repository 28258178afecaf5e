"""What moderators decide: approve, hide, show again, answer reports."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from community.errors import (
    DecidedMeanwhileError,
    NotModeratorError,
    NotReadableError,
    OwnDecisionError,
)
from community.models import (
    Comment,
    Conversation,
    Discussion,
    HeldFor,
    HiddenFor,
    ModerationDecision,
    Report,
    State,
    User,
)
from community.services.moderating import (
    approve_comment,
    hide_comment,
    restore_comment,
)
from community.services.moderating_reports import settle_reports
from community.services.posting import delete_own_comment
from site_config.models import OutboxMail
from tests.community.comment_steps import address
from tests.factories.community import (
    CommentFactory,
    ModeratorFactory,
    ReportFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

Action = ModerationDecision.Action
DECISIONS: dict[str, Callable[[Comment, User], ModerationDecision | None]] = {
    "approve": lambda comment, who: approve_comment(comment_id=comment.pk, moderator=who),
    "hide": lambda comment, who: hide_comment(
        comment_id=comment.pk, moderator=who, reason=HiddenFor.SPAM
    ),
    "restore": lambda comment, who: restore_comment(comment_id=comment.pk, moderator=who),
    "settle": lambda comment, who: settle_reports(
        comment_id=comment.pk, moderator=who, outcome=Report.Outcome.DISMISSED
    ),
}


@pytest.fixture
def moderator() -> User:
    """A community moderator."""
    return ModeratorFactory()


@pytest.fixture
def branch(discussion: Discussion) -> list[Comment]:
    """A comment, a reply to it, and a reply to that."""
    comments: list[Comment] = []
    for _level in range(3):
        parent = comments[-1] if comments else None
        comments.append(CommentFactory(content_object=discussion, parent=parent))
    return comments


def figures(comment: Comment) -> tuple[int, int, list[int]]:
    """Return the counts of a conversation, and how many replies each comment counts."""
    conversation = Conversation.objects.get(pk=comment.conversation_id)
    comments = Comment.objects.filter(conversation=conversation, opens=False).order_by("path")
    counts = [row.nested_count for row in comments]
    return conversation.comment_count, conversation.thread_count, counts


def test_an_approved_comment_is_public_and_counted(moderator, discussion):
    comment = CommentFactory(content_object=discussion, held=True)

    decision = DECISIONS["approve"](comment, moderator)

    comment.refresh_from_db()
    assert (comment.state, comment.held_for, comment.is_readable) == (State.PUBLIC, "", True)
    assert figures(comment) == (1, 1, [0])
    assert (decision.comment, decision.moderator) == (comment, moderator)
    assert (decision.action, decision.state_before) == (Action.APPROVED, State.HELD)
    assert (timezone.now() - decision.made_at).total_seconds() < 60


def test_a_conversation_was_last_active_when_the_approved_comment_was_written(
    moderator, discussion
):
    comment = CommentFactory(content_object=discussion, held=True)

    DECISIONS["approve"](comment, moderator)

    assert Conversation.objects.get().last_posted_at == comment.submit_date


@pytest.mark.parametrize("decision", ["approve", "restore"])
def test_what_is_public_stays_so_and_nothing_is_logged(moderator, branch, decision):
    assert DECISIONS[decision](branch[0], moderator) is None

    assert not ModerationDecision.objects.exists()
    assert figures(branch[0]) == (3, 1, [2, 1, 0])


def test_a_second_click_hides_nothing_and_sends_nothing(moderator, branch):
    DECISIONS["hide"](branch[0], moderator)

    assert DECISIONS["hide"](branch[0], moderator) is None
    assert ModerationDecision.objects.count() == 1
    assert OutboxMail.objects.count() == 1


def test_a_hidden_comment_takes_its_replies_out_of_sight_and_brings_them_back(moderator, branch):
    top, reply, last = branch

    DECISIONS["hide"](reply, moderator)
    hidden = figures(top)
    readable = set(Comment.objects.readable().filter(opens=False))
    DECISIONS["restore"](reply, moderator)

    assert hidden == (1, 1, [0, 1, 0])
    assert readable == {top}
    assert figures(top) == (3, 1, [2, 1, 0])
    assert set(Comment.objects.readable().filter(opens=False)) == {top, reply, last}
    reply.refresh_from_db()
    assert (reply.state, reply.hidden_for, reply.comment) == (State.PUBLIC, "", branch[1].comment)


def test_each_decision_is_one_row_of_the_log(moderator, branch):
    hide_comment(
        comment_id=branch[0].pk,
        moderator=moderator,
        reason=HiddenFor.INSULT,
        words="  Please leave\nhis family out. ",
    )
    DECISIONS["restore"](branch[0], moderator)

    hidden, restored = ModerationDecision.objects.all()
    assert (hidden.action, hidden.reason) == (Action.HIDDEN, HiddenFor.INSULT)
    assert (hidden.words, hidden.state_before) == ("Please leave his family out.", State.PUBLIC)
    assert (restored.action, restored.state_before) == (Action.RESTORED, State.HIDDEN)


def test_what_waits_is_hidden_without_a_gap_to_explain(moderator, discussion):
    comment = CommentFactory(content_object=discussion, held=True)

    DECISIONS["hide"](comment, moderator)

    comment.refresh_from_db()
    assert (comment.state, comment.listed) == (State.HIDDEN, False)
    assert comment.held_for == HeldFor.NEWCOMER


def test_who_hides_a_comment_upholds_the_reports_about_it(moderator):
    report = ReportFactory()

    DECISIONS["hide"](report.comment, moderator)

    report.refresh_from_db()
    assert report.outcome == Report.Outcome.UPHELD


@pytest.mark.parametrize(
    ("outcome", "action"),
    [
        (Report.Outcome.UPHELD, Action.REPORTS_UPHELD),
        (Report.Outcome.DISMISSED, Action.REPORTS_DISMISSED),
    ],
)
def test_all_open_reports_about_a_comment_are_answered_at_once(moderator, outcome, action):
    first = ReportFactory()
    ReportFactory(comment=first.comment)
    elsewhere = ReportFactory()
    wanted = {"comment_id": first.comment.pk, "moderator": moderator, "outcome": outcome}

    decision = settle_reports(**wanted)
    again = settle_reports(**wanted)

    assert decision.action == action
    assert again is None
    assert set(first.comment.reports.values_list("outcome", flat=True)) == {outcome}
    elsewhere.refresh_from_db()
    assert elsewhere.outcome == Report.Outcome.OPEN
    first.comment.refresh_from_db()
    assert first.comment.state == State.PUBLIC


def test_reports_are_not_reopened(moderator):
    with pytest.raises(ValueError, match="upheld or dismissed"):
        settle_reports(
            comment_id=ReportFactory().comment.pk,
            moderator=moderator,
            outcome=Report.Outcome.OPEN,
        )


@pytest.mark.parametrize("decision", DECISIONS)
def test_nobody_decides_about_their_own_comment(moderator, decision):
    report = ReportFactory(comment=CommentFactory(user=moderator))

    with pytest.raises(OwnDecisionError):
        DECISIONS[decision](report.comment, moderator)

    report.refresh_from_db()
    assert (report.outcome, report.comment.state) == (Report.Outcome.OPEN, State.PUBLIC)
    assert not ModerationDecision.objects.exists()


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize("role", ["", "Editors", "Partners", "Emergency publishers"])
def test_others_decide_nothing(decision, role):
    comment = CommentFactory(held=True)
    person = ModeratorFactory(role=role) if role else UserFactory()

    with pytest.raises(NotModeratorError):
        DECISIONS[decision](comment, person)

    comment.refresh_from_db()
    assert comment.state == State.HELD


def test_a_moderator_whose_account_is_closed_decides_nothing():
    with pytest.raises(NotModeratorError):
        DECISIONS["approve"](CommentFactory(held=True), ModeratorFactory(is_active=False))


@pytest.mark.parametrize("role", ["Community moderators", "Moderators", "Administrators"])
def test_moderators_and_administrators_decide(role):
    assert DECISIONS["approve"](CommentFactory(held=True), ModeratorFactory(role=role))


@pytest.mark.parametrize(
    ("before", "decision"),
    [("hide", "approve"), ("", "restore"), ("delete", "hide"), ("delete", "restore")],
)
def test_a_decision_that_no_longer_fits_is_refused(moderator, before, decision):
    comment = CommentFactory(held=True)
    if before == "delete":
        delete_own_comment(comment_id=comment.pk, author=comment.user)
    elif before:
        DECISIONS[before](comment, moderator)
    logged = ModerationDecision.objects.count()

    with pytest.raises(DecidedMeanwhileError):
        DECISIONS[decision](comment, moderator)

    assert ModerationDecision.objects.count() == logged


@pytest.mark.parametrize("decision", DECISIONS)
def test_there_is_nothing_to_decide_about_a_comment_that_is_not(moderator, decision):
    with pytest.raises(NotReadableError):
        DECISIONS[decision](Comment(pk=987_654), moderator)


def test_shared_copies_are_forgotten_once_the_decision_is_stored(
    moderator, discussion, purged, django_capture_on_commit_callbacks
):
    comment = CommentFactory(content_object=discussion, held=True)

    with django_capture_on_commit_callbacks(execute=True):
        DECISIONS["approve"](comment, moderator)
        early = set(purged)

    assert early == set()
    assert any(url.endswith(address(discussion)) for url in purged)


def test_the_author_is_told_in_albanian_why_the_comment_is_hidden(moderator, discussion, site):
    author = UserFactory(language="sq")
    comment = CommentFactory(content_object=discussion, user=author, comment="Një <b>rrugë</b>.")

    hide_comment(
        comment_id=comment.pk, moderator=moderator, reason=HiddenFor.INSULT, words="Pa emra."
    )

    mail = OutboxMail.objects.get()
    assert mail.to == author.email
    assert mail.subject.endswith("komenti juaj u fsheh")
    for words in (discussion.title, "Fjalët tuaja: “Një <b>rrugë</b>.”", "Pa emra."):
        assert words in mail.text
    assert "Arsyeja: Fyen dikë" in mail.text
    assert moderator.display_name not in mail.text
    assert "Një &lt;b&gt;rrugë&lt;/b&gt;." in mail.html


def test_a_guest_is_told_in_the_language_of_the_page(moderator, site):
    DECISIONS["hide"](CommentFactory(guest=True, language="sq"), moderator)

    mail = OutboxMail.objects.get()
    assert (mail.to, "u fsheh" in mail.subject) == ("ana@example.org", True)


def test_a_guest_whose_mailbox_is_forgotten_gets_no_mail(moderator):
    DECISIONS["hide"](CommentFactory(guest=True, user_email=""), moderator)

    assert not OutboxMail.objects.exists()


def test_an_address_in_the_words_becomes_no_button_of_the_mail(moderator, site):
    comment = CommentFactory(comment="https://evil.example/\n\nhttps://evil.example/")

    hide_comment(
        comment_id=comment.pk,
        moderator=moderator,
        reason=HiddenFor.SPAM,
        words="https://evil.example/",
    )

    assert 'href="https://evil.example' not in OutboxMail.objects.get().html


def test_decisions_outlive_the_comment(moderator):
    comment = CommentFactory()
    decision = DECISIONS["hide"](comment, moderator)

    comment.delete()

    decision.refresh_from_db()
    assert (decision.comment, decision.reason) == (None, HiddenFor.SPAM)
