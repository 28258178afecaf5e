"""Warnings, suspensions and bans: told with a reason, and never in the way of one's own data."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from community.errors import (
    ColleagueError,
    DecidedMeanwhileError,
    EndNeededError,
    NotModeratorError,
    NotReadableError,
    OwnDecisionError,
    SanctionedError,
)
from community.models import Comment, HiddenFor, ModerationDecision, Sanction, User
from community.policy import can_comment, why_not_comment
from community.services.moderating_members import lift_sanction, sanction_member
from community.services.posting import delete_own_comment, edit_comment
from site_config.models import OutboxMail
from tests.community.comment_steps import post, write_url
from tests.factories.community import CommentFactory, ModeratorFactory, SanctionFactory, UserFactory

pytestmark = pytest.mark.django_db

Action = ModerationDecision.Action
Kind = Sanction.Kind


@pytest.fixture
def moderator() -> User:
    """A community moderator."""
    return ModeratorFactory()


def give(member: User, moderator: User, kind: Sanction.Kind, **fields: object) -> Sanction | None:
    fields.setdefault("reason", HiddenFor.INSULT)
    if kind == Kind.SUSPENSION:
        fields.setdefault("until", timezone.now() + timedelta(days=7))
    return sanction_member(member_id=member.pk, moderator=moderator, kind=kind, **fields)


@pytest.mark.parametrize(
    ("kind", "action"),
    [
        (Kind.WARNING, Action.WARNED),
        (Kind.SUSPENSION, Action.SUSPENDED),
        (Kind.BAN, Action.BANNED),
    ],
)
def test_a_sanction_is_logged_and_the_member_told_why(moderator, member, kind, action, site):
    comment = CommentFactory(user=member)

    sanction = give(member, moderator, kind, words=" Leave\nothers out. ", comment_id=comment.pk)

    decision = sanction.decision
    assert (decision.action, decision.member, decision.comment) == (action, member, comment)
    assert (decision.moderator, decision.reason) == (moderator, HiddenFor.INSULT)
    assert (sanction.words, decision.words) == ("Leave others out.", "Leave others out.")
    mail = OutboxMail.objects.get()
    assert mail.to == member.email
    assert "Insults somebody" in mail.text
    assert "“Leave others out.”" in mail.text
    assert f"/en/community/me/decisions/{decision.pk}/" in mail.text
    assert moderator.display_name not in mail.text


def test_a_suspended_member_is_told_until_when_and_why(moderator, member, discussion):
    until = timezone.now() + timedelta(days=3)
    give(member, moderator, Kind.SUSPENSION, until=until)

    refusal = why_not_comment(member, discussion)

    assert isinstance(refusal, SanctionedError)
    assert str(timezone.localtime(until).year) in str(refusal)
    with override("en"):
        assert "Insults somebody" in str(refusal)
    with override("sq"):
        assert "Fyen dikë" in str(refusal)
    with pytest.raises(SanctionedError):
        post(discussion, member)


def test_a_suspension_ends_by_itself_and_a_ban_does_not(moderator, member, discussion):
    yesterday = timezone.now() - timedelta(days=1)
    suspension = give(member, moderator, Kind.SUSPENSION)
    Sanction.objects.filter(pk=suspension.pk).update(until=yesterday)
    free = can_comment(member, discussion)

    give(member, moderator, Kind.BAN)

    assert free
    with override("en"):
        assert "banned you" in str(why_not_comment(member, discussion))


def test_of_several_the_longest_counts(moderator, member, discussion):
    give(member, moderator, Kind.SUSPENSION, until=timezone.now() + timedelta(days=2))
    longest = give(member, moderator, Kind.SUSPENSION, until=timezone.now() + timedelta(days=90))
    suspended = why_not_comment(member, discussion).until
    give(member, moderator, Kind.BAN)

    assert suspended == longest.until
    assert why_not_comment(member, discussion).until is None


def test_a_warning_keeps_nobody_from_writing(moderator, member, discussion):
    give(member, moderator, Kind.WARNING)

    assert post(discussion, member).is_new


def test_a_banned_member_reads_changes_their_data_and_takes_words_back(
    client, moderator, member, discussion
):
    own = CommentFactory(content_object=discussion, user=member)
    give(member, moderator, Kind.BAN)
    client.force_login(member)

    with pytest.raises(SanctionedError):
        edit_comment(comment_id=own.pk, editor=member, text="Other words.")
    form = client.get(write_url(discussion))
    assert "banned you from writing" in form.content.decode()
    for path in ("/en/community/me/", "/en/community/me/edit/"):
        assert client.get(path).status_code == 200, path
    delete_own_comment(comment_id=own.pk, author=member)
    member.refresh_from_db()
    assert member.is_active
    assert Comment.objects.get(pk=own.pk).comment == ""


def test_a_second_click_warns_nobody_twice(moderator, member):
    first = give(member, moderator, Kind.WARNING)
    second = give(member, moderator, Kind.WARNING)
    third = give(member, moderator, Kind.WARNING, words="Once more.")

    assert (first is None, second, third is None) == (False, None, False)
    assert OutboxMail.objects.count() == 2


def test_who_is_banned_is_not_banned_again(moderator, member):
    give(member, moderator, Kind.BAN)

    assert give(member, ModeratorFactory(), Kind.BAN, reason=HiddenFor.HATE) is None
    assert Sanction.objects.count() == 1


@pytest.mark.parametrize(
    "until", [None, timedelta(0), timedelta(days=-1), timedelta(days=400)], ids=str
)
def test_a_suspension_ends_within_a_year(moderator, member, until):
    end = timezone.now() + until if until is not None else None

    with pytest.raises(EndNeededError):
        give(member, moderator, Kind.SUSPENSION, until=end)

    assert not Sanction.objects.exists()


@pytest.mark.parametrize("kind", Kind)
def test_nobody_sanctions_themselves_or_colleagues(moderator, kind):
    with pytest.raises(OwnDecisionError):
        give(moderator, moderator, kind)
    for role in ("Editors", "Administrators", "Community moderators"):
        with pytest.raises(ColleagueError):
            give(ModeratorFactory(role=role), moderator, kind)
    with pytest.raises(ColleagueError):
        give(UserFactory(administrator=True), moderator, kind)

    assert not Sanction.objects.exists()


@pytest.mark.parametrize("role", ["", "Editors", "Partners", "Emergency publishers"])
def test_others_sanction_nobody(member, role):
    person = ModeratorFactory(role=role) if role else UserFactory()

    with pytest.raises(NotModeratorError):
        give(member, person, Kind.BAN)


def test_there_is_nobody_to_sanction_by_a_number_that_nobody_has(moderator):
    with pytest.raises(NotReadableError):
        give(User(pk=987_654), moderator, Kind.WARNING)
    with pytest.raises(NotReadableError):
        lift_sanction(sanction_id=987_654, moderator=moderator)


def test_a_lifted_sanction_holds_no_longer_and_is_not_lifted_twice(moderator, member, discussion):
    ban = give(member, moderator, Kind.BAN)

    lifted = lift_sanction(sanction_id=ban.pk, moderator=moderator)

    assert (lifted.action, lifted.undoes, lifted.member) == (Action.LIFTED, ban.decision, member)
    assert can_comment(member, discussion)
    with pytest.raises(DecidedMeanwhileError):
        lift_sanction(sanction_id=ban.pk, moderator=moderator)


def test_a_sanction_from_before_the_log_is_lifted_too(moderator, member, discussion):
    ban = SanctionFactory(member=member)

    lift_sanction(sanction_id=ban.pk, moderator=moderator)

    assert can_comment(member, discussion)
