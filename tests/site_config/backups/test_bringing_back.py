"""What was backed up comes back, row by row and file by file; what is damaged touches nothing."""

import io
import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from site_config.backups import media, rows
from site_config.backups.databases import Database
from site_config.backups.keys import backup_key, new_key
from site_config.backups.making import make_backup
from site_config.backups.manifest import CHECKSUMS, NoBackupError, part_path
from site_config.backups.media import Roots, UnexpectedFileError
from site_config.backups.restoring import (
    BackupDiffersError,
    NotEmptyError,
    check_backup,
    restore_backup,
    try_backup,
)
from site_config.backups.sealing import SealBrokenError
from site_config.models import RateCount
from tests.site_config.backups.conftest import FILES

needs_programs = pytest.mark.skipif(
    connection.vendor == "postgresql" and shutil.which("pg_dump") is None,
    reason="pg_dump is not installed",
)
pytestmark = needs_programs


@pytest.fixture
def lines() -> list[str]:
    """What was told of the progress."""
    return []


@pytest.fixture
def backup(backup_settings, database: Database, roots: Roots, lines: list[str]) -> Path:
    """A backup of the portal."""
    return make_backup(
        folder=Path(backup_settings.BACKUP_DIR),
        key=backup_key(),
        database=database,
        roots=roots,
        tell=lines.append,
    )


def silently(line: str) -> None:
    """Tell nobody."""


def restore(backup: Path, database: Database, roots: Roots) -> None:
    restore_backup(folder=backup, key=backup_key(), database=database, roots=roots, tell=silently)


def test_every_row_and_every_file_comes_back(backup, database, empty_database, empty_roots, lines):
    restore(backup, empty_database, empty_roots)

    assert empty_database.sums() == database.sums()
    assert empty_database.sums()[_table()].rows == 1500
    for name, content in FILES.items():
        root, _, rest = name.partition("/")
        assert (empty_roots[root] / rest).read_bytes() == content
    assert any(line.startswith("database: ") for line in lines)
    assert any(line.startswith("files: ") for line in lines)


def test_nothing_of_a_backup_can_be_read_without_the_key(backup: Path):
    for path in backup.iterdir():
        content = path.read_bytes()
        assert b"planted" not in content
        assert b"budget" not in content
        assert path.name == CHECKSUMS or path.stat().st_mode & 0o077 == 0


def test_damage_can_be_found_without_the_key(backup: Path):
    check = ["sha256sum", "--check", "--quiet", CHECKSUMS]
    assert subprocess.run(check, cwd=backup, check=False).returncode == 0
    damage(part_path(backup, "media"))

    assert subprocess.run(check, cwd=backup, check=False, capture_output=True).returncode == 1


def damage(path: Path) -> None:
    """Change one bit in the middle of a file."""
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 100)


def cut_at_a_piece(path: Path) -> None:
    os.truncate(path, 32 + 65_536 + 16)


@pytest.mark.parametrize("harm", [damage, cut, cut_at_a_piece, Path.unlink])
@pytest.mark.parametrize("part", ["database", "media", "manifest"])
def test_a_broken_backup_touches_nothing(backup, empty_database, empty_roots, harm, part):
    path = part_path(backup, part)
    if harm is cut_at_a_piece and path.stat().st_size < 70_000:
        harm = cut
    harm(path)

    with pytest.raises((SealBrokenError, NoBackupError)):
        restore(backup, empty_database, empty_roots)

    assert empty_database.is_empty()
    assert list(media.find_files(empty_roots)) == []


def test_a_part_of_another_backup_is_noticed(backup, database, roots, empty_database, empty_roots):
    RateCount.objects.all().delete()
    backup.rename(backup.with_name("20260101T000000Z"))
    other = make_backup(
        folder=backup.parent, key=backup_key(), database=database, roots=roots, tell=silently
    )
    shutil.copy(
        part_path(other, "database"),
        part_path(backup.with_name("20260101T000000Z"), "database"),
    )

    with pytest.raises(SealBrokenError, match="not the file that was written"):
        restore(backup.with_name("20260101T000000Z"), empty_database, empty_roots)
    assert empty_database.is_empty()


