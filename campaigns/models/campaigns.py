"""A campaign: what the city asks of its residents, until when, and what came of it."""

from datetime import datetime
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from campaigns.blocks import QuestionsBlock, SourcesBlock, StepsBlock, only_block
from campaigns.models.answering import AnsweringMixin
from campaigns.models.event_queries import EventQuerySet
from campaigns.models.events import EventPage
from campaigns.models.goals import GoalMixin
from campaigns.models.responsibility import ResponsibilityMixin
from campaigns.models.schedule import ScheduleMixin
from campaigns.models.signing import SigningMixin
from campaigns.models.status import CampaignManager
from campaigns.preflight import PreflightPanel
from campaigns.sign_blocks import CampaignActionBlock
from campaigns.structured_data import campaign_data
from community.models import CommentablePageMixin
from partners.models import PlacementKind
from partners.placing import PartnersBesideMixin
from site_config.blocks.story import StoryBlock
from site_config.models import BasePage
from site_config.paints import Paint


class CampaignPage(
    AnsweringMixin,
    CommentablePageMixin,
    ScheduleMixin,
    SigningMixin,
    GoalMixin,
    ResponsibilityMixin,
    PartnersBesideMixin,
    BasePage,
):
    """One campaign. Its status follows from its dates, with nobody acting."""

    placement_kind = PlacementKind.CAMPAIGN

    paint = models.CharField(
        _("paint"),
        max_length=20,
        choices=Paint.choices,
        default=Paint.PARK,
        help_text=_("The colour of the campaign's plane and marks."),
    )
    why = StreamField(
        StoryBlock(),
        verbose_name=_("why"),
        blank=True,
        help_text=_("What is at stake, and what the city has in mind."),
    )
    steps = StreamField(StepsBlock(), verbose_name=_("what residents can do"), blank=True)
    action = StreamField(
        CampaignActionBlock(),
        verbose_name=_("call to action"),
        blank=True,
        help_text=_("One button. It leaves the page when the campaign has ended."),
    )
    next_step = models.CharField(
        _("what happens next"),
        max_length=250,
        blank=True,
        help_text=_("One sentence: what the city does with what residents give."),
    )
    questions = StreamField(QuestionsBlock(), verbose_name=_("questions"), blank=True)
    sources = StreamField(SourcesBlock(), verbose_name=_("sources"), blank=True)
    results = StreamField(
        StoryBlock(),
        verbose_name=_("results"),
        blank=True,
        help_text=_("What came of it. Shown once the campaign has ended."),
    )
    outcome_words = models.TextField(
        _("outcome in short"),
        max_length=600,
        blank=True,
        default="",
        db_default="",
        help_text=_("Two or three sentences for the mail that everybody who took part gets, once."),
    )

    objects = CampaignManager()

    parent_page_types = ["campaigns.CampaignIndexPage"]
    subpage_types = []
    is_creative_work = False
    commitments_by = "campaign"
    page_description = _("A call to residents with dates, a goal, a button and its results.")
    card_template = "campaigns/includes/campaign_card.html"

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    PreflightPanel(heading=_("Ready to publish?")),
                    *BasePage.content_panels,
                    FieldPanel("paint"),
                    FieldPanel("why"),
                    FieldPanel("steps"),
                ],
                heading=_("Content"),
            ),
            ObjectList(
                [
                    *ScheduleMixin.schedule_panels,
                    FieldPanel("action"),
                    FieldPanel("next_step"),
                    *ResponsibilityMixin.responsibility_panels,
                    *GoalMixin.goal_panels,
                ],
                heading=_("Dates and action"),
            ),
            ObjectList(
                [
                    InlinePanel(
                        "updates", label=pgettext_lazy("news of it", "Update"), heading=_("Updates")
                    ),
                    FieldPanel("questions"),
                    FieldPanel("sources"),
                    InlinePanel("campaign_partners", label=_("Partner"), heading=_("Partners")),
                ],
                heading=_("Updates and partners"),
            ),
            ObjectList(
                [
                    FieldPanel("results_expected_on"),
                    FieldPanel("results"),
                    FieldPanel("outcome_words"),
                ],
                heading=_("Results"),
            ),
            ObjectList(BasePage.promote_panels, heading=_("Lists and sharing")),
            ObjectList(CommentablePageMixin.settings_and_comments, heading=_("Settings")),
        ]
    )

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("why"),
        index.SearchField("steps"),
        index.SearchField("questions"),
        index.SearchField("results"),
        index.FilterField("starts_on"),
        index.FilterField("ends_on"),
    ]

    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *ScheduleMixin.schedule_synchronized,
        *GoalMixin.goal_synchronized,
        SynchronizedField("paint", overridable=False),
    ]

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="campaign_ends_on_or_after_its_first_day",
                violation_error_message=_("A campaign can't end before it starts."),
            ),
            models.CheckConstraint(
                condition=models.Q(results_expected_on__isnull=True)
                | models.Q(results_expected_on__gte=models.F("ends_on")),
                name="campaign_results_follow_its_end",
                violation_error_message=_("Results can't be expected before the last day."),
            ),
            models.CheckConstraint(
                condition=models.Q(key_day__isnull=True)
                | models.Q(key_day__gte=models.F("starts_on"), key_day__lte=models.F("ends_on")),
                name="campaign_main_day_lies_within_it",
                violation_error_message=_("The main day lies outside the campaign."),
            ),
            models.CheckConstraint(
                condition=models.Q(goal__isnull=True) | models.Q(goal__gt=0),
                name="campaign_goal_is_above_zero",
                violation_error_message=_("A goal is a number above zero."),
            ),
        ]

    @property
    def call(self) -> Any:
        """The call to action, or ``None`` where there is none or it leads nowhere now."""
        block = only_block(self.action)
        return block if block is not None and block.value.url else None

    @cached_property
    def listed_events(self) -> list[EventPage]:
        """The campaign's events in this page's language: those to come, then the past ones."""
        events = EventPage.objects.of_campaign(self).live().unrestricted()
        return list(events.with_campaign().to_come_first())

    @cached_property
    def chosen_partners(self) -> list[int]:
        """Numbers of the partners' pages that editors chose; placements may bring others."""
        return [choice.partner_id for choice in self.campaign_partners.all()]

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return the next midnight while days are counted; else when an event or a term ends."""
        moments = [event.next_term_change(now) for event in self.listed_events]
        moments.append(self.next_change(now))
        moments += [promise.late_from(now) for promise in self.commitments]
        moments.append(super().fresh_until(now))
        return min((moment for moment in moments if moment), default=None)

    # The file of this page for calendar programs; see ``campaigns.views``.
    calendar_filename = "calendar.ics"

    def calendar_events(self) -> EventQuerySet:
        """Return the events that the campaign's calendar file holds."""
        return EventPage.objects.of_campaign(self).for_calendar()

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the campaign to machines (schema.org)."""
        return super().structured_data(request) | campaign_data(self, request)
