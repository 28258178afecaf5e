"""Readers and writers at the door of the rehearsal: plain HTTP over TLS, as browsers speak it."""

import http.client
import re
import socket
import ssl
import threading
import time
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlencode

from deploy.rehearsal.places import HOST

# Browsers keep connections; after a test they are closed.
OPEN: set[http.client.HTTPConnection] = set()
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
SUBMISSION = re.compile(r'name="submission" value="([^"]+)"')


def leave() -> None:
    """Close all connections of all readers."""
    while OPEN:
        OPEN.pop().close()


class Answer(NamedTuple):
    """What came back, and after how many seconds."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        """The body in words."""
        return self.body.decode("utf-8", "replace")

    @property
    def cache(self) -> str:
        """What nginx says of its copy, such as HIT."""
        return self.headers.get("x-cache", "")


@dataclass
class Reader:
    """Somebody with a browser, and the cookies in it.

    Attributes:
        port: of nginx; or of a web node, which is then asked as nginx would.
        cookies: by their names.
        patience: seconds until they give up.
        is_proxy: the port is a node's.
    """

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    patience: float = 30.0
    is_proxy: bool = False
    _kept: threading.local = field(default_factory=threading.local)

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for an address."""
        return self._ask("GET", path, None, headers)

    def purge(self, path: str, words: str) -> Answer:
        """Ask a cache to forget what shows these words, as the portal does."""
        return self._ask("PURGE", path, None, {"X-Purge": words})

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """Send a form."""
        return self.send(path, urlencode(fields).encode(), "application/x-www-form-urlencoded")

    def send(self, path: str, body: bytes, kind: str) -> Answer:
        """Send a form that is encoded already."""
        origin = f"https://{HOST}"
        headers = {"Content-Type": kind, "Origin": origin, "Referer": f"{origin}{path}"}
        return self._ask("POST", path, body, headers)

    def open_form(self, path: str) -> dict[str, str]:
        """Open a form, and return the fields in it that nobody types."""
        page = self.get(path)
        assert page.status == 200, (page.status, page.text[:200])
        found = {"csrfmiddlewaretoken": TOKEN.search(page.text)[1]}
        if submission := SUBMISSION.search(page.text):
            found["submission"] = submission[1]
        return found

    def connect(self) -> socket.socket:
        """Open a connection as browsers do, to send what they would not."""
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=self.patience)
        if self.is_proxy:
            return plain
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context.wrap_socket(plain, server_hostname=HOST)

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        started = time.monotonic()
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {"Host": HOST} | ({"Cookie": cookies} if cookies else {}) | headers
        if self.is_proxy:
            sent |= {"X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1"}
        kept = getattr(self._kept, "connection", None)
        if kept is not None and method == "GET":
            try:
                return self._ask_over(kept, method, path, body, sent, started)
            except (OSError, http.client.HTTPException):
                pass  # It had been closed, as browsers find too: they open another.
        connection = http.client.HTTPConnection(HOST, timeout=self.patience)
        connection.sock = self.connect()
        OPEN.add(connection)
        return self._ask_over(connection, method, path, body, sent, started)

    def _ask_over(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        path: str,
        body: bytes | None,
        headers: dict[str, str],
        started: float,
    ) -> Answer:
        self._kept.connection = None
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            content = response.read()
        except BaseException:
            connection.close()
            raise
        if connection.sock is not None:
            self._kept.connection = connection
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                key, _sign, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        named = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, named, content, time.monotonic() - started)


@dataclass
class Crowd:
    """Readers who ask for addresses one after the other, at a steady pace, until told to stop.

    Attributes:
        reader: as whom they ask.
        paths: what they ask for, in turn.
        per_second: requests of all together.
    """

    reader: Reader
    paths: list[str]
    per_second: float
    answers: list[Answer] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def __enter__(self) -> "Crowd":
        count = 8
        for number in range(count):
            thread = threading.Thread(target=self._read, args=(number, count), daemon=True)
            self._threads.append(thread)
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(60)

    def await_answers(self, count: int) -> None:
        """Wait until so many more have come, whatever the pace of the machine."""
        end = len(self.answers) + count
        while len(self.answers) < end:
            time.sleep(0.02)

    @property
    def refused(self) -> list[int | str]:
        """The statuses of answers that were no page, and the connections that failed."""
        return [a.status for a in self.answers if a.status >= 400] + list(self.failures)

    def _read(self, number: int, count: int) -> None:
        pause = count / self.per_second
        self._stop.wait(pause * number / count)
        turn = number
        while not self._stop.is_set():
            started = time.monotonic()
            try:
                self.answers.append(self.reader.get(self.paths[turn % len(self.paths)]))
            except (OSError, http.client.HTTPException) as error:
                self.failures.append(f"{type(error).__name__}: {error}")
            turn += count
            self._stop.wait(max(0.0, pause - (time.monotonic() - started)))
