"""Requests that no honest program sends, made from a seed: the same seed, the same requests."""

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

from bench.hostile_values import (
    CONTENT_TYPES,
    FIELDS,
    HEADERS,
    LANGUAGES,
    METHODS,
    NUMBERS,
    TEXTS,
)

# Beginnings of addresses that are no public ones.
CLOSED = ("admin/", "django-admin/", "static/")


@dataclass(frozen=True)
class BadRequest:
    """One request.

    Attributes:
        number: its place in the order of its seed.
        method: of HTTP, or none of it.
        url: path and query, percent-encoded more or less.
        body: what is sent.
        content_type: what the body is said to be.
        headers: beside the type; values as latin-1.
        address: where it comes from; each has its own, so that no limit hides what lies behind.
        signed_in: whether a member sends it.
    """

    number: int
    method: str
    url: str
    body: bytes
    content_type: str
    address: str
    signed_in: bool
    headers: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"request {self.number}: {self.method} {self.url[:150]} ({self.content_type[:40]})"


def public_patterns() -> list[str]:
    """Return the pattern of every address outside the admin, from the root on."""
    return [
        pattern
        for pattern in _walk(get_resolver(), "")
        if not pattern.lstrip("^").startswith(CLOSED)
    ]


def bad_requests(
    seed: int, count: int, *, patterns: Sequence[str], known: Sequence[str], first: int = 0
) -> Iterator[BadRequest]:
    """Make requests, spread evenly over all patterns.

    Args:
        seed: names the order.
        count: how many.
        patterns: of `public_patterns`.
        known: paths that exist, which are mixed in and broken.
        first: the number of the first one; any part of an order can be made by itself.
    """
    for number in range(first, first + count):
        # Each by itself, so that one of 100,000 can be looked at without the others.
        chance = random.Random(f"{seed} {number}")  # noqa: S311  (no secret)
        path = _path(chance, patterns[number % len(patterns)], known)
        [method] = chance.choices(list(METHODS), list(METHODS.values()))
        content_type, body = _body(chance) if method not in {"GET", "HEAD"} else ("", b"")
        query = _query(chance) if chance.random() < 0.6 else ""
        yield BadRequest(
            number=number,
            method=method,
            url=path + query,
            body=body,
            content_type=content_type,
            address=f"2001:db8:{chance.randrange(65536):x}:{chance.randrange(65536):x}::1",
            signed_in=chance.random() < 0.35,
            headers=_headers(chance),
        )


def _walk(resolver: URLResolver, prefix: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        step = entry.pattern
        pattern = prefix + ("<language>/" if isinstance(step, LocalePrefixPattern) else str(step))
        if isinstance(entry, URLPattern):
            yield pattern
        else:
            yield from _walk(entry, pattern)


def _path(chance: random.Random, pattern: str, known: Sequence[str]) -> str:
    if "<" not in pattern and "(" not in pattern and chance.random() < 0.2:
        pattern = chance.choice(known).lstrip("/")
    path = re.sub(r"<language>", lambda _: _weighted(chance, LANGUAGES), pattern)
    path = re.sub(r"<(?:(\w+):)?\w+>", lambda found: _argument(chance, found[1] or ""), path)
    # Groups of regular expressions, innermost first.
    while (simpler := re.sub(r"\([^()]*\)[*+?]?", lambda _: _argument(chance, ""), path)) != path:
        path = simpler
    path = "/" + re.sub(r"[\^$\\?]|Z$", "", path).lstrip("/")
    if chance.random() < 0.15:
        path += quote(_text(chance), safe="%/", errors="surrogatepass")
    if chance.random() < 0.05:
        at = chance.randrange(len(path))
        path = (
            path[:at]
            + chance.choice(("%00", "%FF", "%C3%28", "//", "%2e%2e/", ";", "%"))
            + path[at:]
        )
    return path


def _weighted(chance: random.Random, values: Sequence[str]) -> str:
    """Return mostly one of the first two."""
    return chance.choice(values[:2]) if chance.random() < 0.95 else chance.choice(values)


def _argument(chance: random.Random, kind: str) -> str:
    if chance.random() < 0.5:
        return str(chance.randrange(1, 400))
    if kind == "int" or chance.random() < 0.3:
        return quote(chance.choice(NUMBERS))
    return quote(_text(chance), safe="%/", errors="surrogatepass") or "x"


def _text(chance: random.Random) -> str:
    if chance.random() < 0.75:
        return chance.choice(TEXTS)
    return "".join(chr(chance.choice((*range(128), 233, 1575, 8238, 128690))) for _ in range(12))


def _value(chance: random.Random) -> str:
    return chance.choice(NUMBERS) if chance.random() < 0.4 else _text(chance)


def _pairs(chance: random.Random) -> list[tuple[str, str]]:
    return [
        (
            _weighted(chance, FIELDS) if chance.random() < 0.05 else chance.choice(FIELDS),
            _value(chance),
        )
        for _ in range(chance.randrange(1, 9))
    ]


def _query(chance: random.Random) -> str:
    if chance.random() < 0.1:
        return "?" + chance.choice(
            ("%00", "%FF=%FF", "&&&", "=", "q=%", "a=1&" * 2000, "q=%ED%A0%80")
        )
    return "?" + urlencode(_pairs(chance), errors="surrogatepass")


def _body(chance: random.Random) -> tuple[str, bytes]:
    content_type = (
        _weighted(chance, CONTENT_TYPES) if chance.random() < 0.5 else chance.choice(CONTENT_TYPES)
    )
    pairs = _pairs(chance)
    makers: dict[str, Callable[[], bytes]] = {
        "application/json": lambda: json.dumps(dict(pairs)).encode("utf-8", "replace"),
        "multipart/form-data; boundary=x": lambda: _multipart(chance, pairs),
    }
    make = makers.get(content_type, lambda: urlencode(pairs, errors="surrogatepass").encode())
    body = make()
    if chance.random() < 0.1:
        body = body[: chance.randrange(len(body) + 1)] + chance.randbytes(chance.randrange(60))
    return content_type, body


def _multipart(chance: random.Random, pairs: Sequence[tuple[str, str]]) -> bytes:
    parts = []
    for name, value in pairs:
        disposition = f'form-data; name="{name}"'
        if chance.random() < 0.3:
            disposition += f'; filename="{_text(chance)[:40]}"\r\nContent-Type: image/png'
        parts.append(f"--x\r\nContent-Disposition: {disposition}\r\n\r\n{value}\r\n")
    return ("".join(parts) + "--x--\r\n").encode("utf-8", "replace")


def _headers(chance: random.Random) -> dict[str, str]:
    names = chance.sample(list(HEADERS), chance.choice((0, 0, 1, 1, 2, 4)))
    # A foreign host is refused before anything else: seldom, or nothing else would be seen.
    chosen = {name: chance.choice(HEADERS[name]) for name in names}
    if chosen.get("Host", "testserver") != "testserver" and chance.random() < 0.8:
        chosen.pop("Host")
    return chosen
