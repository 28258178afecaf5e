"""Sends each request as it would come, and leaves nothing of it behind."""

from http.cookies import SimpleCookie
from unittest.mock import patch

from django.core.cache import caches
from django.db import transaction
from django.test import Client

from tests.url_matrix.answers import Answer, read_answer


class Visitor:
    """One role's client, whose cookies and data are the same before every request."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._client.raise_request_exception = False
        self._cookies = {name: morsel.value for name, morsel in client.cookies.items()}

    def ask(self, method: str, url: str, form: dict[str, str] | None = None) -> Answer:
        """Send a request, and undo what it has done.

        Args:
            method: GET or POST.
            url: path and query.
            form: what a POST sends; nothing, if not given.
        """
        self._client.cookies = SimpleCookie(self._cookies)
        caches["limits"].clear()
        send = self._client.get if method == "GET" else self._client.post
        # Nobody here looks at the contexts of templates, which the client would copy one by one.
        with transaction.atomic(), patch("django.test.client.store_rendered_templates", _forget):
            response = send(url, form, headers={"Accept-Language": "en"})
            answer = read_answer(response)
            if response.streaming:
                response.getvalue()  # Read to its end, a file is closed.
            transaction.set_rollback(True)
        if method == "POST":
            # A session that was ended is gone from the cache too, and a setting's answer is kept.
            caches["default"].clear()
        return answer


def _forget(*args: object, **kwargs: object) -> None:
    """Keep nothing of a template that was rendered."""
