"""Whose visits count: those of people with a browser who have not asked to be left out."""

import re

from django.http import HttpRequest

from site_config.rate_limits import Limit, RateLimitedError, client_network, count_use

# Readers behind one address, such as a school's, open many pages; programs open more.
LIMIT = Limit(times=120, seconds=60)
# What programs that fetch pages call themselves; those that lie are told by other signs.
PROGRAMS = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|headless|phantom|selenium|puppeteer|lighthouse|pingdom"
    r"|monitor|scan|archiv|preview|fetch|wget|curl|python|java/|okhttp|go-http|libwww|httpclient"
    r"|node|axios|feed|rss|facebookexternalhit|whatsapp|telegram|embed|validator|ia_archiver",
    re.IGNORECASE,
)


def is_left_out(request: HttpRequest) -> bool:
    """Say whether a visit is not to be counted, by what the request tells of itself.

    Left out are those who ask for it (``Sec-GPC: 1``, ``DNT: 1``), programs by their name or by
    the lack of one, and requests without the metadata that every browser sends since 2023 and no
    page can forge (Fetch Metadata, ``Sec-Fetch-Site``), or that come from another site.
    Browsers that fetch a page ahead, before anybody asked for it, say so (``Sec-Purpose``).
    """
    headers = request.headers
    agent = headers.get("User-Agent", "")
    return (
        headers.get("Sec-GPC") == "1"
        or headers.get("DNT") == "1"
        or headers.get("Sec-Fetch-Site") != "same-origin"
        or "prefetch" in headers.get("Sec-Purpose", headers.get("Purpose", ""))
        or not agent.startswith("Mozilla/")
        or bool(PROGRAMS.search(agent))
    )


def is_within_limit(request: HttpRequest) -> bool:
    """Count the request against its sender's limit; say whether there was room."""
    try:
        count_use("visits", client_network(request), LIMIT)
    except RateLimitedError:
        return False
    return True
