"""A partner's page at its desk: its draft, how it will look, and the request to publish it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.desk.access import Desk, at_desk
from partners.desk.differences import differences
from partners.desk.drafting import (
    ask_to_publish,
    is_handed_in_by,
    is_with_city,
    latest_author,
    save_draft,
    take_back,
)
from partners.desk.errors import ChangedMeanwhileError, DeskError
from partners.desk.page_form import PageForm
from partners.desk.views.overview import pages_of
from partners.models import PartnerPage

ON_TOP = "on_top"


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk()
def page(request: HttpRequest, desk: Desk, language: str) -> HttpResponse:
    """Show the draft with its form, and save what was typed.

    Raises:
        Http404: the partner has no page in this language.
    """
    own = _page_or_404(desk, language)
    if request.method != "POST" or not desk.can_change:
        return _show(request, desk, own, PageForm(instance=own.get_latest_revision_as_object()))
    form = PageForm(request.POST, request.FILES, instance=_as_seen(request, own))
    if not form.is_valid():
        return _show(request, desk, own, form, status=422)
    try:
        saved = save_draft(
            partner=desk.partner,
            language=language,
            by=request.user,
            changes=form.changes(),
            logos=form.logos(),
            seen=_number(request.POST.get(ON_TOP)) or form.cleaned_data["seen"],
        )
    except ChangedMeanwhileError:
        own.refresh_from_db()
        return _show(request, desk, own, form, status=409, by=latest_author(own))
    except ValidationError as errors:
        form.take_errors(errors)
        return _show(request, desk, own, form, status=422)
    except DeskError as refusal:
        return _show(request, desk, own, form, status=409, error=str(refusal))
    if saved is None:
        messages.info(request, _("Nothing was changed."))
    else:
        messages.success(request, _("Your draft is saved. Only you and the city see it."))
    return redirect("partner_desk:page", desk.partner.pk, language)


@require_safe
@at_desk()
def preview(request: HttpRequest, desk: Desk, language: str) -> HttpResponse:
    """Show the draft as it would look.

    Raises:
        Http404: the partner has no page in this language.
    """
    draft = _page_or_404(desk, language).get_latest_revision_as_object()
    response = draft.make_preview_request(request)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@require_safe
@at_desk()
def changes(request: HttpRequest, desk: Desk, language: str) -> HttpResponse:
    """Show what would change for readers, or what changed since a revision (``?since=``).

    Raises:
        Http404: the partner has no page in this language, or it no such revision.
    """
    own = _page_or_404(desk, language)
    before = own
    if "since" in request.GET:
        number = _number(request.GET["since"])
        revision = own.revisions.filter(pk=number).first() if number else None
        if revision is None:
            raise Http404(_("There is no such version."))
        before = revision.as_object()
    found = differences(before, own.get_latest_revision_as_object(), request)
    context = {"desk": desk, "own": own, "language": language, "differences": found}
    return render(request, "partners/desk/changes.html", context)


@require_POST
@at_desk(changes=True)
def ask(request: HttpRequest, desk: Desk, language: str) -> HttpResponse:
    """Hand the draft in.

    Raises:
        Http404: the partner has no page in this language.
    """
    _page_or_404(desk, language)
    try:
        ask_to_publish(partner=desk.partner, language=language, by=request.user)
    except DeskError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, _("The city has your page. We write to you as soon as it is decided.")
        )
    return redirect("partner_desk:page", desk.partner.pk, language)


@require_POST
@at_desk(changes=True)
def withdraw(request: HttpRequest, desk: Desk, language: str) -> HttpResponse:
    """Take the draft back from the city.

    Raises:
        Http404: the partner has no page in this language.
    """
    _page_or_404(desk, language)
    if take_back(partner=desk.partner, language=language, by=request.user):
        messages.success(request, _("You have your page back and can change it."))
    else:
        messages.info(request, _("The page is not with the city any more."))
    return redirect("partner_desk:page", desk.partner.pk, language)


def _page_or_404(desk: Desk, language: str) -> PartnerPage:
    own = pages_of(desk).filter(locale__language_code=language).first()
    if own is None:
        raise Http404(_("There is no page in this language yet."))
    return own


def _as_seen(request: HttpRequest, own: PartnerPage) -> PartnerPage:
    """Return the page as the form was opened with it, so that every field finds its part."""
    number = _number(request.POST.get("seen"))
    if not number:
        return own  # There was no draft yet: the form showed the page itself.
    seen = own.revisions.filter(pk=number).first()
    return seen.as_object() if seen else own.get_latest_revision_as_object()


def _number(typed: str | None) -> int:
    is_number = typed and typed.isascii() and typed.isdecimal() and len(typed) < 19
    return int(typed) if is_number else 0


def _show(
    request: HttpRequest,
    desk: Desk,
    own: PartnerPage,
    form: PageForm,
    *,
    status: int = 200,
    error: str = "",
    by: str = "",
) -> HttpResponse:
    state = own.current_workflow_state
    is_waiting = state is not None and own.workflow_in_progress
    context = {
        "desk": desk,
        "own": own,
        "language": own.locale.language_code,
        "form": form,
        "is_with_city": is_with_city(own, request.user),
        "returned": _why_returned(own),
        "is_waiting": is_waiting,
        "can_take_back": is_waiting and is_handed_in_by(desk.partner, state),
        "error": error,
        # Who has saved since the form was opened, and what.
        "changed_by": by,
        "latest": own.latest_revision_id,
    }
    return render(request, "partners/desk/page.html", context, status=status)


def _why_returned(own: PartnerPage) -> str | None:
    """Return what the city wants changed, or None where it has not sent the page back."""
    state = own.current_workflow_state
    if state is None or state.status != state.STATUS_NEEDS_CHANGES:
        return None
    task = state.current_task_state
    return task.comment if task else ""
