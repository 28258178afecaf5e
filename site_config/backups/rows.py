"""Counting and digesting every row of a database, to compare two of them.

A table's digest is the sum of the SHA-256 of its rows, modulo 2²⁵⁶: the same in any order, another
when a row is changed, lost, doubled or added. It guards against loss and error; against forgery the
list of digests is sealed.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

# Rows that are fetched at once.
AT_ONCE = 2000
MODULUS = 2**256


class TableSum(NamedTuple):
    """How many rows a table has, and what they add up to."""

    rows: int
    digest: str


Sums = dict[str, TableSum]


def add_up(rows: Iterable[bytes]) -> TableSum:
    """Return the count and the digest of rows, each as bytes that tell all of it."""
    count, total = 0, 0
    for row in rows:
        count += 1
        total += int.from_bytes(hashlib.sha256(row).digest(), "big")
    return TableSum(count, f"{total % MODULUS:064x}")


def sums_of_sqlite(path: str) -> Sums:
    """Return the sums of all tables of a SQLite file, those behind the search index included."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        # What is not UTF-8 in a column of text would otherwise end the comparing.
        connection.text_factory = bytes
        names = [
            name.decode()
            for name, sql in connection.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
            # A virtual table shows what stands in others, which are here too.
            if not sql.upper().startswith(b"CREATE VIRTUAL")
        ]
        return {
            name: add_up(
                repr(row).encode()
                for row in connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608  (own names)
            )
            for name in names
        }
    finally:
        connection.close()


def sums_of_postgresql(connection: Any) -> Sums:
    """Return the sums of all tables of the connection's database, in its running transaction.

    Args:
        connection: of psycopg2, in a transaction whose snapshot is to be read.
    """
    with connection.cursor() as cursor:
        # The text of a row must not hang on the settings of a server or a role.
        for setting, value in (
            ("extra_float_digits", "3"),
            ("datestyle", "ISO, YMD"),
            ("timezone", "UTC"),
            ("bytea_output", "hex"),
            ("intervalstyle", "postgres"),
        ):
            cursor.execute("SELECT set_config(%s, %s, true)", [setting, value])
        cursor.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
            " WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1"
        )
        names = [name for (name,) in cursor.fetchall()]
    return {name: add_up(_rows_of_postgresql(connection, name)) for name in names}


def _rows_of_postgresql(connection: Any, name: str) -> Iterator[bytes]:
    # A cursor of the server's: a table may be larger than memory.
    with connection.cursor(name="rows") as cursor:
        cursor.itersize = AT_ONCE
        cursor.execute(f"SELECT t::text FROM {name} AS t")  # noqa: S608  (quoted by the server)
        for (row,) in cursor:
            yield row.encode()


def differences(expected: Sums, found: Sums) -> list[str]:
    """Return in words where two databases differ; nothing where they are the same."""
    words = [f"the table {name} is missing" for name in sorted(expected.keys() - found.keys())]
    words += [f"the table {name} is new" for name in sorted(found.keys() - expected.keys())]
    for name in sorted(expected.keys() & found.keys()):
        there, here = expected[name], found[name]
        if there.rows != here.rows:
            words.append(f"the table {name} has {here.rows} rows instead of {there.rows}")
        elif there.digest != here.digest:
            words.append(f"the table {name} has rows that are not the same")
    return words
