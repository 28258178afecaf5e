"""Starting a discussion and changing it: on pages of their own, which work without a script."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.discussion_forms import EditDiscussionForm, StartDiscussionForm
from community.errors import CheckFieldsError, CommunityError, FormUsedError, NotReadableError
from community.expired_forms import check_token, members_keep_words
from community.models import Discussion, Wording
from community.policy import why_not_discuss
from community.services.discussing import (
    PICTURE_LIMIT,
    edit_discussion,
    start_discussion,
)
from community.views.discussions import community_front
from community.views.own_comments import own_comment_or_404
from community.views.writing import show_form
from site_config.rate_limits import RateLimitedError, client_address, count_use

TEMPLATE = "community/write_discussion.html"


@csrf_exempt  # The form checks the token itself, and keeps what was typed where it has expired.
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def new(request: HttpRequest) -> HttpResponse:
    """Show the form for a discussion, and take it. ``?topic=`` chooses its topic."""
    closed = why_not_discuss(request.user)
    preview, error = None, None
    if request.method == "POST":
        form = StartDiscussionForm(request.POST, request.FILES)
        try:
            _check(request, form, closed)
            if "preview" not in request.POST:
                return tell_started(_start(request, form))
            preview = _preview(form)
        except (CommunityError, RateLimitedError) as refusal:
            error = refusal
            # Nothing else is looked at, and no picture is opened, for who may not write.
            form = form if isinstance(refusal, CheckFieldsError) else form.unchecked()
            if isinstance(refusal, FormUsedError):
                form.take_another_name()
    else:
        form = StartDiscussionForm()
        wanted = request.GET.get("topic", "")[:60]
        form.initial["topic"] = form.fields["topic"].queryset.filter(slug=wanted).first()
    context = {
        "form": form,
        "closed": closed,
        "preview": preview,
        "front": community_front(),
        "picture_is_lost": bool(request.FILES),
        "title": _("Start a discussion"),
    }
    return show_form(request, context, error, template=TEMPLATE)


@csrf_exempt  # As above.
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@members_keep_words(title=gettext_lazy("Title"), text=gettext_lazy("Your words"))
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a member change their discussion for 15 minutes.

    Raises:
        Http404: it isn't theirs, or has gone.
    """
    discussion = own_discussion_or_404(request, pk)
    preview, error = None, None
    if request.method == "POST":
        form = EditDiscussionForm(request.POST)
        try:
            _check(request, form, why_not_discuss(request.user))
            if "preview" not in request.POST:
                return tell_started(_change(request, form, pk))
            preview = _preview(form)
        except (CommunityError, RateLimitedError) as refusal:
            error = refusal
            form = form if isinstance(refusal, CheckFieldsError) else form.unchecked()
    else:
        form = EditDiscussionForm()
        form.initial = {
            "title": discussion.title,
            "text": discussion.text,
            "topic": form.fields["topic"]
            .queryset.filter(
                translation_key=discussion.topic.translation_key if discussion.topic else None
            )
            .first(),
            "picture_alt": discussion.picture_alt,
        }
    context = {
        "form": form,
        "discussion": discussion,
        "preview": preview,
        "front": community_front(),
        "title": _("Change your discussion"),
    }
    return show_form(request, context, error, template=TEMPLATE)


def own_discussion_or_404(request: HttpRequest, pk: int) -> Discussion:
    """Return a member's own discussion, also while it waits for a moderator.

    Raises:
        Http404: it isn't theirs, or has gone.
    """
    found = Discussion.objects.select_related("topic").filter(pk=pk).first()
    opening = found.opening if found else None
    if found is None or opening is None:
        raise Http404(str(NotReadableError()))
    own_comment_or_404(request.user, opening.pk)
    return found


def tell_started(discussion: Discussion) -> HttpResponse:
    """Lead to the discussion, or to its author's own page of it while it waits."""
    if discussion.is_visible:
        return HttpResponseRedirect(discussion.get_absolute_url())
    return HttpResponseRedirect(reverse("community:own_comment", args=[discussion.opening.pk]))


def _check(
    request: HttpRequest,
    form: EditDiscussionForm,
    closed: CommunityError | None,
) -> None:
    """Refuse a form that can't be taken.

    Raises:
        CommunityError: its token, its sender or its fields; the form says what is wrong with
            each field.
        RateLimitedError: this member has uploaded too many pictures.
    """
    check_token(request)
    if closed:
        raise closed
    if request.FILES:
        count_use("picture", f"member {request.user.pk}", PICTURE_LIMIT)
    if not form.is_valid():
        raise CheckFieldsError


def _start(request: HttpRequest, form: StartDiscussionForm) -> Discussion:
    typed = form.cleaned_data
    return start_discussion(
        author=request.user,
        title=typed["title"],
        text=typed["text"],
        topic=typed["topic"],
        language=typed["language"],
        submission=form.submission_name(),
        picture=typed["picture"],
        picture_alt=typed["picture_alt"],
        sender=client_address(request),
    ).discussion


def _change(request: HttpRequest, form: EditDiscussionForm, pk: int) -> Discussion:
    typed = form.cleaned_data
    return edit_discussion(
        discussion_id=pk,
        editor=request.user,
        title=typed["title"],
        text=typed["text"],
        topic=typed["topic"],
        picture_alt=typed["picture_alt"],
        keep_picture=not typed["without_picture"],
    )


def _preview(form: EditDiscussionForm) -> Wording:
    """Return the words as readers would see them."""
    typed: dict[str, Any] = form.cleaned_data
    return Wording(typed["title"], typed["text"], typed.get("language", ""), is_translation=False)
