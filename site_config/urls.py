"""Every address of the portal. Nobody imports this module: it puts the apps together."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from gallery.holding import act_on_workflow
from search import views as search_views
from site_config import views
from site_config.document_serving import serve_document, serve_first_page
from site_config.mail_events import mail_events
from site_config.media_access import serve_media
from site_config.operating import probes
from site_config.page_routing import serve_page

urlpatterns = [
    # Of machines; answered before anything else looks at the request.
    path("healthz", probes.healthz, name="healthz"),
    path("readyz", probes.readyz, name="readyz"),
    path("metrics", probes.metrics, name="metrics"),
    # One door for everybody: Wagtail's own form would let an account with a second factor in
    # by its password alone.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    # Wagtail's pages for trying out its error pages; one of them fails on purpose.
    re_path("^admin/(?:failwhale|test404)/$", views.nothing_here),
    # In the place of Wagtail's own, which would fail where a page can't be published as it is.
    path(
        "admin/pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/",
        act_on_workflow,
        name="act_on_workflow",
    ),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/<int:document_id>/cover.jpg", serve_first_page, name="document_first_page"),
    # With the name and shape of Wagtail's own, whose place it takes.
    re_path(r"^documents/(\d+)/(.*)$", serve_document, name="wagtaildocs_serve"),
    path("documents/", include(wagtaildocs_urls)),
    path(f"{settings.MEDIA_URL.lstrip('/')}<path:path>", serve_media, name="media"),
    path("", include("gallery.urls")),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("mail-events/", mail_events, name="mail_events"),
    path("manifest.webmanifest", views.web_manifest, name="web_manifest"),
    path("", include("site_config.visits.urls")),
    path("", include("site_config.alerts.cap_urls")),
    path(
        "favicon.ico",
        RedirectView.as_view(url=f"{settings.STATIC_URL}site_config/icons/favicon.ico"),
    ),
]

urlpatterns += i18n_patterns(
    path("search/", search_views.search, name="search"),
    path("search/opensearch.xml", search_views.description, name="search_description"),
    path("alerts/", include("site_config.alerts.urls")),
    path("account/", include("community.account_urls")),
    path("community/", include("community.urls")),
    path("contribute/", include("gallery.submissions.urls")),
    path("take-down/", include("gallery.takedowns.urls")),
    path("partner-desk/", include("partners.desk.urls")),
    path("", include("publications.urls")),
    path("", include("campaigns.urls")),
    # Before Wagtail's own patterns: with the name and shape of the one that serves pages, and in
    # the way of its forms for passwords, which know no second factor.
    re_path(wagtail_urls.serve_pattern, serve_page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
)

handler400 = "site_config.views.bad_request"
handler404 = "site_config.views.page_not_found"
handler500 = "site_config.views.server_error"
