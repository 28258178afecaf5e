"""Trust falls with what moderators decide against somebody, and comes back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.models import (
    Comment,
    CommunitySettings,
    Discussion,
    HeldFor,
    HiddenFor,
    ModerationDecision,
    Report,
    User,
)
from community.screening import why_hold
from community.services.moderating import approve_comment, hide_comment, restore_comment
from community.services.moderating_reports import settle_reports
from community.services.taking_back import take_back
from tests.factories.community import (
    CommentFactory,
    DiscussionFactory,
    ModeratorFactory,
    ReportFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator() -> User:
    """A community moderator."""
    return ModeratorFactory()


def verdict(author: User | None, text: str = "Another street.") -> HeldFor | None:
    return why_hold(author=author, text=text, settings=CommunitySettings())


def uphold(author: User, moderator: User) -> ModerationDecision:
    report = ReportFactory(comment=Comment.objects.filter(user=author).first())
    return settle_reports(
        comment_id=report.comment.pk, moderator=moderator, outcome=Report.Outcome.UPHELD
    )


def approved(author: User, moderator: User) -> None:
    """Let one more comment of a member wait, and approve it."""
    comment = CommentFactory(
        user=author, held=True, submit_date=timezone.now() - timedelta(hours=1)
    )
    approve_comment(comment_id=comment.pk, moderator=moderator)


def test_after_an_upheld_report_three_comments_are_read_first(member, moderator):
    before = verdict(member)
    uphold(member, moderator)
    verdicts = []
    for _number in range(3):
        verdicts.append(verdict(member))
        approved(member, moderator)

    assert before is None
    assert verdicts == [HeldFor.TRUST] * 3
    assert verdict(member) is None


def test_after_a_hidden_comment_three_more_are_read_first(member, moderator):
    hidden = CommentFactory(user=member, submit_date=timezone.now() - timedelta(days=1))
    hide_comment(comment_id=hidden.pk, moderator=moderator, reason=HiddenFor.HATE)

    assert verdict(member) == HeldFor.TRUST
    restore_comment(comment_id=hidden.pk, moderator=moderator)
    assert verdict(member) is None


def test_whoever_takes_the_decision_back_gives_the_trust_back(member, moderator):
    decision = uphold(member, moderator)
    fallen = verdict(member)

    take_back(decision_id=decision.pk, moderator=moderator)

    assert (fallen, verdict(member)) == (HeldFor.TRUST, None)


def test_a_dismissed_report_harms_nobody(member, moderator):
    report = ReportFactory(comment=Comment.objects.filter(user=member).first())
    settle_reports(
        comment_id=report.comment.pk, moderator=moderator, outcome=Report.Outcome.DISMISSED
    )

    assert verdict(member) is None


def test_approvals_from_before_do_not_count(member, moderator):
    for _number in range(3):
        approved(member, moderator)
    uphold(member, moderator)

    assert verdict(member) == HeldFor.TRUST


def test_a_report_that_was_upheld_before_times_were_kept_counts_from_when_it_was_made(member):
    ReportFactory(
        comment=Comment.objects.filter(user=member).first(), outcome=Report.Outcome.UPHELD
    )

    assert verdict(member) == HeldFor.TRUST


def test_discussions_that_somebody_has_opened_count_as_their_comments():
    author = UserFactory()
    verdicts = []
    for _number in range(3):
        verdicts.append(verdict(author))
        DiscussionFactory(author=author, opened_at=timezone.now() - timedelta(days=2))

    assert Discussion.objects.filter(author=author).count() == 3
    assert verdicts == [HeldFor.NEWCOMER] * 3
    assert verdict(author) is None


def test_guests_and_the_city_are_judged_as_before(moderator):
    uphold_target = CommentFactory(user=moderator)
    ReportFactory(comment=uphold_target, outcome=Report.Outcome.UPHELD)

    assert verdict(None) == HeldFor.GUEST
    assert verdict(moderator) is None
