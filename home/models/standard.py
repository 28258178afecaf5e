"""A page of its own: about the city, privacy, accessibility, rules."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.fields import StreamField
from wagtail.search import index

from site_config.blocks.story import StoryBlock
from site_config.blocks.text import FactBoxBlock
from site_config.models import BasePage


class StandardPage(BasePage):
    """Text that belongs to no section of the portal."""

    lead = models.TextField(
        _("lead"),
        max_length=500,
        blank=True,
        help_text=_("The first sentences, set large: what this page is for."),
    )
    story = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)
    facts = StreamField(
        [("facts", FactBoxBlock())],
        verbose_name=_("facts beside the text"),
        blank=True,
        max_num=1,
        help_text=_("When, where, how much: shown in a box beside the text."),
    )
    contact_name = models.CharField(
        _("who answers questions"),
        max_length=120,
        blank=True,
        help_text=_("An office rather than a person, such as “City newsroom”."),
    )
    contact_email = models.EmailField(_("their e-mail"), blank=True)
    contact_phone = models.CharField(_("their telephone"), max_length=40, blank=True)

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "home.ContactPage"]
    page_description = _("A page with text, such as about, privacy or rules. It may hold others.")

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("title"),
                    FieldPanel("lead"),
                    BasePage.picture_panel,
                    FieldPanel("story"),
                ],
                heading=_("Content"),
            ),
            ObjectList(
                [
                    FieldPanel("facts"),
                    MultiFieldPanel(
                        [
                            FieldPanel("contact_name"),
                            FieldPanel("contact_email"),
                            FieldPanel("contact_phone"),
                        ],
                        heading=_("Contact"),
                    ),
                ],
                heading=_("Beside the text"),
            ),
            ObjectList(
                [FieldPanel("summary"), *BasePage.promote_panels], heading=_("Lists and sharing")
            ),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead", boost=2),
        index.SearchField("story"),
        index.SearchField("facts"),
    ]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the pages below this one, in the order of the page tree."""
        context = super().get_context(request, *args, **kwargs)
        context["below"] = list(self.get_children().live().public()) if self.numchild else []
        return context
