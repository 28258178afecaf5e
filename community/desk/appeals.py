"""Appeals in the admin: who has not made the decision looks again, and answers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from community.desk.access import moderators_only
from community.desk.log import read_rows
from community.desk.members import decisions_about
from community.errors import CommunityError
from community.models import Appeal, ModerationDecision
from community.moderating_forms import AnswerForm
from community.policy import can_moderate
from community.services.appealing import settle_appeal, stands, why_not_answer
from community.targets import address_of, target_of, title_of

# Of those that are answered, the latest.
ANSWERED_SHOWN = 30
GRANT, REFUSE = "grant", "refuse"


@require_safe
@moderators_only
def appeal_list(request: HttpRequest) -> HttpResponse:
    """List the appeals that this moderator answers, oldest first, and those that are answered."""
    appeals = Appeal.objects.with_subject()
    waiting = list(appeals.for_answer_by(request.user))
    return render(
        request,
        "community/admin/appeals.html",
        {
            "title": _("Appeals"),
            "waiting": waiting,
            "others": Appeal.objects.open().count() - len(waiting),
            "answered": appeals.exclude(outcome=Appeal.Outcome.OPEN).order_by("-settled_at")[
                :ANSWERED_SHOWN
            ],
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@moderators_only
def appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an appeal with all that helps to answer it; a POST grants or refuses it.

    Raises:
        Http404: there is no such appeal.
    """
    found = get_object_or_404(Appeal.objects.with_subject(), pk=pk)
    decision = found.decision
    comment = decision.comment
    person = decision.member or (comment.user if comment else None)
    language = person.language if person else comment.language if comment else ""
    form = AnswerForm(request.POST or None, language=language)
    asked = request.POST.get("decision", "")
    if request.method == "POST":
        if asked in {GRANT, REFUSE} and form.is_valid():
            try:
                settle_appeal(
                    appeal_id=pk,
                    moderator=request.user,
                    granted=asked == GRANT,
                    words=form.words_for_author(),
                )
            except CommunityError as refusal:
                messages.error(request, str(refusal))
            else:
                messages.success(request, _("The appeal is answered, and its author is told."))
                return redirect("community_appeals")
        else:
            messages.error(request, _("Nothing was done: check the form."))
        found.refresh_from_db()
    target = target_of(comment.conversation) if comment else None
    history = ModerationDecision.objects.filter(comment=comment) if comment else None
    return render(
        request,
        "community/admin/appeal.html",
        {
            "title": _("Appeal no. %(number)s") % {"number": pk},
            "appeal": found,
            "made": decision,
            "comment": comment,
            "person": person,
            "place_title": title_of(target) if target else "",
            "place_url": address_of(target) if target else "",
            "stands": stands(decision),
            "decisions": read_rows(decisions_about(person) if person else history)
            if person or comment
            else [],
            "refusal": why_not_answer(request.user, found),
            "form": form,
        },
    )


class AppealMenuItem(MenuItem):
    """The menu's item, with the number of appeals that wait for this person."""

    def __init__(self) -> None:
        super().__init__(
            gettext_lazy("Appeals"),
            reverse("community_appeals"),
            name="appeals",
            icon_name="rotate",
            order=412,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """Offer it to those who decide about comments."""
        return can_moderate(request.user)

    def render_component(self, request: HttpRequest) -> object:
        """Return the item as this person sees it."""
        count = Appeal.objects.for_answer_by(request.user).count()
        label = f"{self.label} ({count})" if count else self.label
        item = MenuItem(label, self.url, name=self.name, icon_name=self.icon_name, order=self.order)
        return item.render_component(request)


def waiting_words(count: int) -> str:
    """Return how many appeals wait, in words."""
    words = ngettext("%(count)d appeal waits for you", "%(count)d appeals wait for you", count)
    return words % {"count": count}
