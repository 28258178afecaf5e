"""What waits for the demo's moderators, and what they have decided over the last months."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from community.models import (
    Appeal,
    Comment,
    Conversation,
    Discussion,
    ModerationDecision,
    Report,
    State,
    User,
)
from community.models.placing import move_to_state
from home.demo.accounts import ACCOUNTS, COMMUNITY_MODERATOR
from home.demo.city import City
from home.demo.library.members import DISCUSSIONS, MEMBERS
from home.demo.library.moderation import CASES, COMMUNITY, CONTENT, Case, Decided

Action = ModerationDecision.Action
People = dict[str, User]


def load(city: City) -> None:
    """Store the cases that are missing; what moderators have made of the others stays."""
    people = {member.key: User.objects.get(email=member.email) for member in MEMBERS}
    people[COMMUNITY] = User.objects.get(email=COMMUNITY_MODERATOR.email)
    moderator = next(account for account in ACCOUNTS if account.role == "Moderator")
    people[CONTENT] = User.objects.get(email=moderator.email)
    for number, case in enumerate(CASES, start=1):
        target = _target(city, case, people)
        name = f"demo moderation {number}"
        if not Comment.objects.filter(submission=name).exists():
            _store(target, case, people, name)
        city.say("Decisions of moderators", number, len(CASES))


def _target(city: City, case: Case, people: People) -> Any:
    found = next((words for words in DISCUSSIONS if words.key == case.place), None)
    if found is None:
        return city.page(case.place, case.language)
    return Discussion.objects.get(
        author=people[found.author], title=found.title.in_language(found.language)
    )


def _store(target: Any, case: Case, people: People, name: str) -> None:
    """Store a comment with all that became of it. Not by the services: the demo writes no mails."""
    written = timezone.now() + timedelta(days=case.days)
    comment = Comment(
        content_object=target,
        parent_id=0,
        user=people.get(case.author),
        user_name=case.guest,
        user_email=f"{case.guest.lower()}@example.org" if case.guest else "",
        comment=case.text,
        language=case.language,
        submit_date=written,
        submission=name,
        state=State.HELD if case.held_for else State.PUBLIC,
        held_for=case.held_for,
    )
    comment.save()
    for told in case.told:
        Report.objects.create(
            comment=comment,
            reporter=people[told.by],
            reason=told.reason,
            words=told.words,
            made_at=written + timedelta(hours=told.after),
        )
    for decided in case.decided:
        _decide(comment, decided, people, written + timedelta(hours=decided.after))


def _decide(comment: Comment, decided: Decided, people: People, when: datetime) -> None:
    decision = _log(
        comment,
        people[decided.by],
        when,
        action=Action(decided.action),
        reason=decided.reason,
        words=decided.words,
    )
    if decision.action == Action.HIDDEN:
        Comment.objects.filter(pk=comment.pk).update(hidden_for=decided.reason)
        comment.hidden_for = decided.reason
        _move(comment, State.HIDDEN)
    elif decision.action == Action.APPROVED:
        _move(comment, State.PUBLIC)
    upheld = decision.action == Action.HIDDEN
    outcome = Report.Outcome.UPHELD if upheld else Report.Outcome.DISMISSED
    comment.reports.update(outcome=outcome, settled_at=when)
    if decided.appeal:
        _appeal(comment, decision, decided, people)


def _appeal(
    comment: Comment, decision: ModerationDecision, decided: Decided, people: People
) -> None:
    """Store the appeal of a comment's author; a colleague has answered it, or will."""
    made = decision.made_at + timedelta(hours=16)
    appeal = Appeal(decision=decision, author=comment.user, words=decided.appeal, made_at=made)
    if decided.granted is not None:
        colleague = people[CONTENT if decided.by == COMMUNITY else COMMUNITY]
        answered = made + timedelta(hours=20)
        appeal.outcome = Appeal.Outcome.GRANTED if decided.granted else Appeal.Outcome.REFUSED
        appeal.answer, appeal.settled_by, appeal.settled_at = decided.answer, colleague, answered
        action = Action.APPEAL_GRANTED if decided.granted else Action.APPEAL_REFUSED
        given = {"reason": decided.reason, "words": decided.answer}
        _log(comment, colleague, answered, action=action, **given)
        if decided.granted:
            _log(comment, colleague, answered, action=Action.RESTORED, undoes=decision)
            _move(comment, State.PUBLIC)
    appeal.save()


def _log(comment: Comment, moderator: User, when: datetime, **given: Any) -> ModerationDecision:
    return ModerationDecision.objects.create(
        comment=comment, moderator=moderator, made_at=when, state_before=comment.state, **given
    )


def _move(comment: Comment, state: State) -> None:
    """Let a comment be in another state, as the services do within its conversation's lock."""
    Conversation.objects.locked_around(comment.pk)
    comment.refresh_from_db()
    move_to_state(comment, state)
