"""Deciding about several comments at once, where what they are is plain to see."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from community.comment_queue import find_targets
from community.desk.access import moderators_only
from community.errors import CommunityError
from community.models import Comment, HiddenFor
from community.services.deciding import as_read
from community.services.moderating import approve_comment, hide_comment

AT_MOST = 50
APPROVE, HIDE = "approve", "hide"
QUESTIONS: dict[str, str | Promise] = {
    APPROVE: gettext_lazy("Approve these comments?"),
    HIDE: gettext_lazy("Hide these comments as advertising?"),
}


class Result(NamedTuple):
    """What became of one comment."""

    comment: Comment
    told: str
    is_done: bool


@require_http_methods(["GET", "HEAD", "POST"])
@moderators_only
def decide_together(request: HttpRequest) -> HttpResponse:
    """Ask about the chosen comments with GET, decide about each with POST, and tell what was done.

    Each is a decision of its own: one that fails keeps none of the others from being made.
    """
    sent = request.POST if request.method == "POST" else request.GET
    asked = sent.get("decision", "")
    numbers = [
        int(number)
        for number in dict.fromkeys(sent.getlist("chosen"))
        if number.isascii() and number.isdecimal() and len(number) < 10
    ]
    if asked not in QUESTIONS or not numbers:
        messages.warning(request, _("Choose comments first, then what to do with them."))
        return redirect("community_comment_modeladmin_index")
    comments = list(
        Comment.objects.filter(pk__in=numbers[:AT_MOST])
        .select_related("user", "conversation__content_type")
        .order_by("submit_date")
    )
    targets = find_targets(comment.conversation for comment in comments)
    for comment in comments:
        comment.target = targets[comment.conversation_id]
    results = []
    if request.method == "POST":
        results = [_decide(asked, comment, request) for comment in comments]
    return render(
        request,
        "community/admin/bulk.html",
        {
            "title": _("What was done") if results else QUESTIONS[asked],
            "asked": asked,
            "comments": comments,
            "left_out": max(len(numbers) - AT_MOST, 0),
            "results": results,
        },
    )


def _decide(asked: str, comment: Comment, request: HttpRequest) -> Result:
    who = {"comment_id": comment.pk, "moderator": request.user}
    try:
        with as_read(comment.pk, request.POST.get(f"edition-{comment.pk}", "")):
            if asked == APPROVE:
                done = approve_comment(**who)
            else:
                done = hide_comment(**who, reason=HiddenFor.SPAM)
    except CommunityError as refusal:
        return Result(comment, str(refusal), is_done=False)
    if done is None:
        return Result(comment, _("It was so already."), is_done=True)
    return Result(comment, str(done.get_action_display()), is_done=True)
