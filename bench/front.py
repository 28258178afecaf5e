"""``python -m bench front``: what a page of nginx's cache costs beside a file of the same size.

Not requests a second, which tell how fast the reader is: the time of the processor that nginx takes
for each. The same requests, over one connection, from the same nginx, which is that of a rehearsed
production with the demo city.
"""

import argparse
import gzip
import http.client
import os
import shutil
import socket
import ssl
import sys
import tempfile
from pathlib import Path

from deploy.rehearsal import Places, Rehearsal, missing_programs
from deploy.rehearsal.places import HOST

TICKS = os.sysconf("SC_CLK_TCK")
# Of the processor's time for a file, by how the bytes are packed.
GOALS = {"identity": 0.9, "gzip": 0.8}


def main(arguments: list[str]) -> int:
    """Run the benchmark as the command line says; 1 where a program is missing."""
    parser = argparse.ArgumentParser(prog="python -m bench front", description=__doc__)
    parser.add_argument("--page", default="/sq/", help="an address of the demo city")
    parser.add_argument("--requests", type=int, default=400, help="of each round")
    parser.add_argument("--rounds", type=int, default=5, help="the best of them counts")
    parser.add_argument("--port", type=int, default=18130, help="the first of ten free ports")
    options = parser.parse_args(arguments)
    if missing := missing_programs():
        sys.stderr.write(f"Not installed here: {', '.join(missing)}. See docs/operations.md.\n")
        return 1
    # Not below TMPDIR, which is for this account alone: PostgreSQL has one of its own.
    folder = Path(tempfile.mkdtemp(prefix="sheshi-front-", dir="/tmp"))  # nosec B108
    folder.chmod(0o755)
    rehearsal = Rehearsal(Places(folder / "city", options.port, Path(sys.executable)))
    try:
        rehearsal.up(demo=True)
        for packing, goal in GOALS.items():
            sys.stdout.write(_line(packing, goal, *_compare(rehearsal, options, packing)))
    finally:
        rehearsal.down(hurry=True)
        shutil.rmtree(folder)
    return 0


def _compare(
    rehearsal: Rehearsal, options: argparse.Namespace, packing: str
) -> tuple[float, float]:
    """Return the seconds of the processor for one request of the file, and one of the page."""
    connection = http.client.HTTPConnection(HOST, timeout=30)
    connection.sock = _connect(rehearsal.places.tls_port)
    headers = {"Host": HOST, "Accept-Encoding": packing}
    _ask(connection, options.page, headers)
    answer, content = _ask(connection, options.page, headers)
    if answer.headers["X-Cache"] != "HIT":
        raise RuntimeError("The page does not come from the cache.")
    plain = gzip.decompress(content) if packing == "gzip" else content
    static = rehearsal.places.folder / "var" / "static"
    (static / "page.html").write_bytes(plain)
    (static / "page.html.gz").write_bytes(gzip.compress(plain, 6))
    best: dict[str, float] = {}
    for _round in range(options.rounds):
        # In turns, so that what else the machine does meets both alike.
        for path in ("/static/page.html", options.page):
            before = _seconds(rehearsal)
            for _number in range(options.requests):
                _ask(connection, path, headers)
            spent = (_seconds(rehearsal) - before) / options.requests
            best[path] = min(spent, best.get(path, spent))
    connection.close()
    return best["/static/page.html"], best[options.page]


def _ask(
    connection: http.client.HTTPConnection, path: str, headers: dict[str, str]
) -> tuple[http.client.HTTPResponse, bytes]:
    """Return the answer, which must be a good one, and its content."""
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    content = answer.read()
    if answer.status != http.HTTPStatus.OK:
        raise RuntimeError(f"{path} was answered with {answer.status}.")
    return answer, content


def _connect(port: int) -> ssl.SSLSocket:
    """Return a connection to the rehearsed city, whose certificate is its own."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    plain = socket.create_connection(("127.0.0.1", port), timeout=30)
    return context.wrap_socket(plain, server_hostname=HOST)


def _seconds(rehearsal: Rehearsal) -> float:
    """Return how long nginx's worker has used the processor so far."""
    (worker,) = rehearsal.nginx.children()[:1]
    schedule = Path(f"/proc/{worker}/schedstat")
    if schedule.exists():
        return int(schedule.read_text().split()[0]) / 1e9
    fields = Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _line(packing: str, goal: float, of_file: float, of_page: float) -> str:
    """Return what was found as a line to read."""
    found = f"{of_file * 1e6:.0f} µs for a file, {of_page * 1e6:.0f} µs for a page"
    return f"{packing}: {found}: {of_file / of_page:.2f} (goal {goal})\n"
