"""What campaigns, events and projects add to the admin."""

from wagtail import hooks

from campaigns.viewsets import CampaignViewSet, EventViewSet, ProjectViewSet


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
