"""Listings in pages, with addresses that are either right or not there."""

from collections.abc import Collection
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

MAX_PAGE = 10_000


def paginate(
    request: HttpRequest,
    items: Any,
    per_page: int,
    *,
    max_page: int = MAX_PAGE,
    name: str = "page",
    unsaid: Collection[str] = (),
) -> Page:
    """Return the page of ``items`` that the address asks for with ``?page=``.

    Args:
        request: a GET; ``page`` counts from 1 and is 1 where it is missing.
        items: a queryset or list, in its final order.
        per_page: how many items a page holds.
        max_page: the last page that is ever shown, whatever the listing's size.
        name: another word than ``page`` in the address, for a second list on one page.
        unsaid: what programs send in the place of a number and mean the first page by.

    Raises:
        Http404: the number is no number, or there is no such page.
    """
    raw = request.GET.get(name, "1")
    raw = "1" if raw in unsaid else raw
    if not (raw.isascii() and raw.isdecimal() and len(raw) <= 6) or not 1 <= int(raw) <= max_page:
        raise Http404(_("There is no such page in this list."))
    paginator = Paginator(items, per_page)
    if int(raw) > paginator.num_pages:
        raise Http404(_("This list ends before that page."))
    return paginator.page(int(raw))
