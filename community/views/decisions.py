"""A decision of a moderator, for whoever it is about: what, why, and how to appeal."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.appeal_forms import AppealForm
from community.errors import CommunityError, LinkUsedError
from community.expired_forms import check_token, members_keep_words
from community.models import ModerationDecision, User
from community.policy import targets_for_author
from community.services.appealing import (
    can_appeal,
    decision_about,
    decision_of_link,
    make_appeal,
    stands,
)

Action = ModerationDecision.Action


@csrf_exempt  # The form checks the token itself, and keeps what was typed where it has expired.
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@members_keep_words(words=AppealForm.base_fields["words"].label)
def own_decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a member a decision about them or what they wrote, and take their appeal.

    Raises:
        Http404: there is none, or it is about somebody else.
    """
    decision = decision_about(request.user, pk)
    if decision is None:
        raise Http404(_("There is nothing to read here."))
    return _answer(request, decision, request.user)


@csrf_exempt  # As above.
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def guest_decision(request: HttpRequest, token: str) -> HttpResponse:
    """Show a guest a decision by the link in their mail, and take their appeal.

    Mail scanners follow links, so opening the page changes nothing. A link that leads nowhere
    any more is answered with 410 (RFC 9110 §15.5.11).
    """
    try:
        decision = decision_of_link(token)
    except LinkUsedError:
        context = {"title": _("This link is no longer good"), "decision": None}
        response = render(request, "community/decision.html", context, status=410)
    else:
        response = _answer(request, decision, None)
    # The address is a secret: no other site learns it. With “no-referrer” browsers would send the
    # form with “Origin: null” (Fetch, “append a request Origin header”), which is refused.
    response["Referrer-Policy"] = "same-origin"
    return response


def _answer(
    request: HttpRequest, decision: ModerationDecision, author: User | None
) -> HttpResponse:
    form = AppealForm(request.POST or None)
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            check_token(request)
            make_appeal(decision=decision, author=author, words=form.cleaned_data["words"])
        except CommunityError as refusal:
            error = str(refusal)
        else:
            return redirect(request.path)
    return render(
        request,
        "community/decision.html",
        {
            **_about(decision),
            "title": _("A decision about you") if decision.member_id else _title(decision),
            "form": form,
            "error": error,
            "can_appeal": can_appeal(decision),
        },
        status=422 if error or form.errors else 200,
    )


def _title(decision: ModerationDecision) -> str:
    if decision.comment.opens:
        return _("A decision about your discussion")
    return _("A decision about your comment")


def _about(decision: ModerationDecision) -> dict[str, Any]:
    comment = decision.comment
    about_words = decision.action == Action.HIDDEN
    return {
        "decision": decision,
        "comment": comment,
        "shows_words": about_words,
        "target": targets_for_author(comment.user, [comment]).get(comment.conversation_id)
        if comment and about_words
        else None,
        "sanction": getattr(decision, "sanction", None),
        "appeal": getattr(decision, "appeal", None),
        "stands": stands(decision),
    }