def test_a_place_that_is_not_empty_is_refused(backup, database, empty_database, empty_roots):
    before = database.sums()
    with pytest.raises(NotEmptyError, match="the database is not empty"):
        restore(backup, database, empty_roots)
    assert database.sums() == before

    (empty_roots["media"] / "mine.txt").write_text("mine")
    with pytest.raises(NotEmptyError, match="is not empty"):
        restore(backup, empty_database, empty_roots)
    assert empty_database.is_empty()
    assert (empty_roots["media"] / "mine.txt").read_text() == "mine"


def test_the_wrong_key_touches_nothing(backup, backup_settings, empty_database, empty_roots):
    backup_settings.BACKUP_KEY = new_key()

    with pytest.raises(SealBrokenError, match="another key"):
        restore(backup, empty_database, empty_roots)
    assert empty_database.is_empty()


def test_a_trial_leaves_the_portal_and_the_machine_as_they_were(backup, database, roots):
    before = database.sums()

    try_backup(folder=backup, key=backup_key(), tell=silently)

    assert database.sums() == before
    assert media.differences(roots, check_backup(backup, backup_key(), silently).files) == []


def test_a_row_that_came_back_otherwise_is_found(backup, empty_database, empty_roots, monkeypatch):
    found = empty_database.sums

    def changed() -> rows.Sums:
        sums = found()
        one = sums[_table()]
        return sums | {_table(): one._replace(digest="0" * 64)}

    monkeypatch.setattr(empty_database, "sums", changed)

    with pytest.raises(BackupDiffersError) as told:
        restore(backup, empty_database, empty_roots)
    assert told.value.differences == [f"the table {_table()} has rows that are not the same"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda: RateCount.objects.filter(key="planted 7 ë").update(count=8), "not the same"),
        (lambda: RateCount.objects.filter(key="planted 7 ë").delete(), "1499 rows instead of 1500"),
        (
            lambda: RateCount.objects.create(key="new", expires_at="2026-03-01T03:00:00Z"),
            "1501 rows instead of 1500",
        ),
    ],
)
def test_one_changed_row_makes_a_difference(database: Database, change, words: str):
    before = database.sums()
    change()

    (difference,) = [line for line in rows.differences(before, database.sums()) if _table() in line]
    assert words in difference


def test_files_that_are_not_the_same_are_named(backup, roots: Roots):
    expected = check_backup(backup, backup_key(), silently).files
    (roots["media"] / "empty.txt").write_text("no longer")
    (roots["private"] / "submissions" / "0af3.jpg").unlink()
    (roots["media"] / "new.txt").write_text("new")

    assert media.differences(roots, expected) == [
        "the file private/submissions/0af3.jpg is missing",
        "the file media/new.txt is new",
        "the file media/empty.txt is not the same",
    ]


def test_an_archive_that_leads_elsewhere_is_refused(tmp_path: Path):
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("media/../../planted"), io.BytesIO())
    raw.seek(0)
    expected = {"media/../../planted": media.FileSum(0, "")}
    progress = media.Progress(silently, "files")

    with pytest.raises(UnexpectedFileError, match="leads out"):
        media.read_files(raw, {"media": tmp_path / "media"}, expected, progress)
    assert not (tmp_path / "planted").exists()


def test_a_backup_that_fails_leaves_nothing_that_looks_like_one(
    backup_settings, database, roots, monkeypatch
):
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("site_config.backups.making.write_files", full)

    with pytest.raises(CommandError, match="No space left on device"):
        call_command("backup")
    assert list(Path(backup_settings.BACKUP_DIR).glob("*")) == []


def _table() -> str:
    name = RateCount._meta.db_table
    return name if connection.vendor == "sqlite" else f"public.{name}"
