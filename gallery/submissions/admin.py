"""The queue of what members have sent in, and the page on which a moderator decides."""

from datetime import datetime
from typing import Any

from django.contrib.admin.filters import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, re_path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail_modeladmin.views import IndexView

from gallery.access import can_decide
from gallery.models import AlbumPage, GalleryIndexPage, MediaSubmission, RejectedFor
from gallery.submissions.deciding import approve_film, approve_photo, reject
from gallery.submissions.errors import SubmissionError
from gallery.submissions.forms import ApproveFilmForm, ApprovePhotoForm, RejectForm
from site_config.operational_lists import (
    ReadOnlyPermissions,
    RowsAdmin,
    RowURLHelper,
    RowView,
)

APPROVE, REJECT = "approve", "reject"


class QueuePermissions(ReadOnlyPermissions):
    """Who may see the queue."""

    def user_can_list(self, user: Any) -> bool:
        """Whether this person decides about submissions."""
        return can_decide(user)

    def user_can_inspect_obj(self, user: Any, obj: MediaSubmission) -> bool:
        """Whether this person decides about submissions."""
        return can_decide(user)


class StateFilter(SimpleListFilter):
    """Parts of the queue; what waits is shown where nothing is chosen."""

    title = gettext_lazy("part")
    parameter_name = "part"
    ALL = "all"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Name the parts besides the first."""
        waiting = MediaSubmission.State.WAITING
        others = [choice for choice in MediaSubmission.State.choices if choice[0] != waiting]
        return [*others, (self.ALL, _("All"))]

    def choices(self, changelist: IndexView) -> Any:
        """Offer what waits first, in the place of "all"."""
        for number, choice in enumerate(super().choices(changelist)):
            yield choice | {"display": _("Waiting")} if number == 0 else choice

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep the submissions of the chosen part."""
        if self.value() == self.ALL:
            return queryset
        known = self.value() in MediaSubmission.State.values
        state = self.value() if known else MediaSubmission.State.WAITING
        return queryset.filter(state=state)


class SubmissionView(RowView):
    """Shows what a member has sent in; a POST approves or rejects it."""

    page_title = gettext_lazy("Submission")
    row_template = "gallery/admin/submission.html"
    approving: Any = None
    rejecting: RejectForm | None = None

    def check_action_permitted(self, user: Any) -> bool:
        """Refuse everybody who does not decide about submissions."""
        return can_decide(user)

    def get_page_subtitle(self) -> str:
        """Return which one it is."""
        return _("no. %(number)s") % {"number": self.instance.pk}

    def get_meta_title(self) -> str:
        """Return what the browser's tab says."""
        return f"{self.get_page_title()} {self.get_page_subtitle()}"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Decide, say what was done, and lead on; show the page again if not."""
        asked = request.POST.get("decision", "")
        try:
            if asked == APPROVE and (answer := self._approve()):
                return answer
            if asked == REJECT and self._reject():
                messages.success(request, _("It is rejected, and its member is told why."))
                return redirect(self.index_url)
        except SubmissionError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.error(request, _("Nothing was done: check the form."))
        self.instance.refresh_from_db()
        return self.get(request)

    def _approve(self) -> HttpResponse | None:
        form_class = ApprovePhotoForm if self.instance.is_photo else ApproveFilmForm
        form = self.approving = form_class(self.request.POST, submission=self.instance)
        if not form.is_valid():
            return None
        who = {"submission_id": self.instance.pk, "moderator": self.request.user}
        typed = form.cleaned_data
        if self.instance.is_photo:
            album = get_object_or_404(AlbumPage, pk=typed["album"])
            words = form.shown_words()
            photo = approve_photo(**who, album=album, words=words, taken_on=typed["taken_on"])
            told = _("“%(title)s” is in the album “%(album)s”, and its member is told.")
            messages.success(
                self.request,
                told % {"title": photo.title, "album": album.title},
                buttons=[messages.button(photo.url, _("See it"))],
            )
            return redirect(self.index_url)
        page = approve_film(**who, gallery=get_object_or_404(GalleryIndexPage, pk=typed["gallery"]))
        told = _("The film is in the library. Add captions or a transcript, then publish its page.")
        messages.success(self.request, told)
        return redirect("wagtailadmin_pages:edit", page.pk)

    def _reject(self) -> bool:
        form = self.rejecting = RejectForm(self.request.POST)
        if not form.is_valid():
            return False
        reject(
            submission_id=self.instance.pk,
            moderator=self.request.user,
            reason=RejectedFor(form.cleaned_data["reason"]),
            words=form.cleaned_data["words"],
        )
        return True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the forms, and what the member has agreed to."""
        submission = self.instance
        form_class = ApprovePhotoForm if submission.is_photo else ApproveFilmForm
        own = MediaSubmission.objects.filter(member=submission.member)
        return super().get_context_data(
            approving=self.approving or form_class(submission=submission),
            rejecting=self.rejecting or RejectForm(),
            consents=submission.consents.all(),
            waits=submission.state == MediaSubmission.State.WAITING,
            approved=own.filter(state=MediaSubmission.State.APPROVED).count(),
            rejected=own.filter(state=MediaSubmission.State.REJECTED).count(),
            **kwargs,
        )


class SubmissionAdmin(RowsAdmin):
    """Submissions as moderators work through them: what has waited longest comes first."""

    model = MediaSubmission
    menu_label = gettext_lazy("Sent in by members")
    menu_icon = "upload"
    menu_order = 10
    permission_helper_class = QueuePermissions
    url_helper_class = RowURLHelper
    inspect_view_enabled = True
    inspect_view_class = SubmissionView
    history_view_enabled = False
    list_display = ("title", "picture", "kind", "member", "state", "sent")
    list_filter = (StateFilter, "kind", "licence")
    search_fields = ("title", "description", "place")
    list_per_page = 30

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return all submissions with what a row prints."""
        return super().get_queryset(request).select_related("member")

    def picture(self, submission: MediaSubmission) -> str:
        """Return the small picture of a photo."""
        if not submission.preview:
            return "–"
        address = reverse("gallery_submission_file", args=[submission.pk, "preview"])
        return format_html('<img class="portal-thumb" src="{}" alt="" loading="lazy">', address)

    picture.short_description = gettext_lazy("picture")

    def sent(self, submission: MediaSubmission) -> datetime:
        """Return when it was sent."""
        return submission.sent_at

    sent.short_description = gettext_lazy("sent")
    sent.admin_order_field = "sent_at"

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        """Return the addresses that there is something to do at."""
        return tuple(
            re_path(
                self.url_helper.get_action_url_pattern(action),
                view,
                name=self.url_helper.get_action_url_name(action),
            )
            for action, view in (("index", self.index_view), ("inspect", self.inspect_view))
        )
