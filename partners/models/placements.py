"""Placements: where a partner's logo stands, for how long, and what was promised of it."""

from datetime import date
from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index

from partners.models.partnerships import Partner


class PlacementKind(models.TextChoices):
    """Where a logo may stand."""

    WALL = "wall", _("Wall of the front page")
    CAMPAIGN = "campaign", _("Campaign")
    EVENT = "event", _("Event")
    PUBLICATION = "publication", _("Publication")
    FOOTER = "footer", _("Foot of every page")


# The kinds that stand on one page, and in all its languages.
KINDS_OF_PAGES = (PlacementKind.CAMPAIGN, PlacementKind.EVENT, PlacementKind.PUBLICATION)
CHOOSE_A_PAGE = {
    PlacementKind.CAMPAIGN: _("Choose the campaign on which the logo stands."),
    PlacementKind.EVENT: _("Choose the event on which the logo stands."),
    PlacementKind.PUBLICATION: _("Choose the publication on which the logo stands."),
}


class PlacementQuerySet(models.QuerySet["Placement"]):
    """Placements by day and by place."""

    def live_on(self, day: date) -> Self:
        """Those whose own days hold a day; whether the partner's term does, its pages say."""
        return self.filter(
            models.Q(starts_on__lte=day),
            models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=day),
        )

    def past_on(self, day: date) -> Self:
        """Those that were over before a day."""
        return self.filter(ends_on__lt=day)

    def coming_on(self, day: date) -> Self:
        """Those that begin after a day."""
        return self.filter(starts_on__gt=day)

    def on_page(self, page: Page) -> Self:
        """Those that stand on a page, whichever of its languages they were given for."""
        return self.filter(kind__in=KINDS_OF_PAGES, page_key=page.translation_key)

    def of_user(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """Those of the partners that somebody belongs to."""
        return self.filter(partner__in=Partner.objects.of_user(user))


class Placement(index.Indexed, models.Model):
    """One place of one partner's logo: named, dated, counted."""

    partner = models.ForeignKey(
        Partner,
        verbose_name=_("partnership"),
        on_delete=models.CASCADE,
        related_name="placements",
    )
    kind = models.CharField(_("where"), max_length=12, choices=PlacementKind)
    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "The campaign, event or publication; the logo stands on it in every language. "
            "Leave empty for the front page and the foot of every page."
        ),
    )
    # Outlives the chosen page, whose translations go on showing the logo.
    page_key = models.UUIDField(null=True, blank=True, editable=False, db_index=True)
    name = models.CharField(
        _("name"), max_length=120, help_text=_("As the contract calls it: “Earth Day 2014”.")
    )
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_(
            "The last day. Leave empty for as long as the partnership runs; "
            "after its end no logo is shown in any case."
        ),
    )
    promised_views = models.PositiveIntegerField(
        _("promised views"),
        null=True,
        blank=True,
        help_text=_("How often the logo is to be seen, if the contract says so."),
    )

    objects = PlacementQuerySet.as_manager()

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.RelatedFields("partner", [index.SearchField("name")]),
    ]

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ["-starts_on", "name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="placement_ends_after_it_starts",
                violation_error_message=_("The placement can't end before it starts."),
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=KINDS_OF_PAGES, page_key__isnull=False)
                | ~models.Q(kind__in=KINDS_OF_PAGES) & models.Q(page_key__isnull=True),
                name="placement_has_a_page_where_its_kind_does",
                violation_error_message=_(
                    "Campaigns, events and publications need a page; other places have none."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the page's key beside it; see ``page_key``."""
        self._take_key()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Explain days in the wrong order, and a page that doesn't fit the kind.

        Raises:
            ValidationError: with a sentence at each field.
        """
        super().clean()
        problems: dict[str, Any] = {}
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            problems["ends_on"] = _("The placement can't end before it starts.")
        if self.kind in KINDS_OF_PAGES:
            model = self.page.specific_class if self.page else None
            if getattr(model, "placement_kind", None) != self.kind and not self._keeps_its_page():
                problems["page"] = CHOOSE_A_PAGE[PlacementKind(self.kind)]
        elif self.page:
            problems["page"] = _("This place has no page of its own. Leave the page empty.")
        if problems:
            raise ValidationError(problems)
        self._take_key()

    def _keeps_its_page(self) -> bool:
        return self.page is None and self.page_key is not None and self.pk is not None

    def _take_key(self) -> None:
        if self.kind not in KINDS_OF_PAGES:
            self.page_key = None
        elif self.page is not None:
            self.page_key = self.page.translation_key

    def is_live_on(self, day: date) -> bool:
        """Say whether a day is one of its own days; the partner's term is asked apart."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
