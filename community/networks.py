"""Network addresses, kept only as far as they tell a network."""

import ipaddress

# What is left of an address that is stored: the network of some hundred customers, not one.
IPV4_PREFIX, IPV6_PREFIX = 24, 48


def shortened_address(address: str) -> str | None:
    """Return the network of an address, such as ``192.0.2.0``; nothing where it is no address.

    Args:
        address: IPv4 or IPv6, as `site_config.rate_limits.client_address` gives it.
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return None
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    prefix = IPV4_PREFIX if parsed.version == 4 else IPV6_PREFIX
    return str(ipaddress.ip_network((parsed, prefix), strict=False).network_address)
