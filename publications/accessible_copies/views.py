"""The pages on which an accessible copy is asked for, and an address is confirmed."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from community.errors import CommunityError, LinkUsedError
from publications.accessible_copies.forms import CopyRequestForm
from publications.accessible_copies.services import confirm_address, request_behind, request_copy
from publications.models.accessible_copies import DAYS_TO_ANSWER
from publications.models.publication import PublicationPage
from site_config.rate_limits import RateLimitedError, too_many_requests


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def accessible_copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Let anybody ask for an accessible copy of a publication that they may read.

    Raises:
        Http404: there is no such publication, or not for the sender.
    """
    page = _publication(request, pk)
    is_known = request.user.is_authenticated
    initial = {"email": request.user.email} if is_known else {}
    form = CopyRequestForm(request.POST or None, initial=initial)
    error = ""
    if request.method == "POST":
        try:
            form.check_guards()
            stored = request_copy(
                publication=page.page_ptr,
                form=form.cleaned_data["wanted"],
                words=form.cleaned_data["words"],
                email=form.cleaned_data["email"],
                ticket=form.ticket,
                request=request,
                answer=form.answer,
            )
        except RateLimitedError as limited:
            return too_many_requests(request, limited.retry_after)
        except CommunityError as refusal:
            error = "" if form.errors else str(refusal)
        else:
            end = "link" if stored.email and not stored.email_confirmed_at else "thanks"
            # Going back or reloading then asks for nothing again.
            return HttpResponseRedirect(reverse(f"accessible_copy_{end}", args=[page.pk]))
    return render(
        request,
        "publications/accessible_copies/ask.html",
        {
            "publication": page,
            "form": form,
            "error": error,
            "days": DAYS_TO_ANSWER,
            "title": _("Ask for an accessible copy"),
            "untranslated": True,
        },
        status=422 if error or form.errors else 200,
    )


@require_safe
@never_cache
def accessible_copy_asked(request: HttpRequest, pk: int, by_link: bool) -> HttpResponse:
    """Thank for a request; where an address was given, tell to look into the mailbox.

    Raises:
        Http404: there is no such publication, or not for the sender.
    """
    context = {
        "publication": _publication(request, pk),
        "by_link": by_link,
        "days": DAYS_TO_ANSWER,
        "title": _("Thank you"),
        "untranslated": True,
    }
    return render(request, "publications/accessible_copies/asked.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def confirm_accessible_copy(request: HttpRequest, token: str) -> HttpResponse:
    """Show who opened the link of a mail a button, and take the address when it is pressed.

    Mail scanners follow links, so opening the page changes nothing. A link that is used up is
    answered with 410 (RFC 9110 §15.5.11).
    """
    context = {"title": _("Confirm your address"), "untranslated": True, "error": ""}
    status = 200
    try:
        if request.method == "POST":
            context["publication"] = confirm_address(token=token).publication.specific
            context |= {"title": _("Your address is confirmed"), "done": True}
        else:
            context["publication"] = request_behind(token).publication.specific
    except LinkUsedError as error:
        context["error"] = str(error)
        status = 410
    response = render(
        request, "publications/accessible_copies/confirm.html", context, status=status
    )
    # The address is a secret: no other site learns it.
    response["Referrer-Policy"] = "same-origin"
    return response


def _publication(request: HttpRequest, pk: int) -> PublicationPage:
    page = get_object_or_404(Page.objects.live(), pk=pk).specific
    restrictions = page.get_view_restrictions()
    allowed = all(rule.accept_request(request) for rule in restrictions)
    if not isinstance(page, PublicationPage) or not allowed:
        raise Http404(_("There is no such publication."))
    return page
