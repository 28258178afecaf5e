"""A person's own page."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from community.forms import ProfileForm
from community.models import Comment, Discussion, State, User
from community.notices import count_unread

# Of the person's own discussions, as many as fit beside the rest.
SHOWN = 5
COMMENTS_SHOWN = 10


@require_safe
@never_cache
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Show the signed-in person their account and the ways to change it."""
    opened = Discussion.objects.for_listing().filter(author=request.user)
    comments = Comment.objects.filter(
        user=request.user, state__in=[State.HELD, State.PUBLIC], hidden_above=0
    ).exclude(opens=True, state=State.PUBLIC)
    return render(
        request,
        "community/profile.html",
        {
            "person": request.user,
            "discussions": opened[:SHOWN],
            "comments": comments.order_by("-pk")[:COMMENTS_SHOWN],
            "unread": count_unread(request.user),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def edit_profile(request: HttpRequest) -> HttpResponse:
    """Let the signed-in person change what others read about them."""
    # A copy: what is typed and refused must not appear as the person's name in the header.
    person = User.objects.get(pk=request.user.pk)
    form = ProfileForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your profile is saved."))
        return redirect("community:profile")
    return render(request, "community/profile_edit.html", {"form": form})
