"""What a member is told: the list, and how they want to hear of it."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.models import Choice, ConversationChoice, MemberChoice, User
from community.notice_forms import DeliveryForm
from community.notices import count_unread, notifications_for, read_notices
from community.policy import readable_conversations
from community.services.hearing import choose_deliveries, deliveries_of, mark_read
from community.targets import address_of, place_of, targets_of, title_of
from community.views.writing import SCRIPT
from site_config.pagination import paginate

PER_PAGE = 20
# Of what a member follows and mutes, as much as a page shows.
CHOICES_AT_MOST = 200


class Chosen(NamedTuple):
    """A conversation or a person that a member follows or mutes."""

    title: str
    url: str
    change_url: str


@require_safe
@never_cache
@login_required
def notifications(request: HttpRequest) -> HttpResponse:
    """List what the member was told; looking at the list marks nothing as read."""
    page_obj = paginate(request, notifications_for(request.user), PER_PAGE)
    return render(
        request,
        "community/notifications.html",
        {
            "page_obj": page_obj,
            "notices": read_notices(page_obj.object_list),
            "unread": count_unread(request.user),
        },
    )


@require_POST
@never_cache
@login_required
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark everything as read."""
    mark_read(member=request.user)
    return _marked(request)


@require_POST
@never_cache
@login_required
def read_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one notification as read; another member's stays as it is."""
    mark_read(member=request.user, number=pk)
    return _marked(request)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def choices(request: HttpRequest) -> HttpResponse:
    """Let the member choose how they hear of each subject, and show what they follow and mute."""
    form = DeliveryForm(request.POST or None, initial=deliveries_of(request.user))
    if request.method == "POST" and form.is_valid():
        choose_deliveries(member=request.user, deliveries=form.cleaned_data)
        messages.success(request, _("Your choice is saved."))
        return redirect("community:notification_choices")
    context: dict[str, Any] = {"form": form}
    for choice in Choice:
        context[f"conversations_{choice}"] = _conversations(request.user, choice)
        context[f"people_{choice}"] = _people(request.user, choice)
    return render(request, "community/notification_choices.html", context)


def _conversations(member: User, choice: Choice) -> list[Chosen]:
    """Return the conversations that a member follows or mutes, as far as they can read them."""
    chosen = ConversationChoice.objects.filter(
        member=member, choice=choice, conversation__in=readable_conversations(member)
    )
    rows = list(chosen.select_related("conversation").order_by("-pk")[:CHOICES_AT_MOST])
    targets = targets_of(row.conversation for row in rows)
    found = [targets[row.conversation_id] for row in rows if row.conversation_id in targets]
    return [
        Chosen(title_of(target), address_of(target), place_of(target).url("follow"))
        for target in found
    ]


def _people(member: User, choice: Choice) -> list[Chosen]:
    """Return the members whom a member follows or mutes."""
    chosen = MemberChoice.objects.filter(member=member, choice=choice, other__is_active=True)
    people = chosen.select_related("other").order_by("other__display_name_key")[:CHOICES_AT_MOST]
    return [
        Chosen(
            row.other.public_name,
            row.other.get_absolute_url(),
            reverse("community:follow_member", args=[row.other_id]),
        )
        for row in people
    ]


def _marked(request: HttpRequest) -> HttpResponse:
    if request.headers.get("X-Requested-With") == SCRIPT:
        return HttpResponse(status=204)
    return redirect("community:notifications")
