"""You said, we did: what residents asked for, what the city promised, and what became of it."""

from datetime import date, datetime
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from campaigns.commitment_data import commitment_data
from campaigns.commitment_forms import CommitmentForm
from campaigns.days import city_today, start_of_day
from campaigns.models.commitment_queries import (
    SETTLED,
    CommitmentManager,
    CommitmentState,
)
from campaigns.models.commitment_steps import STATE_ICONS, STATE_PAINTS, CommitmentStep
from campaigns.models.responsibility import ResponsibilityMixin
from community.models import CommentablePageMixin, Discussion
from site_config.models import BasePage


class CommitmentPage(CommentablePageMixin, ResponsibilityMixin, BasePage):
    """One thing that residents said, with every step of the city's answer and its day."""

    said = RichTextField(
        _("you said"),
        features=["bold", "italic", "link", "ol", "ul"],
        help_text=_("What residents asked for, in their own words where you can."),
    )
    promise = models.TextField(
        _("we promise"),
        max_length=600,
        blank=True,
        help_text=_("What the city will do. Needed once it is planned."),
    )
    due_on = models.DateField(
        _("due on"),
        null=True,
        blank=True,
        help_text=_("The day by which it is done. Needed once it is planned."),
    )
    campaign = models.ForeignKey(
        "campaigns.CampaignPage",
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Whose pledges it answers: everybody who took part is told of each step."),
    )
    project = models.ForeignKey(
        "campaigns.ProjectPage",
        verbose_name=_("project"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("In which it is carried out."),
    )
    discussion = models.ForeignKey(
        Discussion,
        verbose_name=_("discussion"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("In which it was said. Shown while everybody may read it."),
    )

    objects = CommitmentManager()

    parent_page_types = ["campaigns.CommitmentIndexPage"]
    subpage_types = []
    is_creative_work = False
    base_form_class = CommitmentForm
    page_description = _("What residents said, what the city promised, and each step since.")
    card_template = "campaigns/includes/commitment_card.html"

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    *BasePage.content_panels,
                    FieldPanel("said"),
                    FieldPanel("promise"),
                    FieldPanel("due_on"),
                    *ResponsibilityMixin.responsibility_panels,
                ],
                heading=_("Content"),
            ),
            ObjectList(
                [InlinePanel("steps", label=_("Step"), heading=_("Steps"), min_num=1)],
                heading=_("Steps"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            PageChooserPanel("campaign"),
                            FieldPanel("discussion"),
                            PageChooserPanel("project"),
                        ],
                        heading=_("Where it comes from, and where it is done"),
                    )
                ],
                heading=_("Origin"),
            ),
            ObjectList(BasePage.promote_panels, heading=_("Lists and sharing")),
            ObjectList(CommentablePageMixin.settings_and_comments, heading=_("Settings")),
        ]
    )

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("said"),
        index.SearchField("promise"),
        index.FilterField("due_on"),
        index.RelatedFields("steps", [index.SearchField("words")]),
    ]

    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("due_on", overridable=False),
        SynchronizedField("discussion", overridable=False),
    ]

    class Meta:
        verbose_name = _("promise")
        verbose_name_plural = _("promises")

    @cached_property
    def dated_steps(self) -> list[CommitmentStep]:
        """Every step, the latest first."""
        steps = [step for step in self.steps.all() if step.date]
        return sorted(steps, key=lambda step: (step.date, step.sort_order or 0), reverse=True)

    @property
    def latest_step(self) -> CommitmentStep | None:
        """The step that tells how things stand."""
        return self.dated_steps[0] if self.dated_steps else None

    @property
    def state(self) -> CommitmentState:
        """How things stand: as a list has read it, else by the latest step."""
        known = getattr(self, "state_now", None)
        if known is None and self.latest_step is not None:
            known = self.latest_step.state
        return CommitmentState(known or CommitmentState.HEARD)

    @property
    def since(self) -> date | None:
        """The day from which on it stands so."""
        known = getattr(self, "state_since", None)
        return known or (self.latest_step.date if self.latest_step else None)

    @property
    def is_settled(self) -> bool:
        """Whether it is done or declined."""
        return self.state in SETTLED

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed without its being done or declined."""
        return self.due_on is not None and self.due_on < city_today() and not self.is_settled

    @property
    def days_late(self) -> int:
        """Whole days since the day that was promised; 0 where it is not overdue."""
        return (city_today() - self.due_on).days if self.is_overdue else 0

    @property
    def paint(self) -> str:
        """The colour that goes with the state, which words tell too."""
        return STATE_PAINTS[self.state].value

    @property
    def icon(self) -> str:
        """The mark that goes with the state."""
        return STATE_ICONS[self.state]

    @cached_property
    def campaign_here(self) -> Page | None:
        """The campaign in this page's language, where everybody may read it."""
        return page_here(self.campaign, self.locale_id)

    @cached_property
    def origins(self) -> list[Page]:
        """The campaigns that it or a published translation answers, each once, its own first."""
        pages = CommitmentPage.objects.live().filter(translation_key=self.translation_key)
        others = pages.exclude(pk=self.pk).select_related("campaign").order_by("pk")
        found: dict[Any, Page] = {}
        for campaign in (self.campaign, *(page.campaign for page in others)):
            if campaign is not None:
                found.setdefault(campaign.translation_key, campaign)
        return list(found.values())

    @cached_property
    def project_here(self) -> Page | None:
        """The project in this page's language, where everybody may read it."""
        return page_here(self.project, self.locale_id)

    @cached_property
    def discussion_here(self) -> Discussion | None:
        """The discussion in which it was said, while everybody may read it."""
        if self.discussion_id is None:
            return None
        return Discussion.objects.visible().with_wording().filter(pk=self.discussion_id).first()

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return when the promised day is over, or when comments close."""
        moments = [super().fresh_until(now), self.late_from(now)]
        return min((moment for moment in moments if moment), default=None)

    def late_from(self, now: datetime) -> datetime | None:
        """Return the moment from which it is late, where that is still to come."""
        if not self.due_on or self.is_settled:
            return None
        over = start_of_day(date.fromordinal(self.due_on.toordinal() + 1))
        return over if over > now else None

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the promise to machines (schema.org Action)."""
        return super().structured_data(request) | commitment_data(self, request)


def page_here(page: Page | None, locale_id: int) -> Page | None:
    """Return a page in another language than it was chosen in, where everybody may read it."""
    if page is None:
        return None
    pages = type(page).objects.live().unrestricted()
    return pages.filter(translation_key=page.translation_key, locale_id=locale_id).first()
