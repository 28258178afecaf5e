"""The queue of comments in the admin: what waits for a moderator, and what was decided."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.admin.filters import SimpleListFilter
from django.http import HttpRequest
from django.urls import URLPattern, re_path
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import get_language_info, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail_modeladmin.menus import ModelAdminMenuItem
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView

from community import comment_queue
from community.comment_decisions import CommentView
from community.models import Comment, HeldFor, HiddenFor, State
from community.models.comments import CommentQuerySet
from community.policy import can_moderate
from community.targets import address_of, title_of
from site_config.operational_lists import ReadOnlyPermissions, RowURLHelper

SHOWN_AT_MOST = 160


class QueuePermissions(ReadOnlyPermissions):
    """Who may see the queue; what somebody may decide is asked by each decision."""

    def user_can_list(self, user: Any) -> bool:
        """Whether this person decides about comments."""
        return can_moderate(user)

    def user_can_inspect_obj(self, user: Any, obj: Comment) -> bool:
        """Whether this person decides about comments."""
        return can_moderate(user)


class PartFilter(SimpleListFilter):
    """Parts of the queue; what waits is shown where nothing is chosen."""

    title = gettext_lazy("part")
    parameter_name = "part"
    WAITING, REPORTED, HIDDEN, ALL = "waiting", "reported", "hidden", "all"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Name the parts besides the first."""
        return [
            (self.REPORTED, _("Reported")),
            (self.HIDDEN, _("Hidden")),
            (self.ALL, _("All")),
        ]

    def choices(self, changelist: IndexView) -> Any:
        """Offer what waits first, in the place of "all"."""
        for number, choice in enumerate(super().choices(changelist)):
            yield choice | {"display": _("Waiting")} if number == 0 else choice

    def queryset(self, request: HttpRequest, queryset: CommentQuerySet) -> CommentQuerySet:
        """Keep the comments of the chosen part."""
        if self.value() == self.ALL:
            return queryset
        if self.value() == self.HIDDEN:
            return queryset.filter(state=State.HIDDEN)
        if self.value() == self.REPORTED:
            return comment_queue.reported(queryset)
        return comment_queue.waiting(queryset)


