"""Which IP addresses belong to the public internet.

The ranges are those of the IANA registries
https://www.iana.org/assignments/iana-ipv4-special-registry and
https://www.iana.org/assignments/iana-ipv6-special-registry, written out because what the
`ipaddress` module calls global differs between versions of Python.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_PRIVATE_V4 = tuple(
    map(
        IPv4Network,
        (
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
            *("172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24"),
            *("192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
            *("224.0.0.0/4", "240.0.0.0/4"),
            # A public number behind which a cloud (Azure) answers its own machines only.
            "168.63.129.16/32",
        ),
    )
)
_PUBLIC_V6 = IPv6Network("2000::/3")
# Tunnels (Teredo, 6to4) lead to IPv4 addresses of anybody's choice; no news site lives there.
_PRIVATE_V6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(text: str) -> bool:
    """Tell whether the IP address `text` is one of the public internet.

    Private, loopback, link-local, carrier-grade NAT, metadata, multicast, reserved and
    documentation addresses are not, nor is an IPv6 address that stands for such an IPv4 address.
    """
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        inner = _embedded(address)
        if inner is None:
            return address in _PUBLIC_V6 and not any(address in range_ for range_ in _PRIVATE_V6)
        address = inner
    return not any(address in range_ for range_ in _PRIVATE_V4)


def _embedded(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped
