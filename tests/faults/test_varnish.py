"""The other cache: Varnish behind nginx, for several web hosts, configured as in production."""

import http.client
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from deploy.rehearsal.places import HOST, missing_programs
from deploy.rehearsal.servers import configure_nginx
from tests.faults.conftest import City
from tests.faults.desk import Desk
from tests.faults.readers import Reader
from tests.faults.test_purging import see, statuses
from tests.leaving_out import leave_out


@pytest.fixture(scope="module")
def varnish(city: City) -> Iterator[None]:
    """Varnish between nginx and the web nodes, instead of nginx's own copies."""
    if missing := missing_programs("varnish"):
        leave_out(f"not installed here: {', '.join(missing)}")
    rehearsal = city.rehearsal
    try:
        rehearsal.varnish.start()
        configure_nginx(rehearsal.places, behind_varnish=True)
        rehearsal.nginx.stop()
        rehearsal.nginx.start()
        end = time.monotonic() + 30  # Until its probes have found the nodes.
        while city.reader().get("/robots.txt").status != 200 and time.monotonic() < end:
            time.sleep(0.2)
        yield
    finally:
        rehearsal.varnish.kill()
        configure_nginx(rehearsal.places)
        rehearsal.nginx.stop()
        rehearsal.nginx.start()


@pytest.fixture(scope="module")
def desk(city: City, varnish: None) -> Iterator[Desk]:
    """A desk whose changes are told to Varnish."""
    place = f"http://127.0.0.1:{city.rehearsal.places.varnish_port}"
    with city.desk_with(FRONT_CACHES=place) as desk:
        yield desk


def test_a_change_is_seen_where_it_is_listed_and_nothing_else_is_forgotten(city, desk):
    unrelated = city.articles[0]["url"]
    statuses(city, city.newsroom, unrelated)
    assert statuses(city, city.newsroom, unrelated) == ["HIT", "HIT"]

    article = desk("publish_article", title="Varnish e di")

    assert statuses(city, unrelated) == ["HIT"]
    assert see(city, city.newsroom, lambda text: article["url"] in text) is not None


@pytest.mark.parametrize("is_told", [True, False], ids=["told", "twin: nobody tells it"])
def test_of_a_page_that_became_private_nobody_gets_a_copy(city, desk, is_told):
    article = desk("publish_article", title=f"Varnish harron {is_told}")
    copies = [article["url"], f"{article['url']}?nga=posta"]
    statuses(city, *copies)
    assert statuses(city, *copies) == ["HIT", "HIT"]

    # The city's own desk tells the other cache.
    (desk if is_told else city.desk)("make_private", number=article["id"])
    with ThreadPoolExecutor(8) as readers:
        answers = list(readers.map(city.reader().get, copies * 100))

    leaked = [answer for answer in answers if "Fjala e Varnish" in answer.text]
    assert len(answers) == 200
    assert bool(leaked) is not is_told


def test_cookies_of_others_neither_split_nor_bypass_the_cache(city, varnish):
    city.reader().get(city.newsroom)
    stranger = city.reader()
    stranger.cookies = {"_ga": "GA1.2.3", "member": "1"}

    assert stranger.get(city.newsroom).cache == "HIT"
    assert city.reader("a-session").get(city.newsroom).cache == "BYPASS"


def test_every_kind_of_word_is_taken(city, varnish):
    # As the portal asks it: without TLS, and handed on by nobody.
    port = city.rehearsal.places.varnish_port
    portal = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    words = "f12 p12 pages r-discussion7 rows s12"
    portal.request("PURGE", "/", headers={"Host": HOST, "X-Purge": words})

    assert portal.getresponse().status == 200
    portal.close()


def test_a_reader_can_have_nothing_forgotten(city, varnish):
    end = time.monotonic() + 30
    while statuses(city, city.newsroom) != ["HIT"] and time.monotonic() < end:
        time.sleep(0.2)

    refused = city.reader().purge("/", "*").status
    handed_on = Reader(city.rehearsal.places.varnish_port, is_proxy=True).purge("/", "*").status

    assert (refused, handed_on) == (405, 403)
    assert statuses(city, city.newsroom) == ["HIT"]


def test_without_redis_all_nodes_serve_what_no_cache_keeps(city, varnish):
    city.rehearsal.redis.kill()
    try:
        # Longer than Varnish's probes need to give up a node.
        end = time.monotonic() + 10
        found = set()
        while time.monotonic() < end:
            found.add(city.reader().get("/en/account/login/").status)
            time.sleep(0.5)
    finally:
        city.rehearsal.redis.start()

    assert found == {200}


def test_without_any_node_the_last_copy_is_served(city, varnish):
    city.warm()
    for node in city.rehearsal.web:
        node.kill()
    try:
        warmed = [city.reader().get(path).status for path in city.public_paths]
        cold = city.reader().get("/en/account/login/")
    finally:
        for node in city.rehearsal.web:
            node.start()

    assert set(warmed) == {200}
    assert cold.status == 503
    assert "retry-after" in cold.headers
