"""How the portal shows itself in Wagtail's admin."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.log_actions import LogActionRegistry
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from site_config import retention
from site_config.admin_views import handbook
from site_config.content_checks import PortalContentChecker
from site_config.freshness import limit_page_freshness
from site_config.outbox_admin import TRY_AGAIN_LOGGED, OutboxAdmin
from site_config.page_links import KeptPageLinkHandler
from site_config.retention import RETENTION_HOOK
from site_config.topic_viewset import TopicViewSet
from site_config.welcome import next_steps

register_snippet(TopicViewSet)
modeladmin_register(OutboxAdmin)

hooks.register("on_serve_page", limit_page_freshness)
for rule in retention.RULES:
    hooks.register(RETENTION_HOOK, rule)


@hooks.register("register_permissions")
def offer_rights() -> QuerySet[Permission]:
    """Let administrators give the portal's own rights to groups."""
    return Permission.objects.filter(
        content_type__app_label="site_config", content_type__model="adminright"
    )


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """Say in the history what was done to a mail."""
    actions.register_action(TRY_AGAIN_LOGGED, _("Try again"), _("Asked to send the mail again"))


# After Wagtail's own hook, whose handler of the same kind it replaces.
@hooks.register("register_rich_text_features", order=10)
def keep_page_links(features: FeatureRegistry) -> None:
    """Write links to pages without asking the database at each paragraph."""
    features.register_link_type(KeptPageLinkHandler)


@hooks.register("insert_global_admin_css")
def portal_admin_css() -> SafeString:
    """Dress the admin in the portal's colours."""
    return format_html('<link rel="stylesheet" href="{}">', static("site_config/css/admin.css"))


@hooks.register("construct_wagtail_userbar")
def use_portal_checks(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Put the portal's content checks in the place of Wagtail's."""
    for position, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[position] = PortalContentChecker(in_editor=item.in_editor)


class WelcomePanel(Component):
    """Greets the signed-in person with what their role does next."""

    name = "portal_welcome"
    template_name = "site_config/admin/welcome.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Collect the next steps of this person."""
        request = parent_context["request"]
        return {
            "person": request.user,
            "steps": next_steps(request.user),
            "handbook_url": reverse("portal_handbook"),
            "languages": [name for _code, name in settings.LANGUAGES],
        }


@hooks.register("construct_homepage_panels")
def add_welcome(request: HttpRequest, panels: list[Component]) -> None:
    """Put the welcome before everything else."""
    panels.insert(0, WelcomePanel())


@hooks.register("register_admin_urls")
def handbook_urls() -> list[URLPattern]:
    """Give the handbooks an address in the admin."""
    return [
        path("handbook/", handbook, name="portal_handbook"),
        path("handbook/<slug:name>/", handbook, name="portal_handbook_named"),
    ]


@hooks.register("register_admin_menu_item")
def handbook_menu_item() -> MenuItem:
    """Put the handbook into the menu."""
    return MenuItem(
        _("Handbook"), reverse("portal_handbook"), name="handbook", icon_name="help", order=900
    )
