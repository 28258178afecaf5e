"""Bring a development database to where the portal can be shown."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Page

# Depth of a site's home page in the page tree; the root stands at 1.
HOME_DEPTH = 2


class Command(BaseCommand):
    """Compile catalogues, migrate, and load the demo city into an empty database."""

    help = "Compile messages, migrate, and load the demo city where the database is empty."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "--demo-again",
            action="store_true",
            help="Load the demo city also where there is content; what exists of it stays.",
        )

    def handle(self, *, demo_again: bool, verbosity: int, **options):
        call_command("compile_catalogues", verbosity=verbosity)
        self.connect()
        self.migrate(verbosity)
        # Left behind where loading was interrupted, which is then repeated.
        unfinished = Path(settings.VAR_DIR) / "demo-unfinished"
        wanted = demo_again or unfinished.exists() or self.is_empty()
        if wanted and "load_demo" in get_commands():
            unfinished.touch()
            call_command("load_demo", verbosity=verbosity)
            unfinished.unlink()

    def connect(self) -> None:
        """Reach the database, making the folder of an SQLite file first.

        Raises:
            CommandError: it does not answer.
        """
        Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
        try:
            connection.ensure_connection()
        except OperationalError as error:
            reason = str(error).strip().splitlines()[0]
            raise CommandError(
                f"The database named by DATABASE_URL can't be used: {reason}. Start it, or unset "
                "DATABASE_URL to use SQLite."
            ) from error

    def migrate(self, verbosity: int) -> None:
        """Apply migrations if any are missing; asking costs far less than applying none."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database …")
            call_command("migrate", interactive=False, verbosity=verbosity)

    def is_empty(self) -> bool:
        """Whether no page stands below a home page."""
        return not Page.objects.filter(depth__gt=HOME_DEPTH).exists()
