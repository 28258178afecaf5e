"""Issues: the numbers of a newsletter or a periodical."""

from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from publications.citations import cite_issue
from publications.covers.drawing import CoverWords
from publications.forms import IssuePageForm
from publications.models.publication import (
    NEIGHBOURS_ON_SHELF,
    PublicationPage,
    page_above,
)
from publications.models.publication_queries import PublicationQuerySet
from publications.structured_data import publication_issue
from site_config.models.pages import BasePage

FIRST_YEAR, LAST_YEAR = 1450, 2200
# Addresses below a series that are no issues.
RESERVED_SLUGS = frozenset({"feed", "latest"})


def this_year() -> int:
    """Return the current year in the city's time zone."""
    return timezone.localdate().year


class IssueQuerySet(PublicationQuerySet):
    """Issues as readers ask for them."""

    def latest_of(self, series: BasePage) -> "IssuePage | None":
        """Return the newest published issue of a series; None where there is none yet."""
        return self.for_readers_of(series).first()

    def numbered(self, number: str, year: int, volume: int | None) -> Self:
        """The issues with a number in a volume of a year.

        Two volumes may begin in one year. Where one side names no volume, nothing sets the two
        apart.
        """
        found = self.filter(number=number, volume_year=year)
        if volume is None:
            return found
        return found.filter(models.Q(volume_number=volume) | models.Q(volume_number=None))

    def before(self, issue: "IssuePage") -> Self:
        """The issues that appeared before this one."""
        return self.filter(
            models.Q(date__lt=issue.date) | models.Q(date=issue.date, pk__lt=issue.pk or 0)
        )

    def after(self, issue: "IssuePage") -> Self:
        """The issues that appeared after this one."""
        return self.filter(
            models.Q(date__gt=issue.date) | models.Q(date=issue.date, pk__gt=issue.pk or 0)
        )


class IssuePage(PublicationPage):
    """One issue of a series.

    The volume is a pair of fields, not a page of its own between series and issue. A volume has
    no words, no cover and no readers: it is how a library shelves issues. As a page it would
    have to be made, translated and published each January before the first issue could appear,
    and every address would be one step longer. As fields it groups the archive
    just as well, and machines still get their `PublicationVolume`.
    """

    volume_number = models.PositiveSmallIntegerField(
        _("volume"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("The number of the year's volume, where the series counts volumes."),
    )
    volume_year = models.PositiveSmallIntegerField(
        _("year of the volume"),
        default=this_year,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
        help_text=_("The archive groups issues by this year."),
    )
    number = models.CharField(
        _("number"),
        max_length=20,
        help_text=_("As it is printed on the cover: “12” or “2014/1”."),
    )

    objects = PageManager.from_queryset(IssueQuerySet)()

    base_form_class = IssuePageForm
    parent_page_types = ["publications.SeriesPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("One issue of a newsletter or periodical, with cover, contents and PDF.")

    edit_handler = PublicationPage.tabs(
        [
            FieldRowPanel(
                [FieldPanel("volume_number"), FieldPanel("volume_year"), FieldPanel("number")],
                heading=_("Which issue it is"),
            )
        ]
    )

    search_fields = [
        *PublicationPage.search_fields,
        index.SearchField("number"),
        index.FilterField("volume_year"),
    ]

    override_translatable_fields = [
        *PublicationPage.override_translatable_fields,
        *(
            SynchronizedField(name, overridable=False)
            for name in ("volume_number", "volume_year", "number")
        ),
    ]

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        indexes = [models.Index(fields=["-date"], name="issue_by_date")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(volume_number__isnull=True) | models.Q(volume_number__gte=1),
                name="volumes_are_counted_from_one",
            )
        ]

    def clean(self) -> None:
        """Keep the addresses of the series itself free.

        Raises:
            ValidationError: the slug is one of them.
        """
        super().clean()
        if self.slug in RESERVED_SLUGS:
            message = _("“%(slug)s” is an address of the series itself. Choose another.")
            raise ValidationError({"slug": message % {"slug": self.slug}})

    @cached_property
    def series(self) -> Any | None:
        """The series that this is an issue of."""
        return page_above(self, "SeriesPage")

    @property
    def own_title(self) -> str:
        """The title without the name of the series before it: “Green cities”."""
        if self.series is not None:
            name, mark, rest = self.title.partition(":")
            if mark and name.strip() == self.series.title and rest.strip():
                return rest.strip()
        return self.title

    @property
    def card_note(self) -> str:
        """What a card prints below the title: “No. 12, April 2014”."""
        month = date_format(self.date, "YEAR_MONTH_FORMAT")
        return gettext("No. %(number)s, %(month)s") % {"number": self.number, "month": month}

    @cached_property
    def neighbours(self) -> dict[str, Self]:
        """The issues right before and after this one, as ``earlier`` and ``later``."""
        siblings = type(self).objects.sibling_of(self, inclusive=False).live()
        siblings = siblings.unrestricted(below=self.series)
        earlier = siblings.before(self).newest_first().values("pk")[:1]
        later = siblings.after(self).order_by("date", "pk").values("pk")[:1]
        found = siblings.filter(
            models.Q(pk=models.Subquery(earlier)) | models.Q(pk=models.Subquery(later))
        )
        return {
            "earlier" if (issue.date, issue.pk) < (self.date, self.pk or 0) else "later": issue
            for issue in found.defer("contents", "authors", "chapters")
        }

    @cached_property
    def shelf(self) -> list[Self]:
        """Other issues to read: those of this series first, then those of the collection."""
        root = self.collection or self.series
        if root is None:
            return []
        own = models.Case(
            models.When(path__startswith=self.path[: -self.steplen], then=0), default=1
        )
        others = type(self).objects.for_readers_of(root).exclude(pk=self.pk)
        return list(others.order_by(own, "-date", "-pk")[:NEIGHBOURS_ON_SHELF])

    @property
    def cover_words(self) -> CoverWords:
        """The words on the drawn cover."""
        series = self.series
        return CoverWords(
            style=self.collection.cover_style if self.collection else "periodical",
            language=self.locale.language_code,
            name=series.title if series else "",
            title=self.own_title,
            number=self.number,
            day=self.date,
            key=str(series.translation_key) if series else "",
        )

    @property
    def citation(self) -> str:
        """The issue as others cite it (after ISO 690)."""
        return cite_issue(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the series."""
        return super().get_context(request, *args, **kwargs) | {"series": self.series}

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the issue to machines (schema.org PublicationIssue)."""
        return publication_issue(self, super().structured_data(request), request)
