"""Every address of the resolver, as it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

# Stands for the language in the patterns of addresses that have one.
LANGUAGE = "<language>/"


@dataclass(frozen=True)
class Route:
    """One pattern of the resolver.

    Attributes:
        name: its name with its namespaces; of a nameless one, its pattern from the root on.
        pattern: the whole pattern from the root on.
        takes: the names of its arguments; empty where they have none, or there are none.
    """

    name: str
    pattern: str
    takes: tuple[str, ...]


def all_routes() -> list[Route]:
    """Return every route of the portal, those of Wagtail's hooks and viewsets among them."""
    return list(_walk(get_resolver(), (), "", ()))


def _walk(
    resolver: URLResolver, namespaces: tuple[str, ...], prefix: str, taken: tuple[str, ...]
) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        step = entry.pattern
        pattern = prefix + (LANGUAGE if isinstance(step, LocalePrefixPattern) else str(step))
        takes = (*taken, *step.regex.groupindex)
        if isinstance(entry, URLPattern):
            name = ":".join((*namespaces, entry.name)) if entry.name else pattern
            yield Route(name, pattern, takes)
        else:
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry, inner, pattern, takes)
