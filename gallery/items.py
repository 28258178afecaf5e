"""What a gallery shows: photos of its albums and films, in one order."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import CharField, Count, F, IntegerField, QuerySet, Value
from django.db.models.functions import Coalesce, ExtractYear
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from gallery.models.albums import AlbumPage
from gallery.models.photos import AlbumPhoto
from gallery.models.videos import VideoPage
from site_config.picture_loading import Pictures
from site_config.pictures import STANDARD_SPECS

if TYPE_CHECKING:
    from gallery.models.galleries import GalleryIndexPage

PHOTOS, VIDEOS = "photos", "videos"


@dataclass(frozen=True)
class GalleryFilter:
    """The filters of one address, checked.

    Attributes:
        kind: ``photos``, ``videos``, or empty for both.
        album: photos of this album, or all.
        year: what was taken in this year, or at any time.
    """

    kind: str = ""
    album: AlbumPage | None = None
    year: int | None = None

    def __bool__(self) -> bool:
        return bool(self.kind or self.album or self.year)


class Facet(NamedTuple):
    """How much of one kind, album and year there is."""

    kind: str
    album: int
    year: int
    count: int


class Collection:
    """All that visitors may see of one gallery; each part is asked for once.

    Args:
        gallery: the page above the albums and films.
    """

    def __init__(self, gallery: "GalleryIndexPage") -> None:
        self.gallery = gallery

    @cached_property
    def albums(self) -> list[AlbumPage]:
        """The published albums, the newest first; `load_pictures` brings their covers."""
        found = AlbumPage.objects.child_of(self.gallery).live()
        found = found.unrestricted(below=self.gallery)
        return list(found.with_cover_keys().newest_first().defer("text"))

    @property
    def _photos(self) -> QuerySet:
        photos = AlbumPhoto.objects.filter(page__in=[album.pk for album in self.albums])
        return photos.annotate(
            kind=Value(PHOTOS, CharField()),
            item=F("pk"),
            album=F("page_id"),
            day=Coalesce("taken_on", "page__date"),
            place_in_album=Coalesce("sort_order", 0),
        )

    @property
    def _videos(self) -> QuerySet:
        videos = VideoPage.objects.child_of(self.gallery).live()
        videos = videos.unrestricted(below=self.gallery)
        return videos.annotate(
            kind=Value(VIDEOS, CharField()),
            item=F("pk"),
            album=Value(0, IntegerField()),
            day=F("date"),
            place_in_album=Value(0, IntegerField()),
        )

    @cached_property
    def _facets(self) -> list[Facet]:
        counted = [
            kind.order_by()
            .annotate(year=ExtractYear("day"))
            .values("kind", "album", "year")
            .annotate(count=Count("pk"))
            .values_list("kind", "album", "year", "count")
            for kind in (self._photos, self._videos)
        ]
        return [Facet(*row) for row in counted[0].union(counted[1], all=True)]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many photos and films there are, together and of each kind."""
        kinds = {PHOTOS: 0, VIDEOS: 0}
        for facet in self._facets:
            kinds[facet.kind] += facet.count
        return {"all": sum(kinds.values()), **kinds}

    @cached_property
    def years(self) -> list[int]:
        """The years in which something was taken, the latest first."""
        return sorted({facet.year for facet in self._facets}, reverse=True)

    def count(self, chosen: GalleryFilter) -> int:
        """Return how much the filters leave."""
        return sum(
            facet.count
            for facet in self._facets
            if (not chosen.kind or facet.kind == chosen.kind)
            and (not chosen.album or facet.album == chosen.album.pk)
            and (not chosen.year or facet.year == chosen.year)
        )

    def rows(self, chosen: GalleryFilter) -> QuerySet:
        """Return kind and primary key of what the filters leave, the newest first."""
        kinds = []
        if chosen.kind != VIDEOS:
            photos = self._photos
            kinds.append(photos.filter(page=chosen.album.pk) if chosen.album else photos)
        if chosen.kind != PHOTOS and not chosen.album:
            kinds.append(self._videos)
        if chosen.year:
            kinds = [kind.filter(day__year=chosen.year) for kind in kinds]
        first, *others = (
            kind.order_by().values("kind", "item", "day", "place_in_album") for kind in kinds
        )
        rows = first.union(*others, all=True) if others else first
        return rows.order_by("-day", "-kind", "place_in_album", "item")

    def last_added(self, count: int) -> list[dict[str, Any]]:
        """Return the photos that were added last, as rows of kind and primary key."""
        return list(self._photos.last_added().values("kind", "item")[:count])


