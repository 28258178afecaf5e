"""One partner: who it is, what it gives, and for how long its logo stands here."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, ClassVar, Self
from urllib.parse import urljoin, urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from partners.blocks import ContributionBlock, NamedLinkBlock, WorkBlock
from partners.logos import LARGE_LOGO_SPEC, LOGO_VERSIONS, check_logo, load_drawings, logo_of
from partners.models.logo_drawings import LogoDrawing
from partners.models.partnerships import Partner
from partners.models.placements import Placement
from partners.models.terms import PartnerPageQuerySet, next_midnight
from partners.models.tiers import PartnerTier
from partners.panels import TermsPanel
from partners.partner_form import PartnerPageForm
from site_config.blocks.media import DocumentBlock, documents_left
from site_config.blocks.story import StoryBlock
from site_config.days import city_today
from site_config.models import BasePage
from site_config.models.pages import BasePageManager


class PartnerPage(BasePage):
    """One partner: its words, its works, and a logo that leaves at the end of the term."""

    tier = models.ForeignKey(
        PartnerTier,
        verbose_name=_("tier"),
        null=True,
        blank=False,
        on_delete=models.PROTECT,
        related_name="partners",
    )
    logo = models.ForeignKey(
        "site_config.SiteImage",
        verbose_name=_("logo in colour"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("At least 320 × 80 pixels, on a transparent ground."),
    )
    logo_white = models.ForeignKey(
        "site_config.SiteImage",
        verbose_name=_("logo for dark ground"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Shown to readers whose screen is dark. Without it they see a white field."),
    )
    logo_print = models.ForeignKey(
        "site_config.SiteImage",
        verbose_name=_("logo for print"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("In one dark colour. Shown where a page is printed."),
    )
    starts_on = models.DateField(_("partner from"), default=timezone.localdate)
    ends_on = models.DateField(
        _("partner until"),
        null=True,
        blank=True,
        help_text=_("The last day. The logo leaves by itself on the day after."),
    )
    since = models.PositiveSmallIntegerField(
        _("partner since"),
        null=True,
        blank=True,
        help_text=_("The year of the first contract. Leave empty if it is this term's."),
    )
    body = StreamField(StoryBlock(), verbose_name=_("story"), blank=True)
    works_title = models.CharField(
        _("heading of the works"), max_length=120, blank=True, help_text=_("“What the money does”")
    )
    works = StreamField([("work", WorkBlock())], verbose_name=_("works"), blank=True, max_num=9)
    contributions = StreamField(
        [("contribution", ContributionBlock())], verbose_name=_("contributions"), blank=True
    )
    documents = StreamField(
        [("document", DocumentBlock())],
        verbose_name=_("documents"),
        blank=True,
        default="",
        # For a portal whose earlier version still runs while this column is made.
        db_default=models.Value("[]"),
        max_num=12,
        help_text=_("Reports, plans and other files that everybody may read."),
    )
    website = models.URLField(_("website"), blank=True)
    links = StreamField(
        [("link", NamedLinkBlock())], verbose_name=_("further links"), blank=True, max_num=6
    )
    contact_name = models.CharField(_("contact person"), max_length=120, blank=True)
    contact_email = models.EmailField(_("contact's e-mail"), blank=True)
    contact_phone = models.CharField(_("contact's telephone"), max_length=40, blank=True)

    objects = BasePageManager.from_queryset(PartnerPageQuerySet)()

    # Where this logo stands, on pages that place it; nothing is counted without one.
    placement_id: int | None = None
    placements: ClassVar[Sequence[Placement]] = ()

    card_template: ClassVar[str] = "partners/includes/partner_card.html"
    parent_page_types = ["partners.PartnerIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("One partner with logo, text, contributions, and the dates of the term.")

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("works_title"), FieldPanel("works")], heading=_("Works")),
        FieldPanel("contributions"),
        FieldPanel("documents"),
    ]
    partnership_panels = [
        FieldPanel("tier"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("First term")),
        TermsPanel(heading=_("Terms")),
        FieldPanel("since"),
        MultiFieldPanel([FieldPanel(name) for name in LOGO_VERSIONS], heading=_("Logo")),
    ]
    contact_panels = [
        FieldPanel("website"),
        FieldPanel("links"),
        MultiFieldPanel(
            [
                FieldPanel("contact_name"),
                FieldPanel("contact_email"),
                FieldPanel("contact_phone"),
            ],
            heading=_("Contact"),
        ),
    ]
    base_form_class = PartnerPageForm
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(partnership_panels, heading=_("Partnership")),
            ObjectList(contact_panels, heading=_("Links and contact")),
            ObjectList(BasePage.promote_panels, heading=_("Lists and sharing")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("starts_on"),
        index.FilterField("ends_on"),
    ]

    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in LOGO_VERSIONS),
        *(
            SynchronizedField(name, overridable=False)
            for name in (
                "starts_on",
                "ends_on",
                "since",
                "contact_name",
                "contact_email",
                "contact_phone",
            )
        ),
        SynchronizedField("website"),
    ]

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="partnership_ends_after_it_starts",
            )
        ]

    def clean(self) -> None:
        """Explain dates in the wrong order and logos that are too small.

        Raises:
            ValidationError: with a sentence at each field.
        """
        super().clean()
        problems: dict[str, Any] = {}
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            problems["ends_on"] = _("The partnership can't end before it starts.")
        for name in LOGO_VERSIONS:
            image = getattr(self, name)
            if image is not None:
                try:
                    check_logo(image)
                except ValidationError as error:
                    problems[name] = error
        if problems:
            raise ValidationError(problems)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """Read a draft; its days are those of the partnership now, not of when it was written."""
        page = super().with_content_json(content)
        days = PartnerPage.objects.filter(pk=self.pk).values_list("starts_on", "ends_on").first()
        if days is not None:
            page.starts_on, page.ends_on = days
        return page

    @cached_property
    def partner(self) -> Partner | None:
        """The partnership behind this page and its translations; none before it is stored."""
        return Partner.objects.filter(translation_key=self.translation_key).first()

    def is_current_on(self, day: date) -> bool:
        """Say whether the partnership runs on a day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    @cached_property
    def drawings(self) -> dict[str, LogoDrawing]:
        """The drawings of the logo by version; walls and lists load those of many together."""
        load_drawings([self])
        return self.drawings

    @property
    def has_logo(self) -> bool:
        """Whether there is a logo in colour, which every other version stands in for."""
        return self.logo_id is not None or "logo" in self.drawings

    @property
    def is_past(self) -> bool:
        """Whether the partnership is over, so that the logo has left."""
        return self.ends_on is not None and self.ends_on < city_today()

    @property
    def is_current(self) -> bool:
        """Whether the partnership runs today."""
        return self.is_current_on(city_today())

    @property
    def since_year(self) -> int:
        """The year in which the partnership began."""
        return self.since or self.starts_on.year

    @property
    def document_files(self) -> list[Any]:
        """The documents whose file is still there."""
        return documents_left(self.documents)

    @property
    def website_host(self) -> str:
        """The website's name as it is printed."""
        return (urlsplit(self.website).hostname or "").removeprefix("www.")

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return the midnight at which the logo comes or leaves."""
        today = city_today(now)
        return next_midnight(
            self.starts_on if self.starts_on > today else None,
            self.ends_on if self.ends_on and self.ends_on >= today else None,
        )

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the page and the organisation it is about (schema.org ``Organization``)."""
        organisation: dict[str, Any] = {"@type": "Organization", "name": self.title}
        if self.summary:
            organisation["description"] = self.summary
        if self.website:
            organisation["url"] = self.website
        logo = logo_of(self, "logo", LARGE_LOGO_SPEC) if self.is_current else None
        if logo:
            organisation["logo"] = urljoin(self.get_full_url(request), logo.url)
        return super().structured_data(request) | {
            "@type": "ProfilePage",
            "mainEntity": organisation,
        }
