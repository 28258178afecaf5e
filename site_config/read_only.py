"""Reading while nothing can be written: as the database moves, or on a replica alone."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.sessions.backends.cached_db import SessionStore as CachedSessionStore
from django.http import HttpRequest, HttpResponse

from site_config.views import read_only_for_now

Handler = Callable[[HttpRequest], HttpResponse]

READING_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


def refuse_writing(get_response: Handler) -> Handler:
    """Answer 503 to whatever would write, with what was typed, while ``READ_ONLY`` is set.

    The database refuses to write by itself then (`site_config.settings.databases`); this spares
    people half a form.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.READ_ONLY and request.method not in READING_METHODS:
            return read_only_for_now(request)
        return get_response(request)

    return middleware


class SessionStore(CachedSessionStore):
    """Sessions that are read and never written: whoever is signed in stays so."""

    def create(self) -> None:
        """Begin a session that lasts for this request."""
        self._session_key = self._get_new_session_key()
        self.modified = True
        self._session_cache: dict[str, object] = {}

    def save(self, must_create: bool = False) -> None:
        """Keep nothing."""

    def delete(self, session_key: str | None = None) -> None:
        """Take nothing away."""
