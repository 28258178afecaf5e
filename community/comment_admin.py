"""The queue of comments in the admin: what waits for a moderator, and what was decided."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, re_path, reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.menu import MenuItem
from wagtail_modeladmin.menus import ModelAdminMenuItem

from community import comment_queue
from community.comment_decisions import CommentView
from community.comment_filters import (
    HeldFilter,
    LanguageFilter,
    MemberFilter,
    PartFilter,
    PlaceFilter,
    ReasonFilter,
)
from community.models import Comment, State
from community.models.comments import CommentQuerySet
from community.policy import can_moderate
from community.targets import address_of, title_of
from site_config.operational_lists import (
    ReadOnlyPermissions,
    RowsAdmin,
    RowsView,
    RowURLHelper,
)

SHOWN_AT_MOST = 160


class QueuePermissions(ReadOnlyPermissions):
    """Who may see the queue; what somebody may decide is asked by each decision."""

    def user_can_list(self, user: Any) -> bool:
        """Whether this person decides about comments."""
        return can_moderate(user)

    def user_can_inspect_obj(self, user: Any, obj: Comment) -> bool:
        """Whether this person decides about comments."""
        return can_moderate(user)


class QueueView(RowsView):
    """The list."""

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


class CommentAdmin(RowsAdmin):
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
    list_display = ("words", "place", "author", "why", "written", "choose")
    list_filter = (
        PartFilter,
        MemberFilter,
        PlaceFilter,
        LanguageFilter,
        HeldFilter,
        ReasonFilter,
    )
    search_fields = ("comment", "user__display_name", "user_name")
    list_per_page = 30

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """Put what has waited longest first; what was decided is looked up from its end."""
        part = request.GET.get(PartFilter.parameter_name)
        decided = part in {PartFilter.HIDDEN, PartFilter.ALL, PartFilter.NEW}
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
        if comment.opens and comment.target is not None:
            text = f"{title_of(comment.target)}: {text}"
        return format_html('<span lang="{}">{}</span>', comment.language, text or _("(no words)"))

    words.short_description = gettext_lazy("comment")

    def place(self, comment: Comment) -> str:
        """Return the title of what the comment stands on, with a link to it."""
        if comment.target is None:
            return "–"
        address, title = address_of(comment.target), title_of(comment.target)
        link = format_html('<a href="{}">{}</a>', address, title) if address else title
        return format_html(
            '{}<br><a href="?part=all&amp;place={}">{}</a>',
            link,
            comment.conversation_id,
            _("All comments there"),
        )

    place.short_description = gettext_lazy("page")

    def author(self, comment: Comment) -> str:
        """Return who wrote it, and how many of their comments are public and hidden."""
        if comment.user_id is None:
            return format_html("{}<br>{}", comment.author_name, _("without an account"))
        figures = _("%(public)d public, %(hidden)d hidden") % {
            "public": comment.author_public or 0,
            "hidden": comment.author_hidden or 0,
        }
        return format_html(
            '<a href="{}">{}</a><br>{}',
            reverse("community_member_desk", args=[comment.user_id]),
            comment.author_name,
            figures,
        )

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

    def choose(self, comment: Comment) -> str:
        """Return the box by which a comment is chosen for the form below the list."""
        return format_html(
            '<label class="portal-queue__choose"><input type="checkbox" name="chosen" value="{}"'
            ' form="together"> <span>{}</span></label>',
            comment.pk,
            _("Choose no. %(number)s") % {"number": comment.pk},
        )

    choose.short_description = gettext_lazy("choose")

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
