"""A library by which reading apps read OPDS 2.0 walks through the whole catalogue."""

from io import StringIO

import pytest
from webpub_manifest_parser.opds2 import OPDS2FeedParserFactory

from tests.publications.catalogue import OPDS2, fill, local

pytestmark = pytest.mark.django_db


def test_a_reading_app_finds_every_publication(client, series, books, monkeypatch):
    monkeypatch.setattr("publications.opds.routes.PER_PAGE", 2)
    fill(series, books, issues=4)
    parser = OPDS2FeedParserFactory().create()
    waiting, seen, acquired = [OPDS2], set(), {}
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        seen.add(url)
        result = parser.parse_stream(StringIO(client.get(url).content.decode()))
        assert [str(error) for error in result.errors] == [], url
        feed = result.root
        ways = [*(feed.navigation.links if feed.navigation else [])]
        ways += [link for link in feed.links if "next" in (link.rels or [])]
        waiting += [local(way.href) for way in ways]
        for publication in feed.publications or []:
            files = [link for link in publication.links if link.type == "application/pdf"]
            acquired[publication.metadata.title] = [local(file.href) for file in files]

    assert len(acquired) == 5
    for (file,) in acquired.values():
        response = client.get(file)
        assert b"".join(response.streaming_content).startswith(b"%PDF-")
