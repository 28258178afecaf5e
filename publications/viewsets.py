"""How staff list publications in the admin."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Length, Substr
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import DateFromToRangeFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column, DateColumn, LocaleColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView, PageFilterSet
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from publications.models import BookPage, IssuePage, SeriesPage
from site_config.models import SiteDocument
from site_config.page_lists import PageListViewSet
from site_config.visits import VisitKind, with_sum

# How often the PDF was opened or downloaded from the portal's pages.
DOWNLOADS = Column("downloaded", label=_("Downloads"), sort_key="downloaded", width="8%")
ISSUE_EXPORT = ["title", "series_title", "volume_year", "number", "date", "downloaded"]
EXPORT_HEADINGS = {"series_title": _("Series"), "downloaded": _("Downloads")}


def with_series(issues: QuerySet) -> QuerySet:
    """Return issues with the name and the ISSN of their series, read in the same query."""
    above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
    series = SeriesPage.objects.filter(path=above)
    return issues.annotate(
        series_title=Subquery(series.values("title")[:1]),
        series_issn=Subquery(series.values("issn")[:1]),
    )


def with_downloads(publications: QuerySet) -> QuerySet:
    """Return issues or books with the number of their PDF's downloads, in the same query."""
    return with_sum(
        publications, "downloaded", VisitKind.DOWNLOAD, SiteDocument, field="document_id"
    )


class SeriesFilter(ModelMultipleChoiceFilter):
    """Issues of any of the chosen series."""

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        """Return their issues; all issues where nothing is chosen."""
        if not value:
            return qs
        chosen = IssuePage.objects.none()
        for series in value:
            chosen |= IssuePage.objects.child_of(series)
        return qs.filter(pk__in=chosen.values("pk"))


class IssueFilterSet(PageFilterSet):
    """The filters of the list of issues."""

    date = DateFromToRangeFilter(label=_("Date of publication"), widget=DateRangePickerWidget)

    class Meta:
        model = IssuePage
        fields = ["volume_year"]


class AllIssuesFilterSet(IssueFilterSet):
    """The filters of the list of all issues."""

    series = SeriesFilter(label=_("Series"), queryset=SeriesPage.objects.order_by("title"))

    class Meta(IssueFilterSet.Meta):
        pass


class IssueIndexView(ExplorableIndexView):
    """The issues of a series in the page explorer."""

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Read the series together with its issues, and their downloads."""
        return with_downloads(with_series(super().annotate_queryset(pages)))


class AllIssuesView(IndexView):
    """The issues of all series."""

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Read the series together with their issues, and their downloads."""
        return with_downloads(with_series(super().annotate_queryset(pages)))


class AllBooksView(IndexView):
    """All books."""

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Read the books together with their downloads."""
        return with_downloads(super().annotate_queryset(pages))


def _columns(base: list[Column], own: list[Column]) -> list[Column]:
    """Put a type's own columns before the last one, which tells the page's status."""
    kept = [column for column in base if column.name not in {"latest_revision_created_at", "type"}]
    return [*kept[:-1], *own, *kept[-1:]]


def _issue_columns(base: list[Column]) -> list[Column]:
    return _columns(
        base,
        [
            Column("series_title", label=_("Series"), sort_key="series_title", width="16%"),
            Column("volume_year", label=_("Volume"), sort_key="volume_year", width="8%"),
            Column("number", label=_("Number"), sort_key="number", width="8%"),
            DateColumn("date", label=_("Date"), sort_key="date", width="12%"),
            Column("series_issn", label="ISSN", width="10%"),
            DOWNLOADS,
        ],
    )


class IssueViewSet(PageViewSet):
    """Issues below their series in the page explorer."""

    model = IssuePage
    icon = "doc-full"
    index_view_class = IssueIndexView
    columns = _issue_columns(ExplorableIndexView.base_columns)
    filterset_class = IssueFilterSet
    list_export = ISSUE_EXPORT
    export_headings = EXPORT_HEADINGS
    export_filename = "issues"
    ordering = "-date"


class AllIssuesViewSet(PageListViewSet):
    """All issues at once."""

    name = "issues"
    model = IssuePage
    icon = "doc-full"
    menu_label = _("Issues")
    add_to_admin_menu = False
    index_view_class = AllIssuesView
    columns = _issue_columns(IndexView.base_columns)
    filterset_class = AllIssuesFilterSet
    list_export = ISSUE_EXPORT
    export_headings = EXPORT_HEADINGS
    export_filename = "issues"
    ordering = "-date"


class AllBooksViewSet(PageListViewSet):
    """All books at once."""

    name = "books"
    model = BookPage
    icon = "openquote"
    menu_label = _("Books")
    columns = _columns(
        IndexView.base_columns,
        [
            Column("publisher", label=_("Publisher"), sort_key="publisher", width="16%"),
            Column("isbn", label="ISBN", sort_key="isbn", width="14%"),
            DateColumn("date", label=_("Date"), sort_key="date", width="12%"),
            DOWNLOADS,
        ],
    )
    index_view_class = AllBooksView
    list_export = ["title", "publisher", "isbn", "date", "downloaded"]
    export_headings = EXPORT_HEADINGS
    export_filename = "books"
    ordering = "-date"


class AllSeriesViewSet(PageListViewSet):
    """All series at once."""

    name = "series"
    model = SeriesPage
    icon = "list-ul"
    menu_label = pgettext_lazy("plural", "Series")
    columns = _columns(
        IndexView.base_columns,
        [
            Column("get_frequency_display", label=_("Frequency"), width="14%"),
            Column("issn", label=_("ISSN in print"), sort_key="issn", width="12%"),
            Column("issn_online", label=_("ISSN online"), sort_key="issn_online", width="12%"),
            LocaleColumn(),
        ],
    )


class PublicationsGroup(ViewSetGroup):
    """The lists of publications in the menu."""

    items = (AllIssuesViewSet, AllBooksViewSet, AllSeriesViewSet)
    menu_label = _("Publications")
    menu_icon = "doc-full"
    menu_order = 220
