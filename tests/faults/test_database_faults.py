"""PostgreSQL restarted, stopped and frozen while people write and read."""

import signal
import threading
import time
from dataclasses import dataclass, replace

import psycopg2
import pytest

from deploy.rehearsal.processes import Process, await_that
from tests.faults.conftest import City
from tests.faults.readers import Crowd, Reader

UNCACHED = "/en/community/discussions/new/"
# Seconds of an outage. A server that is gone is noticed at once, so that eight are enough there.
OUTAGES = {"stopped": 8, "frozen": 30}


def write_until_stored(
    city: City, reader: Reader, words: list[str], statuses: list[int], stored: list[str]
) -> None:
    """Write comments; what was not acknowledged is sent again, as people do."""
    form = {"csrfmiddlewaretoken": reader.cookies["__Host-csrf"]}
    for text in words:
        while text not in stored:
            answer = reader.post(city.write_path, form | {"text": text, "submission": text})
            statuses.append(answer.status)
            if answer.status == 302:
                stored.append(text)
            time.sleep(0.3)


def takes_questions(city: City) -> bool:
    """Say whether the database has come up: after a crash it listens before it answers."""
    try:
        psycopg2.connect(city.rehearsal.places.database_url).close()
    except psycopg2.OperationalError:
        return False
    return True


@dataclass
class Written:
    """What people and an editor wrote while the database was ended again and again."""

    statuses: list[int]
    acknowledged: list[str]
    stored: list[str]
    published: list[int]
    live: list[int]


def write_through_ends(city: City, database: Process, prefix: str) -> Written:
    """Write comments and publish articles while the database is ended and started twice."""
    readers = [city.reader(session) for session in city.desk("make_members", count=2)]
    for reader in readers:
        reader.open_form(city.write_path)
    statuses: list[int] = []
    acknowledged: list[str] = []
    published: list[int] = []
    writers = [
        threading.Thread(
            target=write_until_stored,
            args=(city, reader, [f"{prefix} {n} {m}." for m in range(6)], statuses, acknowledged),
        )
        for n, reader in enumerate(readers)
    ]
    editor = threading.Thread(
        target=lambda: published.extend(city.desk("publish_many", prefix=prefix, count=8))
    )
    for thread in (*writers, editor):
        thread.start()
    for _time in range(2):
        written = len(acknowledged)
        await_that(lambda written=written: len(acknowledged) > written + 1, 10)
        database.stop()
        database.start()
    for thread in (*writers, editor):
        thread.join(120)
    await_that(lambda: takes_questions(city))
    stored = city.desk("comments_with", words=prefix)
    live = city.desk("live_pages", numbers=published)
    return Written(statuses, acknowledged, stored, published, live)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGQUIT], ids=["restart", "crash"])
def test_a_restart_loses_and_doubles_nothing(city, end):
    database = replace(city.rehearsal.database, stop_signal=end)

    written = write_through_ends(city, database, f"Restart {end.name}")

    assert sorted(written.stored) == sorted(written.acknowledged)
    assert len(written.stored) == len(set(written.stored)) == 12
    assert set(written.statuses) <= {302, 503}
    assert written.live == sorted(written.published)
    assert written.published


def test_twin_who_thanks_for_what_was_not_stored_loses_it(city):
    (session,) = city.desk("make_members", count=1)
    statuses: list[int] = []
    acknowledged: list[str] = []
    with city.node_with("polite") as reader:
        reader.cookies["__Host-sid"] = session
        reader.open_form(city.write_path)
        city.rehearsal.database.stop()
        try:
            write_until_stored(city, reader, ["Polite."], statuses, acknowledged)
        finally:
            city.rehearsal.database.start()

    assert acknowledged == ["Polite."]
    assert city.desk("comments_with", words="Polite.") == []


def refused_after_a_restart(city: City, reader: Reader, session: str) -> list[int | str]:
    """Return what was refused five seconds after a restart of the database."""
    reader.cookies["__Host-sid"] = session
    with Crowd(reader, [UNCACHED], per_second=40):
        time.sleep(1.5)  # Every thread has its connection.
    city.rehearsal.database.stop()
    city.rehearsal.database.start()
    time.sleep(5)
    with Crowd(reader, [UNCACHED], per_second=40) as crowd:
        time.sleep(1.5)
    assert crowd.answers
    return crowd.refused


def test_five_seconds_after_a_restart_everything_is_well(city):
    (session,) = city.desk("make_members", count=1)

    assert refused_after_a_restart(city, city.reader(), session) == []


def test_twin_connections_that_nobody_looks_after_fail_after_a_restart(city):
    (session,) = city.desk("make_members", count=1)
    with city.node_with("stale_connections") as reader:
        assert refused_after_a_restart(city, reader, session)


@pytest.mark.parametrize("fault", OUTAGES)
def test_without_a_database_warmed_pages_are_read_and_the_rest_says_come_back(city, fault):
    (session,) = city.desk("make_members", count=1)
    writer = city.reader(session)
    form = writer.open_form(city.write_path)
    city.settle()
    city.warm()
    # What the machine takes anyway: it may have other things to do.
    with Crowd(city.reader(session), [UNCACHED], per_second=10) as before:
        before.await_answers(20)
    allowed = 3 + max(answer.seconds for answer in before.answers)
    database = city.rehearsal.database
    if fault == "stopped":
        database.stop()
    else:
        database.freeze()
    try:
        with (
            Crowd(city.reader(), city.public_paths, per_second=40) as warmed,
            Crowd(city.reader(session), [UNCACHED], per_second=10) as others,
        ):
            words = "Words that took me a while, and that I would not type twice."
            posted = writer.post(city.write_path, form | {"text": words})
            time.sleep(OUTAGES[fault])
    finally:
        if fault == "stopped":
            database.start()
        else:
            database.thaw()

    assert len(warmed.answers) > 50
    assert warmed.refused == []
    assert {answer.status for answer in (*others.answers, posted)} == {503}
    assert all("retry-after" in answer.headers for answer in others.answers)
    assert max(answer.seconds for answer in (*others.answers, posted)) < allowed
    assert words in posted.text
    time.sleep(2)
    assert city.reader(session).get(UNCACHED).status == 200


def test_twin_a_frozen_database_holds_whoever_has_no_patience_of_their_own(city):
    (session,) = city.desk("make_members", count=1)
    with city.node_with("endless_patience") as reader:
        reader.cookies["__Host-sid"] = session
        assert reader.get(UNCACHED).status == 200
        reader.patience = 4
        city.rehearsal.database.freeze()
        try:
            with pytest.raises(TimeoutError):
                reader.get(UNCACHED)
        finally:
            city.rehearsal.database.thaw()
