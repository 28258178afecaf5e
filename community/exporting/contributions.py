"""Comments and discussions of a member, with all that was decided about them."""

from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django_comments.models import CommentFlag
from django_comments_xtd.models import LIKEDIT_FLAG

from community.erasing.contributions import contributions_of
from community.models import (
    Comment,
    Discussion,
    Mention,
    ModerationDecision,
    PendingComment,
    Report,
)
from community.personal_data import Person, Section, among
from community.policy import targets_for_author
from community.targets import title_of

COMMENT_LABELS = {
    "number": _("number"),
    "on": _("on"),
    "answers": _("answers the comment"),
    "written": _("written"),
    "words": _("words"),
    "language": _("language"),
    "state": _("state"),
    "held_because": _("held because"),
    "hidden_because": _("hidden because"),
    "name": _("name given as a guest"),
    "mailbox": _("e-mail address given as a guest"),
    "network": _("network, shortened"),
    "edited": _("edited"),
    "earlier_versions": _("earlier versions"),
    "replaced": _("replaced"),
    "decisions": _("decisions of moderators"),
}
DECISION_LABELS = {
    "decision": _("decision"),
    "reason": _("reason"),
    "words_for_you": _("words for you"),
    "decided": _("decided"),
    "appeal": _("your appeal"),
    "outcome": _("what became of it"),
    "answer": _("answer"),
}


def comments(person: Person) -> Section:
    """Return every comment in whatever state, also those written as a guest."""
    decisions = ModerationDecision.objects.select_related("appeal").order_by("made_at")
    found = list(
        contributions_of(person)
        .select_related("conversation__content_type")
        .prefetch_related("versions", Prefetch("decisions", decisions))
        .order_by("pk")
    )
    targets = targets_for_author(person.member, found)
    rows = [_comment(comment, targets.get(comment.conversation_id)) for comment in found]
    return Section("comments", _("Comments"), COMMENT_LABELS | DECISION_LABELS, rows)


def waiting_comments(person: Person) -> Section:
    """Return what was written as a guest and waits for the link in a mail."""
    waiting = PendingComment.objects.filter(among("email", person.mailboxes)).order_by("pk")
    rows = [
        {
            "written": comment.written_at,
            "words": comment.text,
            "name": comment.name,
            "mailbox": comment.email,
            "network": comment.network,
        }
        for comment in waiting
    ]
    return Section("waiting_comments", _("Comments to be confirmed"), COMMENT_LABELS, rows)


def discussions(person: Person) -> Section:
    """Return every discussion that the member has opened, with its picture's file."""
    labels = {
        "number": _("number"),
        "title": _("title"),
        "text": _("text"),
        "language": _("language"),
        "topic": _("topic"),
        "opened": _("opened"),
        "state": _("state"),
        "picture": _("picture"),
        "alternative_text": _("alternative text"),
    }
    rows = [
        {
            "number": discussion.pk,
            "title": discussion.title,
            "text": discussion.text,
            "language": discussion.language,
            "topic": discussion.topic.name if discussion.topic else "",
            "opened": discussion.opened_at,
            "state": discussion.get_state_display(),
            "picture": f"pictures/{picture_name(discussion)}" if discussion.picture else "",
            "alternative_text": discussion.picture_alt,
        }
        for discussion in pictured(person)
    ]
    return Section("discussions", _("Discussions"), labels, rows)


def pictured(person: Person) -> list[Discussion]:
    """Return the member's discussions, oldest first."""
    opened = Discussion.objects.filter(author=person.member).select_related("topic")
    return list(opened.order_by("pk"))


def picture_name(discussion: Discussion) -> str:
    """Return the name that a discussion's picture has in an export."""
    return f"{discussion.pk}-{discussion.picture.name.rpartition('/')[2]}"


def likes(person: Person) -> Section:
    """Return what the member has called helpful."""
    labels = {"comment": _("number of the comment"), "made": _("made")}
    flags = CommentFlag.objects.filter(user=person.member, flag=LIKEDIT_FLAG).order_by("pk")
    rows = [{"comment": flag.comment_id, "made": flag.flag_date} for flag in flags]
    return Section("likes", _("Likes"), labels, rows)


def mentions(person: Person) -> Section:
    """Return where others have written the member's name behind an @, without their words."""
    labels = {"comment": _("number of the comment"), "name": _("name in the words")}
    found = Mention.objects.filter(member=person.member).order_by("pk")
    rows = [{"comment": mention.comment_id, "name": mention.name} for mention in found]
    return Section("mentions", _("Mentions of you"), labels, rows)


def reports(person: Person) -> Section:
    """Return what the member has reported, and what became of it."""
    labels = {
        "comment": _("number of the comment"),
        "reason": _("reason"),
        "words": _("words"),
        "made": _("made"),
        "outcome": _("outcome"),
    }
    rows = [
        {
            "comment": report.comment_id,
            "reason": report.get_reason_display(),
            "words": report.words,
            "made": report.made_at,
            "outcome": report.get_outcome_display(),
        }
        for report in Report.objects.filter(reporter=person.member).order_by("pk")
    ]
    return Section("reports", _("Your reports"), labels, rows)


def decision_row(decision: ModerationDecision) -> dict[str, Any]:
    """Return a decision as whom it concerns may read it: without the moderator's name."""
    appeal = getattr(decision, "appeal", None)
    return {
        "decision": decision.get_action_display(),
        "reason": decision.get_reason_display(),
        "words_for_you": decision.words,
        "decided": decision.made_at,
        "appeal": appeal.words if appeal else "",
        "outcome": appeal.get_outcome_display() if appeal else "",
        "answer": appeal.answer if appeal else "",
    }


def _comment(comment: Comment, target: Any) -> dict[str, Any]:
    return {
        "number": comment.pk,
        "on": title_of(target) if target else "",
        "answers": comment.parent_id if comment.root_id else None,
        "written": comment.submit_date,
        "words": comment.comment,
        "language": comment.language,
        "state": comment.get_state_display(),
        "held_because": comment.get_held_for_display(),
        "hidden_because": comment.get_hidden_for_display(),
        "name": comment.user_name,
        "mailbox": comment.user_email,
        "network": comment.ip_address,
        "edited": comment.edited_at,
        "earlier_versions": [
            {"words": version.text, "replaced": version.replaced_at}
            for version in comment.versions.all()
        ],
        "decisions": [decision_row(decision) for decision in comment.decisions.all()],
    }
