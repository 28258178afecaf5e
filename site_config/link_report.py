"""The report of links that lead nowhere, for whoever can mend them."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from site_config.models.link_faults import LinkFault

URL_NAME = "portal_links"


def page_title(fault: LinkFault) -> str:
    """Return the title of the page that holds the link."""
    return fault.page.get_admin_display_title()


def owner_name(fault: LinkFault) -> str:
    """Return who looks after the page."""
    return str(fault.page.owner or "")


def link_shown(fault: LinkFault) -> str:
    """Return the address; a page that is gone has none any more."""
    return "" if fault.reason == LinkFault.Reason.PAGE else fault.address


def edit_url(fault: LinkFault) -> str:
    """Return where the link is mended."""
    return reverse("wagtailadmin_pages:edit", args=[fault.page_id])


class LinkReport(ReportView):
    """The faults of pages that its reader may change; the page opens where the link is mended."""

    model = LinkFault
    page_title = _("Links that lead nowhere")
    header_icon = "link"
    index_url_name = URL_NAME
    index_results_url_name = f"{URL_NAME}_results"
    default_ordering = ("page__title", "pk")
    columns = [
        TitleColumn("page", label=_("Page"), accessor=page_title, get_url=edit_url),
        Column("address", label=_("Link"), accessor=link_shown),
        Column("reason", label=_("What is wrong"), accessor="get_reason_display"),
        Column("owner", label=_("Owner"), accessor=owner_name),
        DateColumn("first_seen_at", label=_("Since")),
    ]

    def get_queryset(self) -> "QuerySet[LinkFault]":
        """Return what this person can mend."""
        pages = page_permission_policy.instances_user_has_permission_for(
            self.request.user, "change"
        )
        faults = LinkFault.objects.lasting().filter(page__in=pages)
        return faults.select_related("page__owner", "page__locale").order_by("page__title", "pk")


def links_menu_item() -> MenuItem:
    """Return the report's place in the menu of reports."""
    return MenuItem(
        _("Links that lead nowhere"), reverse(URL_NAME), name="links", icon_name="link", order=1150
    )
