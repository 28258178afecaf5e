"""A host on which ``deploy/release`` works: temporary folders, real servers, and no systemd.

What belongs to the machine itself (systemd, accounts, the download of packages) is stood in for
by the programs in ``tests/faults/stand_ins``; all else is done.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.rehearsal.places import DATABASE, ROOT, Places, find_program
from tests.faults.readers import Reader

STAND_INS = Path(__file__).parent / "stand_ins"
# What a release is made of.
LEFT_BEHIND = (".*", "var", "tests", "bench", "docs", "__pycache__", "*.mo", "htmlcov")
GIT = ["git", "-c", "user.name=City", "-c", "user.email=city@example.org", "-c", "gc.auto=0"]
# What a bare Debian has.
BARE = ("etc/systemd/system", "etc/nginx/conf.d", "etc/nginx/sites-enabled", "run", "log")


def copy_database(places: Places, name: str) -> str:
    """Copy the city's database on its server; return the address of the copy."""
    server = places.database_url.removesuffix(DATABASE)
    make_database(places, name)
    dump = subprocess.Popen(
        [find_program("pg_dump"), f"{server}{DATABASE}"], stdout=subprocess.PIPE
    )
    copy = [find_program("psql"), f"{server}{name}", "-q", "-v", "ON_ERROR_STOP=1"]
    with dump.stdout as piped:
        subprocess.run(copy, stdin=piped, check=True, stdout=subprocess.DEVNULL)
    assert dump.wait(30) == 0
    return f"{server}{name}"


def make_database(places: Places, name: str) -> None:
    """Make an empty database on the city's server, instead of one that may be there."""
    server = places.database_url.removesuffix(DATABASE)
    psql = [find_program("psql"), f"{server}postgres", "-qc"]
    subprocess.run([*psql, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"], check=True)
    subprocess.run([*psql, f"CREATE DATABASE {name}"], check=True)


@dataclass
class Host:
    """One host.

    Attributes:
        root: what stands for ``/``.
        places: of the city, whose servers it uses.
    """

    root: Path
    places: Places

    @property
    def ports(self) -> list[int]:
        """Of its two web nodes and its purger; then two for the trial of nginx."""
        return [self.places.port + number for number in range(10, 15)]

    @property
    def source(self) -> Path:
        """The checkout that releases are built from."""
        return self.root / "srv" / "sheshi" / "source"

    @property
    def environment(self) -> dict[str, str]:
        """Of an administrator's shell."""
        web, other, purger, tls, http = map(str, self.ports)
        path = os.pathsep.join([os.environ["PATH"], "/usr/sbin", "/sbin"])
        account = subprocess.check_output(["id", "-un"], text=True).strip()
        return {
            "PATH": f"{STAND_INS}{os.pathsep}{path}",
            "HOME": str(self.root),
            "PGHOST": "127.0.0.1",
            "PGPORT": str(self.places.database_port),
            "PGUSER": "sheshi",
            "RELEASE_ROOT": str(self.root),
            "RELEASE_ACCOUNT": account,
            "RELEASE_FRONT_ACCOUNT": account,
            "RELEASE_PATIENCE": "600",
            "RELEASE_WEB_PORTS": f"{web} {other}",
            "STAND_IN_PATH": path,
            "STAND_IN_PORTS": f"8001={web} 8002={other} 8006={purger}",
            "STAND_IN_PYTHON": sys.executable,
            "STAND_IN_STATIC": str(self.places.folder / "var" / "static"),
            "STAND_IN_TLS": tls,
            "STAND_IN_HTTP": http,
        }

    @property
    def database_url(self) -> str:
        """Of the host's own database."""
        return f"{self.places.database_url.removesuffix(DATABASE)}released"

    @property
    def running(self) -> Path:
        """The folder of the current release."""
        return (self.root / "srv" / "sheshi" / "current").resolve()

    def unpack(self) -> None:
        """Put the code where an administrator clones it."""
        for name in BARE:
            (self.root / name).mkdir(parents=True)
        ignored = shutil.ignore_patterns(*LEFT_BEHIND)
        shutil.copytree(ROOT, self.source, ignore=ignored)
        shutil.copy(ROOT / ".env.example", self.source)
        self.git("init", "--quiet")
        self.commit({})

    def git(self, *arguments: str) -> None:
        """Run git in the checkout."""
        subprocess.run([*GIT, "-C", str(self.source), *arguments], check=True)

    def commit(self, added: dict[str, str]) -> None:
        """Make another version of the code: texts by the file that they are added to."""
        for name, text in added.items():
            with (self.source / name).open("a") as file:
                file.write(text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Another version")

    def release(
        self, *arguments: str, stderr: int = subprocess.STDOUT
    ) -> subprocess.CompletedProcess[str]:
        """Run ``deploy/release``; ``stdout`` holds warnings too, unless kept apart."""
        with open(os.devnull) as nothing:
            return subprocess.run(
                [str(self.source / "deploy" / "release"), *arguments],
                env=self.environment,
                cwd=self.source,
                text=True,
                stdin=nothing,
                stdout=subprocess.PIPE,
                stderr=stderr,
            )

    def done(self, *arguments: str) -> str:
        """Run ``deploy/release`` and expect that it goes well; return what it says."""
        result = self.release(*arguments)
        assert result.returncode == 0, result.stdout
        return result.stdout

    def sent_to_file(self, *arguments: str) -> str:
        """Run ``deploy/release``; return what a file holds that its output is sent to (``>``)."""
        result = self.release(*arguments, stderr=subprocess.PIPE)
        assert result.returncode == 0, result.stderr
        return result.stdout

    def setting(self, name: str) -> str:
        """Return a value of the settings."""
        text = (self.root / "etc" / "sheshi" / "portal.env").read_text()
        return re.search(rf"^{name}=(.*)$", text, re.MULTILINE)[1]

    def set(self, **values: str) -> None:
        """Edit the settings."""
        path = self.root / "etc" / "sheshi" / "portal.env"
        text = path.read_text()
        for name, value in values.items():
            line = f"{name}={value}"
            text, found = re.subn(rf"^{name}=.*$", lambda _match, line=line: line, text, flags=re.M)
            text += "" if found else f"{line}\n"
        path.write_text(text)

    def readers(self) -> list[Reader]:
        """Return somebody at each web node, who asks as nginx would."""
        return [Reader(port, is_proxy=True) for port in self.ports[:2]]

    def statuses(self, path: str) -> list[int]:
        """Return how the nodes answer."""
        return [reader.get(path).status for reader in self.readers()]

    def code_of(self, unit: str) -> Path:
        """Return the release that a running service works with."""
        number = (self.root / "run" / f"{unit}.pid").read_text()
        return Path(os.readlink(f"/proc/{number}/cwd"))

    def environment_of(self, unit: str) -> str:
        """Return the environment of a running service."""
        number = (self.root / "run" / f"{unit}.pid").read_text()
        return Path(f"/proc/{number}/environ").read_text()

    def stop(self) -> None:
        """End its services."""
        if (self.root / "run" / "loaded").exists():
            subprocess.run(
                [str(STAND_INS / "systemctl"), "stop", "sheshi.target"],
                env=self.environment,
                check=True,
            )


@contextmanager
def bare_host(root: Path, places: Places) -> Iterator[Host]:
    """Give a host with nothing but a checkout; its services end with it."""
    host = Host(root, places)
    host.unpack()
    try:
        yield host
    finally:
        host.stop()
