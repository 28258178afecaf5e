"""Copies of one row by the thousand, written by the database itself."""

from typing import Any

from django.db import connection

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def copy_rows(
    cursor: Any, made: str, model: type, key: int, changed: dict[str, str], also: str = ""
) -> None:
    """Copy one row for each row of a table of what is made, with other values in some columns.

    Args:
        cursor: on the database.
        made: the table, which ``changed`` calls ``made``.
        model: of what a row is copied.
        key: the primary key of the row.
        changed: SQL by the name of the column.
        also: a further condition on the rows of ``made``.
    """
    fields = model._meta.local_concrete_fields
    quote = connection.ops.quote_name
    columns = [quote(field.column) for field in fields]
    values = [changed.get(field.column, f"known.{quote(field.column)}") for field in fields]
    table = quote(model._meta.db_table)
    cursor.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)}"  # noqa: S608
        f" FROM {table} known, {made} made WHERE known.{quote(model._meta.pk.column)} = %s{also}",
        [key],
    )


def step(number: int) -> str:
    """Return a step of a path in the tree (base 36, four places)."""
    written = ""
    for _place in range(4):
        number, rest = divmod(number, 36)
        written = ALPHABET[rest] + written
    return written
