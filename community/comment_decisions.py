"""One comment in the admin, with all that helps to decide about it, and the decision itself."""

from contextlib import nullcontext
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from community.desk.actions import ACTIONS, STAY, decisions_around
from community.desk.log import read_rows
from community.errors import CommunityError
from community.models import Comment, HiddenFor, Report, State, User
from community.moderating_forms import HideForm
from community.policy import can_moderate, can_see_email, why_not_decide
from community.services.deciding import as_read
from community.services.moderating import hide_comment
from community.targets import address_of, target_of, title_of
from site_config.operational_lists import RowView

EMAIL_SHOWN = "community.show_author_email"
HIDE, SHOW_EMAIL = "hide", "show_email"
# The field that says which words were read.
EDITION = "edition"
ABOUT_WORDS = frozenset({HIDE, "approve", "restore", "dismiss", "uphold", "official"})


class CommentView(RowView):
    """Shows a comment in its context; a POST decides about it."""

    page_title = gettext_lazy("Comment")
    row_template = "community/admin/comment.html"
    form: HideForm | None = None
    email = ""

    def check_action_permitted(self, user: User) -> bool:
        """Refuse everybody who does not decide about comments."""
        return can_moderate(user)

    def get_page_subtitle(self) -> str:
        """Return which comment it is, by its number: its words follow on the page."""
        return _("no. %(number)s") % {"number": self.instance.pk}

    def get_meta_title(self) -> str:
        """Return what the browser's tab says."""
        return f"{self.get_page_title()} {self.get_page_subtitle()}"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Decide, say what was done, and lead back to the queue; show the page again if not."""
        asked = request.POST.get("decision", "")
        if asked == SHOW_EMAIL and can_see_email(request.user):
            # The log outlives the comment, and so names neither its words nor its author.
            log(instance=self.instance, action=EMAIL_SHOWN, title=str(self.get_meta_title()))
            self.email = self._find_email()
            return self.get(request)
        try:
            judged = as_read(self.instance.pk, request.POST.get(EDITION, ""))
            with judged if asked in ABOUT_WORDS else nullcontext():
                done = self._decide(asked)
        except CommunityError as refusal:
            messages.error(request, str(refusal))
            self.instance.refresh_from_db()
            return self.get(request)
        if done is None:
            return self.get(request)
        messages.success(request, done)
        return redirect(request.path if asked in STAY else self.index_url)

    def _decide(self, asked: str) -> Any:
        """Do what a button stands for.

        Returns:
            What the moderator is told; nothing where the form has to be filled in again.

        Raises:
            CommunityError: a subclass says why it can't be done.
        """
        if asked in ACTIONS:
            return ACTIONS[asked](self.request, self.instance)
        if asked != HIDE:
            messages.error(self.request, _("Choose what to do with the comment."))
            return None
        self.form = HideForm(self.request.POST, language=self.language)
        if not self.form.is_valid():
            messages.error(self.request, _("The comment was not hidden: choose a reason."))
            return None
        hide_comment(
            comment_id=self.instance.pk,
            moderator=self.request.user,
            reason=HiddenFor(self.form.cleaned_data["reason"]),
            words=self.form.words_for_author(),
        )
        return _("The comment is hidden, and its author is told why.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what stands around the comment, and what this person may do about it."""
        comment, target = self.instance, target_of(self.instance.conversation)
        state, refusal = comment.state, why_not_decide(self.request.user, comment)
        reports = list(comment.reports.select_related("reporter"))
        open_reports = [report for report in reports if report.outcome == Report.Outcome.OPEN]
        return super().get_context_data(
            place_title=title_of(target) if target else "",
            place_url=address_of(target) if target else "",
            parent=self.parent,
            versions=list(comment.versions.all()),
            reports=reports,
            open_reports=open_reports,
            decisions=read_rows(decisions_around(comment)),
            others=self._count_others(),
            conversation=comment.conversation,
            can_mark=state == State.PUBLIC
            and not comment.opens
            and bool(comment.user and comment.user.works_for_the_city),
            can_move=state == State.PUBLIC and not comment.root_id and not comment.opens,
            typed_address=self.request.POST.get("address", ""),
            refusal=refusal,
            can_approve=state == State.HELD,
            can_hide=state in {State.HELD, State.PUBLIC},
            can_restore=state == State.HIDDEN,
            # Hiding upholds the reports; else it is said for itself.
            can_uphold=bool(open_reports) and state not in {State.HELD, State.PUBLIC},
            form=self.form or HideForm(language=self.language),
            can_see_email=can_see_email(self.request.user) and bool(self._find_email()),
            email=self.email,
            **kwargs,
        )

    @property
    def language(self) -> str:
        """The language in which the author is written to."""
        author = self.instance.user
        return author.language if author else self.instance.language

    @cached_property
    def parent(self) -> Comment | None:
        """What the comment replies to."""
        if not self.instance.root_id:
            return None
        return Comment.objects.select_related("user").filter(pk=self.instance.parent_id).first()

    def _count_others(self) -> dict[str, int] | None:
        """Return how many comments of the same author are public and hidden."""
        if self.instance.user_id is None:
            return None
        own = Comment.objects.filter(user=self.instance.user_id)
        return {
            "public": own.filter(state=State.PUBLIC).count(),
            "hidden": own.filter(state=State.HIDDEN).count(),
        }

    def _find_email(self) -> str:
        author = self.instance.user
        return author.email if author else self.instance.user_email
