"""A member's own comments: their state, and the way to take them back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django_comments.models import CommentFlag
from django_comments_xtd.models import LIKEDIT_FLAG

from community.errors import NotReadableError, NotYoursError
from community.models import Comment, Conversation, ConversationChoice, State, User
from community.policy import can_read_comments
from community.services.moderating import last_hiding
from community.services.posting import EDITABLE_FOR, delete_own_comment, own_comment
from community.targets import address_of, target_at, target_of

# Of a member's own comments and likes in one conversation, as many as a page asks about.
ASKED_AT_MOST = 500


@require_safe
@never_cache
@login_required
def own(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a member their own comment and its state, also while it waits for a moderator.

    Where it is hidden, they see the decision about it.

    Raises:
        Http404: it isn't theirs, or has gone.
    """
    hidden = Comment.objects.filter(pk=pk, user=request.user, state=State.HIDDEN).first()
    if hidden is not None and (decision := last_hiding(hidden)):
        return redirect("community:own_decision", pk=decision.pk)
    comment, target = own_comment_or_404(request.user, pk)
    return render(
        request,
        "community/own_comment.html",
        {
            "comment": comment,
            "target": target,
            "can_edit": timezone.now() - comment.submit_date < EDITABLE_FOR,
            "title": _("Your discussion") if comment.opens else _("Your comment"),
            "edit_url": edit_url(comment, target),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a member take their comment back, after asking.

    Raises:
        Http404: it isn't theirs, or has gone.
    """
    # The button was pressed twice, or the page has come back after it.
    deleted = Comment.objects.filter(pk=pk, user=request.user, state=State.DELETED).first()
    if deleted is not None:
        return _tell_deleted(request, deleted)
    comment, target = own_comment_or_404(request.user, pk)
    if request.method == "POST":
        delete_own_comment(comment_id=pk, author=request.user)
        return _tell_deleted(request, comment)
    return render(
        request,
        "community/delete_comment.html",
        {
            "comment": comment,
            "target": target,
            "title": _("Delete your discussion?") if comment.opens else _("Delete your comment?"),
        },
    )


@require_safe
@never_cache
def personal(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Tell a script what of a page's comments is the signed-in member's own business.

    The page itself is the same for everybody. A stranger gets an empty answer.

    Raises:
        Http404: there is no such page, or not for this visitor.
    """
    target = target_at(kind, pk)
    if target is None or not can_read_comments(request.user, target):
        raise Http404
    conversation = Conversation.objects.about(target)
    member = request.user
    if not member.is_authenticated or conversation is None:
        return JsonResponse({"member": member.is_authenticated, "own": {}, "liked": []})
    comments = Comment.objects.filter(
        conversation=conversation, user=member, state=State.PUBLIC, hidden_above=0
    )
    editable_since = timezone.now() - EDITABLE_FOR
    liked = CommentFlag.objects.filter(
        user=member, flag=LIKEDIT_FLAG, comment__xtdcomment__portal_comment__in=_of(conversation)
    )
    choice = ConversationChoice.objects.filter(member=member, conversation=conversation).first()
    return JsonResponse(
        {
            "member": True,
            "own": {
                comment.pk: {
                    "edit": edit_url(comment, target)
                    if comment.submit_date > editable_since
                    else "",
                    "delete": reverse("community:delete_comment", args=[comment.pk]),
                }
                for comment in comments.order_by("-pk")[:ASKED_AT_MOST]
            },
            "liked": list(liked.order_by("-pk").values_list("comment", flat=True)[:ASKED_AT_MOST]),
            "choice": choice.choice if choice else "",
        }
    )


def own_comment_or_404(member: User, pk: int) -> tuple[Comment, Any]:
    """Return a member's own comment and what it stands on.

    Raises:
        Http404: it isn't theirs, or has gone, or they can't read the page any more.
    """
    try:
        comment = own_comment(pk, member)
    except (NotYoursError, NotReadableError) as error:
        raise Http404(str(error)) from error
    target = target_of(comment.conversation)
    # A discussion that waits can be read by its author alone.
    shown = target is not None and (comment.opens or can_read_comments(member, target))
    if not shown or not address_of(target):
        raise Http404(_("There is nothing to read here."))
    return comment, target


def edit_url(comment: Comment, target: Any) -> str:
    """Return the address of the form for a comment, or for the discussion that it opens."""
    if comment.opens:
        return reverse("community:edit_discussion", args=[target.pk])
    return reverse("community:edit_comment", args=[comment.pk])


def _tell_deleted(request: HttpRequest, comment: Comment) -> HttpResponse:
    """Lead to the member's own page, which says that the words are gone."""
    done = _("Your discussion is deleted.") if comment.opens else _("Your comment is deleted.")
    messages.success(request, done)
    return redirect("community:profile")


def _of(conversation: Conversation) -> Any:
    return Comment.objects.filter(conversation=conversation).values("pk")
