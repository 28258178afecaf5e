"""Servers for a measurement, each on a port of its own: gunicorn and nginx."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOST = "127.0.0.1"
# Seconds.
STARTS_WITHIN = 30
TICKS = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")

# Once with its compressed file beside it, once answered by gunicorn and kept: the same worker and
# the same files for both. The cache's key is the address and whether gzip is taken.
NGINX = """
daemon off; worker_processes 1; pcre_jit on; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  proxy_cache_path {folder}/cache levels=2 keys_zone=pages:8m use_temp_path=off;
  default_type text/html;
  types {{
    text/css css; text/javascript js; image/svg+xml svg; image/avif avif; image/webp webp;
    image/jpeg jpg; image/png png; image/x-icon ico; font/woff2 woff2; application/pdf pdf;
    video/mp4 mp4; text/vtt vtt; audio/mpeg mp3;
  }}
  map $http_accept_encoding $packed {{ default ""; "~*\\bgzip\\b" gzip; }}
  server {{
    listen {host}:{port};
    location /file/ {{ alias {folder}/files/; gzip_static on; }}
    location /static/ {{ alias {static}/; gzip_static on; expires max; }}
    location /media/ {{ alias {media}/; expires 1d; }}
    location / {{
      proxy_pass http://{host}:{behind};
      proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_set_header Host {host}; proxy_set_header X-Forwarded-Proto https;
      proxy_set_header Accept-Encoding $packed;
      proxy_cache pages; proxy_cache_key $host$request_uri?$packed;
      proxy_ignore_headers Vary; proxy_cache_lock on;
      add_header X-Cache $upstream_cache_status;
    }}
  }}
}}
"""


class Server:
    """A server that was started, with the processes that do its work."""

    def __init__(self, process: subprocess.Popen, port: int, started_in: float) -> None:
        self.process, self.port, self.started_in = process, port, started_in

    def workers(self) -> list[int]:
        """Return the process ids of its workers."""
        pid = self.process.pid
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
        # nginx has two more for a while, which look after its cache.
        return [
            int(child)
            for child in text.split()
            if b"cache" not in Path(f"/proc/{child}/cmdline").read_bytes()
        ]

    def seconds(self) -> float:
        """Return the processor time that its workers have taken, in user mode and the kernel's."""
        return sum(_ticks(pid) for pid in self.workers()) / TICKS

    def mebibytes(self) -> float:
        """Return the memory of its largest worker (resident set)."""
        pages = [
            int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
            for pid in self.workers()
        ]
        return max(pages) * PAGE_BYTES / 2**20


def _ticks(pid: int) -> int:
    """Return utime + stime of a process (proc(5))."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


@contextmanager
def gunicorn(application: str, env: dict[str, str], log: Path) -> Iterator[Server]:
    """Serve a WSGI application by one worker with four threads, until the block is left."""
    port = free_port()
    command = [
        *(sys.executable, "-m", "gunicorn", application, "--worker-class", "gthread"),
        *("--workers", "1", "--threads", "4", "--bind", f"{HOST}:{port}", "--log-level", "warning"),
        *("--keep-alive", "75", "--no-control-socket"),
    ]
    with _started(command, port, env, log) as server:
        yield server


@contextmanager
def nginx(folder: Path, behind: int, static: Path, media: Path) -> Iterator[Server]:
    """Serve files of a folder, and the answers of a port from a cache, until the block is left."""
    port = free_port()
    (folder / "files").mkdir(parents=True, exist_ok=True)
    values = {"folder": folder, "host": HOST, "port": port, "behind": behind}
    text = NGINX.format(**values, static=static, media=media)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with _started(command, port, {}, folder / "nginx.log") as server:
        yield server


@contextmanager
def _started(command: list[str], port: int, env: dict[str, str], log: Path) -> Iterator[Server]:
    began = time.perf_counter()
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603 - the two servers.
            command, env=os.environ | env, stdout=output, stderr=output
        )
    try:
        while not _answers(port):
            if process.poll() is not None or time.perf_counter() - began > STARTS_WITHIN:
                raise RuntimeError(f"{command[0]} did not start; see {log}.")
            time.sleep(0.02)
        yield Server(process, port, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(STARTS_WITHIN)


def _answers(port: int) -> bool:
    """Say whether a server answers a request, whatever it says."""
    try:
        with socket.create_connection((HOST, port), timeout=STARTS_WITHIN) as probe:
            probe.sendall(f"GET /robots.txt HTTP/1.0\r\nHost: {HOST}\r\n\r\n".encode())
            return bool(probe.recv(1))
    except OSError:
        return False


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]
