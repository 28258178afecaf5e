"""The terms of a partnership: several, one after the other, of one partner."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from partners.models.partnerships import Partner

ONE_DAY = timedelta(days=1)


class Run(NamedTuple):
    """Days without a gap on which a partnership runs; without a last day, it runs on."""

    starts_on: date
    ends_on: date | None

    def holds(self, day: date) -> bool:
        """Say whether a day is one of them."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class PartnerTerm(models.Model):
    """One agreed term. Its first and its last day count, in the city's time."""

    partner = ParentalKey(
        Partner, verbose_name=_("partnership"), on_delete=models.CASCADE, related_name="terms"
    )
    starts_on = models.DateField(_("partner from"), default=timezone.localdate)
    ends_on = models.DateField(
        _("partner until"),
        null=True,
        blank=True,
        help_text=_("The last day. The logo leaves by itself on the day after."),
    )
    contract = models.ForeignKey(
        "site_config.SiteDocument",
        verbose_name=_("contract"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("For the record; the page doesn't show it."),
    )

    panels = [
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("contract"),
    ]

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="term_of_partner_ends_after_it_starts",
                violation_error_message=_("The term can't end before it starts."),
            ),
            models.UniqueConstraint(
                fields=["partner", "starts_on"],
                name="one_term_of_a_partner_starts_on_a_day",
                violation_error_message=_("Another term of this partner starts on that day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} – {self.ends_on or ''}"

    def clean(self) -> None:
        """Explain days in the wrong order.

        Raises:
            ValidationError: at the last day.
        """
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The term can't end before it starts.")})


def runs_of(terms: Iterable[PartnerTerm]) -> list[Run]:
    """Join terms that follow each other without a day between them, the earliest first."""
    runs: list[Run] = []
    for term in sorted(terms, key=lambda term: term.starts_on):
        last = runs[-1] if runs else None
        if last and (last.ends_on is None or term.starts_on <= last.ends_on + ONE_DAY):
            if last.ends_on is not None:
                ends_on = term.ends_on and max(last.ends_on, term.ends_on)
                runs[-1] = Run(last.starts_on, ends_on)
        else:
            runs.append(Run(term.starts_on, term.ends_on))
    return runs


def governing_run(terms: Iterable[PartnerTerm], day: date) -> Run | None:
    """Return the run that says what a partner is on a day.

    It is the one that holds the day; else the last one that is over, which makes a past partner;
    else the first one to come. None where there are no terms.
    """
    runs = runs_of(terms)
    begun = [run for run in runs if run.starts_on <= day]
    return begun[-1] if begun else (runs[0] if runs else None)
