"""What the whole portal shares: its name, its menus and its footer, edited by staff."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import PreviewableMixin

from site_config.blocks.links import FooterColumnBlock, MenuItemBlock
from site_config.blocks.text import TranslatedTextBlock


class ShellPreviewMixin(PreviewableMixin):
    """Shows a setting as visitors would see it: on an otherwise empty page."""

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Name the page that shows header and footer."""
        return "site_config/shell_preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Hand the unsaved setting to the shell of that page."""
        request.shell_preview = self
        return super().get_preview_context(request, mode_name)


@register_setting(icon="site", order=10)
class Identity(ShellPreviewMixin, BaseSiteSetting):
    """Who speaks here."""

    # Its pictures stand on every page (see `site_config.shown_files`).
    shows_its_files: ClassVar[bool] = True

    name = models.CharField(_("name"), max_length=60, default="Smart City")
    city = models.CharField(_("city"), max_length=60, blank=True)
    words = StreamField(
        [
            ("organisation", TranslatedTextBlock(label=_("Legal name of the authority"))),
            (
                "description",
                TranslatedTextBlock(label=_("The portal in one sentence"), max_length=200),
            ),
            (
                "legal_line",
                TranslatedTextBlock(label=_("Line at the foot of every page"), max_length=200),
            ),
        ],
        verbose_name=_("words"),
        blank=True,
        block_counts={
            "organisation": {"max_num": 1},
            "description": {"max_num": 1},
            "legal_line": {"max_num": 1},
        },
        help_text=_("Each of them once, in every language."),
    )
    mark = models.ForeignKey(
        "site_config.SiteImage",
        verbose_name=_("mark"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A square picture beside the name. Leave empty for the portal's own mark."),
    )
    social_image = models.ForeignKey(
        "site_config.SiteImage",
        verbose_name=_("picture for shared links"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Used for pages without a picture of their own."),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    address = models.CharField(_("postal address"), max_length=250, blank=True)
    security_contact = models.EmailField(
        _("address for security reports"),
        blank=True,
        help_text=_("Published in security.txt (RFC 9116)."),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("city"), FieldPanel("mark")], heading=_("Name")
        ),
        FieldPanel("words"),
        FieldPanel("social_image"),
        MultiFieldPanel(
            [
                FieldPanel("email"),
                FieldPanel("phone"),
                FieldPanel("address"),
                FieldPanel("security_contact"),
            ],
            heading=_("Contact"),
        ),
    ]

    class Meta:
        verbose_name = _("identity")

    @property
    def full_name(self) -> str:
        """The name with the city, as in a page's title."""
        return f"{self.name} {self.city}".strip()

    def word(self, kind: str) -> str:
        """The text of one kind in the reader's language, or nothing."""
        return next((str(block.value) for block in self.words if block.block_type == kind), "")


@register_setting(icon="list-ul", order=20)
class MainMenu(ShellPreviewMixin, BaseSiteSetting):
    """The menu at the head of every page."""

    items = StreamField(
        [("item", MenuItemBlock())], verbose_name=_("entries"), blank=True, max_num=8
    )

    panels = [FieldPanel("items")]

    class Meta:
        verbose_name = _("main menu")


@register_setting(icon="list-ul", order=30)
class Footer(ShellPreviewMixin, BaseSiteSetting):
    """The columns of links at the foot of every page."""

    columns = StreamField(
        [("column", FooterColumnBlock())], verbose_name=_("columns"), blank=True, max_num=5
    )

    panels = [FieldPanel("columns")]

    class Meta:
        verbose_name = _("footer")
