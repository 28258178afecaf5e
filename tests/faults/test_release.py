"""``deploy/release`` from a bare host on: the first release, the next, a bad one, and a restore."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.faults.conftest import City
from tests.faults.desk import Desk
from tests.faults.host import Host, bare_host, copy_database, make_database

SERVICES = ("sheshi-worker.service", "sheshi-timers.service")
# What answers machines and nobody else.
BROKEN = """

def fail(get_response):
    \"\"\"Answer nobody.\"\"\"

    def middleware(request):
        raise RuntimeError

    return middleware
"""
SETTING = '\nMIDDLEWARE = [*MIDDLEWARE, "site_config.middleware.fail"]  # noqa: F405\n'


@pytest.fixture(scope="module")
def host(city: City, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A host with a first release, installed by the commands of docs/operations.md."""
    places = city.rehearsal.places
    with bare_host(tmp_path_factory.mktemp("host") / "root", places) as host:
        install(host, places.redis_port)
        # Not an empty one: walking all migrations takes a minute.
        copy_database(places, "released")
        host.done("up")
        yield host


def install(host: Host, redis_port: int) -> None:
    """Prepare a host, and name the servers that it uses."""
    host.done("prepare", "city.test")
    host.set(
        DATABASE_URL=host.database_url,
        CACHE_URL=f"redis://127.0.0.1:{redis_port}/2",
        RENDITIONS_CACHE_URL=f"redis://127.0.0.1:{redis_port}/3",
        EMAIL_URL=f"smtp://127.0.0.1:{host.places.smtp_port}",
        FRONT_CACHES=f"http://127.0.0.1:{host.ports[2]}",
        WEB_CONCURRENCY="1",
        LINK_CHECK="0",
    )


def codes(host: Host) -> set[Path]:
    """Return which releases the services work with."""
    nodes = [f"sheshi-web@{port}.service" for port in host.ports[:2]]
    return {host.code_of(unit) for unit in (*nodes, *SERVICES)}


def test_the_first_release_answers_and_has_none_before_it(host):
    first = host.running

    assert codes(host) == {first}
    assert host.statuses("/sq/") == [200, 200]
    assert "BACKUP_DIR=/" in (host.root / "etc/sheshi/portal.env").read_text()
    result = host.release("back")
    assert result.returncode != 0
    assert "no release before" in result.stdout
    assert host.running == first
    assert host.statuses("/sq/") == [200, 200]


class Visitor:
    """Somebody who asks for a page until told to stop: one node, or the other where it is away."""

    def __init__(self, host: Host) -> None:
        self.refused: list[list[int | str]] = []
        self.count = 0
        self._stop = threading.Event()
        self._readers = host.readers()
        self._thread = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> "Visitor":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join(60)

    def _read(self) -> None:
        while not self._stop.wait(0.1):
            answers: list[int | str] = []
            for reader in self._readers:
                try:
                    answers.append(reader.get("/sq/").status)
                except OSError as error:
                    answers.append(type(error).__name__)
                if answers[-1] == 200:
                    break
            self.count += 1
            if 200 not in answers:
                self.refused.append(answers)


def test_the_next_release_brings_its_units_and_is_taken_back(host):
    first = host.running
    host.commit(
        {
            "deploy/systemd/sheshi-worker.service": "\n[Service]\nEnvironment=SECOND=1\n",
            "deploy/nginx/sheshi.conf.template": "\n# The second.\n",
        }
    )
    configuration = host.root / "etc/nginx/conf.d/sheshi.conf"

    with Visitor(host) as visitor:
        host.done("up")
    second = host.running

    assert second != first
    assert codes(host) == {second}
    assert visitor.refused == []
    assert visitor.count
    assert "SECOND=1" in host.environment_of("sheshi-worker.service")
    assert "The second." in configuration.read_text()
    # Of the moment before its migrations.
    assert list((host.root / "var/backups/sheshi").glob("*/manifest.sealed"))

    host.done("back")

    assert host.running == first
    assert codes(host) == {first}
    assert "SECOND=1" not in host.environment_of("sheshi-worker.service")
    assert "The second." not in configuration.read_text()
    assert host.statuses("/sq/") == [200, 200]


