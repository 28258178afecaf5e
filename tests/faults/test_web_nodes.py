"""Web nodes that die under load, one by one and all together."""

import os
import signal
import threading
import time
from itertools import cycle, islice

import pytest

from tests.faults.conftest import City
from tests.faults.readers import Crowd

ALONE = {"proxy_next_upstream error timeout http_502;": "proxy_next_upstream off;"}
MOST_KILLS = 40
WITHOUT_CACHE = {"proxy_cache sheshi;": "proxy_cache off;"}
# What no cache answers, so that each request reaches a worker.
UNCACHED = ["/en/community/me/menu/", "/en/account/login/", "/en/community/comments/puzzle/"]


def write_comments(city: City, session: str, prefix: str, stop: threading.Event) -> list[str]:
    """Write one comment after the other until told to stop; return the acknowledged ones."""
    reader, acknowledged = city.reader(session), []
    form = reader.open_form(city.write_path)
    for number in range(9):  # More than ten are a flood.
        words = f"{prefix} {number}."
        if reader.post(city.write_path, form | {"text": words, "submission": words}).status == 302:
            acknowledged.append(words)
        if stop.wait(0.3):
            break
    return acknowledged


def lost_by(crowd: Crowd) -> list[int | str]:
    """Return how reads have failed so far, but for limits, which are no fault."""
    return [status for status in crowd.refused if status != 429]


@pytest.mark.parametrize("changes", [{}, ALONE], ids=["asked again", "twin: nobody is asked again"])
def test_workers_that_are_killed_under_load_lose_nothing_that_is_read(city, changes):
    (session,) = city.desk("make_members", count=1)
    prefix = f"Under load {len(changes)}"
    acknowledged: list[str] = []
    stop = threading.Event()
    writer = threading.Thread(
        target=lambda: acknowledged.extend(write_comments(city, session, prefix, stop))
    )
    # Whether a kill meets a request is chance: the twin may try until one does.
    kills = MOST_KILLS if changes else 3
    with city.nginx_with(changes):
        writer.start()
        with Crowd(city.reader(), UNCACHED, per_second=50) as crowd:
            for node in islice(cycle(city.rehearsal.web), kills):
                crowd.await_answers(30)
                if changes and lost_by(crowd):
                    break
                os.kill(node.children()[0], signal.SIGKILL)
            crowd.await_answers(30)
        stop.set()
        writer.join(60)

    failed = lost_by(crowd)
    stored = city.desk("comments_with", words=prefix)
    assert set(acknowledged) <= set(stored)
    assert len(stored) == len(set(stored))
    if changes:
        assert failed, "the twin must lose requests"
    else:
        assert failed == []
        # A comment is sent to one node once: whom the kill met may have to send it again.
        assert len(set(stored) - set(acknowledged)) <= kills


@pytest.mark.parametrize("changes", [{}, WITHOUT_CACHE], ids=["cached", "twin: no cache"])
def test_without_any_node_the_cache_goes_on_serving_the_last_copy(city, changes):
    with city.nginx_with(changes):
        city.warm()
        assert city.reader().get("/").status == 302
        for node in city.rehearsal.web:
            node.kill()
        try:
            warmed = [city.reader().get(path) for path in city.public_paths]
            front = city.reader().get("/")
            cold = city.reader().get("/en/account/login/")
        finally:
            for node in city.rehearsal.web:
                node.start()

    assert ({answer.status for answer in warmed} == {200}) is not bool(changes)
    assert cold.status == 503
    assert cold.headers["retry-after"] == "10"
    assert "Kthehemi pas pak" in cold.text
    assert cold.seconds < 3
    assert front.status == (503 if changes else 302)


def test_copies_that_have_grown_old_are_served_while_the_portal_is_away(city):
    """Old by the portal's own word (``stale-if-error``): the twin of freshness itself."""
    from deploy.rehearsal.servers import web_node

    places = city.rehearsal.places
    short = {"DJANGO_SETTINGS_MODULE": "tests.faults.broken.short_lives", "WEB_CONCURRENCY": "1"}
    (first, second) = city.rehearsal.web
    broken = web_node(places, places.web_ports[0], short)
    city.forget_copies()
    first.kill()
    second.kill()
    try:
        broken.start()
        city.warm()
        time.sleep(2.5)  # nginx counts whole seconds.
        broken.kill()
        answers = [city.reader().get(path) for path in city.public_paths]
    finally:
        broken.kill()
        first.start()
        second.start()

    assert {(answer.status, answer.cache) for answer in answers} == {(200, "STALE")}
