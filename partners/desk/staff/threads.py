"""The partners' messages as staff list and answer them."""

from typing import Any

from django.contrib.admin.filters import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, re_path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail_modeladmin.views import IndexView

from partners.desk.staff.forms import AnswerForm, OwnerForm
from partners.desk.writing import answer_thread, settle_thread
from partners.models import DeskThread
from site_config.operational_lists import (
    ReadOnlyPermissions,
    RowsAdmin,
    RowURLHelper,
    RowView,
)

ANSWER, SETTLE = "answer", "settle"


class ThreadPermissions(ReadOnlyPermissions):
    """Who answers partners."""

    def user_can_list(self, user: Any) -> bool:
        """Whether this person answers partners."""
        return user.has_perm("partners.change_deskthread")

    def user_can_inspect_obj(self, user: Any, obj: DeskThread) -> bool:
        """Whether this person answers partners."""
        return self.user_can_list(user)


class PartFilter(SimpleListFilter):
    """Parts of the list; what waits for the city is shown where nothing is chosen."""

    title = gettext_lazy("part")
    parameter_name = "part"
    MINE, ALL = "mine", "all"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Name the parts besides the first."""
        others = [choice for choice in DeskThread.State.choices if choice[0] != "waiting"]
        return [(self.MINE, _("Mine")), *others, (self.ALL, _("All"))]

    def choices(self, changelist: IndexView) -> Any:
        """Offer what waits first, in the place of "all"."""
        for number, choice in enumerate(super().choices(changelist)):
            yield choice | {"display": _("Waiting")} if number == 0 else choice

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep the matters of the chosen part."""
        if self.value() == self.ALL:
            return queryset
        if self.value() == self.MINE:
            return queryset.waiting().filter(owner=request.user)
        if self.value() in DeskThread.State.values:
            return queryset.filter(state=self.value())
        return queryset.waiting()


class ThreadView(RowView):
    """One matter with its messages; a POST answers, hands over or closes."""

    page_title = gettext_lazy("Message of a partner")
    row_template = "partners/admin/thread.html"
    answering: AnswerForm | None = None
    settling: OwnerForm | None = None

    def check_action_permitted(self, user: Any) -> bool:
        """Refuse everybody who does not answer partners."""
        return self.permission_helper.user_can_list(user)

    def get_page_subtitle(self) -> str:
        """Return its subject."""
        return self.instance.subject

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what a button stands for, and say what was done."""
        done = self._act(request.POST.get("decision", ""))
        if not done:
            messages.error(request, _("Nothing was done: check the form."))
            return self.get(request)
        messages.success(request, done)
        return redirect(request.path)

    def _act(self, asked: str) -> str:
        """Return what the person is told; nothing where the form has to be filled in again."""
        if asked == ANSWER:
            form = self.answering = AnswerForm(self.request.POST)
            if not form.is_valid():
                return ""
            typed = form.cleaned_data
            answer_thread(
                thread_id=self.instance.pk,
                by=self.request.user,
                words=typed["words"],
                ticket=typed["ticket"],
            )
            return _("Your answer is at the desk, and on its way by mail.")
        if asked == SETTLE:
            form = self.settling = OwnerForm(self.request.POST)
            if not form.is_valid():
                return ""
            settle_thread(thread_id=self.instance.pk, **form.cleaned_data)
            return _("Saved.")
        return ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the messages and the forms."""
        start = {"owner": self.instance.owner, "is_closed": self.instance.is_closed}
        return super().get_context_data(
            written=self.instance.messages.select_related("author"),
            answering=self.answering or AnswerForm(),
            settling=self.settling or OwnerForm(initial=start),
            **kwargs,
        )


class DeskThreadAdmin(RowsAdmin):
    """Matters by their last message."""

    model = DeskThread
    menu_label = gettext_lazy("Messages of partners")
    menu_icon = "comment"
    menu_order = 100
    permission_helper_class = ThreadPermissions
    url_helper_class = RowURLHelper
    inspect_view_enabled = True
    inspect_view_class = ThreadView
    history_view_enabled = False
    list_display = ("subject", "partner", "owner", "state", "last_at")
    list_filter = (PartFilter,)
    search_fields = ("subject", "partner__name")
    ordering = ("last_at",)
    list_per_page = 30

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return all matters with what a row prints."""
        return super().get_queryset(request).select_related("owner", "partner")

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
