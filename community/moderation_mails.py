"""The mails by which people hear at once what moderators have decided about them.

Members who want no such mail, or one a day, are told as they have chosen; in the portal always.
"""

from typing import Any, NamedTuple

from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import override

from community.mails import send_account_mail
from community.models import (
    Appeal,
    Comment,
    Delivery,
    ModerationDecision,
    Sanction,
    Subject,
)
from community.policy import targets_for_author
from community.services.hearing import deliveries_of
from community.targets import title_of
from community.unsubscribing import guest_unsubscribe_url, unsubscribe_url
from site_config.models import OutboxMail

# A link by which a guest sees a decision and appeals; JSON, with a salt of its own.
LINK_SALT = "community.decision"
# Of a comment, as much as its author needs to know which one it is.
QUOTED_AT_MOST = 200
# By this word and a number the outbox asks whether a decision still stands.
CONCERNS = "decision"


class _Reader(NamedTuple):
    """Whom a mail goes to."""

    # Empty where they have none, or want no mail at once.
    mailbox: str
    language: str
    stop_url: str


def tell_hidden(comment: Comment, decision: ModerationDecision) -> None:
    """Tell the author why a comment is hidden, and how to appeal."""
    reader = _reader_of(decision)
    with override(reader.language):
        # One line each: a paragraph that is nothing but an address would become a button.
        context = _about_comment(comment) | {
            "reason": decision.get_reason_display(),
            "words": decision.words,
            "appeal_url": decision_address(decision),
        }
    _send("comment_hidden", reader, context, concerns=f"{CONCERNS} {decision.pk}")


def tell_sanctioned(sanction: Sanction) -> None:
    """Tell a member that they are warned, suspended or banned, why, and how to appeal."""
    decision = sanction.decision
    reader = _reader_of(decision)
    with override(reader.language):
        until = timezone.localtime(sanction.until) if sanction.until else None
        context = {
            "kind": sanction.kind,
            "until": date_format(until, "DATETIME_FORMAT") if until else "",
            "reason": sanction.get_reason_display(),
            "words": sanction.words,
            "appeal_url": decision_address(decision),
        }
    _send("sanctioned", reader, context, concerns=f"{CONCERNS} {decision.pk}")


def tell_answered(appeal: Appeal) -> None:
    """Tell whoever has appealed what a colleague of the moderator has decided."""
    decision = appeal.decision
    reader = _reader_of(decision)
    with override(reader.language):
        context = {
            "granted": appeal.outcome == Appeal.Outcome.GRANTED,
            "words": appeal.answer,
            "appeal_url": decision_address(decision),
        }
        if decision.comment and not decision.member_id:
            context |= _about_comment(decision.comment)
    _send("appeal_answered", reader, context)


def still_stands(mail: OutboxMail) -> bool | None:
    """Say whether nobody has taken a decision back; asked right before its mail leaves.

    The answer to an appeal is final, and asks for nothing.
    """
    word, _space, number = mail.concerns.partition(" ")
    if word != CONCERNS:
        return None
    standing = ModerationDecision.objects.filter(taken_back_by__isnull=True)
    return standing.filter(pk=int(number)).exists()


def decision_address(decision: ModerationDecision) -> str:
    """Return where whoever a decision is about sees it: by signing in, or a guest by a link."""
    comment = decision.comment
    if decision.member_id or (comment and comment.user_id):
        return reverse("community:own_decision", args=[decision.pk])
    token = signing.dumps(decision.pk, salt=LINK_SALT)
    return reverse("community:guest_decision", args=[token])


def _about_comment(comment: Comment) -> dict[str, Any]:
    target = targets_for_author(comment.user, [comment]).get(comment.conversation_id)
    return {
        "title": title_of(target) if target else "",
        "opens": comment.opens,
        "quoted": Truncator(" ".join(comment.comment.split())).chars(QUOTED_AT_MOST),
    }


def _reader_of(decision: ModerationDecision) -> _Reader:
    """Return who is told of a decision by mail."""
    comment = decision.comment
    person = decision.member or (comment.user if comment else None)
    if person is not None:
        wants = deliveries_of(person)[Subject.MODERATION] == Delivery.NOW
        stop_url = unsubscribe_url(person, Subject.MODERATION)
        return _Reader(person.email if wants else "", person.language, stop_url)
    if comment is None:
        return _Reader("", "", "")
    return _Reader(comment.user_email, comment.language, guest_unsubscribe_url(comment))


def _send(name: str, reader: _Reader, context: dict[str, Any], concerns: str = "") -> None:
    if reader.mailbox:
        send_account_mail(
            template=f"community/mails/{name}",
            to=reader.mailbox,
            language=reader.language,
            context=context,
            stop_url=reader.stop_url,
            concerns=concerns,
        )
