"""Liking and following: a button on a page of its own, or a script's request."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_comments.models import CommentFlag
from django_comments_xtd.models import LIKEDIT_FLAG

from community.errors import CommunityError, NotReadableError
from community.models import (
    Choice,
    Comment,
    Conversation,
    ConversationChoice,
    MemberChoice,
    User,
)
from community.policy import Visitor, can_read_comments
from community.services.reacting import (
    choose_conversation,
    choose_member,
    readable_comment,
    set_like,
)
from community.targets import address_of, target_at, target_of, title_of
from community.thread_places import place_in_thread
from community.threads import count_likes
from community.views.writing import SCRIPT
from site_config.rate_limits import RateLimitedError, too_many_requests


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def like(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a member call a comment helpful, or no longer; a script gets the new number.

    Raises:
        Http404: the comment is not theirs to read.
    """
    comment, target = readable_or_404(request.user, pk)
    liked = CommentFlag.objects.filter(comment_id=pk, user=request.user, flag=LIKEDIT_FLAG).exists()
    error = ""
    if request.method == "POST":
        wanted = request.POST.get("liked") != "0"
        try:
            set_like(comment_id=pk, member=request.user, liked=wanted)
        except RateLimitedError as limited:
            return too_many_requests(request, limited.retry_after)
        except CommunityError as refusal:
            error = str(refusal)
        else:
            if request.headers.get("X-Requested-With") == SCRIPT:
                return JsonResponse({"liked": wanted, "likes": count_likes(comment)})
            return redirect(place_in_thread(comment, target))
    context = {"comment": comment, "target": target, "liked": liked, "error": error}
    context["title"] = _("Is this comment helpful?")
    return render(request, "community/like.html", context, status=422 if error else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def follow(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Let a member follow or mute what is said on a page or in a discussion.

    Raises:
        Http404: it is not theirs to read.
    """
    target = target_at(kind, pk)
    if target is None or not can_read_comments(request.user, target):
        raise Http404
    if request.method == "POST":
        choose_conversation(target=target, member=request.user, choice=_choice(request))
        messages.success(request, _("Your choice is saved."))
        return redirect("community:notification_choices")
    chosen = ConversationChoice.objects.filter(
        member=request.user, conversation=Conversation.objects.about(target)
    ).first()
    if request.headers.get("X-Requested-With") == SCRIPT:
        return JsonResponse({"choice": chosen.choice if chosen else ""})
    context = {
        "title": _("Follow this conversation?"),
        "what": title_of(target),
        "chosen": chosen,
    }
    return render(request, "community/follow.html", context | {"back": address_of(target)})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def follow_member(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a member follow or mute another.

    Raises:
        Http404: there is no such member to meet, or it is themselves.
    """
    other = User.objects.members().exclude(pk=request.user.pk).filter(pk=pk).first()
    if other is None:
        raise Http404
    if request.method == "POST":
        try:
            choose_member(other=other, member=request.user, choice=_choice(request))
        except CommunityError as refusal:
            raise Http404(str(refusal)) from refusal
        messages.success(request, _("Your choice is saved."))
        return redirect("community:notification_choices")
    chosen = MemberChoice.objects.filter(member=request.user, other=other).first()
    if request.headers.get("X-Requested-With") == SCRIPT:
        return JsonResponse({"choice": chosen.choice if chosen else ""})
    context = {"title": _("Follow this member?"), "what": other.public_name, "chosen": chosen}
    return render(request, "community/follow.html", context | {"back": other.get_absolute_url()})


def _choice(request: HttpRequest) -> Choice | None:
    given = request.POST.get("choice", "")
    return Choice(given) if given in Choice.values else None


def readable_or_404(reader: Visitor, pk: int) -> tuple[Comment, object]:
    """Return a comment that somebody may read, and what it stands on.

    Raises:
        Http404: it is not theirs to read.
    """
    try:
        comment = readable_comment(pk, reader)
    except NotReadableError as error:
        raise Http404(str(error)) from error
    target = target_of(comment.conversation)
    if target is None or not address_of(target):
        raise Http404
    return comment, target
