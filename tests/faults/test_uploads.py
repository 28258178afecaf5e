"""Uploads that break off on their way, and uploads for which the disk has no room."""

import resource
import socket
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from deploy.rehearsal.places import HOST
from deploy.rehearsal.processes import Process
from deploy.rehearsal.servers import web_node
from tests.faults.conftest import City
from tests.faults.readers import Answer, Reader

FORM = "/en/contribute/"
WORDS = {
    "title": "Our house",
    "description": "The red house beside the Lana, in the morning.",
    "place": "Lana",
    "licence": "cc-by-4.0",
    "made": "on",
    "people": "on",
}
# Bytes. Where the disk ends for whoever writes; below any of the pictures, above lines of the log.
ROOM = 60_000


def picture(color: int) -> bytes:
    """Return a photo of some hundred kilobytes, another one for each color."""
    noise = Image.effect_noise((900, 700), 90 + color)
    kept = BytesIO()
    noise.convert("RGB").save(kept, "JPEG", quality=90)
    return kept.getvalue()


def form_with(fields: dict[str, str], *contents: bytes) -> tuple[bytes, str]:
    """Return a form with files as browsers send it (RFC 7578), and its boundary."""
    boundary = uuid.uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="files"; filename="house.jpg"\r\n'
    for content in contents:
        parts += [f"{head}Content-Type: image/jpeg\r\n\r\n".encode(), content, b"\r\n"]
    return b"".join([*parts, f"--{boundary}--\r\n".encode()]), boundary


def kept_files(city: City) -> set[Path]:
    """Return every file that the portal holds."""
    var = city.rehearsal.places.folder / "var"
    folders = [var / "media", var / "private"]
    return {path for folder in folders for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def sender(city: City) -> Reader:
    """A member who may send photos in."""
    (session,) = city.desk("make_members", count=1)
    return city.reader(session)


def send(sender: Reader, content: bytes) -> Answer:
    """Send a photo with the form."""
    body, boundary = form_with(WORDS | sender.open_form(FORM), content)
    return sender.send(FORM, body, f"multipart/form-data; boundary={boundary}")


def break_off(sender: Reader, share: float, color: int) -> socket.socket:
    """Begin to send a form with two photos, and stop on the way; the connection is still open.

    Args:
        sender: at nginx or at a node.
        share: of the form.
        color: of the first photo.
    """
    photos = picture(color), picture(color + 1)
    body, boundary = form_with(WORDS | sender.open_form(FORM), *photos)
    cookies = "; ".join(f"{name}={value}" for name, value in sender.cookies.items())
    head = (
        f"POST {FORM} HTTP/1.1\r\nHost: {HOST}\r\nCookie: {cookies}\r\nOrigin: https://{HOST}\r\n"
        f"Content-Type: multipart/form-data; boundary={boundary}\r\n"
        f"Content-Length: {len(body)}\r\n"
    )
    if sender.is_proxy:
        head += "X-Forwarded-Proto: https\r\nX-Forwarded-For: 127.0.0.1\r\n"
    connection = sender.connect()
    connection.sendall(head.encode() + b"\r\n" + body[: int(len(body) * share)])
    return connection


@pytest.mark.parametrize("share", [0.01, 0.5, 0.99])
def test_an_upload_that_breaks_off_leaves_nothing(city, sender, share):
    before = (city.desk("submissions"), kept_files(city))

    break_off(sender, share, int(100 * share)).close()

    # Whatever was on its way is done once another request of the same member is answered.
    assert sender.get(FORM).status == 200
    assert (city.desk("submissions"), kept_files(city)) == before


def stored_of_a_part(city: City, node: Reader, color: int) -> int:
    """Return how many photos of a form are stored that reaches a node, past nginx, in part."""
    (session,) = city.desk("make_members", count=1)
    node.cookies["__Host-sid"] = session
    before = city.desk("submissions")
    connection = break_off(node, 0.99, color)
    connection.shutdown(socket.SHUT_WR)
    assert connection.recv(20)  # It has been answered.
    connection.close()
    return city.desk("submissions") - before


def test_a_node_that_gets_a_part_of_a_form_stores_nothing_either(city):
    node = Reader(city.rehearsal.places.web_ports[0], is_proxy=True)

    assert stored_of_a_part(city, node, 110) == 0


def test_twin_who_does_not_count_the_bytes_stores_a_part(city):
    with city.node_with("half_uploads") as node:
        assert stored_of_a_part(city, node, 120) == 1


def test_the_whole_of_it_leaves_a_row_and_files(city, sender):
    before = (city.desk("submissions"), kept_files(city))

    assert send(sender, picture(101)).status == 302

    assert city.desk("submissions") == before[0] + 1
    assert kept_files(city) > before[1]


@contextmanager
def full_disk(nodes: list[Process]) -> Iterator[None]:
    """Let no process of web nodes write a file beyond `ROOM`, as where a disk is full."""
    processes = [pid for node in nodes for pid in (node.pid, *node.children())]
    before = {pid: resource.prlimit(pid, resource.RLIMIT_FSIZE) for pid in processes}
    try:
        for pid, (_soft, hard) in before.items():
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (ROOM, hard))
        yield
    finally:
        for pid, limits in before.items():
            resource.prlimit(pid, resource.RLIMIT_FSIZE, limits)


def test_on_a_full_disk_the_form_says_so_and_nothing_is_left(city, sender):
    before = (city.desk("submissions"), kept_files(city))

    with full_disk(city.rehearsal.web):
        answer = send(sender, picture(102))

    assert answer.status == 422
    assert "house.jpg" in answer.text
    assert (city.desk("submissions"), kept_files(city)) == before


def test_twin_who_removes_nothing_leaves_a_part_of_the_file(city, sender):
    before = kept_files(city)
    places = city.rehearsal.places
    with city.node_with("littering") as node:
        node.cookies |= sender.cookies
        with full_disk([web_node(places, places.port + 9)]):
            send(node, picture(105))

    left = kept_files(city) - before
    assert left
    for path in left:
        path.unlink()
