"""Discussions and the people who open them, as anybody may read them."""

from typing import Any

from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from community.discussion_reading import read_discussion
from community.models import Comment, CommunityPage, Discussion, User
from community.models.comments import CommentQuerySet
from community.services.moderating import hiding_of_discussion
from community.threads import PARAMETER
from site_config.kept_answers.answers import keep_answer
from site_config.pagination import paginate
from site_config.shell import shell_version

# The discussions on a member's page, and the comments.
PER_PAGE = 10
# Who may read a page can change without the page; then links to it stay that long.
GROUND_SECONDS = 60


@require_safe
def discussion_list(request: HttpRequest) -> HttpResponse:
    """Lead to the community's front page, which lists the discussions.

    Raises:
        Http404: the community has no front page in this language.
    """
    front = community_front()
    if front is None:
        raise Http404(_("The community has no page in this language yet."))
    return redirect(front.get_url(request))


@require_safe
@keep_answer
def discussion(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show one discussion; an old title in the address leads to the present one.

    One that everybody could read until a moderator hid it is answered with the reason and 410.
    """
    found = Discussion.objects.visible().with_wording().filter(pk=pk).first()
    if found is None:
        return _answer_hidden(request, pk)
    if slug != found.slug:
        return redirect(found, permanent=True)
    return render(
        request,
        "community/discussion.html",
        {
            **_ground(found.wording.title),
            "discussion": found,
            "words": found.wording,
            "reading": (reading := read_discussion(found, request)),
            "thread": reading.thread,
            "data": reading.data,
            "follow_url": reading.thread.place.url("follow"),
        },
    )


def _answer_hidden(request: HttpRequest, pk: int) -> HttpResponse:
    """Say why a discussion is hidden.

    Raises:
        Http404: there is none, or it was never for everybody to read.
    """
    hiding = hiding_of_discussion(pk)
    if hiding is None:
        raise Http404(_("There is no such discussion, or no longer."))
    title = _("Hidden discussion")
    context = {**_ground(title), "reason": hiding.get_reason_display()}
    return render(request, "community/hidden_discussion.html", context, status=410)


@require_safe
@keep_answer
def member(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a member tells everybody about themselves, and what they wrote in public.

    ``?page=`` leafs through their discussions, ``?comments=`` through their comments.
    """
    person = get_object_or_404(User.objects.members(), pk=pk)
    opened = Discussion.objects.for_listing().filter(author=person)
    said = public_comments_of(person)
    return render(
        request,
        "community/member.html",
        {
            **_ground(person.public_name),
            "person": person,
            "page_obj": paginate(request, opened, PER_PAGE),
            "comments": paginate(request, said, PER_PAGE, name=PARAMETER),
        },
    )


def public_comments_of(person: User) -> CommentQuerySet:
    """Return what a member has said where anybody may read it, the latest first."""
    said = Comment.objects.filter(user=person, opens=False).readable().where_all_may_read()
    standing_on = GenericPrefetch("conversation__target", [Discussion.objects.with_wording()])
    return said.select_related("conversation").prefetch_related(standing_on).order_by("-pk")


def community_front() -> CommunityPage | None:
    """Return the community's front page in the reader's language, where it is published."""
    return (
        CommunityPage.objects.live()
        .public()
        .filter(locale__language_code=get_language())
        .select_related("locale")
        .first()
    )


def _ground(title: str) -> dict[str, Any]:
    """Return what a page outside the page tree stands on: its title and the pages above it.

    Those are read once, and kept until a page changes, as the shell is.
    """
    key = f"community.front.{shell_version()}.{get_language()}"
    known = cache.get(key)
    if known is None:
        front = community_front()
        known = ([*front.trail, front] if front else [], front)
        cache.set(key, known, GROUND_SECONDS)
    above, front = known
    return {"title": title, "above": above, "front": front}
