"""Give the database's role the limits that a connection through a pool can't bring along."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

LIMITS = {
    "statement_timeout": "8s",
    "lock_timeout": "3s",
    "idle_in_transaction_session_timeout": "15s",
}


class Command(BaseCommand):
    """Run it once, and again after the role was made anew."""

    help = (
        "Let PostgreSQL end what takes too long for the role of DATABASE_URL in its database: "
        "needed behind a PgBouncer (DATABASE_POOLED), harmless elsewhere."
    )
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        """Set the limits of the role.

        Raises:
            CommandError: the database is no PostgreSQL.
        """
        if connection.vendor != "postgresql":
            raise CommandError("DATABASE_URL names no PostgreSQL: there is no role to limit.")
        with connection.cursor() as cursor:
            cursor.execute("SELECT quote_ident(current_database()), quote_ident(current_user)")
            database, role = cursor.fetchone()
            for name, value in LIMITS.items():
                # Names were quoted by the server; the others stand above.
                cursor.execute(f"ALTER ROLE {role} IN DATABASE {database} SET {name} = '{value}'")
        limits = ", ".join(f"{name} {value}" for name, value in LIMITS.items())
        self.stdout.write(f"{role} in {database}: {limits}. New connections have them.")
