"""Which pictures and films the public sees: those of open collections that something open shows.

A picture that lies in the library, or in a draft, is not published; nor is one that only pages for
members show. What pages show is known from Wagtail's index of references; the rows of other models
that say ``shows_its_files`` are asked themselves.
"""

from collections import defaultdict
from collections.abc import Collection as Some
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import ForeignKey, Model, Q
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    ReferenceIndex,
)
from wagtail.permission_policies.base import BasePermissionPolicy

from site_config.front_cache.files import note_file

# Apps register functions with ``@hooks.register(FILE_READERS_HOOK)`` that take a signed-in
# person's request and a file, and say whether they may see it though it is not published.
FILE_READERS_HOOK = "register_portal_file_readers"
# Rights in a library that let staff see its files.
STAFF_RIGHTS = ["add", "change", "delete", "choose"]


class Shower(NamedTuple):
    """Something that shows a file: a page, a film that has a still picture, an author.

    Attributes:
        model: its type, pages' own or the foundation of theirs.
        key: its primary key.
    """

    model: type[Model]
    key: str


def film_model() -> type[Model]:
    """Return the model of films and recordings, as the media library is set up."""
    return apps.get_model(settings.WAGTAILMEDIA["MEDIA_MODEL"])


def published_files(files: Iterable[Any]) -> set[int]:
    """Return the primary keys of those of some pictures, or of some films, that anybody may see.

    The number of queries does not depend on the number of files. Whoever answers with one of them
    tells the cache in front by what it is known (`site_config.front_cache.files`).

    Args:
        files: of one model, each in a collection.
    """
    files = list(files)
    if not files:
        return set()
    open_collections = _open_collections({file.collection_id for file in files})
    keys = {file.pk for file in files if file.collection_id in open_collections}
    showers = _showers(type(files[0]), keys)
    seen = _seen_by_all({shower for found in showers.values() for shower in found})
    published = {key for key in keys if showers[key] & seen}
    for file in files:
        if file.pk in published:
            note_file(file, [shower.key for shower in showers[file.pk] if shower.model is Page])
    return published


def may_see_file(request: HttpRequest, file: Any, policy: BasePermissionPolicy) -> bool:
    """Say whether one visitor may see a picture or a film that isn't published.

    Staff who work with the library may; so may members for whom a page that shows it is meant, and
    whom an app lets see it, such as a partner the logo in its own draft.
    """
    if not request.user.is_authenticated:
        return False
    if policy.user_has_any_permission_for_instance(request.user, STAFF_RIGHTS, file):
        return True
    if any(may_see(request, file) for may_see in hooks.get_hooks(FILE_READERS_HOOK)):
        return True
    above = Collection.objects.filter(pk=file.collection_id)
    closed = CollectionViewRestriction.objects.filter(
        collection__in=Collection.objects.ancestor_of(above.get(), inclusive=True)
    )
    if not all(restriction.accept_request(request) for restriction in closed):
        return False
    showers = _showers(type(file), {file.pk})[file.pk]
    return bool(_seen_by_all(showers, request))


def _open_collections(keys: set[int]) -> set[int]:
    restricted = list(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
    paths = Collection.objects.filter(pk__in=keys).values_list("pk", "path")
    return {key for key, path in paths if not path.startswith(tuple(restricted))}


def _showers(model: type[Model], keys: Some[int]) -> dict[int, set[Shower]]:
    """Return by primary key what shows each of some files of one model."""
    found: dict[int, set[Shower]] = defaultdict(set)
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id__in=[str(key) for key in keys],
    )
    for key, page in references.values_list("to_object_id", "object_id").distinct():
        found[int(key)].add(Shower(Page, page))
    for shower_model, fields in _other_showers(model):
        wanted = Q()
        for field in fields:
            wanted |= Q(**{f"{field}__in": keys})
        for shower, *shown in shower_model._default_manager.filter(wanted).values_list(
            "pk", *fields
        ):
            for key in {*shown} & {*keys}:
                found[key].add(Shower(shower_model, str(shower)))
    return found


@cache
def _other_showers(model: type[Model]) -> list[tuple[type[Model], list[str]]]:
    """Return the models beside pages whose rows show files of one model, and by which fields."""
    found = []
    for shower in apps.get_models():
        if shower is not film_model() and not getattr(shower, "shows_its_files", False):
            continue
        fields = [
            field.attname
            for field in shower._meta.concrete_fields
            if isinstance(field, ForeignKey) and field.related_model is model
        ]
        if fields:
            found.append((shower, fields))
    return found


def _seen_by_all(showers: Some[Shower], request: HttpRequest | None = None) -> set[Shower]:
    """Return those that anybody may see, or whoever sends a request."""
    by_model: dict[type[Model], set[str]] = defaultdict(set)
    for model, key in showers:
        by_model[model].add(key)
    seen: set[Shower] = set()
    for model, keys in by_model.items():
        if model is Page:
            found = _open_pages(keys, request)
        elif model is film_model():
            found = published_files(model._default_manager.filter(pk__in=keys))
        else:
            found = keys
        seen |= {Shower(model, str(key)) for key in found}
    return seen


def _open_pages(keys: set[str], request: HttpRequest | None) -> set[int]:
    live = Page.objects.live().filter(pk__in=keys)
    if request is None:
        return set(live.public().values_list("pk", flat=True))
    # The restrictions of a portal are few; the pages that show one file likewise.
    restrictions = list(PageViewRestriction.objects.select_related("page"))
    refused = tuple(
        restriction.page.path
        for restriction in restrictions
        if not restriction.accept_request(request)
    )
    return {key for key, path in live.values_list("pk", "path") if not path.startswith(refused)}
