"""How staff list and edit topics in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, LocaleColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from site_config.models.topics import Topic


class TopicViewSet(SnippetViewSet):
    """Topics by language, in their order; each row's menu tells where a topic is used."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    add_to_admin_menu = False
    list_display = [
        "name",
        "slug",
        Column("get_paint_display", label=_("Paint"), sort_key="paint"),
        Column("sort_order", label=_("Order"), sort_key="sort_order"),
        LocaleColumn(),
    ]
    list_filter = ["paint"]
    list_export = ["name", "slug", "description", "paint", "sort_order", "locale"]
    ordering = ["sort_order", "name"]
    list_per_page = 50
    copy_view_enabled = False
