"""Everything that a member has written, whatever became of it."""

from django.contrib.auth.decorators import login_required
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from community.models import Comment, ModerationDecision, State
from community.policy import targets_for_author
from site_config.pagination import paginate

PER_PAGE = 20


@require_safe
@never_cache
@login_required
def contributions(request: HttpRequest) -> HttpResponse:
    """List the signed-in member's comments and discussions, the newest first.

    Raises:
        Http404: there is no such page.
    """
    written = Comment.objects.filter(user=request.user).exclude(
        state__in=[State.DELETED, State.ERASED]
    )
    hidings = ModerationDecision.objects.filter(
        comment=OuterRef("pk"), action=ModerationDecision.Action.HIDDEN
    )
    written = written.annotate(has_decision=Exists(hidings))
    page = paginate(
        request, written.select_related("conversation__content_type").order_by("-pk"), PER_PAGE
    )
    targets = targets_for_author(request.user, page)
    entries = [(comment, targets.get(comment.conversation_id)) for comment in page]
    return render(request, "community/contributions.html", {"page_obj": page, "entries": entries})
