"""Redis, the mail server and the disk away, each for a while."""

import re
import threading
from collections import Counter
from itertools import takewhile

from deploy.rehearsal.processes import await_that
from tests.faults.conftest import City
from tests.faults.readers import Reader

# The requirement says a thousand for an hour; what counts is that all of them wait at once.
MAILS = 200
# Searches: twice as many as are granted in one minute.
MOST = 40


def statuses_without_redis(city: City, reader: Reader) -> list[int]:
    """Return how pages are answered that no cache keeps, while Redis is away."""
    city.rehearsal.redis.kill()
    try:
        thread = city.desk("discussion_url", number=city.discussion)
        paths = [thread, "/en/account/login/", "/sq/?asnje=kopje"]
        return [reader.get(path).status for path in paths]
    finally:
        city.rehearsal.redis.start()


def test_without_redis_pages_are_served(city):
    city.forget_copies()

    assert statuses_without_redis(city, city.reader()) == [200, 200, 200]


def test_twin_with_a_cache_that_fails_pages_fail(city):
    with city.node_with("fragile_redis") as reader:
        assert 500 in statuses_without_redis(city, reader)


def granted_without_redis(city: City, reader: Reader) -> list[int]:
    """Return how searches are answered, while Redis is away, until one is refused."""
    city.rehearsal.redis.kill()
    try:
        # Twenty a minute: windows begin with the clock's minutes, and one may begin in between.
        asked = (reader.get(f"/en/search/?q=street{number}").status for number in range(MOST + 1))
        return list(takewhile(lambda status: status != 429, asked))
    finally:
        city.rehearsal.redis.start()


def test_without_redis_limits_still_limit(city):
    statuses = granted_without_redis(city, city.reader())

    assert set(statuses) == {200}
    assert MOST / 2 <= len(statuses) <= MOST


def test_twin_limits_that_are_counted_nowhere_else_are_open(city):
    with city.node_with("uncounted") as reader:
        assert len(granted_without_redis(city, reader)) == MOST + 1


def test_without_redis_the_door_opens_and_counts(city):
    city.rehearsal.redis.kill()
    try:
        reader = city.reader()
        typed = {"login": "nobody@example.org", "password": "not the right one"}
        # Five failures of an account in a quarter of an hour, one of which may begin in between.
        opened = (
            reader.post("/en/account/login/", reader.open_form("/en/account/login/") | typed)
            for _attempt in range(11)
        )
        statuses = [answer.status for answer in opened]
    finally:
        city.rehearsal.redis.start()

    assert statuses[:5] == [200] * 5
    assert statuses[-1] == 429


def arrived(city: City, prefix: str) -> Counter[str]:
    """Return how often the mail server got a mail for each mailbox."""
    mails = city.rehearsal.places.mails.glob("*.eml")
    found = (re.search(rf"^To: ({prefix}\d+@\S+)", m.read_text(), re.MULTILINE) for m in mails)
    return Counter(match[1] for match in found if match)


def send_after_an_outage(city: City, prefix: str, settings: str) -> Counter[str]:
    """Queue mails without a mail server, bring it back, and send from three nodes at once."""
    city.rehearsal.smtp.kill()
    try:
        city.desk("queue_mails", count=MAILS, prefix=prefix)
        assert city.reader().get("/en/account/login/").seconds < 3
        # All were tried in vain, so that the nodes below have something to send.
        assert await_that(lambda: not city.desk("untried_mails", prefix=prefix), patience=90)
    finally:
        city.rehearsal.smtp.start()
    with city.desk_with(settings) as one, city.desk_with(settings) as other:
        one("make_mails_due", prefix=prefix)
        nodes = [threading.Thread(target=desk, args=("deliver_mails",)) for desk in (one, other)]
        for node in nodes:
            node.start()
        for node in nodes:
            node.join(120)
        # What another held for a moment was passed over.
        one("make_mails_due", prefix=prefix)
        one("deliver_mails")
        assert one("mails_by_state", prefix=prefix) == {"sent": MAILS}
    return arrived(city, prefix)


def test_mails_wait_for_their_server_and_leave_once_each(city):
    mails = send_after_an_outage(city, "waits", "")

    assert len(mails) == MAILS
    assert set(mails.values()) == {1}


def test_twin_without_locks_mails_leave_twice(city):
    mails = send_after_an_outage(city, "twice", "unlocked")

    assert max(mails.values()) > 1
