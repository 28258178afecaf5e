"""A whole rehearsal: up, down, and each of its processes by name."""

from __future__ import annotations

import shutil
from functools import cached_property
from pathlib import Path

from deploy.rehearsal import servers
from deploy.rehearsal.places import MissingProgramError, Places, missing_programs
from deploy.rehearsal.processes import Process

FOLDERS = ("run", "log", "cache", "nginx", "acme", "mails", "var/media", "var/public/media")
# What takes long to make.
MADE_OF = "made-of"
BUILT = ("postgresql", "var", MADE_OF)


class Rehearsal:
    """The production of one city.

    Args:
        places: folder, ports, interpreter and kind of cache.
    """

    def __init__(self, places: Places) -> None:
        self.places = places

    @cached_property
    def database(self) -> Process:
        """PostgreSQL."""
        return servers.postgresql(self.places)

    @cached_property
    def redis(self) -> Process:
        """Redis."""
        return servers.redis(self.places)

    @cached_property
    def smtp(self) -> Process:
        """The mail server."""
        return servers.smtp_sink(self.places)

    @cached_property
    def web(self) -> list[Process]:
        """The two web nodes."""
        return [servers.web_node(self.places, port) for port in self.places.web_ports]

    @cached_property
    def worker(self) -> Process:
        """What does the tasks of the queue."""
        return servers.command_process(self.places, "worker", "db_worker", "--interval", "0.5")

    @cached_property
    def timers(self) -> Process:
        """What works by the clock."""
        return servers.command_process(self.places, "timers", "run_timers")

    @cached_property
    def purger(self) -> Process:
        """What forgets copies."""
        return servers.purger(self.places)

    @cached_property
    def varnish(self) -> Process:
        """The cache behind nginx, in the variant for several web hosts."""
        return servers.varnish(self.places)

    @cached_property
    def nginx(self) -> Process:
        """The server in front."""
        return servers.nginx(self.places)

    @property
    def processes(self) -> list[Process]:
        """All of them, in the order in which they start."""
        stores = [self.database, self.redis, self.smtp]
        cache = self.varnish if self.places.cache == "varnish" else self.purger
        return [*stores, *self.web, self.worker, self.timers, cache, self.nginx]

    def up(
        self,
        *,
        demo: bool = False,
        kept: Path | None = None,
        made_of: str = "",
        migrated: str = "",
    ) -> None:
        """Build the production, if there is none in its folder, and start what does not run.

        Args:
            demo: load the demo city, which takes minutes; otherwise the portal is empty.
            kept: a file in which what was built is kept, and from which it is taken if it is
                there: walking all migrations takes a minute.
            made_of: names the migrations and static files of today. What was kept of others is
                brought up to date, and kept again.
            migrated: the address of a database with nothing but migrations, which is copied
                instead of walking them. Where that fails, they are walked.

        Raises:
            MissingProgramError: a program is not installed.
            NeverReadyError: a process does not come up.
            subprocess.CalledProcessError: a step of building failed; its log says why.
        """
        if missing := missing_programs(self.places.cache):
            raise MissingProgramError(", ".join(missing))
        folder = self.places.folder
        is_built = (folder / "built").exists()
        if not is_built:
            self._prepare()
            is_kept = kept is not None and kept.exists()
            if is_kept:
                self._tar("-xpf", str(kept))
            made = folder / MADE_OF
            if not is_kept or made.read_text() != made_of:
                self._build(demo, anew=not is_kept, migrated=migrated)
                made.write_text(made_of)
                if kept is not None:
                    self._keep(kept)
            (folder / "built").touch()
        for process in self.processes:
            process.start()

    def down(self, *, keep: bool = False, hurry: bool = False) -> None:
        """End every process, the first in front.

        Args:
            keep: leave the folder as it is; it is removed otherwise.
            hurry: kill them, for a folder that nobody will use again.
        """
        run = self.places.folder / "run"
        if not run.exists():
            return
        for process in [*self._others(), *reversed(self.processes)]:
            if hurry:
                process.kill()
            else:
                process.stop()
        if not keep:
            shutil.rmtree(self.places.folder)

    def _others(self) -> list[Process]:
        """Return what else was started for the folder, such as nodes on other ports."""
        known = {process.name for process in self.processes}
        found = sorted(path.stem for path in (self.places.folder / "run").glob("*.pid"))
        return [
            Process(name, [], self.places.folder)
            for name in found
            if name not in known and not name.endswith("-master")
        ]

    def manage(self, *arguments: str) -> None:
        """Run one of the portal's commands to its end.

        Raises:
            subprocess.CalledProcessError: it failed; ``log/manage.log`` says why.
        """
        servers.run_quietly(
            [str(self.places.python), "manage.py", *arguments],
            log=self.places.folder / "log" / "manage.log",
            environment=self.places.environment(),
        )

    def _prepare(self) -> None:
        self.places.folder.mkdir(parents=True, exist_ok=True)
        # PostgreSQL's account looks for its own folder in here.
        self.places.folder.chmod(0o755)
        for name in FOLDERS:
            (self.places.folder / name).mkdir(parents=True)
        servers.make_certificate(self.places)
        servers.configure_nginx(self.places, behind_varnish=self.places.cache == "varnish")

    def _build(self, demo: bool, *, anew: bool, migrated: str) -> None:
        if anew:
            servers.make_database(self.places)
        for store in (self.database, self.redis, self.smtp):
            store.start()
        if anew:
            servers.create_database(self.places)
            if migrated and not servers.copy_database(self.places, migrated):
                servers.create_database(self.places)
        self.manage("compile_catalogues")
        self.manage("collectstatic", "--noinput", "--verbosity=0")
        self.manage("migrate", "--verbosity=0")
        if demo:
            self.manage("load_demo")

    def _keep(self, kept: Path) -> None:
        self.database.stop()
        unfinished = kept.with_suffix(".unfinished")
        self._tar("-cpf", str(unfinished), *BUILT)
        unfinished.replace(kept)

    def _tar(self, *arguments: str) -> None:
        # As root it keeps the owner of PostgreSQL's files.
        command = ["tar", "-C", str(self.places.folder), *arguments]
        servers.run_quietly(command, log=self.places.folder / "log" / "tar.log")
