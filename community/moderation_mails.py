"""The mails by which people hear at once what moderators have decided about them."""

from typing import Any

from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import override

from community.mails import send_account_mail
from community.models import Appeal, Comment, ModerationDecision, Sanction
from community.targets import target_of, title_of

# A link by which a guest sees a decision and appeals; JSON, with a salt of its own.
LINK_SALT = "community.decision"
# Of a comment, as much as its author needs to know which one it is.
QUOTED_AT_MOST = 200


def tell_hidden(comment: Comment, decision: ModerationDecision) -> None:
    """Tell the author why a comment is hidden, and how to appeal."""
    mailbox, language = _mailbox_of(decision)
    with override(language):
        # One line each: a paragraph that is nothing but an address would become a button.
        context = _about_comment(comment) | {
            "reason": decision.get_reason_display(),
            "words": decision.words,
            "appeal_url": decision_address(decision),
        }
    _send("comment_hidden", mailbox, language, context)


def tell_sanctioned(sanction: Sanction) -> None:
    """Tell a member that they are warned, suspended or banned, why, and how to appeal."""
    decision = sanction.decision
    mailbox, language = _mailbox_of(decision)
    with override(language):
        until = timezone.localtime(sanction.until) if sanction.until else None
        context = {
            "kind": sanction.kind,
            "until": date_format(until, "DATETIME_FORMAT") if until else "",
            "reason": sanction.get_reason_display(),
            "words": sanction.words,
            "appeal_url": decision_address(decision),
        }
    _send("sanctioned", mailbox, language, context)


def tell_answered(appeal: Appeal) -> None:
    """Tell whoever has appealed what a colleague of the moderator has decided."""
    decision = appeal.decision
    mailbox, language = _mailbox_of(decision)
    with override(language):
        context = {
            "granted": appeal.outcome == Appeal.Outcome.GRANTED,
            "words": appeal.answer,
            "appeal_url": decision_address(decision),
        }
        if decision.comment and not decision.member_id:
            context |= _about_comment(decision.comment)
    _send("appeal_answered", mailbox, language, context)


def decision_address(decision: ModerationDecision) -> str:
    """Return where whoever a decision is about sees it: by signing in, or a guest by a link."""
    comment = decision.comment
    if decision.member_id or (comment and comment.user_id):
        return reverse("community:own_decision", args=[decision.pk])
    token = signing.dumps(decision.pk, salt=LINK_SALT)
    return reverse("community:guest_decision", args=[token])


def _about_comment(comment: Comment) -> dict[str, Any]:
    target = target_of(comment.conversation)
    return {
        "title": title_of(target) if target else "",
        "opens": comment.opens,
        "quoted": Truncator(" ".join(comment.comment.split())).chars(QUOTED_AT_MOST),
    }


def _mailbox_of(decision: ModerationDecision) -> tuple[str, str]:
    """Return the mailbox of whoever a decision is about, if there is one, and their language."""
    comment = decision.comment
    person = decision.member or (comment.user if comment else None)
    if person is not None:
        return person.email, person.language
    return (comment.user_email, comment.language) if comment else ("", "")


def _send(name: str, mailbox: str, language: str, context: dict[str, Any]) -> None:
    if mailbox:
        send_account_mail(
            template=f"community/mails/{name}", to=mailbox, language=language, context=context
        )
