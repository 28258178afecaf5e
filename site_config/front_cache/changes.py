"""What a change has the caches in front forget: exactly the answers that show it.

A page that changes is forgotten where it is shown (its word ``p``), with its own answers (``s``)
and those of the pages that may list it from now on, or no longer: the ones above it, the front
pages, its translations, and pages that refer to it or that it refers to. With it go the files that
it shows (``f``): nothing tells whether everybody may still have them until they are asked for anew.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    ReferenceIndex,
    Site,
)
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move
from wagtail.snippets.models import get_snippet_models

from site_config.front_cache.files import collection_word, file_word
from site_config.front_cache.sending import EVERYTHING, purge_words
from site_config.front_cache.shown import ANY_PAGE, file_of, served, shown
from site_config.models.documents import SiteDocument
from site_config.models.images import SiteImage
from site_config.shown_files import film_model

# A larger part of the tree is forgotten with everything else.
SUBTREE_AT_MOST = 2000


def forget_everything(**kwargs: Any) -> None:
    """Have caches forget every answer: what has changed stands on all pages."""
    purge_words([EVERYTHING])


def forget_page(instance: Page, **kwargs: Any) -> None:
    """Have caches forget a page that was published or withdrawn, wherever it is shown."""
    purge_words(words_around([instance]))


def forget_subtree(instance: Page, **kwargs: Any) -> None:
    """Have caches forget a page that has another address, with all pages below it.

    Args:
        instance: the page in its new place.
        kwargs: ``parent_page_before``, where it has come from another parent.
    """
    pages = list(instance.get_descendants(inclusive=True)[: SUBTREE_AT_MOST + 1])
    if len(pages) > SUBTREE_AT_MOST:
        forget_everything()
        return
    left = [parent] if (parent := kwargs.get("parent_page_before")) else []
    purge_words(words_around([*pages, *left]))


def forget_restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Have caches forget the pages whose readers have changed."""
    forget_subtree(instance.page)


def forget_snippet(instance: Any, **kwargs: Any) -> None:
    """Have caches forget the pages on which something small stands, such as a topic."""
    ids = ReferenceIndex.get_references_to(instance).values_list("object_id", "base_content_type")
    pages = Page.objects.filter(pk__in=_pages_among(ids))
    purge_words(words_around(pages))


def forget_document(instance: SiteDocument, created: bool = False, **kwargs: Any) -> None:
    """Have caches forget the pages that show a document: its size, its pages, its first page.

    Args:
        instance: the document, with another file or title, in another collection, or just read.
        created: no page knows it yet.
        kwargs: what signals bring.
    """
    if not created:
        forget_snippet(instance)


def forget_file(instance: Model, created: bool = False, **kwargs: Any) -> None:
    """Have caches forget the file and the sizes of a picture, or of a film, that has changed."""
    if not created:
        purge_words([file_word(instance)])


def forget_collection(instance: Collection, created: bool = False, **kwargs: Any) -> None:
    """Have caches forget the files of a collection that has another place, and of those below."""
    if not created:
        below = instance.get_descendants(inclusive=True).values_list("pk", flat=True)
        purge_words({collection_word(number) for number in {instance.pk, *below}})


def words_around(pages: Iterable[Page]) -> set[str]:
    """Return what caches have to forget where something that some pages show has changed.

    Nothing where no cache is told.
    """
    pages = list(pages)
    if not pages or not settings.WAGTAILFRONTENDCACHE:
        return set()  # Nobody is told, so nothing need be looked up.
    words = {ANY_PAGE}
    for page in pages:
        words |= {shown(page.pk), served(page.pk), file_of(page.pk)}
    above = {path for page in pages for path in _paths_above(page)}
    keys = {page.translation_key for page in pages} | set(
        Site.objects.values_list("root_page__translation_key", flat=True)
    )
    near = Page.objects.filter(path__in=above) | Page.objects.filter(translation_key__in=keys)
    words |= {served(number) for number in near.values_list("pk", flat=True)}
    if len(pages) == 1:
        words |= {served(number) for number in _referred(pages[0])}
    return words


def _paths_above(page: Page) -> list[str]:
    return [page.path[:end] for end in range(page.steplen, len(page.path), page.steplen)]


def _referred(page: Page) -> set[int]:
    """Return the numbers of the pages that refer to a page, or that it refers to."""
    to = ReferenceIndex.get_references_to(page).values_list("object_id", "base_content_type")
    of = ReferenceIndex.get_references_for_object(page.specific_deferred)
    return _pages_among(to) | _pages_among(of.values_list("to_object_id", "to_content_type"))


def _pages_among(found: Iterable[tuple[str, int]]) -> set[int]:
    of_pages = ContentType.objects.get_for_model(Page).pk
    return {int(number) for number, kind in found if kind == of_pages}


def connect() -> None:
    """Listen to all that pages show."""
    for signal in (page_published, page_unpublished):
        signal.connect(forget_page, dispatch_uid="forget_page")
    for signal in (page_slug_changed, post_page_move):
        signal.connect(forget_subtree, dispatch_uid="forget_subtree")
    for signal in (post_save, post_delete):
        signal.connect(
            forget_restricted, sender=PageViewRestriction, dispatch_uid="forget_restricted"
        )
        for model in (*BaseSiteSetting.__subclasses__(), CollectionViewRestriction, Locale, Site):
            uid = f"forget_everything_{model._meta.label}"
            signal.connect(forget_everything, sender=model, dispatch_uid=uid)
        signal.connect(forget_document, sender=SiteDocument, dispatch_uid="forget_document")
        for model in (SiteImage, film_model()):
            uid = f"forget_file_{model._meta.label}"
            signal.connect(forget_file, sender=model, dispatch_uid=uid)
        signal.connect(forget_collection, sender=Collection, dispatch_uid="forget_collection")
        for model in get_snippet_models():
            uid = f"forget_snippet_{model._meta.label}"
            signal.connect(forget_snippet, sender=model, dispatch_uid=uid)
