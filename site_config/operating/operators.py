"""Who is told how the portal does: whoever asks from the operators' own networks."""

import ipaddress
import secrets

from django.conf import settings
from django.http import HttpRequest

BEARER = "Bearer "


def is_operator(request: HttpRequest) -> bool:
    """Say whether a request comes from where the operators are, or brings their word.

    What a proxy passes on counts as coming from whom the proxy names; where that can't be read,
    from nobody. A request through a Unix socket without a proxy's word is the machine's own.
    """
    token = request.headers.get("Authorization", "").removeprefix(BEARER)
    expected = settings.OPERATOR_TOKEN
    if expected and secrets.compare_digest(token.encode(), expected.encode()):
        return True
    return _is_inside(_sender(request))


def _sender(request: HttpRequest) -> str:
    """Return the address that counts: stricter than for limits, where a doubt costs nothing."""
    direct = request.META.get("REMOTE_ADDR", "") or "127.0.0.1"
    forwarded = request.headers.get("X-Forwarded-For")
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    if forwarded is None:
        # A proxy that says how it was asked, and not by whom, is no neighbour.
        said = ("X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP", "Forwarded")
        return "" if any(name in request.headers for name in said) else direct
    entries = [entry.strip() for entry in forwarded.split(",")]
    if proxies < 1 or len(entries) < proxies or not _is_inside_any(direct):
        return ""
    return entries[-proxies]


def _is_inside_any(address: str) -> bool:
    """Say whether an address belongs to machines that are not reached from outside."""
    try:
        return not ipaddress.ip_address(address).is_global
    except ValueError:
        return False


def _is_inside(address: str) -> bool:
    try:
        asked = ipaddress.ip_address(address)
    except ValueError:
        return False
    asked = getattr(asked, "ipv4_mapped", None) or asked
    return any(asked in ipaddress.ip_network(inside) for inside in settings.OPERATOR_NETWORKS)
