"""How often one sender may ask for something: counted in the cache, or in the database."""

import ipaddress
import logging
import math
import time
from datetime import UTC, datetime
from typing import NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError, transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from site_config.models.rate_counts import RateCount

logger = logging.getLogger(__name__)

# The cache of its own, so that no page's entries push the counts out.
CACHE = "limits"
# An IPv6 customer gets a /64 at least (RFC 6177), and may send from any of its addresses.
IPV6_PREFIX = 64
# A longer wait is told in hours.
MINUTES_AT_MOST = 90


class Limit(NamedTuple):
    """So many times in so many seconds."""

    times: int
    seconds: int


class RateLimitedError(Exception):
    """Somebody did a thing too often.

    Attributes:
        retry_after: seconds until it may be done again (RFC 9110 §10.2.3).
    """

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"Try again in {retry_after} seconds.")
        self.retry_after = retry_after

    @property
    def words(self) -> str:
        """What whoever sent a form reads above it."""
        minutes = -(-self.retry_after // 60)
        if minutes > MINUTES_AT_MOST:
            hours = -(-minutes // 60)
            return ngettext(
                "Too many forms came from here. You can send this in %(hours)s hour.",
                "Too many forms came from here. You can send this in %(hours)s hours.",
                hours,
            ) % {"hours": hours}
        return ngettext(
            "Too many forms came from here. You can send this in %(minutes)s minute.",
            "Too many forms came from here. You can send this in %(minutes)s minutes.",
            minutes,
        ) % {"minutes": minutes}


def count_use(action: str, who: str, *limits: Limit, amount: int = 1) -> None:
    """Count a use of an action, and refuse it beyond any of the limits.

    Counting is atomic in Redis, Memcached and local memory. Where the cache fails, the database
    counts; where that fails too, the use is refused: a limit never opens by a fault.

    Args:
        action: what is done, such as ``contact``; each has counts of its own.
        who: an address or a mailbox; it is kept as a keyed digest only, and no longer than
            counted.
        limits: each holds by itself; windows begin at fixed times.
        amount: how many times the use counts, such as the size of what is sent.

    Raises:
        RateLimitedError: a limit is passed.
    """
    digest = salted_hmac(__name__, who, algorithm="sha256").hexdigest()
    now = time.time()
    wait = 0
    for limit in limits:
        window = int(now // limit.seconds)
        left = (window + 1) * limit.seconds - now
        if _count(f"rate.{action}.{limit.seconds}.{window}.{digest}", left, amount) > limit.times:
            wait = max(wait, math.ceil(left))
    if wait:
        raise RateLimitedError(wait)


def too_many_requests(request: HttpRequest, wait: int) -> HttpResponse:
    """Tell a sender to come back (RFC 6585 §4).

    Args:
        request: the refused request.
        wait: whole seconds, as `RateLimitedError` gives them.
    """
    response = render(request, "429.html", {"wait": wait, "minutes": -(-wait // 60)}, status=429)
    response["Retry-After"] = str(wait)
    response["Cache-Control"] = "no-store"
    return response


def client_address(request: HttpRequest) -> str:
    """Return the address that a request comes from, past the proxies that we trust.

    ``ALLAUTH_TRUSTED_PROXY_COUNT`` says how many proxies of our own stand in front: as many
    entries at the end of ``X-Forwarded-For`` are theirs to write, everything before is the
    sender's claim. An unreadable entry counts as the proxy's own address.
    """
    direct = request.META.get("REMOTE_ADDR", "")
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    if proxies < 1 or len(forwarded) < proxies:
        return direct
    claimed = forwarded[-proxies].strip()
    try:
        return str(ipaddress.ip_address(claimed))
    except ValueError:
        return direct


def client_network(request: HttpRequest) -> str:
    """Return what one sender surely owns: the IPv4 address, or the /64 of an IPv6 one."""
    address = client_address(request)
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address  # a Unix socket has none
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, IPV6_PREFIX), strict=False))


def _count(key: str, seconds_left: float, amount: int) -> float:
    """Add to a count and return it; infinity where nothing can count."""
    try:
        return _count_in_cache(key, seconds_left, amount)
    except Exception as error:  # noqa: BLE001  (each kind of cache fails in a way of its own)
        logger.warning("The cache can't count requests: %s", type(error).__name__)
    if settings.READ_ONLY:
        return amount  # Nothing can be written, so nothing but reading is left to limit.
    try:
        return _count_in_database(key, seconds_left, amount)
    except DatabaseError as error:
        logger.warning("The database can't count requests: %s", type(error).__name__)
    return math.inf


def _count_in_cache(key: str, seconds_left: float, amount: int) -> int:
    cache = caches[CACHE]
    timeout = math.ceil(seconds_left) + 1
    if cache.add(key, amount, timeout):
        return amount
    try:
        return cache.incr(key, amount)
    except ValueError:  # the entry has gone between the two steps
        cache.add(key, amount, timeout)
        return amount


def _count_in_database(key: str, seconds_left: float, amount: int) -> int:
    now = time.time()
    with transaction.atomic():
        expires_at = datetime.fromtimestamp(now + seconds_left, tz=UTC)
        _row, created = RateCount.objects.get_or_create(
            key=key, defaults={"expires_at": expires_at}
        )
        RateCount.objects.filter(key=key).update(count=F("count") + amount)
        if created:
            past = datetime.fromtimestamp(now, tz=UTC)
            RateCount.objects.filter(expires_at__lt=past).delete()
        return RateCount.objects.values_list("count", flat=True).get(key=key)
