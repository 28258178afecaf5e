"""Warnings, suspensions and bans. They keep a member from writing, never from their own data."""

from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from community.errors import (
    ColleagueError,
    CommunityError,
    DecidedMeanwhileError,
    EndNeededError,
    NotModeratorError,
    NotReadableError,
    OwnDecisionError,
)
from community.models import (
    Comment,
    HiddenFor,
    ModerationDecision,
    Sanction,
    User,
)
from community.moderation_mails import tell_sanctioned
from community.policy import can_moderate
from community.purging import profile_addresses, purge_addresses
from community.services.appeal_answers import concede_appeal
from community.services.deciding import log_decision, tidy_words
from community.services.notifying import note_decision

Action = ModerationDecision.Action
Kind = Sanction.Kind
ACTIONS = {Kind.WARNING: Action.WARNED, Kind.SUSPENSION: Action.SUSPENDED, Kind.BAN: Action.BANNED}
LONGEST_SUSPENSION = timedelta(days=366)
# The same measure again within this time is a repeated click.
REPEAT_SPAN = timedelta(minutes=10)


def why_not_sanction(moderator: User, member: User) -> CommunityError | None:
    """Return what keeps a moderator from measures against a member; nothing where they may."""
    if not can_moderate(moderator):
        return NotModeratorError()
    if moderator.pk == member.pk:
        return OwnDecisionError()
    return ColleagueError() if member.works_for_the_city else None


@transaction.atomic
def sanction_member(
    *,
    member_id: int,
    moderator: User,
    kind: Sanction.Kind,
    reason: HiddenFor,
    words: str = "",
    until: datetime | None = None,
    comment_id: int = 0,
) -> Sanction | None:
    """Warn a member, or keep them from writing for a time or for good, and tell them why.

    Args:
        member_id: the member's number.
        moderator: who decides.
        kind: how far it goes.
        reason: which rule they broke.
        words: what the member is told besides; cut at 1,000 characters.
        until: the end of a suspension.
        comment_id: the comment that gave rise to it; 0 for none.

    Returns:
        The sanction; nothing where the same one was given a moment ago, or holds already.

    Raises:
        NotReadableError: there is no such member.
        NotModeratorError, OwnDecisionError, ColleagueError: this person can't do it.
        EndNeededError: a suspension without an end in the next year.
    """
    member = _locked_member(member_id, moderator)
    kind, now = Kind(kind), timezone.now()
    if kind != Kind.SUSPENSION:
        until = None
    elif until is None or not now < until < now + LONGEST_SUSPENSION:
        raise EndNeededError
    words = tidy_words(words)
    same = Sanction.objects.filter(member=member, kind=kind, lifted_at__isnull=True)
    if kind == Kind.BAN and same.exists():
        return None
    repeated = same.filter(reason=reason, words=words, until=until)
    if repeated.filter(begins_at__gt=now - REPEAT_SPAN).exists():
        return None
    comment = Comment.objects.filter(pk=comment_id, user=member).first() if comment_id else None
    decision = log_decision(
        moderator=moderator,
        member=member,
        comment=comment,
        action=ACTIONS[kind],
        reason=HiddenFor(reason),
        words=words,
    )
    sanction = Sanction.objects.create(
        member=member,
        kind=kind,
        reason=reason,
        words=words,
        decision=decision,
        begins_at=now,
        until=until,
    )
    tell_sanctioned(sanction)
    note_decision(decision)
    return sanction


@transaction.atomic
def lift_sanction(
    *, sanction_id: int, moderator: User, undoes: ModerationDecision | None = None
) -> ModerationDecision:
    """End a sanction now. It stays in the log, as lifted.

    Raises:
        NotReadableError: there is no such sanction.
        NotModeratorError, OwnDecisionError, ColleagueError: this person can't do it.
        DecidedMeanwhileError: it was lifted already.
    """
    sanction = _locked_sanction(sanction_id, moderator)
    if sanction.lifted_at is not None:
        raise DecidedMeanwhileError
    given = sanction.decision
    decision = log_decision(
        moderator=moderator,
        member=sanction.member,
        action=Action.LIFTED,
        reason=sanction.reason,
        undoes=undoes or given,
    )
    sanction.lifted_at = decision.made_at
    sanction.save(update_fields=["lifted_at"])
    if given is not None:
        concede_appeal(given, moderator)
    note_decision(decision)
    return decision


@transaction.atomic
def impose_again(
    *, sanction_id: int, moderator: User, undoes: ModerationDecision
) -> ModerationDecision:
    """Let a sanction hold again whose lifting is taken back, and tell the member.

    Raises:
        NotReadableError, NotModeratorError, OwnDecisionError, ColleagueError: as for lifting.
        DecidedMeanwhileError: it holds, or its time is over.
    """
    sanction = _locked_sanction(sanction_id, moderator)
    over = sanction.until is not None and sanction.until <= timezone.now()
    if sanction.lifted_at is None or over:
        raise DecidedMeanwhileError
    decision = log_decision(
        moderator=moderator,
        member=sanction.member,
        action=ACTIONS[Kind(sanction.kind)],
        reason=sanction.reason,
        words=sanction.words,
        undoes=undoes,
    )
    sanction.lifted_at, sanction.decision = None, decision
    sanction.save(update_fields=["lifted_at", "decision"])
    tell_sanctioned(sanction)
    note_decision(decision)
    return decision


@transaction.atomic
def clear_profile(
    *, member_id: int, moderator: User, reason: HiddenFor
) -> ModerationDecision | None:
    """Take a member's name and text away, which nobody else should read, and tell them.

    They choose others. It is not taken back: no copy of the words is kept.

    Returns:
        The row of the log; nothing where there is neither.

    Raises:
        NotReadableError: there is no such member.
        NotModeratorError, OwnDecisionError, ColleagueError: this person can't do it.
    """
    member = _locked_member(member_id, moderator)
    if not member.display_name and not member.about:
        return None
    transaction.on_commit(partial(purge_addresses, profile_addresses(member)), robust=True)
    member.display_name = member.about = ""
    member.save(update_fields=["display_name", "about"])
    decision = log_decision(
        moderator=moderator,
        member=member,
        action=Action.PROFILE_CLEARED,
        reason=HiddenFor(reason),
    )
    note_decision(decision)
    return decision


def _locked_member(member_id: int, moderator: User) -> User:
    """Return a member whose row is locked, so that measures against them stand in a row."""
    member = User.objects.select_for_update().filter(pk=member_id).first()
    if member is None:
        raise NotReadableError
    if refusal := why_not_sanction(moderator, member):
        raise refusal
    return member


def _locked_sanction(sanction_id: int, moderator: User) -> Sanction:
    member_id = Sanction.objects.filter(pk=sanction_id).values_list("member", flat=True).first()
    if member_id is None:
        raise NotReadableError
    _locked_member(member_id, moderator)
    return Sanction.objects.select_related("member", "decision").get(pk=sanction_id)
