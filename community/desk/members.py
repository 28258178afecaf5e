"""A member as moderators know them: figures, sanctions, decisions; and measures against them."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from community.desk.access import moderators_only
from community.desk.log import NUMBER, TAKE_BACK, read_rows, take_back_row
from community.errors import CommunityError
from community.models import Comment, HiddenFor, ModerationDecision, Report, Sanction, State, User
from community.moderating_forms import ClearProfileForm, SanctionForm
from community.services.moderating_members import (
    clear_profile,
    lift_sanction,
    sanction_member,
    why_not_sanction,
)

LIFT, CLEAR = "lift", "clear"


@require_http_methods(["GET", "HEAD", "POST"])
@moderators_only
def member(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what moderators have had to do with a member; a POST warns, suspends, bans, lifts or
    removes their name and text.

    Raises:
        Http404: there is no such member.
    """
    person = get_object_or_404(User, pk=pk)
    form = SanctionForm(
        request.POST if "kind" in request.POST or "reason" in request.POST else None,
        language=person.language,
    )
    if request.method == "POST":
        try:
            told = _act(request, person, form)
        except CommunityError as refusal:
            messages.error(request, str(refusal))
        else:
            if told:
                messages.success(request, told)
                return redirect(request.path)
            messages.error(request, _("Nothing was done: check the form."))
    return render(request, "community/admin/member.html", _context(request, person, form))


def decisions_about(person: User) -> QuerySet[ModerationDecision]:
    """Return the decisions about a member, and about what they wrote."""
    return ModerationDecision.objects.filter(Q(member=person) | Q(comment__user=person))


def figures_of(person: User) -> dict[str, int]:
    """Return how a member's comments stand, and what became of reports about them."""
    own = Comment.objects.filter(user=person).order_by()
    by_state = dict(own.values_list("state").annotate(Count("pk")))
    upheld = Report.objects.filter(comment__user=person, outcome=Report.Outcome.UPHELD)
    return {
        "public": by_state.get(State.PUBLIC, 0),
        "held": by_state.get(State.HELD, 0),
        "hidden": by_state.get(State.HIDDEN, 0),
        "upheld": upheld.count(),
    }


def _context(request: HttpRequest, person: User, form: SanctionForm) -> dict[str, Any]:
    now = timezone.now()
    sanctions = list(Sanction.objects.filter(member=person))
    for sanction in sanctions:
        over = sanction.until is not None and sanction.until <= now
        sanction.can_be_lifted = sanction.lifted_at is None and not over
    return {
        "person": person,
        "title": person.public_name,
        "figures": figures_of(person),
        "sanctions": sanctions,
        "decisions": read_rows(decisions_about(person)),
        "refusal": why_not_sanction(request.user, person),
        "form": form,
        "clear_form": ClearProfileForm(),
        "comment": _number(request.GET.get("comment", "") or request.POST.get("comment", "")),
    }


def _act(request: HttpRequest, person: User, form: SanctionForm) -> str:
    """Do what a button stands for.

    Returns:
        What the moderator is told; nothing where the form has to be filled in again.
    """
    asked = request.POST.get("decision", "")
    number = request.POST.get(NUMBER, "")
    if asked == TAKE_BACK:
        take_back_row(decisions_about(person), number, request.user)
        return _("The decision is taken back.")
    if asked == LIFT:
        sanction = Sanction.objects.filter(member=person, pk=_number(number)).first()
        lift_sanction(sanction_id=sanction.pk if sanction else 0, moderator=request.user)
        return _("The measure is lifted.")
    if asked == CLEAR:
        why = ClearProfileForm(request.POST)
        if not why.is_valid():
            return ""
        reason = HiddenFor(why.cleaned_data["reason"])
        clear_profile(member_id=person.pk, moderator=request.user, reason=reason)
        return _("The name and the text are removed, and the member is told.")
    if not form.is_valid():
        return ""
    sanction_member(
        member_id=person.pk,
        moderator=request.user,
        kind=Sanction.Kind(form.cleaned_data["kind"]),
        reason=HiddenFor(form.cleaned_data["reason"]),
        words=form.words_for_author(),
        until=form.end(),
        comment_id=_number(request.POST.get("comment", "")),
    )
    return _("It is done, and the member is told why.")


def _number(typed: str) -> int:
    """Return a row's number, 0 for anything else."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 19 else 0
