"""Withdrawing the files that are no longer published, wherever a copy is kept.

What a change surely may have hidden is looked at right after its commit, and costs what the page
shows; all that is linked is looked at by a worker, and each night. The caches in front are told by
the words of what has changed (`site_config.front_cache.changes`), whether links are made or not;
the files of which no word tells, by their addresses.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import FileField, ForeignKey, Model
from django_tasks import task
from wagtail.contrib.frontend_cache.utils import purge_urls_from_cache
from wagtail.models import Page, PageViewRestriction, ReferenceIndex

from site_config.media_access import folder_rules
from site_config.models.images import SiteImage, SiteRendition
from site_config.public_links import is_public_link, public_links, unlink_public_files
from site_config.shown_files import film_model

# Databases take a limited number of values in one question.
BATCH = 500
# Below a page with more than so many, everything that is linked is looked at.
SUBTREE_AT_MOST = 2000


def withdraw_unpublished_files(names: Iterable[str] | None = None) -> list[str]:
    """Take every file out of the public folder that not everybody may have any more.

    Args:
        names: of the files that are looked at; all that are linked where none are given.

    Returns:
        The names of the files that were withdrawn.
    """
    if not settings.PUBLIC_MEDIA_ROOT:
        return []
    linked = None if names is None else sorted({name for name in names if is_public_link(name)})
    gone: list[str] = []
    for rule in folder_rules():
        if linked is None:
            looked_at = list(public_links(rule.folder))
        else:
            looked_at = [name for name in linked if name.startswith(rule.folder)]
        for start in range(0, len(looked_at), BATCH):
            batch = looked_at[start : start + BATCH]
            published = rule.published(batch)
            gone += [name for name in batch if name not in published]
    unlink_public_files(gone)
    forget_files(gone)
    return gone


def forget_files(names: Iterable[str]) -> None:
    """Have the caches in front forget uploaded files, by their addresses.

    Args:
        names: below ``MEDIA_ROOT``.
    """
    prefix = f"{settings.WAGTAILADMIN_BASE_URL}{settings.MEDIA_URL}"
    if urls := [f"{prefix}{name}" for name in names]:
        purge_urls_from_cache(urls)


# Before the sizes of pictures, which take seconds.
@task(priority=40)
def look_at_all_links() -> None:
    """Withdraw what a change has hidden in ways that it doesn't show."""
    withdraw_unpublished_files()


def withdraw_after_commit(names: Iterable[str] | None = None, **kwargs: Any) -> None:
    """Look after the public folder once a change that may hide something is safely stored.

    Args:
        names: of the files that it may hide; all that are linked where none are given.
        kwargs: what signals bring.
    """
    if settings.PUBLIC_MEDIA_ROOT:
        names = None if names is None else list(names)
        transaction.on_commit(partial(withdraw_unpublished_files, names), robust=True)


def look_later(**kwargs: Any) -> None:
    """Have a worker look at all that is linked once a change is safely stored."""
    if settings.PUBLIC_MEDIA_ROOT:
        transaction.on_commit(look_at_all_links.enqueue, robust=True)


def withdraw_what_page_shows(instance: Page, **kwargs: Any) -> None:
    """Withdraw the files of a page that was taken down, or moved, and of those below it."""
    _withdraw(partial(_shown_below, instance))


def withdraw_what_is_restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Withdraw the files of the pages that not everybody may see any more."""
    _withdraw(partial(_shown_below, instance.page))


def withdraw_changed_picture(instance: SiteImage, created: bool, **kwargs: Any) -> None:
    """Withdraw a picture that was moved to a closed collection, or may not be used by others."""
    if not created:
        _withdraw(partial(_names_of, {instance.pk}, set()))


def withdraw_changed_film(instance: Model, created: bool, **kwargs: Any) -> None:
    """Withdraw a film that was moved to a closed collection."""
    if not created:
        _withdraw(partial(_names_of, set(), {instance.pk}))


def _withdraw(names: Callable[[], set[str] | None]) -> None:
    if settings.PUBLIC_MEDIA_ROOT:
        # Now: of a page that is being deleted nothing is known afterwards.
        withdraw_after_commit(names())
        look_later()


def _shown_below(page: Page) -> set[str] | None:
    """Return the names of the files that a page and those below it show; None for too many."""
    numbers = page.get_descendants(inclusive=True).values_list("pk", flat=True)
    numbers = list(numbers[: SUBTREE_AT_MOST + 1])
    if len(numbers) > SUBTREE_AT_MOST:
        return None
    kinds = {
        ContentType.objects.get_for_model(model).pk: keys
        for model, keys in ((SiteImage, set()), (film_model(), set()))
    }
    shown = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(number) for number in numbers],
        to_content_type__in=kinds,
    )
    for kind, key in shown.values_list("to_content_type", "to_object_id").distinct():
        kinds[kind].add(int(key))
    pictures, films = kinds.values()
    return _names_of(pictures, films)


def _names_of(pictures: set[int], films: set[int]) -> set[str]:
    """Return the names of the files of pictures and films, and of what belongs to them."""
    film = film_model()
    of_film = film._default_manager.filter(pk__in=films)
    stills = [
        field.attname
        for field in film._meta.concrete_fields
        if isinstance(field, ForeignKey) and field.related_model is SiteImage
    ]
    if films and stills:
        pictures = pictures.union(*of_film.values_list(*stills)) - {None}
    names = _files(SiteImage, pk__in=pictures) | _files(SiteRendition, image__in=pictures)
    if films:
        names |= _files(film, pk__in=films)
        for related in film._meta.related_objects:
            names |= _files(related.related_model, **{f"{related.field.name}__in": films})
    return names


def _files(model: type[Model], **which: Any) -> set[str]:
    fields = [field.name for field in model._meta.concrete_fields if isinstance(field, FileField)]
    if not fields:
        return set()
    rows = model._default_manager.filter(**which).values_list(*fields)
    return {name for row in rows for name in row if name}
