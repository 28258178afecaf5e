"""The lists of the admin, as tests walk over them."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from openpyxl import load_workbook
from wagtail_modeladmin.options import ModelAdmin

# What leads to another's data, or out of the admin, when it is only looked at.
NO_LISTS = {"wagtailadmin_logout", "wagtailadmin_error_test"}


@dataclass(frozen=True)
class AdminAddress:
    """An address of the admin that names no object.

    Attributes:
        name: its name with its namespaces.
        url: where it is.
        view: the class of its view; None of a function's or a ModelAdmin's.
        model_admin: the ModelAdmin whose list it is, if it is one.
    """

    name: str
    url: str
    view: type | None
    model_admin: ModelAdmin | None


def admin_addresses() -> list[AdminAddress]:
    """Return every address of the admin that can be opened without the number of anything."""
    found = {address.url: address for address in _addresses()}
    return sorted(found.values(), key=lambda address: address.url)


def model_admins() -> list[ModelAdmin]:
    """Return every ModelAdmin that is registered."""
    return [address.model_admin for address in admin_addresses() if address.model_admin]


def list_url(model_admin: ModelAdmin) -> str:
    """Return where a ModelAdmin lists its rows."""
    return model_admin.url_helper.index_url


def cells_of(client: Client, url: str, kind: str, **query: str) -> list[str]:
    """Return the texts of a list exported as "csv" or "xlsx", its headings among them."""
    answer = client.get(url, {"export": kind, **query})
    content = b"".join(answer.streaming_content)
    if kind == "csv":
        return [cell.strip('"') for cell in content.decode().replace("\r\n", ",").split(",")]
    rows = load_workbook(BytesIO(content)).active.iter_rows()
    return [str(cell.value) for row in rows for cell in row if cell.value is not None]


def every_pattern(
    resolver: URLResolver, namespaces: tuple[str, ...] = ()
) -> Iterator[tuple[str, URLPattern]]:
    """Give every pattern of a resolver with its name."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield ":".join((*namespaces, str(entry.name))), entry
        else:
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from every_pattern(entry, inner)


def _addresses() -> Iterator[AdminAddress]:
    for name, pattern in every_pattern(get_resolver()):
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        if url.startswith("/admin/") and name not in NO_LISTS:
            yield _address(name, url, inspect.unwrap(pattern.callback))


def _address(name: str, url: str, view: Any) -> AdminAddress:
    owner = getattr(view, "__self__", None)
    lists = isinstance(owner, ModelAdmin) and view.__name__ == "index_view"
    return AdminAddress(name, url, getattr(view, "view_class", None), owner if lists else None)
