"""What campaigns, events, projects and promises add to the admin, and to the portal's clockwork."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail_modeladmin.options import modeladmin_register

from campaigns import retention
from campaigns.followers import campaign_channels
from campaigns.mail_conditions import may_pledge_mail_leave
from campaigns.models import CampaignPage, CommitmentPage
from campaigns.models.commitment_index import OVERDUE
from campaigns.old_news import warn_of_old_news
from campaigns.other_languages import warn_of_other_languages
from campaigns.personal_data import erase_pledges, export_pledges
from campaigns.pledge_admin import HIDE_LOGGED, SHOW_LOGGED, PledgeAdmin
from campaigns.preflight import warn_of_gaps
from campaigns.registering.admin import EventRegistrationAdmin
from campaigns.registering.personal_data import erase_registrations, export_registrations
from campaigns.registering.retention import remove_old_registrations
from campaigns.timers import campaign_timer
from campaigns.viewsets import (
    CampaignViewSet,
    CommitmentViewSet,
    EventViewSet,
    ProjectViewSet,
)
from community.account_links import ACCOUNT_LINK_HOOK, AccountLink
from community.personal_data import ERASURE_HOOK, EXPORT_HOOK
from community.subscriptions import KIND_HOOK
from site_config.outbox import CONDITION_HOOK
from site_config.retention import RETENTION_HOOK
from site_config.timers import TIMER_HOOK
from site_config.welcome import WELCOME_HOOK, Step

modeladmin_register(PledgeAdmin)
for rule in retention.RULES:
    hooks.register(RETENTION_HOOK, rule)
hooks.register(ERASURE_HOOK, erase_pledges)
hooks.register(EXPORT_HOOK, export_pledges)
hooks.register(CONDITION_HOOK, may_pledge_mail_leave)
hooks.register(TIMER_HOOK, campaign_timer)
modeladmin_register(EventRegistrationAdmin)
hooks.register(RETENTION_HOOK, remove_old_registrations)
hooks.register(ERASURE_HOOK, erase_registrations)
hooks.register(EXPORT_HOOK, export_registrations)
hooks.register(KIND_HOOK, campaign_channels)


@hooks.register("register_admin_viewset")
def campaign_viewset() -> CampaignViewSet:
    """List campaigns with their days and status."""
    return CampaignViewSet("campaigns")


@hooks.register("register_admin_viewset")
def event_viewset() -> EventViewSet:
    """List events with their start, place and status."""
    return EventViewSet("events")


@hooks.register("register_admin_viewset")
def project_viewset() -> ProjectViewSet:
    """List projects with their state."""
    return ProjectViewSet("projects")


@hooks.register("register_admin_viewset")
def commitment_viewset() -> CommitmentViewSet:
    """List promises with their state and day, the late ones first."""
    return CommitmentViewSet("promises")


@hooks.register("after_publish_page")
def name_gaps_of_published_campaigns(request: HttpRequest, page: Page) -> None:
    """Name what a campaign lacks to whoever has just published it."""
    if isinstance(page, CampaignPage):
        warn_of_gaps(request, page)


hooks.register("before_publish_page", warn_of_old_news)
hooks.register("after_publish_page", warn_of_other_languages)


@hooks.register(WELCOME_HOOK)
def promises_that_are_late(person: AbstractUser) -> Iterator[Step]:
    """Tell those who edit promises how many are late."""
    editable = page_permission_policy.instances_user_has_permission_for(person, "change")
    late = CommitmentPage.objects.live().filter(pk__in=editable.order_by().values("pk"))
    # A promise and its translation are one.
    if count := late.overdue().order_by().values("translation_key").distinct().count():
        text = ngettext("%(count)d promise is late", "%(count)d promises are late", count)
        listed = reverse("promises:index")
        yield Step(text % {"count": count}, f"{listed}?state={OVERDUE}", "warning", urgent=True)


@hooks.register(ACCOUNT_LINK_HOOK)
def pledges_of_the_account() -> AccountLink:
    """Put what a member takes part in beside their account."""
    return AccountLink(_("Pledges"), "campaigns:own_pledges", "flag")


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """Say in the history that somebody has taken a name off a page, or put it back."""
    actions.register_action(
        HIDE_LOGGED, _("Hide name"), _("Took a name off the page of a campaign")
    )
    actions.register_action(
        SHOW_LOGGED, _("Show name"), _("Put a name back on the page of a campaign")
    )
