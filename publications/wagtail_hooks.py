"""What publications add to the admin."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from community.personal_data import ERASURE_HOOK, EXPORT_HOOK
from community.subscriptions import KIND_HOOK
from publications.accessible_copies.admin import AccessibleCopyAdmin
from publications.accessible_copies.upkeep import (
    answer_read,
    erase_requests,
    export_requests,
    forget_addresses,
    requests_that_wait,
)
from publications.followers import newsletter_channels, series_channels
from publications.newsletter_views import test_mail
from publications.viewsets import IssueViewSet, PublicationsGroup
from site_config.document_reading import READ_HOOK
from site_config.retention import RETENTION_HOOK
from site_config.welcome import WELCOME_HOOK

modeladmin_register(AccessibleCopyAdmin)

hooks.register(READ_HOOK, answer_read)
hooks.register(RETENTION_HOOK, forget_addresses)
hooks.register(WELCOME_HOOK, requests_that_wait)
hooks.register(EXPORT_HOOK, export_requests)
hooks.register(ERASURE_HOOK, erase_requests)

hooks.register(KIND_HOOK, series_channels)
hooks.register(KIND_HOOK, newsletter_channels)


@hooks.register("register_admin_viewset")
def issue_viewset() -> IssueViewSet:
    """List the issues of a series with volume, number and date."""
    return IssueViewSet("series_issues")


@hooks.register("register_admin_viewset")
def publications_group() -> PublicationsGroup:
    """List issues, books and series of the whole portal."""
    return PublicationsGroup()


@hooks.register("register_admin_urls")
def newsletter_pages() -> list[URLPattern]:
    """Give the question for a test mail its address."""
    return [path("newsletters/<int:pk>/test/", test_mail, name="newsletter_test")]
