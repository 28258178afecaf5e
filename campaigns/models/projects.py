"""Projects: longer work of the city, told by its phases and by who takes part."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from campaigns.blocks import (
    DocumentsBlock,
    FundingsBlock,
    MilestonesBlock,
    ParticipantsBlock,
    RelatedPagesBlock,
)
from campaigns.models.answering import AnsweringMixin
from campaigns.models.responsibility import ResponsibilityMixin
from campaigns.structured_data import project_data
from community.models import CommentablePageMixin
from site_config.blocks.media import documents_left
from site_config.blocks.story import StoryBlock
from site_config.models import BasePage
from site_config.models.pages import BasePageManager, BasePageQuerySet
from site_config.models.tree import TreeQuerySet
from site_config.paints import Paint


class ProjectState(models.TextChoices):
    """How far a project or one of its phases is; staff say so, since work keeps its own time."""

    CURRENT = "current", _("Under way")
    PLANNED = "planned", _("Planned")
    DONE = "done", _("Completed")


class ProjectQuerySet(BasePageQuerySet):
    """Projects as lists order them."""

    def in_state(self, state: ProjectState) -> Self:
        """Projects that are planned, under way or completed."""
        return self.filter(state=state)

    def by_state(self) -> Self:
        """Projects under way first, then planned, then completed; the newest of each first."""
        rank = Case(
            *(
                When(state=state, then=Value(position))
                for position, state in enumerate(ProjectState)
            ),
            output_field=models.IntegerField(),
        )
        return self.order_by(rank, F("starts_on").desc(nulls_last=True), "title", "pk")


ProjectManager = BasePageManager.from_queryset(ProjectQuerySet)


class ProjectPage(AnsweringMixin, CommentablePageMixin, ResponsibilityMixin, BasePage):
    """One project with its phases, participants and money."""

    paint = models.CharField(
        _("paint"),
        max_length=20,
        choices=Paint.choices,
        default=Paint.SKY,
        help_text=_("The colour of the project's card and page."),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=ProjectState, default=ProjectState.CURRENT
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    body = StreamField(StoryBlock(), verbose_name=_("about the project"), blank=True)
    milestones = StreamField(MilestonesBlock(), verbose_name=_("milestones"), blank=True)
    participants = StreamField(ParticipantsBlock(), verbose_name=_("participants"), blank=True)
    funding = StreamField(FundingsBlock(), verbose_name=_("funding"), blank=True)
    documents = StreamField(DocumentsBlock(), verbose_name=_("documents"), blank=True)
    related = StreamField(
        RelatedPagesBlock(),
        verbose_name=_("related pages"),
        blank=True,
        default="",
        # For a portal whose earlier version still runs while this column is made.
        db_default=models.Value("[]"),
        help_text=_("News, campaigns or publications about the project, the latest first."),
    )

    objects = ProjectManager()

    parent_page_types = ["campaigns.ProjectIndexPage"]
    subpage_types = []
    is_creative_work = False
    commitments_by = "project"
    page_description = _("Longer work of the city: phases, participants, money and documents.")
    card_template = "campaigns/includes/project_card.html"

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [*BasePage.content_panels, FieldPanel("paint"), FieldPanel("body")],
                heading=_("Content"),
            ),
            ObjectList(
                [
                    FieldRowPanel(
                        [FieldPanel("state"), FieldPanel("starts_on"), FieldPanel("ends_on")],
                        heading=_("Time"),
                    ),
                    InlinePanel("phases", label=_("Phase"), heading=_("Phases")),
                    FieldPanel("milestones"),
                    InlinePanel(
                        "updates", label=pgettext_lazy("news of it", "Update"), heading=_("Updates")
                    ),
                ],
                heading=_("Time and phases"),
            ),
            ObjectList(
                [
                    *ResponsibilityMixin.responsibility_panels,
                    FieldPanel("participants"),
                    FieldPanel("funding"),
                    FieldPanel("documents"),
                    FieldPanel("related"),
                ],
                heading=_("People and money"),
            ),
            ObjectList(BasePage.promote_panels, heading=_("Lists and sharing")),
            ObjectList(CommentablePageMixin.settings_and_comments, heading=_("Settings")),
        ]
    )

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("participants"),
        index.FilterField("state"),
    ]

    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(
            SynchronizedField(name, overridable=False)
            for name in ("paint", "state", "starts_on", "ends_on")
        ),
    ]

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="project_ends_on_or_after_its_first_day",
                violation_error_message=_("A project can't end before it starts."),
            )
        ]

    def clean(self) -> None:
        """Hold the days together.

        Raises:
            ValidationError: the last day lies before the first.
        """
        super().clean()
        refuse_backward_days(self.starts_on, self.ends_on)

    @cached_property
    def ordered_phases(self) -> list["ProjectPhase"]:
        """The phases in the order that staff gave them."""
        return list(self.phases.all())

    @property
    def dated_milestones(self) -> list[Any]:
        """The milestones, the latest first."""
        # One without a day stands in a draft that is being written, and is to be seen first.
        return sorted(
            self.milestones, key=lambda block: block.value["date"] or date.max, reverse=True
        )

    @property
    def document_files(self) -> list[Any]:
        """The documents whose file is still there."""
        return documents_left(self.documents)

    @cached_property
    def related_pages(self) -> list[Page]:
        """The chosen pages in this page's language, as far as everybody may read them."""
        chosen = [block.value.translation_key for block in self.related if block.value]
        if not chosen:
            return []
        pages = TreeQuerySet(Page).live().unrestricted().filter(translation_key__in=chosen)
        found = {page.translation_key: page for page in pages.filter(locale_id=self.locale_id)}
        return [found[key] for key in dict.fromkeys(chosen) if key in found]

    @property
    def budget(self) -> list[tuple[str, Decimal]]:
        """The sums of the funding by currency, as far as amounts are known."""
        sums: dict[str, Decimal] = {}
        for line in self.funding:
            if line.value["amount"] is not None:
                currency = line.value["currency"]
                sums[currency] = sums.get(currency, Decimal(0)) + line.value["amount"]
        return list(sums.items())

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return when a promise of the project becomes late, or when comments close."""
        moments = [promise.late_from(now) for promise in self.commitments]
        moments.append(super().fresh_until(now))
        return min((moment for moment in moments if moment), default=None)

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the project to machines (schema.org Project)."""
        return super().structured_data(request) | project_data(self, request)


class ProjectPhase(TranslatableMixin, Orderable):
    """A part of a project, with what it is to bring."""

    project = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="phases")
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"), max_length=600, blank=True)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=ProjectState, default=ProjectState.PLANNED
    )

    panels = [
        FieldPanel("title"),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("state"), FieldPanel("starts_on"), FieldPanel("ends_on")]),
    ]

    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("state", "starts_on", "ends_on", "sort_order")
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("phase")
        verbose_name_plural = _("phases")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="phase_ends_on_or_after_its_first_day",
                violation_error_message=_("A phase can't end before it starts."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Hold the days together.

        Raises:
            ValidationError: the last day lies before the first.
        """
        super().clean()
        refuse_backward_days(self.starts_on, self.ends_on)


def refuse_backward_days(first: date | None, last: date | None) -> None:
    """Check that a last day does not lie before the first, where both are known.

    Raises:
        ValidationError: it does.
    """
    if first and last and last < first:
        raise ValidationError({"ends_on": _("The last day lies before the first day.")})