class Items:
    """What the filters leave, for a paginator: counted without being read.

    Args:
        collection: the gallery that is filtered.
        chosen: the filters.
    """

    ordered = True

    def __init__(self, collection: Collection, chosen: GalleryFilter) -> None:
        self.collection, self.chosen = collection, chosen

    def count(self) -> int:
        """Return how many there are."""
        return self.collection.count(self.chosen)

    def __getitem__(self, part: slice) -> list[dict[str, Any]]:
        """Return a part of them as rows of kind and primary key."""
        return list(self.collection.rows(self.chosen)[part]) if self.count() else []


def load_items(
    collection: Collection, rows: Iterable[dict[str, Any]], *, with_covers: bool
) -> list[dict[str, Any]]:
    """Return the photos and films of some rows, in their order, with all that is printed.

    The number of queries does not depend on the number of rows.

    Args:
        collection: the gallery.
        rows: as `Collection.rows` returns them.
        with_covers: whether the covers of the albums are shown too.
    """
    rows = list(rows)
    keys: dict[str, list[int]] = {PHOTOS: [], VIDEOS: []}
    for row in rows:
        keys[row["kind"]].append(row["item"])
    albums = {album.pk: album for album in collection.albums}
    found: dict[tuple[str, int], Any] = {}
    pictures = Pictures()
    for photo in AlbumPhoto.objects.filter(pk__in=keys[PHOTOS]) if keys[PHOTOS] else ():
        photo.page = albums[photo.page_id]
        pictures.want([photo], "image")
        found[PHOTOS, photo.pk] = photo
    videos = VideoPage.objects.filter(pk__in=keys[VIDEOS]).select_related("video").defer("text")
    for video in videos if keys[VIDEOS] else ():
        pictures.want([video])
        if video.video:
            pictures.want([video.video], "poster")
        found[VIDEOS, video.pk] = video
    if with_covers:
        pictures.want(collection.albums, "cover", key="cover_key")
    pictures.load(*STANDARD_SPECS)
    return [
        {"is_video": row["kind"] == VIDEOS, "shown": found[row["kind"], row["item"]]}
        for row in rows
        if (row["kind"], row["item"]) in found
    ]


def read_filter(request: HttpRequest, collection: Collection) -> GalleryFilter:
    """Return the filters in a request's address; empty ones filter nothing.

    Args:
        request: a GET with ``kind``, ``album`` (the address of an album) and ``year``.
        collection: the gallery that is filtered.

    Raises:
        Http404: there is no such kind, album or year, or films of an album are asked for.
    """
    kind = request.GET.get("kind", "").strip()
    slug = request.GET.get("album", "").strip()
    raw_year = request.GET.get("year", "").strip()
    if kind not in {"", PHOTOS, VIDEOS}:
        raise Http404(_("The gallery has nothing of that kind."))
    album = next((album for album in collection.albums if album.slug == slug), None)
    if slug and album is None:
        raise Http404(_("The gallery has no such album."))
    if album and kind == VIDEOS:
        raise Http404(_("Albums hold photos; films stand beside them."))
    is_year = raw_year.isascii() and raw_year.isdecimal() and len(raw_year) == 4
    year = int(raw_year) if is_year else 0
    if raw_year and year not in collection.years:
        raise Http404(_("The gallery has nothing of that year."))
    return GalleryFilter(kind=kind, album=album, year=year or None)
