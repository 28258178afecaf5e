"""Words that were erased, in the index of SQLite."""

from django.db import connection
from wagtail.search.models import IndexEntry

from community.personal_data import Person


def drop_erased_words(person: Person) -> None:
    """Have SQLite write its index anew, without what was taken out of it.

    FTS5 only marks a removed entry; its words stay in the file until segments are merged
    (https://sqlite.org/fts5.html, “The 'optimize' command”). PostgreSQL keeps an entry's words in
    its row, which is gone.
    """
    if connection.vendor != "sqlite":
        return
    table = connection.ops.quote_name(f"{IndexEntry._meta.db_table}_fts")
    with connection.cursor() as cursor:
        # The name is our own; a command of FTS5 is written into the column of that name.
        cursor.execute(f"INSERT INTO {table}({table}) VALUES('optimize')")
