"""Writing a comment and changing it: on pages of their own, which work without a script.

They are in no cache. A script that sends a form with ``X-Requested-With: fetch`` gets JSON for
what was stored, and the same page with its words for all else.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.comment_forms import LARGEST_NUMBER, CommentForm, GuestCommentForm, WordsForm
from community.errors import CommunityError, ExpiredFormError, FormUsedError
from community.expired_forms import check_token, members_keep_words
from community.models import Comment, Mention, State
from community.policy import can_read_comments, why_not_comment
from community.services.guests import ask_guest_to_confirm
from community.services.posting import Guest, edit_comment, post_comment, tidy_text
from community.targets import language_of, place_of, target_at
from community.text import member_html
from community.thread_places import place_in_thread
from community.threads import Branch
from community.views.own_comments import own_comment_or_404
from site_config.rate_limits import RateLimitedError, client_address

SCRIPT = "fetch"


@csrf_exempt  # The form checks the token itself, and keeps what was typed where it has expired.
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def write_comment(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Show the form for a comment on a page or in a discussion, and take it.

    ``?reply=`` names the comment that is answered.

    Raises:
        Http404: there is nothing to comment, or not for this visitor.
    """
    target = target_at(kind, pk)
    if target is None or not can_read_comments(request.user, target):
        raise Http404(_("There is nothing to comment here."))
    closed = why_not_comment(request.user, target)
    is_guest = not request.user.is_authenticated and closed is None
    form_class = GuestCommentForm if is_guest else CommentForm
    form = form_class(request.POST or None, initial={"reply": request.GET.get("reply", "")})
    preview, error = None, None
    if request.method == "POST":
        try:
            check_token(request)
            if closed:
                raise closed
            words = form.words()
            if "preview" in request.POST:
                preview = member_html(tidy_text(words))
            elif is_guest:
                return _take_from_guest(request, form, target)
            else:
                comment, _is_new = post_comment(
                    target=target,
                    author=request.user,
                    text=words,
                    submission=form.submission_name(),
                    parent_id=form.number_of_parent(),
                    sender=client_address(request),
                    language=language_of(target),
                )
                return tell_stored(request, comment, target)
        except (CommunityError, RateLimitedError) as refusal:
            error = refusal
            if isinstance(refusal, FormUsedError):
                form.take_another_name()
    parent = _parent(form.number_of_parent(), target)
    context = {"form": form, "target": target, "parent": parent, "closed": closed}
    title = _("Your reply") if parent else _("Your comment")
    return show_form(request, context | {"title": title, "preview": preview}, error)


@csrf_exempt  # As above.
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@members_keep_words(text=gettext_lazy("Your words"))
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a member change their comment for 15 minutes.

    Raises:
        Http404: it isn't theirs, or has gone.
    """
    comment, target = own_comment_or_404(request.user, pk)
    if comment.opens:
        return redirect("community:edit_discussion", pk=target.pk)
    form = WordsForm(request.POST or None, initial={"text": comment.comment})
    preview, error = None, None
    if request.method == "POST":
        try:
            check_token(request)
            words = form.words()
            if "preview" in request.POST:
                preview = member_html(tidy_text(words))
            else:
                changed = edit_comment(comment_id=pk, editor=request.user, text=words)
                return tell_stored(request, changed, target)
        except (CommunityError, RateLimitedError) as refusal:
            error = refusal
    context = {"form": form, "target": target, "comment": comment, "preview": preview}
    return show_form(request, context | {"title": _("Change your comment")}, error)


def _take_from_guest(request: HttpRequest, form: GuestCommentForm, target: Any) -> HttpResponse:
    """Keep a guest's comment and lead to the page that tells them to look into their mailbox."""
    form.check_guards()
    ask_guest_to_confirm(
        target=target,
        guest=Guest(form.cleaned_data["name"], form.cleaned_data["email"]),
        text=form.words(),
        submission=form.submission_name(),
        parent_id=form.number_of_parent(),
        request=request,
        answer=form.answer,
    )
    url = reverse("community:check_mailbox")
    if request.headers.get("X-Requested-With") == SCRIPT:
        return JsonResponse({"id": 0, "parent": 0, "waits": True, "url": url, "html": ""})
    return HttpResponseRedirect(url)


def show_form(
    request: HttpRequest,
    context: dict[str, Any],
    error: CommunityError | RateLimitedError | None,
    template: str = "community/write_comment.html",
) -> HttpResponse:
    """Show a form with what was typed, and say what is wrong (RFC 9110 §15.5.21, RFC 6585 §4)."""
    wait = error.retry_after if isinstance(error, RateLimitedError) else 0
    words = wait_words(wait) if wait else str(error) if error else ""
    status = 429 if wait else 422 if error else 200
    context |= {"error": words, "is_renewed": isinstance(error, ExpiredFormError)}
    response = render(request, template, context, status=status)
    if wait:
        response["Retry-After"] = str(wait)
    return response


def wait_words(wait: int) -> str:
    """Return in words when somebody can send what they have written; ``wait`` is in seconds."""
    minutes = -(-wait // 60)
    words = ngettext(
        "You have written a lot. You can send this in %(minutes)s minute.",
        "You have written a lot. You can send this in %(minutes)s minutes.",
        minutes,
    )
    return words % {"minutes": minutes}


def tell_stored(request: HttpRequest, comment: Comment, target: Any) -> HttpResponse:
    """Lead to the comment where readers see it, or to its author's own page while it waits."""
    waits = comment.state == State.HELD
    if waits:
        url = reverse("community:own_comment", args=[comment.pk])
    else:
        # An address of its own: the browser may keep the page as it was for a minute.
        page, _sign, anchor = place_in_thread(comment, target).partition("#")
        url = f"{page}{'&' if '?' in page else '?'}new={comment.pk}#{anchor}"
    if request.headers.get("X-Requested-With") != SCRIPT:
        return HttpResponseRedirect(url)
    Mention.objects.load_for([comment])
    context = {
        "branch": Branch(comment),
        "can_reply": True,
        "write_url": place_of(target).url("write_comment"),
    }
    return JsonResponse(
        {
            "id": comment.pk,
            "parent": comment.parent_id if comment.root_id else 0,
            "waits": waits,
            "url": url,
            "html": render_to_string("community/includes/branch.html", context, request),
        }
    )


def _parent(number: int, target: Any) -> Comment | None:
    """Return the comment that a form answers, where it can be answered."""
    if not 0 < number <= LARGEST_NUMBER:
        return None
    parent = Comment.objects.readable().select_related("user").filter(pk=number).first()
    stands_here = parent is not None and parent.conversation.specific_target() == target
    return parent if stands_here and parent.allow_thread() else None
