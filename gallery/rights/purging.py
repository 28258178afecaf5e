"""Which shared copies show a work, and how they are forgotten."""

from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import Page, ReferenceIndex
from wagtail.search.index import insert_or_update_object

from gallery.models import AlbumPage, AlbumPhoto, VideoPage, Work
from site_config.front_cache.changes import words_around
from site_config.front_cache.sending import purge_words
from site_config.models.images import SiteImage


def pages_with(work: Work) -> list[Page]:
    """Return the pages that show a work, published or not."""
    if work.media_id:
        return list(VideoPage.objects.filter(video=work.media_id))
    if work.external_url:
        return list(VideoPage.objects.filter(external_url=work.external_url))
    return list(AlbumPage.objects.filter(photos__image=work.image_id).distinct())


def addresses_with(work: Work) -> set[str]:
    """Return the addresses of the pages and files that show a work, also in articles."""
    found: set[str] = set()
    for page in _all_pages_with(work):
        around = [page, *page.get_ancestors().filter(depth__gt=1)]
        found |= {url for each in around if (url := each.full_url)}
    if work.image_id:
        for photo in AlbumPhoto.every.filter(image=work.image_id).select_related("page"):
            if url := photo.page.full_url:
                found.add(f"{url}{photo.route_in_album}")
    return found | file_addresses(work)


def words_with(work: Work) -> set[str]:
    """Return the words of the answers that show a work: pages and lists, feeds and sitemaps."""
    return words_around(_all_pages_with(work))


def file_addresses(work: Work) -> set[str]:
    """Return the addresses of a work's files: original and sizes, captions and still picture."""
    urls: list[str] = []
    if work.image is not None:
        urls = _picture_urls(work.image)
    elif work.media is not None:
        urls = [work.media.url]
        urls += [text.captions.url for text in work.media.texts.all() if text.captions]
        if work.media.poster:
            urls += _picture_urls(work.media.poster)
    base = settings.WAGTAILADMIN_BASE_URL
    return {url if url.startswith("http") else f"{base}{url}" for url in urls}


def forget_copies(work: Work, addresses: Iterable[str], words: Iterable[str] = ()) -> None:
    """Have caches and the search forget a work, once the transaction is committed.

    Args:
        work: what was hidden, shown or removed.
        addresses: as `addresses_with` returned them before and after that.
        words: as `words_with` returned them before, where it is known no more what shows the work.
    """
    purge_words(words_with(work).union(words))
    transaction.on_commit(partial(_purge, sorted(addresses)), robust=True)
    for page in pages_with(work):
        if isinstance(page, AlbumPage):
            insert_or_update_object(page)


def _purge(addresses: list[str]) -> None:
    batch = PurgeBatch()
    batch.add_urls(addresses)
    batch.purge()


def _pages_that_use(subject: Model | None) -> list[Page]:
    if subject is None:
        return []
    content_types = ReferenceIndex.get_references_to(subject).filter(
        base_content_type=ReferenceIndex._get_base_content_type(Page)
    )
    numbers = [int(number) for number in content_types.values_list("object_id", flat=True)]
    return list(Page.objects.live().filter(pk__in=numbers))


def _all_pages_with(work: Work) -> list[Page]:
    """Return the pages that show a work or use its file, also where it is hidden in an album."""
    pages: list[Page] = pages_with(work)
    if work.image_id:
        number = work.image_id
        pages = list(
            AlbumPage.objects.filter(pk__in=AlbumPhoto.every.filter(image=number).values("page"))
        )
    return [*pages, *_pages_that_use(work.image or work.media)]


def _picture_urls(image: SiteImage) -> list[str]:
    return [image.file.url, *(rendition.url for rendition in image.renditions.all())]
