"""Series: newsletters and periodicals, which appear in issues."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from community.models import CommentsModeMixin
from publications.archive import Counted, by_volume, chosen_year, newest
from publications.feeds import AtomFeed, RssFeed, feed_links
from publications.fields import IssnField, LanguagesField
from publications.languages import language_names
from publications.models.issues import IssuePage, IssueQuerySet
from publications.models.publication import page_above
from publications.structured_data import periodical
from site_config.models.pages import IndexPage
from site_config.pagination import paginate

# Seconds for which a copy of the way to the latest issue may be followed.
LATEST_SECONDS = 60


class Frequency(models.TextChoices):
    """How often issues appear."""

    WEEKLY = "weekly", _("Weekly")
    FORTNIGHTLY = "fortnightly", _("Every two weeks")
    MONTHLY = "monthly", _("Monthly")
    BIMONTHLY = "bimonthly", _("Every two months")
    QUARTERLY = "quarterly", _("Quarterly")
    HALF_YEARLY = "half-yearly", _("Twice a year")
    YEARLY = "yearly", _("Yearly")
    IRREGULAR = "irregular", _("At no fixed times")
    ENDED = "ended", _("No longer appears")


class SeriesPage(CommentsModeMixin, RoutablePageMixin, IndexPage):
    """A newsletter or a periodical with all its issues."""

    about = RichTextField(
        _("about the series"),
        blank=True,
        features=["bold", "italic", "link", "ul"],
        help_text=_("What it is for, who writes in it and how to send something in."),
    )
    frequency = models.CharField(
        _("frequency"), max_length=20, choices=Frequency, default=Frequency.MONTHLY
    )
    languages = LanguagesField(_("languages"), default="sq")
    issn = IssnField(
        _("ISSN in print"),
        max_length=20,
        blank=True,
        help_text=_("Eight characters, such as 1234-5679. It is given by the ISSN centre."),
    )
    issn_online = IssnField(
        _("ISSN online"),
        max_length=20,
        blank=True,
        help_text=_("The online edition has a number of its own."),
    )
    publisher = models.CharField(_("publisher"), max_length=120, blank=True)
    place = models.CharField(
        _("place of publication"),
        max_length=80,
        blank=True,
        help_text=_("The publisher's town, for citations."),
    )
    editor = models.CharField(
        _("editor"), max_length=160, blank=True, help_text=_("The person or office that edits it.")
    )

    parent_page_types = ["publications.CollectionPage"]
    subpage_types = ["publications.IssuePage"]
    page_description = _("A newsletter or periodical, with its issues by volume.")
    card_template = "publications/includes/series_card.html"
    per_page = 24

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("title"),
                    FieldPanel("intro"),
                    FieldPanel("about"),
                    *IndexPage.listing_panels,
                ],
                heading=_("Content"),
            ),
            ObjectList(
                [
                    FieldPanel("frequency"),
                    FieldPanel("languages"),
                    FieldRowPanel([FieldPanel("issn"), FieldPanel("issn_online")], heading="ISSN"),
                    FieldRowPanel(
                        [FieldPanel("publisher"), FieldPanel("place")], heading=_("Publisher")
                    ),
                    FieldPanel("editor"),
                ],
                heading=_("Facts"),
            ),
            ObjectList(IndexPage.promote_panels, heading=_("Lists and sharing")),
            ObjectList(CommentsModeMixin.settings_and_comments, heading=_("Settings")),
        ]
    )

    search_fields = [
        *IndexPage.search_fields,
        index.SearchField("about"),
        index.SearchField("issn"),
        index.SearchField("issn_online"),
    ]

    override_translatable_fields = [
        *IndexPage.override_translatable_fields,
        *(
            SynchronizedField(name, overridable=False)
            for name in ("frequency", "languages", "issn", "issn_online")
        ),
        SynchronizedField("publisher"),
    ]

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = pgettext_lazy("plural", "series")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(issn="") | ~models.Q(issn=models.F("issn_online")),
                name="print_and_online_have_an_issn_each",
            )
        ]

    def clean(self) -> None:
        """Explain two equal ISSNs.

        Raises:
            ValidationError: with a sentence at the field.
        """
        super().clean()
        if self.issn and self.issn == self.issn_online:
            message = _("Print and online editions have numbers of their own (ISO 3297).")
            raise ValidationError({"issn_online": message})

    # What the series holds -----------------------------------------------------------------

    @property
    def issns(self) -> list[str]:
        """Its numbers, that of the printed edition first."""
        return [number for number in (self.issn, self.issn_online) if number]

    @property
    def language_names(self) -> list[str | Promise]:
        """Its languages in the reader's language."""
        return language_names(self.languages.split())

    @cached_property
    def collection(self) -> Any | None:
        """The collection that the series stands in."""
        return page_above(self, "CollectionPage")

    @cached_property
    def latest_issue(self) -> IssuePage | None:
        """The newest published issue."""
        return IssuePage.objects.latest_of(self)

    def issues(self) -> IssueQuerySet:
        """The published issues by volume, the newest first."""
        listed = IssuePage.objects.for_readers_of(self)
        return listed.order_by("-volume_year", "-volume_number", "-date", "-pk")

    def publications(self, number: int) -> list[IssuePage]:
        """Return the newest issues for a feed, with their PDFs.

        Args:
            number: how many at most.
        """
        return list(IssuePage.objects.for_feed(self)[:number])

    def years(self) -> dict[int, int]:
        """The years that have issues, the latest first, with how many they have."""
        published = IssuePage.objects.child_of(self).live().unrestricted(below=self)
        published = published.order_by("-volume_year")
        return dict(published.values_list("volume_year").annotate(number=models.Count("pk")))

    # What readers see ----------------------------------------------------------------------

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the latest issue and the archive."""
        context = super().get_context(request, *args, **kwargs)
        years = self.years()
        year = chosen_year(request, years)
        issues = self.issues().filter(volume_year=year) if year else self.issues()
        counted = Counted(issues, years[year] if year else sum(years.values()))
        page_obj = paginate(request, counted, self.per_page)
        listed = list(page_obj.object_list)
        url = self.get_full_url(request) or ""
        query = [f"year={year}"] if year else []
        query += [f"page={page_obj.number}"] if page_obj.number > 1 else []
        return context | {
            "latest": newest(listed) if page_obj.number == 1 and not year else None,
            "years": list(years),
            "year": year,
            "page_obj": page_obj,
            "volumes": by_volume(listed),
            "feeds": feed_links(self.title, url),
            "canonical_url": url + ("?" + "&".join(query) if query else ""),
        }

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the series to machines (schema.org Periodical)."""
        return periodical(self, super().structured_data(request))

    def get_cached_paths(self) -> list[str]:
        """Name what shared caches keep below this page."""
        return ["/", "/latest/", "/feed/", "/feed/atom/"]

    # Addresses below the series ------------------------------------------------------------

    @path("latest/", name="latest")
    def latest(self, request: HttpRequest) -> HttpResponse:
        """Lead to the newest issue, from an address that can be printed and stays.

        Raises:
            Http404: no issue has been published yet.
        """
        if self.latest_issue is None:
            raise Http404(gettext("This series has no issue yet."))
        response = redirect(self.latest_issue.get_url(request))
        patch_cache_control(response, public=True, max_age=LATEST_SECONDS, s_maxage=LATEST_SECONDS)
        return response

    @path("feed/", name="rss")
    def rss(self, request: HttpRequest) -> HttpResponse:
        """Serve the newest issues (RSS 2.0)."""
        return RssFeed(self)(request)

    @path("feed/atom/", name="atom")
    def atom(self, request: HttpRequest) -> HttpResponse:
        """Serve the newest issues (Atom, RFC 4287)."""
        return AtomFeed(self)(request)
