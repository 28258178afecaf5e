"""The purger forgets what it is told of nginx's files, and nothing else."""

import hashlib
import http.client
import threading
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest
from django.conf import settings

HOST = "city.test"


@pytest.fixture(scope="module")
def purger() -> ModuleType:
    """The program, as a module."""
    loader = SourceFileLoader("purger", str(settings.BASE_DIR / "deploy" / "purger"))
    module = module_from_spec(spec_from_loader("purger", loader))
    loader.exec_module(module)
    return module


@pytest.fixture
def port(purger: ModuleType, tmp_path: Path) -> Iterator[int]:
    """Where it listens."""
    server = purger.PurgeServer(("127.0.0.1", 0), purger.Cache(tmp_path))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


def keep(folder: Path, address: str, shows: str = "") -> Path:
    """Write a copy as nginx does: binary head, key, headers of the answer, body."""
    key = f"{HOST}{address}"
    name = hashlib.md5(key.encode(), usedforsecurity=False).hexdigest()
    path = folder / name[-2:] / name
    path.parent.mkdir(exist_ok=True)
    headers = f"HTTP/1.1 200 OK\r\nServer: gunicorn\r\nX-Shows: {shows}\r\n\r\n"
    head = b"\x05\x00\x00\x00" + bytes(300)
    path.write_bytes(head + f"\nKEY: {key}\n{headers}<html>X-Shows: p9</html>".encode())
    return path


def purge(port: int, path: str = "/", host: str = HOST, words: str = "") -> int:
    """Send one purge, and return how many copies it has removed."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    headers = {"Host": host} | ({"X-Purge": words} if words else {})
    connection.request("PURGE", path, headers=headers)
    answer = connection.getresponse()
    removed = int(answer.read())
    connection.close()
    return removed


def test_an_address_is_forgotten_with_every_query_string(port, tmp_path):
    gone = [keep(tmp_path, "/sq/lajme/"), keep(tmp_path, "/sq/lajme/?page=2")]
    stays = keep(tmp_path, "/sq/lajme/nje/")

    assert purge(port, "/sq/lajme/") == 2
    assert [path.exists() for path in (*gone, stays)] == [False, False, True]


def test_an_address_is_forgotten_compressed_and_not(port, tmp_path):
    keep(tmp_path, "/sq/ gzip")
    keep(tmp_path, "/sq/ ")

    assert purge(port, "/sq/") == 2


def test_another_host_keeps_its_copies(port, tmp_path):
    keep(tmp_path, "/sq/")

    assert purge(port, "/sq/", host="other.test") == 0


def test_what_shows_a_page_is_forgotten(port, tmp_path):
    gone = keep(tmp_path, "/sq/", shows="p12 s3")
    stays = keep(tmp_path, "/en/", shows="p121 s4")

    assert purge(port, words="p12 p77") == 1
    assert (gone.exists(), stays.exists()) == (False, True)


def test_words_in_a_page_are_no_headers(port, tmp_path):
    keep(tmp_path, "/sq/", shows="p1")

    assert purge(port, words="p9") == 0


def test_a_copy_that_was_renewed_is_read_again(port, tmp_path):
    keep(tmp_path, "/sq/", shows="p1")
    assert purge(port, words="p2") == 0
    renewed = keep(tmp_path, "/sq/", shows="p2")

    assert purge(port, words="p2") == 1
    assert not renewed.exists()


def test_everything_is_forgotten(port, tmp_path):
    keep(tmp_path, "/sq/", shows="p1")
    keep(tmp_path, "/robots.txt")

    assert purge(port, words="*") == 2


def test_what_nginx_is_writing_is_left_alone(port, tmp_path):
    path = keep(tmp_path, "/sq/", shows="p1")
    unfinished = path.rename(path.with_name(f"{path.name}.0000000012"))

    assert purge(port, words="*") == 0
    assert unfinished.exists()
