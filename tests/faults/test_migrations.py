"""A migration that is killed half-way is begun again by the same command."""

import os
import signal
import subprocess
import time

import psycopg2
import pytest

from deploy.rehearsal.places import DATABASE, ROOT
from tests.faults.conftest import City
from tests.faults.host import copy_database

COPY = "half_way"
# As far back as there is something to do, and every step has a way back.
APP, EARLIER = "home", "0007"


def run(city: City, *arguments: str) -> int:
    """Run a command of the portal on the copy; return its exit status."""
    return start(city, *arguments).wait(180)


def start(city: City, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a command of the portal on the copy."""
    places = city.rehearsal.places
    environment = places.environment()
    environment["DATABASE_URL"] = environment["DATABASE_URL"].removesuffix(DATABASE) + COPY
    log = (places.folder / "log" / "migrate.log").open("ab")
    with log:
        command = [str(places.python), "manage.py", *arguments]
        return subprocess.Popen(command, env=environment, cwd=ROOT, stdout=log, stderr=log)


@pytest.fixture
def server(city: City) -> str:
    """The address of the database server, on which there is a copy of the city's database."""
    return copy_database(city.rehearsal.places, COPY).removesuffix(COPY)


def applied(server: str) -> int:
    """Return how many migrations of the app are done."""
    with psycopg2.connect(f"{server}{COPY}") as connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_migrations WHERE app = %s", [APP])
        (number,) = cursor.fetchone()
    connection.close()
    return number


def test_a_killed_migration_is_begun_again(city, server):
    whole = applied(server)
    assert run(city, "migrate", APP, EARLIER) == 0
    earlier = applied(server)

    migrating = start(city, "migrate", APP)
    while applied(server) == earlier and migrating.poll() is None:
        time.sleep(0.01)
    os.kill(migrating.pid, signal.SIGKILL)
    migrating.wait()
    half = applied(server)

    # The twin: left as it is, the schema is not what the code expects.
    assert earlier < half < whole
    assert run(city, "migrate", "--check") != 0
    assert run(city, "migrate") == 0
    assert run(city, "migrate", "--check") == 0
    assert applied(server) == whole
