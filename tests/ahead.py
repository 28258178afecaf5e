"""Make the migrated database of SQLite ahead of the runs that copy it.

python -m tests.ahead FOLDER        where pytest's cache keeps it
"""

import sys
from pathlib import Path

import django
from django.test.utils import setup_test_environment, teardown_databases


def main(folder: Path) -> None:
    """Make it, or bring it up to date."""
    django.setup()
    # Models can't be imported before Django knows its settings.
    from tests.migrated import create_test_database

    folder.mkdir(parents=True, exist_ok=True)
    setup_test_environment()
    teardown_databases(create_test_database(folder, folder, worker=""), verbosity=0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
