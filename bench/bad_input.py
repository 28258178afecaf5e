"""``python -m bench bad-input``: a hundred thousand requests that no honest program sends.

They go to every public address of the demo city, in a database of its own, and none may be
answered by a fault (a status of 500 and above). A request that was can be made again by its number.
"""

import argparse
import json
import multiprocessing
import os
import shutil
import sqlite3
import sys
import tempfile
import time
import warnings
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg2
from psycopg2 import sql

SETTINGS = "site_config.settings.test"
SEED = 2014
# Requests of one part: each begins with the city as it was loaded.
PART = 2000


def main(arguments: list[str]) -> int:
    """Run the benchmark as the command line says; 1 where a request was answered by a fault."""
    parser = argparse.ArgumentParser(prog="python -m bench bad-input", description=__doc__)
    parser.add_argument("--requests", type=int, default=100_000, help="how many")
    parser.add_argument("--first", type=int, default=0, help="the number of the first request")
    parser.add_argument("--seed", type=int, default=SEED, help="names the order of the requests")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--server", default="postgres://postgres@127.0.0.1:5432/postgres")
    parser.add_argument("--processes", type=int, default=1, help="that ask at the same time")
    parser.add_argument("--folder", type=Path, help="keeps the city of SQLite for another run")
    options = parser.parse_args(arguments)
    folder = options.folder or Path(tempfile.mkdtemp(prefix="sheshi-bad-input-"))
    folder.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    try:
        master = _load_city(options, folder)
        last = options.first + options.requests
        parts = [
            (options, master, str(folder), first, min(PART, last - first))
            for first in range(options.first, last, PART)
        ]
        with multiprocessing.get_context("spawn").Pool(
            options.processes, maxtasksperchild=1
        ) as pool:
            report = _add_up(pool.imap_unordered(_ask_part, parts), len(parts))
    finally:
        if options.database == "postgresql":
            _drop(options, str(folder), f"bad_input_{os.getpid()}")
        if options.folder is None:
            shutil.rmtree(folder, ignore_errors=True)
    report |= {"database": options.database, "seed": options.seed}
    report["seconds"] = round(time.perf_counter() - started)
    sys.stdout.write(json.dumps(report, indent=2) + "\n")
    return 1 if report["faults"] else 0


def _add_up(parts: Any, count: int) -> dict[str, Any]:
    statuses: Counter[str] = Counter()
    faults: list[str] = []
    for number, (part_statuses, part_faults) in enumerate(parts, start=1):
        statuses.update(part_statuses)
        faults += part_faults
        sys.stderr.write(f"part {number} of {count}: {len(part_faults)} faults\n")
        for fault in part_faults[:5]:
            sys.stderr.write(f"  {fault[:300]}\n")
    return {
        "requests": statuses.total(),
        "statuses": dict(sorted(statuses.items())),
        "faults": faults,
    }


def _start(address: str, folder: str) -> None:
    """Let Django begin in this process, on one database."""
    os.environ |= {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": SETTINGS}
    import django
    from django.conf import settings

    warnings.simplefilter("ignore")  # One for each cookie that is longer than a cache would take.
    django.setup()
    settings.MEDIA_ROOT = f"{folder}/media"
    settings.PRIVATE_ROOT = f"{folder}/private"


def _load_city(options: argparse.Namespace, folder: Path) -> str:
    """Load the demo city once, in a process of its own; return the address of its database."""
    if options.database == "postgresql":
        address = _new_database(options.server, f"bad_input_{os.getpid()}", template=None)
    else:
        address = f"sqlite:///{folder.resolve()}/city.sqlite3"
        if (folder / "city.sqlite3").exists():
            return address
    loading = multiprocessing.get_context("spawn").Process(
        target=_load, args=(address, str(folder))
    )
    loading.start()
    loading.join()
    if loading.exitcode:
        raise SystemExit("The demo city could not be loaded.")
    return address


def _load(address: str, folder: str) -> None:
    _start(address, folder)
    from django.core.management import call_command
    from wagtail.models import Site

    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_demo", verbosity=0)
    Site.objects.update(hostname="testserver", port=80)


def _ask_part(
    part: tuple[argparse.Namespace, str, str, int, int],
) -> tuple[dict[str, int], list[str]]:
    options, master, folder, first, count = part
    name = f"part_{os.getpid()}_{first}"
    if options.database == "postgresql":
        address = _new_database(options.server, name, template=master.rpartition("/")[2])
    else:
        address = f"sqlite:///{folder}/{name}.sqlite3"
        with (
            closing(sqlite3.connect(f"{folder}/city.sqlite3")) as source,
            closing(sqlite3.connect(f"{folder}/{name}.sqlite3")) as target,
        ):
            source.backup(target)
    try:
        return _ask(address, folder, options.seed, first, count)
    finally:
        _drop(options, folder, name)


def _ask(
    address: str, folder: str, seed: int, first: int, count: int
) -> tuple[dict[str, int], list[str]]:
    _start(address, folder)
    from django.db import connections
    from wagtail.models import Page

    from bench.asking import ask_all
    from bench.bad_requests import bad_requests, public_patterns
    from community.models import User

    known = sorted({page.url for page in Page.objects.live().public() if page.url})
    requests = bad_requests(seed, count, patterns=public_patterns(), known=known, first=first)
    member = User.objects.filter(is_staff=False, groups=None).order_by("pk")[0]
    outcome = ask_all(requests, member=member)
    connections.close_all()
    return {str(status): times for status, times in outcome.statuses.items()}, outcome.faults


def _new_database(server: str, name: str, *, template: str | None) -> str:
    """Make a database on the server, from another one where it is named; return its address."""
    statement = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
    if template:
        statement += sql.SQL(" TEMPLATE {}").format(sql.Identifier(template))
    _execute(server, statement)
    return f"{server.rpartition('/')[0]}/{name}"


def _drop(options: argparse.Namespace, folder: str, name: str) -> None:
    if options.database == "postgresql":
        statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        _execute(options.server, statement)
    for suffix in ("", "-wal", "-shm"):
        Path(f"{folder}/{name}.sqlite3{suffix}").unlink(missing_ok=True)


def _execute(server: str, statement: sql.Composed) -> None:
    with closing(psycopg2.connect(server)) as connection:
        connection.autocommit = True  # Databases are made outside every transaction.
        with connection.cursor() as cursor:
            cursor.execute(statement)
