"""Files in a bucket are stored, sent in parts and removed as those of a folder are."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404
from django.test import RequestFactory

from site_config.media_files import FOR_EVERYBODY, find_file, send_file

pytestmark = pytest.mark.django_db

CONTENT = bytes(range(256)) * 2000
CHANGED = "Sun, 01 Mar 2026 03:00:00 GMT"


class Bucket(BaseHTTPRequestHandler):
    """As much of a bucket's interface as the portal uses; it notes what was fetched."""

    protocol_version = "HTTP/1.1"
    objects: dict[str, bytes] = {}
    fetched: list[str] = []

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def do_PUT(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        if "aws-chunked" in self.headers.get("Content-Encoding", ""):
            raw = unchunked(raw)
        self.objects[self.path] = raw
        self._answer(200)

    def do_HEAD(self) -> None:
        self._send(with_body=False)

    def do_GET(self) -> None:
        self._send(with_body=True)

    def do_DELETE(self) -> None:
        self.objects.pop(self.path, None)
        self._answer(204)

    def _send(self, *, with_body: bool) -> None:
        content = self.objects.get(self.path)
        if content is None:
            self._answer(404)
            return
        start, status = 0, 200
        if found := re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", "")):
            start, status = int(found.group(1)), 206
        if with_body:
            self.fetched.append(self.headers.get("Range", "all"))
        part = content[start:]
        self._answer(status, part, with_body=with_body)

    def _answer(self, status: int, content: bytes = b"", *, with_body: bool = True) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Last-Modified", CHANGED)
        self.send_header("ETag", '"planted"')
        self.end_headers()
        if with_body:
            self.wfile.write(content)


def unchunked(raw: bytes) -> bytes:
    """Return what was sent in pieces with their sizes before them."""
    content, rest = b"", raw
    while rest:
        size, _, rest = rest.partition(b"\r\n")
        length = int(size.partition(b";")[0], 16)
        if not length:
            break
        content, rest = content + rest[:length], rest[length + 2 :]
    return content


@pytest.fixture(autouse=True)
def bucket(settings) -> Iterator[type[Bucket]]:
    """A bucket on this machine, and a portal that keeps its files in it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    Bucket.objects, Bucket.fetched = {}, []
    settings.MEDIA_S3_BUCKET = "media"
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "site_config.s3_media.BucketStorage",
            "OPTIONS": {
                "bucket_name": "media",
                "endpoint_url": f"http://127.0.0.1:{server.server_port}",
                "region_name": "eu-south-1",
                "access_key": "k",
                "secret_key": "s",
                "addressing_style": "path",
                "file_overwrite": False,
            },
        }
    }
    yield Bucket
    server.shutdown()
    server.server_close()
    thread.join(10)


def test_a_stored_file_is_read_again_and_has_the_portals_address():
    name = default_storage.save("films/square ë.webm", ContentFile(CONTENT))

    with default_storage.open(name) as file:
        assert file.read() == CONTENT
    assert default_storage.url(name) == "/media/films/square%20%C3%AB.webm"
    assert find_file(name).size == len(CONTENT)


def test_a_film_is_fetched_from_where_a_player_winds_it_to(bucket):
    name = default_storage.save("films/square.webm", ContentFile(CONTENT))
    bucket.fetched.clear()
    request = RequestFactory().get("/", headers={"Range": "bytes=500000-500099"})

    response = send_file(request, name, cache_control=FOR_EVERYBODY)

    assert response.status_code == 206
    assert b"".join(response.streaming_content) == CONTENT[500_000:500_100]
    assert response["Last-Modified"] == CHANGED
    assert bucket.fetched == ["bytes=500000-"]
    response.close()


def test_a_whole_file_comes_whole():
    name = default_storage.save("films/square.webm", ContentFile(CONTENT))

    response = send_file(RequestFactory().get("/"), name, cache_control=FOR_EVERYBODY)

    assert b"".join(response.streaming_content) == CONTENT
    assert response["Content-Length"] == str(len(CONTENT))
    assert response["Content-Type"] == "video/webm"
    response.close()


def test_two_files_of_one_name_do_not_take_each_others_place():
    first = default_storage.save("a.txt", ContentFile(b"first"))
    second = default_storage.save("a.txt", ContentFile(b"second"))

    assert first != second
    with default_storage.open(first) as file:
        assert file.read() == b"first"


def test_a_removed_file_is_gone():
    name = default_storage.save("a.txt", ContentFile(b"first"))
    default_storage.delete(name)

    with pytest.raises(FileNotFoundError):
        default_storage.open(name)
    with pytest.raises(Http404):
        find_file(name)


@pytest.mark.parametrize("name", ["../secret.txt", "missing.txt", "/etc/passwd"])
def test_no_name_leads_out_of_the_bucket(name: str):
    with pytest.raises(Http404):
        find_file(name)
