"""The front page: sections in the order that staff give them."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import HomeSectionsBlock
from home.panels import SectionsReportPanel
from home.sections import Section, next_change, read_sections, rows_of
from site_config.models import BasePage


class HomePage(BasePage):
    """The front page of the portal in one language."""

    sections = StreamField(
        HomeSectionsBlock(),
        verbose_name=_("sections"),
        blank=True,
        help_text=_("Each section is optional; drag them into the order that suits the day."),
    )

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "articles.ArticleIndexPage",
        "campaigns.CampaignIndexPage",
        "campaigns.ProjectIndexPage",
        "campaigns.EventIndexPage",
        "campaigns.CommitmentIndexPage",
        "publications.PublicationIndexPage",
        "community.CommunityPage",
        "gallery.GalleryIndexPage",
        "partners.PartnerIndexPage",
        "home.StandardPage",
        "home.ContactPage",
    ]
    page_description = _("The front page, made of sections in any order.")

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [TitleFieldPanel("title"), SectionsReportPanel(), FieldPanel("sections")],
                heading=_("Sections"),
            ),
            ObjectList(
                [*BasePage.listing_panels, *BasePage.promote_panels],
                heading=_("Lists and sharing"),
            ),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )

    search_fields = [*BasePage.search_fields, index.SearchField("sections")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @cached_property
    def read_sections(self) -> list[Section]:
        """The sections with what they show today, the empty ones with their reasons."""
        return read_sections(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the rows of sections; a preview keeps the empty ones, for staff to see."""
        context = super().get_context(request, *args, **kwargs)
        for_staff = bool(getattr(request, "is_preview", False))
        rows = rows_of(self.read_sections, with_empty=for_staff)
        shown = [section for row in rows for section in row.sections]
        context |= {
            "rows": rows,
            "for_staff": for_staff,
            "has_hero": any(section.kind == "hero" for section in shown),
            "opens_with_hero": bool(shown) and shown[0].kind == "hero",
        }
        return context

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return when a section changes by the clock alone, such as a campaign that opens."""
        return next_change(self, now)
