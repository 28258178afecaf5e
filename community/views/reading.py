"""Reading comments: permalinks, and the pages of one long thread."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from community.models import Comment, Mention
from community.policy import can_read_comments
from community.targets import address_of, place_of, target_of, title_of
from community.thread_places import place_in_thread
from community.threads import (
    Branch,
    is_shown_open,
    replies_page,
    with_authors,
)


@require_safe
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to a comment on the right page of its conversation; the page marks it.

    Raises:
        Http404: the comment has no place on a page that this visitor can read.
    """
    found, target = _listed(request, pk)
    return redirect(place_in_thread(found, target))


@require_safe
def thread(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one long thread by itself, a page of replies at a time.

    Raises:
        Http404: there is no such thread for this visitor, or no such page of it.
    """
    found, target = _listed(request, pk)
    if found.root_id or found.opens:
        return redirect("community:comment", pk=found.pk)
    opener = Branch(found, found.likes_count)
    Mention.objects.load_for([found])
    page_obj, branches = replies_page(found, request)
    place = place_of(target)
    title = _("Thread in “%(title)s”") % {"title": title_of(target)}
    return render(
        request,
        "community/thread.html",
        {
            "title": title,
            "target": target,
            "target_title": title_of(target),
            "target_url": address_of(target),
            "can_reply": is_shown_open(target, found.conversation),
            "write_url": place.url("write_comment"),
            "personal_url": place.url("personal"),
            "opener": opener,
            "page_obj": page_obj,
            "branches": branches,
        },
    )


def _listed(request: HttpRequest, pk: int) -> tuple[Comment, object]:
    """Return a comment that has a place on a page which this visitor can read, and the page."""
    placed = Comment.objects.with_a_place().select_related("conversation__content_type")
    found = with_authors(placed.filter(pk=pk)).first()
    target = target_of(found.conversation) if found else None
    if target is None or not can_read_comments(request.user, target) or not address_of(target):
        raise Http404(_("There is no such comment, or no longer."))
    return found, target
