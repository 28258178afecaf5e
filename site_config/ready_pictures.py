"""The sizes of pictures that are ready to be shown; a visitor's request never makes one."""

from collections.abc import Iterable
from functools import lru_cache

from django.conf import settings
from django.core.cache import caches
from django_tasks import task
from wagtail.contrib.frontend_cache.utils import purge_pages_from_cache
from wagtail.images.models import Filter
from wagtail.models import Page, ReferenceIndex

from site_config.models.images import SiteImage, SiteRendition
from site_config.pictures import STANDARD_SPECS

# Seconds in which sizes that are missing are ordered once, however many visitors miss them.
ORDERED_FOR = 600


@task()
def prepare_picture(image_id: int, specs: list[str] | None = None) -> None:
    """Make some sizes of one picture, and let caches forget the pages that waited for them.

    Args:
        image_id: its primary key; one that is gone is no error.
        specs: the sizes, as filter specifications of Wagtail; by default those of all pages.
    """
    image = SiteImage.objects.filter(pk=image_id).first()
    if image is None:
        return
    wanted = specs or STANDARD_SPECS
    missing = len(image.find_existing_renditions(*_filters(wanted))) < len(wanted)
    image.get_renditions(*wanted)
    if missing:
        shown_on = ReferenceIndex.get_references_to(image).values_list("object_id", flat=True)
        purge_pages_from_cache(Page.objects.live().filter(pk__in=set(shown_on)))


def ready_sizes(image: SiteImage, *specs: str) -> dict[str, SiteRendition]:
    """Return those of some sizes that exist, and have a worker make the others.

    With prefetched renditions the database is not asked.

    Args:
        image: the picture.
        specs: the sizes, as filter specifications of Wagtail.
    """
    filters = _filters(specs)
    found = image.find_existing_renditions(*filters)
    if len(found) < len(filters) and (more := _read_again(image, filters, found)):
        found |= more
    cache = SiteRendition.cache_backend
    new = [size for size in found.values() if not getattr(size, "_from_cache", False)]
    if new:
        cache.set_many({size.get_cache_key(): size for size in new})
    return {each.spec: found[each] for each in filters if each in found}


def ready_size(image: SiteImage, spec: str) -> SiteRendition | None:
    """Return one size if it exists, and have a worker make it otherwise."""
    return ready_sizes(image, spec).get(spec)


def _filters(specs: Iterable[str]) -> list[Filter]:
    return [_filter(spec) for spec in specs]


@lru_cache(maxsize=100)
def _filter(spec: str) -> Filter:
    """Return the one filter of a specification: reading what it says takes long."""
    return Filter(spec=spec)


def _read_again(
    image: SiteImage, filters: list[Filter], found: dict[Filter, SiteRendition]
) -> dict[Filter, SiteRendition]:
    """Look for sizes that weren't loaded with the picture; order those that nobody has made."""
    missing = {each.spec: each for each in filters if each not in found}
    ordered = f"ordered-{image.pk}-{'-'.join(missing)}"
    keys = {spec: each.get_cache_key(image) for spec, each in missing.items()}

    def read() -> dict[Filter, SiteRendition]:
        sizes = SiteRendition.objects.filter(image=image, filter_spec__in=keys)
        found = {}
        for size in sizes:
            if size.focal_point_key == keys[size.filter_spec]:
                size.image = image
                found[missing[size.filter_spec]] = size
        return found

    more = read()
    if settings.READ_ONLY:
        return more
    if len(more) < len(missing) and caches["renditions"].add(ordered, 1, ORDERED_FOR):
        prepare_picture.enqueue(image.pk, [spec for spec in missing if missing[spec] not in more])
        # Without a worker the order is carried out at once.
        more = read()
    return more
