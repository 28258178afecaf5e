"""Asking an address of somebody else's whether it is there; politely, and never one inside.

An editor can write any address. The portal's own network must not be reached by it: names are
resolved here, every address that comes out must be public, and the connection goes to the very
address that was looked at, also after each redirect.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

# Seconds for one connection, and redirects that are followed.
PATIENCE = 10
REDIRECTS = 5
USER_AGENT = "Sheshi-link-check/1.0 (+{address})"
# Answers that say nothing of whether readers get there: who asks by program is often refused.
NOT_FOR_PROGRAMS = frozenset({401, 403, 405, 406, 408, 418, 425, 429, 451, 999})

Allow = Callable[[str], bool]


class Fault(NamedTuple):
    """Why an address leads nowhere.

    Attributes:
        reason: a value of `site_config.models.LinkFault.Reason`.
        status: of the last answer (RFC 9110 §15); 0 where there was none.
    """

    reason: str
    status: int = 0


class PrivateAddressError(Exception):
    """A name leads into a network that is nobody's business."""


def is_public(address: str) -> bool:
    """Say whether a network address can be reached by everybody (RFC 6890)."""
    parsed = ipaddress.ip_address(address)
    mapped = getattr(parsed, "ipv4_mapped", None)
    return (mapped or parsed).is_global and not parsed.is_multicast


def find_fault(address: str, *, portal: str, allow: Allow = is_public) -> Fault | None:
    """Ask whether an address is there.

    Args:
        address: absolute, http or https.
        portal: the portal's own address, for whoever wonders who asks.
        allow: says which network addresses may be connected to.

    Returns:
        What is wrong, or nothing.
    """
    for _ in range(REDIRECTS + 1):
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            return Fault("address")
        try:
            status, location = _ask(address, portal, allow)
        except PrivateAddressError:
            return Fault("private")
        except socket.gaierror:
            return Fault("name")
        except ssl.SSLError:
            return Fault("certificate")
        except (OSError, http.client.HTTPException, ValueError):
            return Fault("silent")
        if status in {301, 302, 303, 307, 308} and location:
            address = urljoin(address, location)
            continue
        if status < 400 or status in NOT_FOR_PROGRAMS:
            return None
        return Fault("missing" if status in {404, 410} else "error", status)
    return Fault("circle")


def _ask(address: str, portal: str, allow: Allow) -> tuple[int, str]:
    """Send HEAD, and GET where that isn't known; return status and ``Location``."""
    status, location = _send("HEAD", address, portal, allow)
    if status in {400, 404, 405, 500, 501}:
        status, location = _send("GET", address, portal, allow)
    return status, location


def _send(method: str, address: str, portal: str, allow: Allow) -> tuple[int, str]:
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    connection = http.client.HTTPConnection(host, port, timeout=PATIENCE)
    connection.sock = _connect(host, port, secure, allow)
    try:
        target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        headers = {
            "Host": parts.netloc.rpartition("@")[2],
            "User-Agent": USER_AGENT.format(address=portal),
            "Accept": "*/*",
        }
        connection.request(method, target, headers=headers)
        response = connection.getresponse()
        # The body is not read: closing the line is cheaper for both sides.
        return response.status, response.headers.get("Location", "")
    finally:
        connection.close()


def _connect(host: str, port: int, secure: bool, allow: Allow) -> socket.socket:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    if not all(allow(address) for address in addresses):
        raise PrivateAddressError(host)
    line = socket.create_connection((addresses[0], port), timeout=PATIENCE)
    if not secure:
        return line
    try:
        return ssl.create_default_context().wrap_socket(line, server_hostname=host)
    except BaseException:
        line.close()
        raise
