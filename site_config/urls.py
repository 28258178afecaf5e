"""Every address of the portal. Nobody imports this module: it puts the apps together."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from search import views as search_views
from site_config import views
from site_config.media_files import serve_media
from site_config.page_routing import serve_page

urlpatterns = [
    # One door for everybody: Wagtail's own form would let an account with a second factor in
    # by its password alone.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    # Wagtail's pages for trying out its error pages; one of them fails on purpose.
    re_path("^admin/(?:failwhale|test404)/$", views.nothing_here),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("manifest.webmanifest", views.web_manifest, name="web_manifest"),
    path(
        "favicon.ico",
        RedirectView.as_view(url=f"{settings.STATIC_URL}site_config/icons/favicon.ico"),
    ),
]

if settings.DEBUG:
    prefix = settings.MEDIA_URL.lstrip("/")
    urlpatterns.append(path(f"{prefix}<path:path>", serve_media, name="media"))

urlpatterns += i18n_patterns(
    path("search/", search_views.search, name="search"),
    path("search/opensearch.xml", search_views.description, name="search_description"),
    path("account/", include("community.account_urls")),
    path("community/", include("community.urls")),
    path("", include("publications.urls")),
    path("", include("campaigns.urls")),
    # Before Wagtail's own patterns: with the name and shape of the one that serves pages, and in
    # the way of its forms for passwords, which know no second factor.
    re_path(wagtail_urls.serve_pattern, serve_page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
)

handler400 = "site_config.views.bad_request"
handler404 = "site_config.views.page_not_found"
handler429 = "community.limits.slow_down"  # allauth asks for it by this name.
handler500 = "site_config.views.server_error"
