"""A person's own page."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from django_comments.models import CommentFlag
from django_comments_xtd.models import LIKEDIT_FLAG

from community.errors import ExpiredFormError
from community.expired_forms import form_has_expired, members_keep_words
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
            "figures": figures_of(request.user),
        },
    )


def figures_of(person: User) -> dict[str, int]:
    """Return how many public comments and discussions somebody has, and how often others liked
    what they wrote.
    """
    readable = Comment.objects.filter(user=person).readable()
    liked = CommentFlag.objects.filter(
        flag=LIKEDIT_FLAG, comment__xtdcomment__portal_comment__in=readable.values("pk")
    )
    return readable.aggregate(
        comments=Count("pk", filter=Q(opens=False)), discussions=Count("pk", filter=Q(opens=True))
    ) | {"liked": liked.count()}


@csrf_exempt  # The form checks the token itself, and keeps what was typed where it has expired.
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@members_keep_words(
    display_name=ProfileForm.base_fields["display_name"].label,
    about=ProfileForm.base_fields["about"].label,
)
def edit_profile(request: HttpRequest) -> HttpResponse:
    """Let the signed-in person change what others read about them."""
    # A copy: what is typed and refused must not appear as the person's name in the header.
    person = User.objects.get(pk=request.user.pk)
    form = ProfileForm(request.POST or None, instance=person)
    if request.method == "POST" and form_has_expired(request):
        form.add_error(None, str(ExpiredFormError()))
    elif request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your profile is saved."))
        return redirect("community:profile")
    return render(request, "community/profile_edit.html", {"form": form})
