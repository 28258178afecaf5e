"""Varnish as it is configured for several web hosts, before nodes that say what a test has them."""

import http.client
import re
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
from django.conf import settings

from deploy.rehearsal.places import MissingProgramError, find_program
from tests.leaving_out import leave_out

DEPLOY = settings.BASE_DIR / "deploy"
# What nginx adds to every request of a reader.
BY_NGINX = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}
READERS = 8

Sender = Callable[..., http.client.HTTPResponse]


class Asked(NamedTuple):
    """A request that reached a node."""

    path: str
    forwarded_for: str


class Node(ThreadingHTTPServer):
    """A web node: says of ``/kept`` that it may be kept, and of all else that it may not."""

    daemon_threads = True

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        # Answers leave only when so many readers are waiting for theirs.
        self.together = threading.Barrier(1)
        super().__init__(("127.0.0.1", 0), Answering)


class Answering(BaseHTTPRequestHandler):
    """Answers one request of a node."""

    server: Node
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer (named by the standard library)."""
        forwarded_for = self.headers.get("X-Forwarded-For", "")
        self.server.asked.append(Asked(self.path, forwarded_for))
        status = 200
        try:
            if not self.path.startswith("/readyz"):
                self.server.together.wait(5)
        except threading.BrokenBarrierError:
            status = 409
        self.send_response(status)
        kept = "public, s-maxage=600" if self.path.startswith("/kept") else "private, no-store"
        self.send_header("Cache-Control", kept)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def node() -> Iterator[Node]:
    """One node, as both backends of the configuration."""
    server = Node()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@contextmanager
def varnish_before(node: Node, folder: Path, front: str = "127.0.0.1") -> Iterator[Sender]:
    """Run Varnish as in production before a node; yield how it is asked.

    Args:
        node: takes the place of both backends.
        folder: for its files.
        front: the address from which it takes readers' requests.
    """
    try:
        program = find_program("varnishd")
    except MissingProgramError:
        leave_out("Varnish is not installed here")
    text = (DEPLOY / "varnish" / "sheshi.vcl").read_text()
    text = re.sub(r'\.port = "800[12]"', f'.port = "{node.server_address[1]}"', text)
    text = re.sub(r"acl front \{.*?\}", f'acl front {{ "{front}"; }}', text, flags=re.DOTALL)
    configuration = folder / "sheshi.vcl"
    configuration.write_text(text)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    def ask(path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.request(method, path, headers={"Host": "city.test"} | named)
            answer = connection.getresponse()
            answer.read()
            return answer
        finally:
            connection.close()

    command = (
        *(program, "-j", "none", "-F", "-a", f"127.0.0.1:{port}", "-f", str(configuration)),
        *("-s", "malloc,16M", "-n", str(folder / "varnish"), "-T", "none"),
    )
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stderr=log) as varnish:
        try:
            wait_until_it_answers(ask)
            yield ask
        finally:
            varnish.terminate()


def wait_until_it_answers(ask: Sender) -> None:
    """Wait until Varnish listens and has found its node well."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            if ask("/robots.txt", **BY_NGINX).status != 503:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise TimeoutError("Varnish does not answer")


@pytest.fixture
def ask(node: Node, tmp_path: Path) -> Iterator[Sender]:
    """Send a request to Varnish from the host of nginx."""
    with varnish_before(node, tmp_path) as ask:
        yield ask


def test_a_reader_cannot_have_it_forget(ask):
    ask("/kept", **BY_NGINX)

    refused = ask("/", method="PURGE", X_Purge="*", **BY_NGINX)

    assert refused.status == 403
    assert ask("/kept", **BY_NGINX).headers["X-Cache"] == "HIT"


def test_the_portal_has_it_forget_past_nginx(ask):
    ask("/kept", **BY_NGINX)

    assert ask("/", method="PURGE", X_Purge="*").status == 200
    assert ask("/kept", **BY_NGINX).headers["X-Cache"] == "MISS"


@pytest.mark.parametrize("path", ["/en/account/login/", "/en/for-members/"])
def test_readers_do_not_wait_in_a_line_for_what_is_not_kept(ask, node, path):
    ask(path, **BY_NGINX)  # Whoever comes first finds out that nothing of it is kept.
    node.together = threading.Barrier(READERS)

    with ThreadPoolExecutor(READERS) as readers:
        answers = [readers.submit(ask, path, **BY_NGINX) for _reader in range(READERS)]

    assert {answer.result().status for answer in answers} == {200}


def test_nodes_are_asked_whether_they_can_serve_visitors(ask, node):
    asked = {path for path, _sender in node.asked if path.startswith("/readyz")}

    assert asked == {"/readyz?for=visitors"}


def test_the_address_that_nginx_writes_reaches_the_node(ask, node):
    ask("/en/account/login/", **BY_NGINX)

    assert Asked("/en/account/login/", BY_NGINX["X-Forwarded-For"]) in node.asked


def test_whoever_comes_past_nginx_is_not_believed(node, tmp_path):
    with varnish_before(node, tmp_path, front="192.0.2.1") as ask:
        answers = [ask(path, X_Forwarded_For="127.0.0.1") for path in ("/metrics", "/kept")]

    assert {answer.status for answer in answers} == {403}
    assert not {path for path, _sender in node.asked} & {"/metrics", "/kept"}


def test_forms_are_the_same_for_both_caches():
    nginx = (DEPLOY / "nginx" / "sheshi.conf.template").read_text()
    listed = re.search(r'map \$uri \$personal \{.*?"~(\S+)" 1;', nginx, re.DOTALL)

    assert listed is not None
    assert f'req.url ~ "{listed[1]}"' in (DEPLOY / "varnish" / "sheshi.vcl").read_text()
