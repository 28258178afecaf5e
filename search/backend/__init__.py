"""The portal's search engine: that of its database, taught to read as people type.

Both databases find words whatever their accents and endings ("Tirane" finds "Tiranë", "parkim"
finds "parkimi"), rank whole words before beginnings and titles before texts, and read no sign of
a query as a command.
"""

from typing import Any

from django.db import connection
from wagtail.search.backends import database
from wagtail.search.backends.base import BaseSearchBackend


def search_backend(params: dict[str, Any]) -> BaseSearchBackend:
    """Return the backend for the portal's database.

    Args:
        params: the entry of ``WAGTAILSEARCH_BACKENDS``, without its ``BACKEND``.
    """
    # Each module imports models that exist on its own database alone.
    if connection.vendor == "postgresql":
        from search.backend.postgresql import PortalPostgresBackend

        return PortalPostgresBackend(params)
    if connection.vendor == "sqlite":
        from search.backend.sqlite import PortalSQLiteBackend

        return PortalSQLiteBackend(params)
    return database.SearchBackend(params)


# The name by which a module of WAGTAILSEARCH_BACKENDS is asked for its backend.
SearchBackend = search_backend
