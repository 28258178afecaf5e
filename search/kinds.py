"""The kinds of results that readers tell apart, made from the page types there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from site_config.findable import FindableRows, findable_rows
from site_config.models.pages import BasePage, IndexPage


@dataclass(frozen=True)
class Kind:
    """One kind of results.

    Attributes:
        key: its name in addresses.
        models: the page types that belong to it.
    """

    key: str
    models: tuple[type[Page], ...]

    @property
    def label(self) -> str | Promise:
        """How readers know the kind: by the plural name of its page type."""
        if self.key == PAGES:
            return _("Pages")
        return capfirst(self.models[0]._meta.verbose_name_plural)

    @property
    def one(self) -> str | Promise:
        """How readers know a single result of the kind."""
        return _("Page") if self.key == PAGES else capfirst(self.models[0]._meta.verbose_name)


# The pages that lead to others or stand by themselves: home, lists, standard and contact pages.
PAGES = "page"
APPS_OF_PAGES = frozenset({"home"})


@cache
def kinds() -> tuple[Kind, ...]:
    """Return all kinds; a page type that is neither list nor standard page is one of its own."""
    own: list[Kind] = []
    shared: list[type[Page]] = [Page]
    for model in apps.get_models():
        if not issubclass(model, BasePage):
            continue
        if issubclass(model, IndexPage) or model._meta.app_label in APPS_OF_PAGES:
            shared.append(model)
        else:
            own.append(Kind(model._meta.model_name.removesuffix("page"), (model,)))
    return (*own, Kind(PAGES, tuple(shared)))


def kind_by_key(key: str) -> Kind | FindableRows | None:
    """Return the kind of pages or of rows that an address names, or None."""
    return next((kind for kind in (*kinds(), *findable_rows()) if kind.key == key), None)


def content_types(kind: Kind) -> list[int]:
    """Return the keys of the content types of a kind."""
    found = ContentType.objects.get_for_models(*kind.models, for_concrete_models=True)
    return [content_type.pk for content_type in found.values()]


def kinds_by_content_type() -> dict[int, Kind]:
    """Return the kind of each page type by the key of its content type."""
    return {key: kind for kind in kinds() for key in content_types(kind)}


def counts(found: Iterable[tuple[int, int]]) -> list[tuple[Kind, int]]:
    """Return how many results each kind has, the most first.

    Args:
        found: pairs of a content type's key and its number of results.
    """
    by_type = kinds_by_content_type()
    totals: dict[Kind, int] = {}
    for content_type, number in found:
        kind = by_type.get(content_type)
        if kind is not None:
            totals[kind] = totals.get(kind, 0) + number
    return sorted(totals.items(), key=lambda pair: (-pair[1], pair[0].key))
