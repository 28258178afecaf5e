"""How staff list albums and films in the admin."""

from typing import Any

from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.base import ViewSetGroup

from gallery.models import AlbumPage, VideoPage
from site_config.page_lists import PageListViewSet

THUMBNAIL_SPEC = "fill-120x80|format-jpeg"


class CoverColumn(Column):
    """A small picture of what the row is about."""

    def get_value(self, instance: Any) -> SafeString | str:
        """Return the picture, or nothing where there is none."""
        if instance.cover is None:
            return ""
        thumbnail = instance.cover.get_rendition(THUMBNAIL_SPEC)
        return format_html(
            '<img src="{}" width="{}" height="{}" alt="" loading="lazy">',
            thumbnail.url,
            thumbnail.width,
            thumbnail.height,
        )


def _columns(*own: Column) -> list[Column]:
    """Return the columns of a list of pages with our own before the last one, the state."""
    columns = [
        column
        for column in IndexView.base_columns
        if column.name not in {"latest_revision_created_at", "type"}
    ]
    return [*columns[:-1], *own, *columns[-1:]]


def _date_columns() -> list[Column]:
    return [
        Column("year", label=_("Year"), accessor="date.year", sort_key="date", width="8%"),
        DateColumn("date", label=_("Date for readers"), sort_key="date", width="14%"),
    ]


class AlbumFilterSet(PageFilterSet):
    """The filters of the list of albums."""

    date = DateFromToRangeFilter(label=_("Date for readers"), widget=DateRangePickerWidget)

    class Meta:
        model = AlbumPage
        fields: list[str] = []


class AlbumIndexView(IndexView):
    """Albums with their covers and the number of their photos, read at once."""

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Read covers and numbers of all listed albums together."""
        return super().annotate_queryset(pages).with_listing_image().with_covers()


class AlbumViewSet(PageListViewSet):
    """All albums at once."""

    name = "albums"
    menu_label = _("Albums")
    model = AlbumPage
    icon = "image"
    index_view_class = AlbumIndexView
    columns = _columns(
        CoverColumn("cover", label=_("Cover"), width="10%"),
        Column("photo_count", label=_("Photos"), sort_key="counted_photos", width="8%"),
        *_date_columns(),
    )
    filterset_class = AlbumFilterSet
    ordering = "-date"


class VideoFilterSet(PageFilterSet):
    """The filters of the list of films."""

    date = DateFromToRangeFilter(label=_("Date for readers"), widget=DateRangePickerWidget)

    class Meta:
        model = VideoPage
        fields = ["is_live_stream"]


class VideoIndexView(IndexView):
    """Films with their still pictures and captions, read at once."""

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Read films, pictures and words of all listed pages together."""
        pages = super().annotate_queryset(pages).with_listing_image().with_films()
        return pages.prefetch_related("video__texts")


class VideoViewSet(PageListViewSet):
    """All films at once."""

    name = "films"
    menu_label = _("Films")
    model = VideoPage
    icon = "media"
    index_view_class = VideoIndexView
    columns = _columns(
        CoverColumn("cover", label=_("Picture"), width="10%"),
        Column("clock_duration", label=_("Length"), width="8%"),
        Column("words_state", label=_("Captions"), width="14%"),
        *_date_columns(),
    )
    filterset_class = VideoFilterSet
    ordering = "-date"


class GalleryGroup(ViewSetGroup):
    """The lists of the gallery in the menu."""

    items = (AlbumViewSet, VideoViewSet)
    menu_label = _("Gallery")
    menu_icon = "image"
    menu_order = 230
