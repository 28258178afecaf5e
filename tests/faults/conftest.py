"""The rehearsed city, built once for all tests of this folder (``make faults``).

Each test that breaks something mends it again. Where a test has a twin, the twin breaks one more
thing, a setting that the city relies on, and the same check has to fail.
"""

import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from deploy.rehearsal import Places, Rehearsal, missing_programs
from deploy.rehearsal.places import HOST, ROOT
from deploy.rehearsal.servers import configure_nginx, web_node
from tests.faults.desk import Desk
from tests.faults.readers import Reader, leave
from tests.leaving_out import leave_out

# Names the database that the suite's run on PostgreSQL has migrated.
MIGRATED_VARIABLE = "TEST_MIGRATED_URL"
PORT = int(os.environ.get("REHEARSAL_PORT", "18130"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder; they share one city, and so run in one process."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.faults)


@dataclass
class City:
    """The city that tests break."""

    rehearsal: Rehearsal
    desk: Desk
    newsroom: str
    articles: list[dict[str, Any]]
    discussion: int

    def reader(self, session: str = "", **options: Any) -> Reader:
        """Return somebody at the door; signed in where a session is given."""
        cookies = {"__Host-sid": session} if session else {}
        return Reader(self.rehearsal.places.tls_port, cookies, **options)

    @property
    def public_paths(self) -> list[str]:
        """Addresses of pages that everybody may read."""
        return ["/sq/", self.newsroom, *(article["url"] for article in self.articles)]

    @property
    def write_path(self) -> str:
        """Where a comment is written."""
        return f"/en/community/on/discussion/{self.discussion}/write/"

    def warm(self) -> None:
        """Have the cache keep the public pages, after what would take them away again."""
        self.settle()
        reader = self.reader()
        for path in self.public_paths:
            answer = reader.get(path)
            assert answer.status == 200, (path, answer.status)

    def forget_copies(self) -> None:
        """Empty the cache."""
        for folder in (self.rehearsal.places.folder / "cache").iterdir():
            shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def nginx_with(self, changes: dict[str, str]) -> Iterator[None]:
        """Run nginx with texts of its configuration changed."""
        if not changes:
            yield
            return
        nginx = self.rehearsal.nginx
        try:
            configure_nginx(self.rehearsal.places, changes)
            nginx.stop()
            nginx.start()
            yield
        finally:
            configure_nginx(self.rehearsal.places)
            nginx.stop()
            nginx.start()

    def settle(self) -> None:
        """Wait until the purges of what was done so far have been repeated."""
        end = time.monotonic() + 60
        while self.desk("waiting_purges") and time.monotonic() < end:
            time.sleep(0.3)

    @contextmanager
    def node_with(self, settings: str) -> Iterator[Reader]:
        """Run one more web node under settings of `tests.faults.broken`; yield who asks it."""
        places = self.rehearsal.places
        extra = {
            "DJANGO_SETTINGS_MODULE": f"tests.faults.broken.{settings}",
            # One thread, so that each request meets the connection of the one before.
            "WEB_CONCURRENCY": "1",
            "WEB_THREADS": "1",
        }
        node = web_node(places, places.port + 9, extra)
        try:
            node.start()
            yield Reader(places.port + 9, is_proxy=True)
        finally:
            node.kill()

    @contextmanager
    def desk_with(self, settings: str = "", **changed: str) -> Iterator[Desk]:
        """Open one more desk, under settings of `tests.faults.broken` where some are named.

        Args:
            settings: a module of them.
            changed: other values of the environment.
        """
        environment = self.rehearsal.places.environment() | changed
        if settings:
            environment["DJANGO_SETTINGS_MODULE"] = f"tests.faults.broken.{settings}"
        desk = Desk(self.rehearsal.places.python, environment)
        try:
            yield desk
        finally:
            desk.close()


def ingredients(folders: Callable[[Path], bool] = Path.is_dir) -> str:
    """Return a digest of what a built city is made from: migrations and static files."""
    digest = hashlib.sha256(sys.version.encode())
    for pattern in ("*/migrations/*.py", "*/static/**/*", "requirements.txt", "*/locale/**/*.po"):
        for path in sorted(ROOT.glob(pattern)):
            if not folders(path):
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@pytest.fixture(autouse=True)
def _mend(request: pytest.FixtureRequest) -> Iterator[None]:
    """Close the connections of a test's readers, and start what has ended, as systemd does.

    A worker ends where its database does: its service begins it again (``Restart=always``).
    """
    yield
    leave()
    if "city" in request.fixturenames:
        for process in request.getfixturevalue("city").rehearsal.processes:
            process.start()


@pytest.fixture(scope="session")
def city(request: pytest.FixtureRequest) -> Iterator[City]:
    """The rehearsed city with a newsroom, articles and a discussion."""
    if missing := missing_programs():
        leave_out(f"not installed here: {', '.join(missing)}")
    # Not below TMPDIR, which is for this account alone: PostgreSQL has one of its own.
    folder = Path(tempfile.mkdtemp(prefix="sheshi-rehearsal-", dir="/tmp"))
    rehearsal = Rehearsal(Places(folder / "city", PORT, Path(sys.executable)))
    folder.chmod(0o755)
    kept = request.config.cache.mkdir("rehearsals") / "city.tar"
    desk = None
    try:
        rehearsal.up(
            kept=kept, made_of=ingredients(), migrated=os.environ.get(MIGRATED_VARIABLE, "")
        )
        desk = Desk(rehearsal.places.python, rehearsal.places.environment())
        built = desk("build_city", host=HOST, articles=6)
        yield City(rehearsal, desk, **built)
    finally:
        if desk is not None:
            desk.close()
        rehearsal.down(keep=True, hurry=True)
        if os.environ.get("KEEP_REHEARSAL"):
            print(f"\nThe rehearsal's logs are in {folder}.")
        else:
            shutil.rmtree(folder)
