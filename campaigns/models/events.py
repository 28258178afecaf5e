"""Events: what takes place, when and where, on a page and in calendar programs."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from campaigns.event_forms import EventForm
from campaigns.models.admission import AdmissionMixin
from campaigns.models.event_queries import EventManager, EventQuerySet
from campaigns.models.occurrences import store_occurrences
from campaigns.models.recurrence import RecurrenceMixin
from campaigns.models.standing import (
    EventStatus,
    StandingMixin,
    highest_sequence,
    hold_languages,
    level_languages,
)
from campaigns.structured_data import event_data
from partners.models import PlacementKind
from partners.placing import PartnersBesideMixin
from site_config.blocks.story import StoryBlock
from site_config.models import BasePage
from site_config.paints import Paint

if TYPE_CHECKING:
    from campaigns.models.campaigns import CampaignPage


class EventPage(StandingMixin, AdmissionMixin, RecurrenceMixin, PartnersBesideMixin, BasePage):
    """One event, with its file for calendar programs."""

    placement_kind = PlacementKind.EVENT

    paint = models.CharField(
        _("paint"),
        max_length=20,
        choices=Paint.choices,
        default=Paint.LIME,
        help_text=_("The colour of its calendar leaf."),
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=EventStatus,
        default=EventStatus.SCHEDULED,
        help_text=_(
            "Publish a cancelled event rather than deleting it: calendars then strike it out."
        ),
    )
    status_note = models.CharField(
        _("about the change"),
        max_length=200,
        blank=True,
        help_text=_("Why it was cancelled or postponed, and what follows."),
    )
    place = models.CharField(_("place"), max_length=160, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    accessibility = models.TextField(
        _("accessibility"),
        max_length=500,
        blank=True,
        help_text=_("Steps, lifts, sign language, hearing loop, toilets: what visitors ask."),
    )
    online_url = models.URLField(
        _("online"), blank=True, help_text=_("Where it can be followed from anywhere.")
    )
    organiser = models.CharField(_("organiser"), max_length=160, blank=True)
    is_free = models.BooleanField(_("free of charge"), default=True)
    cost = models.CharField(
        _("cost"),
        max_length=120,
        blank=True,
        help_text=_("In words: “Free, no booking”, “500 lekë, pupils free”."),
    )
    map_picture = models.ForeignKey(
        "site_config.SiteImage",
        verbose_name=_("map"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A small drawing or plan of the way. Say the way in words, too."),
    )
    map_url = models.URLField(
        _("map elsewhere"),
        blank=True,
        db_default="",
        help_text=_("Opens when somebody follows the link."),
    )
    campaign = models.ForeignKey(
        "campaigns.CampaignPage",
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
        help_text=_("The event then stands on the campaign's page, in every language."),
    )
    body = StreamField(StoryBlock(), verbose_name=_("about the event"), blank=True)

    objects = EventManager()

    parent_page_types = ["campaigns.EventIndexPage"]
    subpage_types = []
    page_description = _("Something that takes place on a day, with its place and calendar file.")
    card_template = "campaigns/includes/event_card.html"

    base_form_class = EventForm
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [*BasePage.content_panels, FieldPanel("paint"), FieldPanel("body")],
                heading=_("Content"),
            ),
            ObjectList(
                [
                    *RecurrenceMixin.moments_panels,
                    *RecurrenceMixin.recurrence_panels,
                    MultiFieldPanel(
                        [FieldPanel("status"), FieldPanel("status_note")], heading=_("Status")
                    ),
                    MultiFieldPanel(
                        [
                            FieldPanel("place"),
                            FieldPanel("address"),
                            FieldPanel("map_picture"),
                            FieldPanel("map_url"),
                            FieldPanel("online_url"),
                            FieldPanel("accessibility"),
                        ],
                        heading=_("Where"),
                    ),
                    MultiFieldPanel(
                        [
                            FieldPanel("organiser"),
                            FieldPanel("is_free"),
                            FieldPanel("cost"),
                            PageChooserPanel("campaign"),
                        ],
                        heading=_("Taking part"),
                    ),
                    *AdmissionMixin.admission_panels,
                ],
                heading=_("When and where"),
            ),
            ObjectList(BasePage.promote_panels, heading=_("Lists and sharing")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("place"),
        index.SearchField("organiser"),
        index.FilterField("starts_at"),
        index.FilterField("ends_at"),
    ]

    # A copy is a new event: nobody has its file yet.
    exclude_fields_in_copy = ["sequence"]

    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *RecurrenceMixin.moments_synchronized,
        *RecurrenceMixin.recurrence_synchronized,
        *AdmissionMixin.admission_synchronized,
        *(
            SynchronizedField(name, overridable=False)
            for name in (
                "paint",
                "status",
                "address",
                "map_picture",
                "map_url",
                "is_free",
                "campaign",
            )
        ),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            *RecurrenceMixin.moments_constraints,
            *RecurrenceMixin.recurrence_constraints,
            *AdmissionMixin.admission_constraints,
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the page, and what follows from it: its terms, and how all its languages stand."""
        with transaction.atomic():
            if kwargs.get("update_fields") is not None:
                super().save(*args, **kwargs)
                return
            hold_languages(self.translation_key)
            self.sequence = highest_sequence(self)
            super().save(*args, **kwargs)
            store_occurrences(self)
            level_languages(type(self), self.translation_key)
            self.refresh_from_db(fields=["status_elsewhere", "capacity_elsewhere"])

    @property
    def is_past(self) -> bool:
        """Whether its last term has ended."""
        return self.end_of_series <= timezone.now()

    @cached_property
    def end_of_series(self) -> datetime:
        """The moment at which its last term ends."""
        return max((term.ends_at for term in self.terms()), default=self.ends_at)

    @property
    def shown_day(self) -> date:
        """The first day of the next term, where lists have asked for it, or of the first."""
        return getattr(self, "next_day", None) or self.start_date

    @property
    def shown_month(self) -> date:
        """The first day of the month under which lists show it."""
        return self.shown_day.replace(day=1)

    @property
    def shown_last_day(self) -> date:
        """The last day of the same term."""
        return self.shown_day + (self.last_day - self.start_date)

    @property
    def cost_in_words(self) -> str:
        """What it costs, as far as it is known."""
        return self.cost or (gettext("Free") if self.is_free else "")

    @cached_property
    def campaign_here(self) -> "CampaignPage | None":
        """The campaign's published page in this page's language."""
        if not self.campaign_id:
            return None
        pages = EventPage.campaign.field.related_model.objects
        same = pages.filter(pk=self.campaign_id).values("translation_key")
        here = pages.filter(translation_key__in=same, locale_id=self.locale_id)
        return here.live().unrestricted().first()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the dates of an event that repeats, and whether somebody can register for one."""
        now = timezone.now()
        # Of a draft that is previewed the rows say what was stored before.
        terms = list(self.occurrences.all()) if self.pk else []
        ahead = [term for term in terms if term.ends_at > now and not term.is_left_out]
        if ahead:
            self.next_day = ahead[0].day
        return super().get_context(request, *args, **kwargs) | {
            "terms": terms if self.is_repeated else [],
            "terms_open": any(term.starts_at > now for term in ahead),
        }

    # The file of this page for calendar programs; see ``campaigns.views``.
    calendar_filename = "event.ics"

    def calendar_events(self) -> EventQuerySet:
        """Return this event as its calendar file holds it."""
        return EventPage.objects.filter(pk=self.pk).for_calendar()

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the event to machines (schema.org Event)."""
        return super().structured_data(request) | event_data(self, request)
