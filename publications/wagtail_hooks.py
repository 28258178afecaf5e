"""What publications add to the admin."""

from wagtail import hooks

from publications.viewsets import IssueViewSet, PublicationsGroup


@hooks.register("register_admin_viewset")
def issue_viewset() -> IssueViewSet:
    """List the issues of a series with volume, number and date."""
    return IssueViewSet("series_issues")


@hooks.register("register_admin_viewset")
def publications_group() -> PublicationsGroup:
    """List issues, books and series of the whole portal."""
    return PublicationsGroup()
