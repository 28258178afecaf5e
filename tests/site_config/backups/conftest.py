"""A portal with rows and files, and places to bring them back to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from site_config.backups.databases import Database, own_database, trial_database
from site_config.backups.keys import new_key
from site_config.backups.media import Roots
from site_config.models import RateCount

FILES = {
    "media/documents/budget.pdf": b"%PDF-1.7 budget",
    "media/images/square with spaces ë.jpg": bytes(range(256)) * 4000,
    "media/empty.txt": b"",
    "private/submissions/0af3.jpg": b"a member's picture",
}


@pytest.fixture
def backup_settings(settings, tmp_path: Path):
    """Settings of a portal whose folders are this test's own."""
    settings.BACKUP_DIR = str(tmp_path / "backups")
    settings.BACKUP_KEY = new_key()
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.PRIVATE_ROOT = str(tmp_path / "private")
    return settings


@pytest.fixture
def roots(backup_settings) -> Roots:
    """Folders of files, by their names in a backup."""
    folders = {
        "private": Path(backup_settings.PRIVATE_ROOT),
        "media": Path(backup_settings.MEDIA_ROOT),
    }
    for name, content in FILES.items():
        root, _, rest = name.partition("/")
        path = folders[root] / rest
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folders


@pytest.fixture
def rows(transactional_db: None) -> None:
    """Rows that a backup must bring back."""
    RateCount.objects.bulk_create(
        RateCount(key=f"planted {number} ë", count=number, expires_at="2026-03-01T03:00:00Z")
        for number in range(1500)
    )


@pytest.fixture
def database(rows: None) -> Database:
    """The portal's database."""
    return own_database()


@pytest.fixture
def empty_database(rows: None) -> Iterator[Database]:
    """A database of the same kind without anything in it."""
    with trial_database(connection.vendor) as empty:
        yield empty


@pytest.fixture
def empty_roots(tmp_path: Path) -> Roots:
    """Folders that hold nothing."""
    folders = {name: tmp_path / "restored" / name for name in ("private", "media")}
    for folder in folders.values():
        folder.mkdir(parents=True)
    return folders
