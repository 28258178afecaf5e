"""A server that has frozen is given up in time; one that answers is not hurried."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from threading import Event, Thread

import pytest
from django.db import OperationalError, connection

from site_config.postgresql import base, waiting

pytestmark = pytest.mark.django_db
needs_server = pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")


def wrapper(host: str, port: int, **more: object) -> base.DatabaseWrapper:
    """Return a connection of Django's, as production makes it."""
    parameters = {
        **(connection.settings_dict if connection.vendor == "postgresql" else EMPTY),
        "ENGINE": "site_config.postgresql",
        "HOST": host,
        "PORT": port,
        **more,
    }
    return base.DatabaseWrapper(parameters, alias="patient")


EMPTY = {
    "NAME": "portal",
    "USER": "portal",
    "PASSWORD": "",
    "OPTIONS": {"connect_timeout": 2},
    "CONN_MAX_AGE": 60,
    "CONN_HEALTH_CHECKS": True,
    "AUTOCOMMIT": True,
    "TIME_ZONE": None,
    "ATOMIC_REQUESTS": False,
    "TEST": {},
}


@contextmanager
def frozen_server() -> Iterator[int]:
    """Yield the port of a server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@contextmanager
def between(host: str, port: int) -> Iterator[tuple[int, Event]]:
    """Stand between a client and a server; yield the port, and what freezes the line when set."""
    frozen, ended = Event(), Event()
    lines: list[socket.socket] = []

    def carry(one: socket.socket, other: socket.socket) -> None:
        try:
            while raw := one.recv(65_536):
                if frozen.is_set():
                    ended.wait(30)
                    return
                other.sendall(raw)
        except OSError:
            pass  # The line was hung up.

    def listen() -> None:
        while not ended.is_set():
            try:
                client, _address = server.accept()
            except OSError:
                return
            there = socket.create_connection((host, port))
            lines.extend((client, there))
            for pair in ((client, there), (there, client)):
                Thread(target=carry, args=pair, daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=listen, daemon=True).start()
        try:
            yield server.getsockname()[1], frozen
        finally:
            ended.set()
            for line in lines:
                # Closing alone would wait for whoever still reads from it.
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
                line.close()


def test_a_server_that_says_nothing_is_given_up_within_three_seconds():
    with frozen_server() as port:
        patient = wrapper("127.0.0.1", port)
        started = time.monotonic()
        with pytest.raises(OperationalError, match="not answered"):
            patient.ensure_connection()

    assert time.monotonic() - started < 3


def test_a_server_that_is_down_is_told_at_once():
    with pytest.raises(OperationalError):
        wrapper("127.0.0.1", 9).ensure_connection()


@needs_server
def test_a_kept_connection_whose_server_freezes_is_given_up_within_three_seconds():
    known = connection.settings_dict
    with between(known["HOST"], int(known["PORT"] or 5432)) as (port, frozen):
        patient = wrapper("127.0.0.1", port, CONN_HEALTH_CHECKS=True)
        try:
            with patient.cursor() as cursor:
                cursor.execute("SELECT 42")
                assert cursor.fetchone() == (42,)
            assert patient.is_usable()
            frozen.set()
            started = time.monotonic()
            patient.health_check_enabled, patient.health_check_done = True, False
            with pytest.raises(OperationalError), patient.cursor():
                pass
            assert time.monotonic() - started < 3
        finally:
            patient.close()


@needs_server
def test_an_answer_is_waited_for_no_longer_than_the_limit():
    known = connection.settings_dict
    with between(known["HOST"], int(known["PORT"] or 5432)) as (port, frozen):
        patient = wrapper("127.0.0.1", port, ANSWER_SECONDS=0.5)
        try:
            with patient.cursor() as cursor:
                frozen.set()
                with pytest.raises(OperationalError, match=r"not answered for 0\.5 s"):
                    cursor.execute("SELECT 42")
        finally:
            patient.close()


@needs_server
def test_a_question_whose_server_freezes_is_given_up_within_three_seconds():
    known = connection.settings_dict
    with between(known["HOST"], int(known["PORT"] or 5432)) as (port, frozen):
        patient = wrapper("127.0.0.1", port)
        try:
            with patient.cursor() as cursor:
                frozen.set()
                started = time.monotonic()
                with pytest.raises(OperationalError, match="stopped answering"):
                    cursor.execute("SELECT 42")
                assert time.monotonic() - started < 3
        finally:
            patient.close()


@needs_server
def test_a_long_question_to_a_server_that_is_there_is_waited_for():
    known = connection.settings_dict
    patient = wrapper(known["HOST"], int(known["PORT"] or 5432))
    try:
        with patient.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(2), 42")
            assert cursor.fetchone()[1] == 42
    finally:
        patient.close()


@needs_server
def test_a_slow_answer_within_the_limit_arrives_and_errors_are_the_servers_own():
    known = connection.settings_dict
    patient = wrapper(known["HOST"], int(known["PORT"] or 5432))
    try:
        with patient.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(0.3), repeat('x', 3000000)")
            assert len(cursor.fetchone()[1]) == 3_000_000
            cursor.execute("SET statement_timeout = '200ms'")
            with pytest.raises(OperationalError, match="statement timeout"):
                cursor.execute("SELECT pg_sleep(5)")
            cursor.execute("SELECT 1")
            assert cursor.fetchone() == (1,)
    finally:
        patient.close()


@needs_server
def test_connections_of_others_wait_as_long_as_it_takes():
    waiting.install()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.2)")


def test_work_after_the_commit_that_fails_has_a_name(caplog):
    patient = wrapper("127.0.0.1", 9)
    patient.connection, patient.in_atomic_block, patient.savepoint_ids = object(), True, []
    patient.on_commit(partial(int, "no number"), robust=True)
    patient.in_atomic_block = False

    patient.run_and_clear_commit_hooks()

    assert "Error calling int in on_commit()" in caplog.text
