"""The community in the admin."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from community import retention
from community.models import Discussion
from community.models.discussions import DiscussionQuerySet
from site_config.retention import RETENTION_HOOK


class DiscussionViewSet(SnippetViewSet):
    """Discussions as staff list, find, hide and translate them."""

    model = Discussion
    icon = "comment"
    menu_label = _("Discussions")
    menu_name = "discussions"
    menu_order = 420
    add_to_admin_menu = True
    list_display = [
        "title",
        Column("author_name", label=_("Author")),
        Column("topic", label=_("Topic")),
        Column("get_language_display", label=_("Language"), sort_key="language"),
        Column("get_state_display", label=_("State"), sort_key="state"),
        Column("opened_at", label=_("Opened"), sort_key="opened_at"),
    ]
    list_filter = ["state", "language", "topic"]
    list_per_page = 30
    inspect_view_enabled = True

    def get_queryset(self, request: HttpRequest) -> DiscussionQuerySet:
        """Return all discussions with what the list prints."""
        return Discussion.objects.select_related("author", "topic__locale")


register_snippet(DiscussionViewSet)
for rule in retention.RULES:
    hooks.register(RETENTION_HOOK, rule)
