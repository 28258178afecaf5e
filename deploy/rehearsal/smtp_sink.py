"""A mail server that keeps what it gets, one file for each mail (RFC 5321).

    python deploy/rehearsal/smtp_sink.py FOLDER PORT

While the folder holds a file "refuse", every mail is refused for now (451).
"""

from __future__ import annotations

import socketserver
import sys
import uuid
from pathlib import Path


class SmtpHandler(socketserver.StreamRequestHandler):
    """One conversation with a sender."""

    server: SmtpSink

    def handle(self) -> None:
        """Answer commands until the sender leaves."""
        self._say("220 sink ESMTP")
        while line := self.rfile.readline():
            command = line.decode("ascii", "replace").strip().upper()
            if command.startswith("QUIT"):
                self._say("221 bye")
                return
            if command == "DATA":
                self._take_mail()
            elif command.startswith("MAIL") and (self.server.folder / "refuse").exists():
                self._say("451 come back later")
            else:
                self._say("250 sink" if command.startswith(("EHLO", "HELO")) else "250 ok")

    def _take_mail(self) -> None:
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line[1:] if line.startswith(b".") else line)
        unfinished = self.server.folder / f".{uuid.uuid4().hex}"
        unfinished.write_bytes(b"".join(lines))
        unfinished.rename(unfinished.with_name(f"{unfinished.name[1:]}.eml"))
        self._say("250 kept")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class SmtpSink(socketserver.ThreadingTCPServer):
    """The mail server."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 100

    def __init__(self, folder: Path, port: int) -> None:
        super().__init__(("127.0.0.1", port), SmtpHandler)
        self.folder = folder


if __name__ == "__main__":
    SmtpSink(Path(sys.argv[1]), int(sys.argv[2])).serve_forever()
