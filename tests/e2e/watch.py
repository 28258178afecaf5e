"""What a browser complains about, and what it asks for, while a test drives it."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

# The editor of a page, also of one that is not stored yet.
EDITOR = re.compile(r"/admin/pages/(\d+/edit|add/\w+/\w+/\d+)/$")
# Addresses that never leave the browser.
LOCAL_SCHEMES = {"about", "blob", "chrome-error", "data"}
# Chromium's own report of an answer that `Watch` judges by its status.
FAILED_RESOURCE = re.compile(r"^Failed to load resource: .* status of (\d{3})")
# What Wagtail's content checks print about the page being edited, as an error.
REPORT_OF_CHECKS = "axe.run results"
# Chromium's report that it has left out the fade between two pages, on which no script waits.
NO_FADE = "Transition was"
# A page that is left takes its unfinished requests with it, and a film is read in parts.
ABANDONED = "net::ERR_ABORTED"


def is_draft_too_late(response: Response) -> bool:
    """Say whether an editor saved a draft by itself that could not be taken.

    Wagtail refuses it while the page is being published, and while a field is half filled in;
    what was stored before stands.
    """
    request = response.request
    wants_json = "application/json" in request.headers.get("accept", "")
    return wants_json and bool(EDITOR.search(request.url)) and request.method == "POST"


class Watch:
    """Keeps everything that goes wrong in a browser context.

    Errors on the console (violations of the content security policy are among them), exceptions
    in scripts, requests that fail or go to another host, and answers of status 400 and above.
    """

    def __init__(self, context: BrowserContext, origin: str) -> None:
        """Watch a context.

        Args:
            context: all of its pages and popups are watched.
            origin: scheme, host and port of the portal.
        """
        self.requests: list[str] = []
        self._origin = urlsplit(origin).netloc
        self._problems: list[str] = []
        self._statuses: set[int] = set()
        self._hosts: set[str] = set()
        context.on("console", self._console)
        context.on("weberror", self._exception)
        context.on("request", self._request)
        context.on("requestfailed", self._failure)
        context.on("response", self._response)

    def allow(self, *statuses: int, host: str = "") -> None:
        """Expect answers of these statuses, or requests to a host."""
        self._statuses |= set(statuses)
        self._hosts |= {host} - {""}

    def hosts_asked(self) -> set[str]:
        """Return the other hosts that the browser has tried to reach."""
        return {place for url in self.requests if (place := self._foreign(url))}

    def problems(self) -> list[str]:
        """Return what went wrong since the last call, and forget it."""
        found, self._problems = self._problems, []
        return found

    def _foreign(self, url: str) -> str:
        parts = urlsplit(url)
        return "" if parts.scheme in LOCAL_SCHEMES or parts.netloc == self._origin else parts.netloc

    def _allowed(self, url: str) -> bool:
        return urlsplit(url).netloc in self._hosts

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in {"error", "assert"} or message.text.startswith(REPORT_OF_CHECKS):
            return
        status = FAILED_RESOURCE.match(message.text)
        if status or self._allowed(message.location.get("url", "")):
            return  # Reported by `_response` and `_failure`, which know what was expected.
        self._problems.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _exception(self, error: WebError) -> None:
        if NO_FADE not in str(error.error):
            self._problems.append(f"exception: {error.error}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if self._foreign(request.url) and not self._allowed(request.url):
            self._problems.append(f"request to another host: {request.url}")

    def _failure(self, request: Request) -> None:
        if request.failure != ABANDONED and not self._allowed(request.url):
            self._problems.append(f"request failed: {request.url} ({request.failure})")

    def _response(self, response: Response) -> None:
        if response.status == 400 and is_draft_too_late(response):
            return
        if response.status >= 400 and response.status not in self._statuses:
            self._problems.append(f"status {response.status}: {response.url}")
