"""Asking a server as fast as it answers, over connections that stay open."""

import selectors
import socket
import time
from dataclasses import dataclass

from bench.serving import HOST

# No answer of a measurement is larger.
BUFFER = 1 << 20


@dataclass(frozen=True)
class Load:
    """What came of some requests.

    Attributes:
        seconds: how long it took until all were answered.
        times: of each request, in seconds.
        size: bytes of the last body, as it was sent.
        cache: what the cache in front said of the last answer.
    """

    seconds: float
    times: list[float]
    size: int
    cache: str


def ask(
    port: int, path: str, requests: int, connections: int = 1, headers: dict[str, str] | None = None
) -> Load:
    """Send requests over some connections, the next as soon as one is answered.

    Raises:
        RuntimeError: something else than 200 was answered.
    """
    lines = {"Host": HOST, "X-Forwarded-Proto": "https", **(headers or {})}
    written = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    request = f"GET {path} HTTP/1.1\r\n{written}\r\n".encode()
    selector = selectors.DefaultSelector()
    open_ones = [_Connection(port, request) for _number in range(connections)]
    for connection in open_ones:
        selector.register(connection.socket, selectors.EVENT_READ, connection)
    left, times = requests, []
    began = time.perf_counter()
    for connection in open_ones:
        connection.send()
        left -= 1
    while len(times) < requests:
        for key, _event in selector.select(30) or _too_late():
            connection = key.data
            if not connection.read():
                continue
            times.append(time.perf_counter() - connection.sent)
            if left > 0:
                connection.send()
                left -= 1
    seconds = time.perf_counter() - began
    for connection in open_ones:
        connection.socket.close()
    selector.close()
    last = open_ones[0]
    return Load(seconds, times, last.size, last.cache)


def _too_late() -> list:
    raise RuntimeError("The server has not answered for 30 seconds.")


class _Connection:
    def __init__(self, port: int, request: bytes) -> None:
        self.socket = socket.create_connection((HOST, port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.request = request
        self.buffer = bytearray(BUFFER)
        self.view = memoryview(self.buffer)
        self.sent = 0.0
        self.size, self.cache = 0, ""
        self._head, self._have = b"", 0

    def send(self) -> None:
        self._have, self._whole = 0, 0
        self.sent = time.perf_counter()
        self.socket.sendall(self.request)

    def read(self) -> bool:
        """Read what has come; say whether the answer is complete."""
        got = self.socket.recv_into(self.view[self._have :])
        if not got:
            raise RuntimeError("The server has closed a connection.")
        self._have += got
        if not self._whole:
            end = self.buffer.find(b"\r\n\r\n", 0, self._have)
            if end < 0:
                return False
            self._whole = end + 4 + self._length(bytes(self.buffer[:end]))
        return self._have >= self._whole

    def _length(self, head: bytes) -> int:
        # Heads differ from answer to answer by little but their date.
        if not head.startswith(b"HTTP/1.1 200 "):
            raise RuntimeError(head.decode("latin-1"))
        lines = dict(
            line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line
        )
        self.cache = lines.get(b"x-cache", b"").decode().upper()
        self.size = int(lines[b"content-length"])
        return self.size
