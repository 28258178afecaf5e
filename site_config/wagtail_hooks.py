"""How the portal shows itself in Wagtail's admin."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.log_actions import LogActionRegistry
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from site_config import retention
from site_config.admin_views import handbook
from site_config.alerts import services as alert_services
from site_config.alerts.desk_steps import AlertMenuItem, alert_steps
from site_config.alerts.desk_urls import urlpatterns as alert_urlpatterns
from site_config.content_checks import PortalContentChecker
from site_config.document_admin import DocumentIndexView, document_reading
from site_config.document_search import findable
from site_config.findable import FINDABLE_HOOK
from site_config.freshness import limit_page_freshness
from site_config.front_cache.changes import forget_document
from site_config.front_cache.shown import name_served_page
from site_config.link_report import LinkReport, links_menu_item
from site_config.media_access import FOLDERS_HOOK
from site_config.media_folders import media_folders
from site_config.models.documents import SiteDocument
from site_config.outbox_admin import TRY_AGAIN_LOGGED, OutboxAdmin
from site_config.page_links import KeptPageLinkHandler
from site_config.retention import RETENTION_HOOK
from site_config.scheduled import late_pages
from site_config.topic_viewset import TopicViewSet
from site_config.visits.targets import VISIT_TARGET_HOOK, document_targets
from site_config.welcome import WELCOME_HOOK, next_steps

# In the order in which they run.
ADMIN_SCRIPTS = ("admin_starts", "admin_focus", "admin_drafts", "document_reading")

register_snippet(TopicViewSet)
modeladmin_register(OutboxAdmin)

hooks.register("on_serve_page", limit_page_freshness)
hooks.register("on_serve_page", name_served_page)
hooks.register(VISIT_TARGET_HOOK, document_targets)
hooks.register(FINDABLE_HOOK, findable)
hooks.register(FOLDERS_HOOK, media_folders)
hooks.register(WELCOME_HOOK, alert_steps)
hooks.register("register_admin_menu_item", AlertMenuItem)
hooks.register("register_admin_urls", lambda: alert_urlpatterns)
for rule in retention.RULES:
    hooks.register(RETENTION_HOOK, rule)


@hooks.register("register_permissions")
def offer_rights() -> QuerySet[Permission]:
    """Let administrators give the portal's own rights to groups."""
    return Permission.objects.filter(
        content_type__app_label="site_config", content_type__model__in=["adminright", "alert"]
    )


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """Say in the history what was done to a mail or an alert."""
    actions.register_action(TRY_AGAIN_LOGGED, _("Try again"), _("Asked to send the mail again"))
    for name, label, message in (
        (alert_services.WRITTEN, _("Write"), _("Wrote the draft")),
        (alert_services.PUBLISHED, _("Publish"), _("Published the alert")),
        (alert_services.CANCELLED, _("Cancel"), _("Cancelled the alert")),
        (alert_services.DISCARDED, _("Throw away"), _("Threw the draft away")),
    ):
        actions.register_action(name, label, message)


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


@hooks.register("register_admin_urls")
def link_report_urls() -> list[URLPattern]:
    """Give the report of links an address in the admin."""
    return [
        path("reports/links/", LinkReport.as_view(), name="portal_links"),
        path(
            "reports/links/results/",
            LinkReport.as_view(results_only=True),
            name="portal_links_results",
        ),
    ]


hooks.register("register_reports_menu_item", links_menu_item)
hooks.register(WELCOME_HOOK, late_pages)


# Before Wagtail's own list, whose addresses these are.
@hooks.register("register_admin_urls", order=-1)
def document_urls() -> list[URLPattern]:
    """Show in the list of documents what was read, and tell of each as it goes on."""
    return [
        path("documents/", DocumentIndexView.as_view(), name="portal_documents"),
        path(
            "documents/results/",
            DocumentIndexView.as_view(results_only=True),
            name="portal_documents_results",
        ),
        path(
            "documents/<int:document_id>/reading/",
            document_reading,
            name="portal_document_reading",
        ),
    ]


@hooks.register("after_bulk_action")
def forget_moved_documents(
    request: HttpRequest, action_type: str, objects: list[Any], action: BulkAction
) -> None:
    """Have caches forget what shows documents that were moved at once, which no signal tells."""
    if action.model is SiteDocument and action_type == "add_to_collection":
        for document in objects:
            forget_document(document)


@hooks.register("insert_global_admin_js")
def run_scripts() -> SafeString:
    """Load the admin's scripts of ours; each says at its top what it is for."""
    return format_html_join(
        "\n",
        '<script type="module" src="{}"></script>',
        ((static(f"site_config/js/{name}.js"),) for name in ADMIN_SCRIPTS),
    )


@hooks.register("insert_global_admin_js")
def show_uploads() -> SafeString:
    """Show how much of a file has been sent from the window in which one is chosen."""
    return format_html(
        '<script type="module" src="{}" id="portal-upload-progress"'
        ' data-sending="{}" data-arrived="{}"></script>',
        static("site_config/js/upload_progress.js"),
        _("Sending {name}"),
        _("The file has arrived and is being stored."),
    )


@hooks.register("register_admin_menu_item")
def handbook_menu_item() -> MenuItem:
    """Put the handbook into the menu."""
    return MenuItem(
        _("Handbook"), reverse("portal_handbook"), name="handbook", icon_name="help", order=900
    )