class LanguageFilter(SimpleListFilter):
    """Comments by the language of the page."""

    title = gettext_lazy("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Name the portal's languages."""
        return [
            (code, get_language_info(code)["name_local"].capitalize())
            for code, _name in settings.LANGUAGES
        ]

    def queryset(self, request: HttpRequest, queryset: CommentQuerySet) -> CommentQuerySet:
        """Keep the comments of the chosen language."""
        return queryset.filter(language=self.value()) if self.value() else queryset


class HeldFilter(SimpleListFilter):
    """Comments by why they wait."""

    title = gettext_lazy("why it waits")
    parameter_name = "held"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Name what comments wait for."""
        return [choice for choice in HeldFor.choices if choice[0] != HeldFor.REPORTED]

    def queryset(self, request: HttpRequest, queryset: CommentQuerySet) -> CommentQuerySet:
        """Keep the comments that wait for this."""
        return queryset.filter(held_for=self.value()) if self.value() else queryset


class ReasonFilter(SimpleListFilter):
    """Comments by the rule they break, as a moderator or who reported them says."""

    title = gettext_lazy("reason")
    parameter_name = "reason"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Name the rules."""
        return list(HiddenFor.choices)

    def queryset(self, request: HttpRequest, queryset: CommentQuerySet) -> CommentQuerySet:
        """Keep the comments with this reason."""
        return comment_queue.with_reason(queryset, self.value()) if self.value() else queryset


class QueueView(IndexView):
    """The list. It answers to its own filters alone: any other would let people guess at what
    they may not see, such as somebody's address, letter by letter.
    """

    def get_filters_params(self, params: Any = None) -> dict[str, Any]:
        """Return what the address asks for, as far as there is a filter for it."""
        known = {list_filter.parameter_name for list_filter in self.list_filter}
        asked = super().get_filters_params(params)
        return {name: value for name, value in asked.items() if name in known}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Read what all rows stand on at once."""
        context = super().get_context_data(**kwargs)
        rows = context["object_list"] = list(context["object_list"])
        targets = comment_queue.find_targets(row.conversation for row in rows)
        for row in rows:
            row.target = targets[row.conversation_id]
        return context


class QueueMenuItem(ModelAdminMenuItem):
    """The menu's item, with the number of comments that wait."""

    def render_component(self, request: HttpRequest) -> Any:
        """Return the item as this person sees it."""
        count = comment_queue.count_waiting_for(request.user)
        item = MenuItem(
            f"{self.label} ({count})" if count else self.label,
            self.url,
            name=self.name,
            classname=self.classname,
            icon_name=self.icon_name,
            attrs=self.attrs,
            order=self.order,
        )
        return item.render_component(request)


class CommentAdmin(ModelAdmin):
    """Comments as moderators work through them: what has waited longest comes first."""

    model = Comment
    menu_label = gettext_lazy("Comments")
    menu_item_name = "comments"
    menu_icon = "comment"
    menu_order = 410
    add_to_admin_menu = True
    permission_helper_class = QueuePermissions
    url_helper_class = RowURLHelper
    index_view_class = QueueView
    inspect_view_enabled = True
    inspect_view_class = CommentView
    history_view_enabled = False
    list_display = ("words", "place", "author", "why", "written")
    list_filter = (PartFilter, LanguageFilter, HeldFilter, ReasonFilter)
    search_fields = ("comment", "user__display_name", "user_name")
    list_per_page = 30

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """Put what has waited longest first; what was decided is looked up from its end."""
        decided = request.GET.get(PartFilter.parameter_name) in {PartFilter.HIDDEN, PartFilter.ALL}
        return ("-submit_date",) if decided else ("submit_date",)

    def get_queryset(self, request: HttpRequest) -> CommentQuerySet:
        """Return all comments with what a row prints."""
        return comment_queue.with_figures(super().get_queryset(request))

    def get_menu_item(self, order: int | None = None) -> QueueMenuItem:
        """Return the item with the count."""
        return QueueMenuItem(self, order or self.get_menu_order())

    def words(self, comment: Comment) -> str:
        """Return the beginning of the words; the list makes a link to the decision of them."""
        text = Truncator(" ".join(comment.comment.split())).chars(SHOWN_AT_MOST)
        return format_html('<span lang="{}">{}</span>', comment.language, text or _("(no words)"))

    words.short_description = gettext_lazy("comment")

    def place(self, comment: Comment) -> str:
        """Return the title of what the comment stands on, with a link to it."""
        if comment.target is None:
            return "–"
        address, title = address_of(comment.target), title_of(comment.target)
        return format_html('<a href="{}">{}</a>', address, title) if address else title

    place.short_description = gettext_lazy("page")

    def author(self, comment: Comment) -> str:
        """Return who wrote it, and how many of their comments are public and hidden."""
        if comment.user_id is None:
            return format_html("{}<br>{}", comment.author_name, _("without an account"))
        figures = _("%(public)d public, %(hidden)d hidden") % {
            "public": comment.author_public or 0,
            "hidden": comment.author_hidden or 0,
        }
        return format_html("{}<br>{}", comment.author_name, figures)

    author.short_description = gettext_lazy("author")

    def why(self, comment: Comment) -> str:
        """Return the state, its reason, and the number of open reports."""
        parts = [comment.get_state_display()]
        if comment.state == State.HELD and comment.held_for:
            parts.append(comment.get_held_for_display())
        if comment.state == State.HIDDEN and comment.hidden_for:
            parts.append(comment.get_hidden_for_display())
        if count := comment.open_reports:
            words = ngettext("%(count)d open report", "%(count)d open reports", count)
            parts.append(words % {"count": count})
        return ". ".join(str(part) for part in parts)

    why.short_description = gettext_lazy("state")

    def written(self, comment: Comment) -> datetime:
        """Return when the comment was written."""
        return comment.submit_date

    written.short_description = gettext_lazy("written")
    written.admin_order_field = "submit_date"

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        """Return the addresses that there is something to do at: the list, and one comment."""
        return tuple(
            re_path(
                self.url_helper.get_action_url_pattern(action),
                view,
                name=self.url_helper.get_action_url_name(action),
            )
            for action, view in (("index", self.index_view), ("inspect", self.inspect_view))
        )
