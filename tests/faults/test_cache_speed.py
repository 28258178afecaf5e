"""A page from the cache costs nginx hardly more than a file of the same size.

Not requests a second, which tell how fast the reader is: the time of the processor that nginx takes
for each. The same requests, over one connection, from the same nginx.
"""

import gzip
import http.client
import os
from pathlib import Path

import pytest

from deploy.rehearsal.places import HOST
from tests.faults.conftest import City

REQUESTS = 2000
ROUNDS = 5
TICKS = os.sysconf("SC_CLK_TCK")


def seconds_of(city: City) -> float:
    """Return how long nginx's worker has used the processor so far."""
    (worker,) = city.rehearsal.nginx.children()[:1]
    schedule = Path(f"/proc/{worker}/schedstat")
    if schedule.exists():
        return int(schedule.read_text().split()[0]) / 1e9
    fields = Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def costs(city: City, paths: list[str], headers: dict[str, str]) -> list[float]:
    """Return the seconds of the processor that nginx takes for each of many requests, at best.

    The addresses take turns, so that what else the machine does meets them alike.
    """
    connection = http.client.HTTPConnection(HOST, timeout=30)
    connection.sock = city.reader().connect()
    found: dict[str, list[float]] = {path: [] for path in paths}
    for _round in range(ROUNDS):
        for path in paths:
            before = seconds_of(city)
            for _number in range(REQUESTS // ROUNDS):
                connection.request("GET", path, headers={"Host": HOST} | headers)
                answer = connection.getresponse()
                answer.read()
                assert answer.status == 200
            found[path].append(seconds_of(city) - before)
    connection.close()
    return [min(found[path]) / (REQUESTS // ROUNDS) for path in paths]


@pytest.fixture(scope="module")
def page(city: City) -> str:
    """An article of 5,000 words: some 50 KB, about as much as the demo city's front page."""
    return city.desk("publish_article", title="E gjatë", words=5000)["url"]


@pytest.fixture(scope="module")
def file(city: City, page: str) -> str:
    """A static file with the content of the page, and its compressed twin beside it."""
    content = city.reader().get(page).body
    folder = city.rehearsal.places.folder / "var" / "static"
    (folder / "page.html").write_bytes(content)
    (folder / "page.html.gz").write_bytes(gzip.compress(content, 6))
    return "/static/page.html"


@pytest.mark.parametrize(("packing", "share"), [("identity", 0.9), ("gzip", 0.8)])
def test_a_page_from_the_cache_costs_hardly_more_than_a_file(city, page, file, packing, share):
    headers = {"Accept-Encoding": packing}
    city.settle()
    assert city.reader().get(page, **headers).status == 200
    assert city.reader().get(page, **headers).cache == "HIT"

    of_file, of_page = costs(city, [file, page], headers)

    told = f"{of_file * 1e6:.0f} µs for a file, {of_page * 1e6:.0f} µs for a page"
    assert of_file / of_page >= share, told
