"""The queue of take-down requests, and the page on which one is answered."""

from typing import Any

from django.contrib.admin.filters import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, re_path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail_modeladmin.views import IndexView

from community.models import User
from gallery.access import can_take_down
from gallery.holding import tell_missing
from gallery.models import TakeDownRequest, Work
from gallery.rights.hiding import held_back
from gallery.takedowns.errors import TakeDownError
from gallery.takedowns.forms import AnswerForm
from gallery.takedowns.requests import (
    answer_request,
    hand_over,
    hide_at_once,
    owners,
    show_again,
)
from site_config.operational_lists import (
    ReadOnlyPermissions,
    RowsAdmin,
    RowURLHelper,
    RowView,
)

HIDE, SHOW, GRANT, REFUSE, HAND_OVER = "hide", "show", "grant", "refuse", "owner"


class RequestPermissions(ReadOnlyPermissions):
    """Who answers requests."""

    def user_can_list(self, user: Any) -> bool:
        """Whether this person answers requests."""
        return can_take_down(user)

    def user_can_inspect_obj(self, user: Any, obj: TakeDownRequest) -> bool:
        """Whether this person answers requests."""
        return can_take_down(user)


class PartFilter(SimpleListFilter):
    """Parts of the queue; open requests are shown where nothing is chosen."""

    title = gettext_lazy("part")
    parameter_name = "part"
    MINE, OVERDUE, ANSWERED, ALL = "mine", "overdue", "answered", "all"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Name the parts besides the first."""
        return [
            (self.MINE, _("Mine")),
            (self.OVERDUE, _("Overdue")),
            (self.ANSWERED, _("Answered")),
            (self.ALL, _("All")),
        ]

    def choices(self, changelist: IndexView) -> Any:
        """Offer what is open first, in the place of "all"."""
        for number, choice in enumerate(super().choices(changelist)):
            yield choice | {"display": _("Open")} if number == 0 else choice

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep the requests of the chosen part."""
        if self.value() == self.ALL:
            return queryset
        if self.value() == self.MINE:
            return queryset.open().filter(owner=request.user)
        if self.value() == self.OVERDUE:
            return queryset.overdue(timezone.now())
        if self.value() == self.ANSWERED:
            return queryset.exclude(outcome=TakeDownRequest.Outcome.OPEN)
        return queryset.open()


class RequestView(RowView):
    """One request with its work; a POST hides, shows, hands over or answers."""

    page_title = gettext_lazy("Take-down request")
    row_template = "gallery/admin/take_down.html"
    form: AnswerForm | None = None

    def check_action_permitted(self, user: Any) -> bool:
        """Refuse everybody who does not answer requests."""
        return can_take_down(user)

    def get_page_subtitle(self) -> str:
        """Return its number."""
        return self.instance.number

    def get_meta_title(self) -> str:
        """Return what the browser's tab says."""
        return f"{self.get_page_title()} {self.get_page_subtitle()}"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what a button stands for, and say what was done."""
        try:
            done = self._act(request.POST.get("decision", ""))
        except TakeDownError as refusal:
            messages.error(request, str(refusal))
            self.instance.refresh_from_db()
            return self.get(request)
        if not done:
            messages.error(request, _("Nothing was done: check the form."))
            return self.get(request)
        messages.success(request, done)
        if request.POST["decision"] in {SHOW, REFUSE}:
            for page in held_back(Work.objects.get(pk=self.instance.work_id)):
                tell_missing(request, page, page.what_is_missing())
        return redirect(request.path)

    def _act(self, asked: str) -> str:
        """Return what the person is told; nothing where the form has to be filled in again."""
        number, by = self.instance.pk, self.request.user
        if asked == HIDE:
            hide_at_once(request_id=number, by=by)
            return _("Nobody sees it any more. It can be shown again.")
        if asked == SHOW:
            show_again(request_id=number, by=by)
            return _("Everybody can see it again.")
        if asked == HAND_OVER:
            typed = self.request.POST.get("owner", "")
            known = typed.isascii() and typed.isdecimal() and len(typed) < 19
            owner = User.objects.filter(pk=int(typed)).first() if known else None
            if owner is None:
                return ""
            hand_over(request_id=number, owner=owner)
            return _("%(name)s answers this request.") % {"name": owner.public_name}
        if asked not in {GRANT, REFUSE}:
            return ""
        self.form = AnswerForm(self.request.POST)
        if not self.form.is_valid():
            return ""
        answer = self.form.cleaned_data["answer"]
        answer_request(request_id=number, by=by, granted=asked == GRANT, answer=answer)
        return _("The request is answered, and whoever asked is told.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the work, the form, and who else could answer."""
        return super().get_context_data(
            work=self.instance.work,
            form=self.form or AnswerForm(),
            owners=owners() if self.instance.is_open else [],
            **kwargs,
        )


class TakeDownAdmin(RowsAdmin):
    """Requests by their clock: what is due first comes first."""

    model = TakeDownRequest
    menu_label = gettext_lazy("Take-down requests")
    menu_icon = "warning"
    menu_order = 20
    permission_helper_class = RequestPermissions
    url_helper_class = RowURLHelper
    inspect_view_enabled = True
    inspect_view_class = RequestView
    history_view_enabled = False
    list_display = ("number", "title", "relation", "owner", "due", "outcome")
    list_filter = (PartFilter, "relation")
    search_fields = ("number", "title")
    ordering = ("due_at",)
    list_per_page = 30

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return all requests with what a row prints."""
        return super().get_queryset(request).select_related("owner")

    def due(self, asked: TakeDownRequest) -> str:
        """Return until when it is to be answered, and say so where that is over."""
        moment = date_format(timezone.localtime(asked.due_at), "SHORT_DATETIME_FORMAT")
        if asked.is_overdue:
            return format_html('<strong class="portal-late">{}: {}</strong>', _("Overdue"), moment)
        return moment

    due.short_description = gettext_lazy("due")
    due.admin_order_field = "due_at"

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