def test_a_release_that_fails_on_every_page_is_left(host):
    before = host.running
    kept = host.root / "srv/sheshi/before"
    earlier = kept.read_text() if kept.exists() else None
    host.commit(
        {"site_config/middleware.py": BROKEN, "site_config/settings/production.py": SETTING}
    )

    with Visitor(host) as visitor:
        result = host.release("up")

    assert result.returncode != 0
    assert "answers / with 500" in result.stdout
    assert "does not answer and was left" in result.stdout
    assert host.running == before
    assert codes(host) == {before}
    assert visitor.refused == []
    assert (kept.read_text() if kept.exists() else None) == earlier
    host.git("revert", "--no-edit", "HEAD")


def desk_of(city: City, host: Host) -> AbstractContextManager[Desk]:
    """Return a desk that works on the host's database; nobody may sit at it during a restore."""
    return city.desk_with(DATABASE_URL=host.database_url)


def names_in(host: Host, folder: str) -> set[str]:
    """Return the names in a folder of the portal's data."""
    return {path.name for path in (host.root / "var/lib/sheshi" / folder).iterdir()}


def test_yesterday_comes_back_over_a_running_city_and_on_an_empty_host(city, host, tmp_path):
    with desk_of(city, host) as desk:
        (host.root / "var/lib/sheshi/media/square.txt").write_text("The square.")
        yesterday = desk("publish_article", title="Lajmi i djeshëm")
        leaver = desk("join", name="Somebody who leaves")
        made = Path(host.done("manage", "backup").strip().splitlines()[-1])
        today = desk("publish_article", title="Lajmi i sotëm")
        desk("leave", number=leaver)
        (host.root / "var/lib/sheshi/media/street.txt").write_text("The street.")
    erased = tmp_path / "erased.txt"
    erased.write_text(host.sent_to_file("manage", "erase_again", "--list"))
    carried = shutil.copytree(made, tmp_path / made.name)
    keys = {name: host.setting(name) for name in ("SECRET_KEY", "BACKUP_KEY")}

    told = host.done("restore", str(carried), str(erased))

    assert "Erased again: 1 of 1" in told
    assert host.statuses(yesterday["url"]) == [200, 200]
    assert host.statuses(today["url"]) == [404, 404]
    assert "the database that was there is now released_before_" in told
    assert "square.txt" in names_in(host, "media")
    assert "street.txt" not in names_in(host, "media")
    with desk_of(city, host) as desk:
        assert not desk("is_member", number=leaver)

    # Another machine: a checkout, the keys, the backup and the list.
    host.stop()
    make_database(city.rehearsal.places, "released")
    for name in ("srv/sheshi/releases", "srv/sheshi/current", "etc/sheshi", "var", "run"):
        path = host.root / name
        path.unlink() if path.is_symlink() else shutil.rmtree(path)
    (host.root / "run").mkdir()
    host.git("worktree", "prune")
    install(host, city.rehearsal.places.redis_port)
    host.set(**keys)

    told = host.done("restore", str(carried), str(erased))

    assert "Erased again: 1 of 1" in told
    assert "is now" not in told
    assert host.statuses(yesterday["url"]) == [200, 200]
    assert host.statuses(today["url"]) == [404, 404]
    assert codes(host) == {host.running}
    assert names_in(host, "media") >= {"square.txt"}


def test_a_damaged_backup_ends_nothing(host, tmp_path):
    made = Path(host.done("manage", "backup").strip().splitlines()[-1])
    broken = shutil.copytree(made, tmp_path / "20260101T000000Z")
    os.truncate(broken / "database.sealed", 1000)
    (tmp_path / "erased.txt").touch()
    log = host.root / "run/systemctl.log"
    said = log.read_text()

    result = host.release("restore", str(broken))

    assert result.returncode != 0
    assert log.read_text() == said
    assert host.statuses("/sq/") == [200, 200]
