"""Where a rehearsal stands: its folder, its ports, its programs and its environment."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HOST = "city.test"
DATABASE = "sheshi"


class MissingProgramError(Exception):
    """A program of the rehearsal is not installed here."""


@dataclass(frozen=True)
class Places:
    """The places of one rehearsal.

    Attributes:
        folder: everything that it writes; removed with it.
        port: the first of ten ports on loopback.
        python: the interpreter of an environment with the portal's requirements.
        cache: ``nginx``, or ``varnish`` for Varnish behind it.
    """

    folder: Path
    port: int
    python: Path = ROOT / ".venv" / "bin" / "python"
    cache: str = "nginx"

    @property
    def tls_port(self) -> int:
        """Where readers come in."""
        return self.port

    @property
    def web_ports(self) -> tuple[int, int]:
        """Of the two web nodes."""
        return self.port + 1, self.port + 2

    @property
    def database_port(self) -> int:
        """Of the rehearsal's own PostgreSQL."""
        return self.port + 3

    @property
    def redis_port(self) -> int:
        """Of the rehearsal's own Redis."""
        return self.port + 4

    @property
    def smtp_port(self) -> int:
        """Of the mail server that keeps what it gets."""
        return self.port + 5

    @property
    def purge_port(self) -> int:
        """Where the cache is told what has changed."""
        return self.port + 6

    @property
    def http_port(self) -> int:
        """Where readers without TLS are sent on."""
        return self.port + 7

    @property
    def varnish_port(self) -> int:
        """Of Varnish behind nginx, which is also where it is told what has changed."""
        return self.port + 8

    @property
    def mails(self) -> Path:
        """The folder in which each mail that has arrived is one file."""
        return self.folder / "mails"

    @property
    def media(self) -> Path:
        """The folder of uploaded files."""
        return self.folder / "var" / "media"

    @property
    def database_url(self) -> str:
        """The address of the rehearsal's database."""
        return f"postgres://sheshi@127.0.0.1:{self.database_port}/{DATABASE}"

    def environment(self) -> dict[str, str]:
        """Return the environment of every process of the portal, as a city would set it."""
        purge_port = self.varnish_port if self.cache == "varnish" else self.purge_port
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return kept | {
            "DJANGO_SETTINGS_MODULE": "site_config.settings.production",
            "SECRET_KEY": self._secret_key(),
            "ALLOWED_HOSTS": HOST,
            "BASE_URL": f"https://{HOST}",
            "DATABASE_URL": self.database_url,
            "CACHE_URL": f"redis://127.0.0.1:{self.redis_port}/0",
            "RENDITIONS_CACHE_URL": f"redis://127.0.0.1:{self.redis_port}/1",
            "DEFAULT_FROM_EMAIL": f"City <no-reply@{HOST}>",
            "EMAIL_URL": f"smtp://127.0.0.1:{self.smtp_port}",
            "FRONT_CACHES": f"http://127.0.0.1:{purge_port}",
            "VAR_DIR": str(self.folder / "var"),
            "PUBLIC_MEDIA_ROOT": str(self.folder / "var" / "public" / "media"),
            "MEDIA_SENDFILE_URL": "/uploaded-file/",
            "PYTHONUNBUFFERED": "1",
        }

    def _secret_key(self) -> str:
        kept = self.folder / "secret-key"
        if not kept.exists():
            kept.write_text(secrets.token_urlsafe(64))
        return kept.read_text()


def find_program(name: str) -> str:
    """Return the path of a program, also of those that Debian keeps for administrators.

    Raises:
        MissingProgramError: it is not installed.
    """
    places = [os.environ.get("PATH", ""), "/usr/sbin", "/sbin", *postgresql_folders()]
    found = shutil.which(name, path=os.pathsep.join(places))
    if found is None:
        raise MissingProgramError(name)
    return found


def postgresql_folders() -> list[str]:
    """Return where Debian keeps the programs of PostgreSQL, the newest version first."""
    found = Path("/usr/lib/postgresql").glob("*/bin")
    return [str(path) for path in sorted(found, key=lambda path: -float(path.parent.name))]


def missing_programs(cache: str = "nginx") -> list[str]:
    """Return which of a rehearsal's programs are not installed here."""
    wanted = ["nginx", "initdb", "postgres", "redis-server", "openssl"]
    missing = []
    for name in wanted + (["varnishd"] if cache == "varnish" else []):
        try:
            find_program(name)
        except MissingProgramError:
            missing.append(name)
    return missing


def database_owner() -> str | None:
    """Return the account for PostgreSQL, which never runs as root; None for one's own."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise MissingProgramError("an account without rights, for PostgreSQL")
