"""What was decided about a member, and what they have decided and written as staff."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Comment, CommentReply, Page, PageLogEntry, Revision

from community.exporting.contributions import DECISION_LABELS, decision_row
from community.models import ModerationDecision, Sanction
from community.personal_data import Person, Section


def sanctions(person: Person) -> Section:
    """Return warnings, suspensions and bans, as the member was told of them."""
    labels = {
        "kind": _("kind"),
        "reason": _("reason"),
        "words": _("words for the member"),
        "begins": _("begins"),
        "until": _("until"),
        "lifted": _("lifted"),
    }
    rows = [
        {
            "kind": sanction.get_kind_display(),
            "reason": sanction.get_reason_display(),
            "words": sanction.words,
            "begins": sanction.begins_at,
            "until": sanction.until,
            "lifted": sanction.lifted_at,
        }
        for sanction in Sanction.objects.filter(member=person.member).order_by("begins_at")
    ]
    return Section("sanctions", _("Sanctions"), labels, rows)


def decisions_about_the_member(person: Person) -> Section:
    """Return decisions about the member, or against which they have appealed."""
    concerned = Q(member=person.member) | Q(appeal__author=person.member)
    found = ModerationDecision.objects.filter(concerned).select_related("appeal")
    rows = [decision_row(decision) for decision in found.order_by("made_at", "pk")]
    return Section("decisions", _("Decisions about you, and your appeals"), DECISION_LABELS, rows)


def decisions_made(person: Person) -> Section:
    """Return what a moderator has decided, without whom it was about."""
    rows = [
        {
            "decision": decision.get_action_display(),
            "reason": decision.get_reason_display(),
            "decided": decision.made_at,
        }
        for decision in ModerationDecision.objects.filter(moderator=person.member)
    ]
    return Section("decisions_made", _("Decisions you made as a moderator"), DECISION_LABELS, rows)


def pages(person: Person) -> Section:
    """Return the titles of pages that are theirs, and when they saved a version of one."""
    labels = {"title": _("title"), "made": _("made")}
    owned = Page.objects.filter(owner=person.member).order_by("pk")
    rows = [{"title": page.title, "made": page.first_published_at} for page in owned]
    saved = Revision.objects.filter(user=person.member).order_by("pk")
    rows += [
        {"title": revision.object_str, "made": revision.created_at}
        for revision in saved.only("object_str", "created_at")
    ]
    return Section("pages", _("Pages you worked on"), labels, rows)


def remarks(person: Person) -> Section:
    """Return what somebody has said to colleagues beside pages and in reviews."""
    labels = {"words": _("words"), "made": _("made")}
    said = [
        *Comment.objects.filter(user=person.member).order_by("pk"),
        *CommentReply.objects.filter(user=person.member).order_by("pk"),
    ]
    rows = [{"words": remark.text, "made": remark.created_at} for remark in said]
    reviews = PageLogEntry.objects.filter(user_id=person.member.pk, data__has_key="comment")
    rows += [
        {"words": review.data["comment"], "made": review.timestamp}
        for review in reviews.order_by("pk")
        if isinstance(review.data["comment"], str)
    ]
    return Section("remarks", _("Remarks beside pages"), labels, rows)
