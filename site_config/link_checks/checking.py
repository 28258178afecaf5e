"""Checking the links of all published pages, once a week on one node."""

import logging
import time
from collections import defaultdict
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from site_config.link_checks.fetching import Allow, Fault, find_fault, is_public
from site_config.link_checks.finding import links_of
from site_config.models.link_faults import LinkFault

logger = logging.getLogger(__name__)

# Addresses that are asked in one week, and seconds between two questions to one host.
AT_MOST = 2000
PAUSE = 1.0
AT_ONCE = 100


def check_links(allow: Allow = is_public) -> int:
    """Look where the links of all published pages lead, and note those that lead nowhere.

    What a host answers once may be an accident: an address of others is told to staff after it
    has failed in two weeks (`LinkFault.objects.lasting`).

    Args:
        allow: says which network addresses may be asked.

    Returns:
        How many links were found at fault.
    """
    outside: dict[str, set[int]] = defaultdict(set)
    inside: dict[int, set[int]] = defaultdict(set)
    for page in Page.objects.live().public().specific().iterator(AT_ONCE):
        links = links_of(page)
        for address in links.addresses:
            outside[address].add(page.pk)
        for number in links.pages:
            inside[number].add(page.pk)
    faults = _inside_faults(inside) | _outside_faults(outside, allow)
    _note(faults)
    logger.info("%s of %s links lead nowhere", len(faults), len(outside) + len(inside))
    return len(faults)


Faults = dict[tuple[int, str], Fault]


def _inside_faults(inside: dict[int, set[int]]) -> Faults:
    live = set(Page.objects.live().filter(pk__in=inside).values_list("pk", flat=True))
    return {
        (page, f"#{number}"): Fault("page")
        for number, pages in inside.items()
        if number not in live
        for page in pages
    }


def _outside_faults(outside: dict[str, set[int]], allow: Allow) -> Faults:
    faults: Faults = {}
    asked_at: dict[str, float] = {}
    own = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
    for address in sorted(outside)[:AT_MOST]:
        host = urlsplit(address).hostname or ""
        if host == own:
            continue
        left = asked_at.get(host, 0) + PAUSE - time.monotonic()
        if left > 0:
            time.sleep(left)
        fault = find_fault(address, portal=settings.WAGTAILADMIN_BASE_URL, allow=allow)
        asked_at[host] = time.monotonic()
        if fault:
            shown = address[: LinkFault.LONGEST]
            faults |= {(page, shown): fault for page in outside[address]}
    return faults


@transaction.atomic
def _note(faults: Faults) -> None:
    """Note the faults of this week, and forget those that are mended."""
    known = {(fault.page_id, fault.address): fault for fault in LinkFault.objects.all()}
    mended = [fault.pk for key, fault in known.items() if key not in faults]
    LinkFault.objects.filter(pk__in=mended).delete()
    # A page may have been removed while the others were asked.
    there = set(
        Page.objects.filter(pk__in={page for page, _ in faults}).values_list("pk", flat=True)
    )
    for (page, address), fault in faults.items():
        if page not in there:
            continue
        before = known.get((page, address))
        LinkFault.objects.update_or_create(
            page_id=page,
            address=address,
            defaults={
                "reason": fault.reason,
                "status": fault.status,
                "times": before.times + 1 if before else 1,
                "checked_at": timezone.now(),
            },
        )
