"""The commands of operators, the night's backup and the week's trial."""

import base64
import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.cache import caches
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.utils import timezone

from site_config import timers
from site_config.backups import keeping
from site_config.backups.keeping import newest_backup, to_be_removed
from site_config.backups.keys import backup_key, read_keys, write_keys
from site_config.backups.manifest import part_path
from site_config.backups.restoring import restore_backup
from site_config.backups.sealing import SealBrokenError
from site_config.backups.sqlite import SqliteDatabase
from site_config.management.commands import restore as command
from site_config.models import TimerRun, TimerState
from site_config.timers import run_timer, working_week
from tests.site_config.backups.test_bringing_back import damage

NOW = datetime(2026, 6, 15, 3, 0, tzinfo=UTC)
PASSPHRASE = "correct horse battery staple"


def test_a_backup_is_made_tried_and_brought_back_by_commands(
    backup_settings, roots, rows, empty_roots, capsys
):
    call_command("backup")
    made = Path(capsys.readouterr().out.strip())
    assert made.parent == Path(backup_settings.BACKUP_DIR)
    assert (made.parent / "erased.txt").stat().st_mode & 0o077 == 0

    call_command("verify_backup", "--quick")
    assert "is sound." in capsys.readouterr().out
    call_command("verify_backup", str(made))
    assert "are as they were on" in capsys.readouterr().err

    with pytest.raises(CommandError, match=r"Nothing was touched: .* is not empty"):
        call_command("restore", str(made))


def test_what_is_there_is_set_aside_and_kept(
    backup_settings, rows, roots, database, empty_database, empty_roots, monkeypatch, capsys
):
    call_command("backup")
    made = Path(capsys.readouterr().out.strip())
    restored = {"folder": made, "key": backup_key(), "tell": print}
    restore_backup(**restored, database=empty_database, roots=empty_roots)
    place = str(empty_database.path if isinstance(empty_database, SqliteDatabase) else "")
    mine = empty_roots["private"] / "later.txt"
    mine.write_text("sent in since the backup")
    monkeypatch.setattr(command, "own_database", lambda: empty_database)
    monkeypatch.setattr(command, "media_roots", lambda: empty_roots)
    caches["default"].set("stale", 1)

    call_command("restore", str(made), set_aside=True)

    told = capsys.readouterr().err
    assert empty_database.sums() == database.sums()
    assert not mine.exists()
    (kept,) = mine.parent.parent.glob("private.before_*/later.txt")
    assert f"are now in {kept.parent}" in told
    aside = re.search(r"the database that was there is now (\S+)", told)[1]
    assert caches["default"].get("stale") is None
    if place:
        assert Path(aside).stat().st_size
    else:
        database._execute(f'DROP DATABASE "{aside}"')


def test_a_damaged_backup_sets_nothing_aside(backup_settings, roots, rows, capsys):
    call_command("backup")
    made = Path(capsys.readouterr().out.strip())
    damage(part_path(made, "media"))

    with pytest.raises(CommandError, match="Nothing was touched"):
        call_command("restore", str(made), set_aside=True)

    assert len(list(Path(backup_settings.MEDIA_ROOT).parent.glob("media*"))) == 1
    assert any(roots["media"].iterdir())


def test_a_backup_that_is_damaged_is_told_by_the_trial(backup_settings, roots, rows, capsys):
    call_command("backup")
    damage(part_path(Path(capsys.readouterr().out.strip()), "database"))

    with pytest.raises(CommandError, match="can't be relied on"):
        call_command("verify_backup")


def test_a_folder_that_is_no_backup_is_told(backup_settings, rows, tmp_path: Path):
    with pytest.raises(CommandError, match="holds no backup"):
        call_command("verify_backup", str(tmp_path))
    with pytest.raises(CommandError, match="There is no backup in BACKUP_DIR"):
        call_command("verify_backup")


@pytest.mark.parametrize(
    ("key", "words"),
    [("", "Set BACKUP_KEY"), ("no Base64!", "not Base64|must hold"), ("c2hvcnQ=", "holds 5")],
)
def test_a_key_that_is_none_is_refused(settings, key: str, words: str):
    settings.BACKUP_KEY = key

    with pytest.raises(ImproperlyConfigured, match=words):
        backup_key()


def test_a_new_key_has_32_bytes(capsys):
    call_command("backup", "--new-key")
    name, _, value = capsys.readouterr().out.strip().partition("=")

    assert name == "BACKUP_KEY"
    assert len(base64.urlsafe_b64decode(value)) == 32


def test_the_keys_come_back_with_their_passphrase_alone(tmp_path: Path):
    path = tmp_path / "keys"
    environment = {"SECRET_KEY": "planted", "BACKUP_KEY": "k", "PATH": "/bin", "CACHE_URL": ""}

    assert write_keys(path, PASSPHRASE, environment) == ["SECRET_KEY", "BACKUP_KEY"]

    assert read_keys(path, PASSPHRASE) == {"SECRET_KEY": "planted", "BACKUP_KEY": "k"}
    assert b"planted" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(SealBrokenError):
        read_keys(path, PASSPHRASE + "s")
    with pytest.raises(FileExistsError):
        write_keys(path, PASSPHRASE, environment)
    with pytest.raises(ValueError, match="16 characters"):
        write_keys(tmp_path / "other", "short", environment)


def test_the_commands_keep_and_show_the_keys(monkeypatch, tmp_path: Path, capsys):
    monkeypatch.setenv("KEYS_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("SECRET_KEY", "planted")
    call_command("backup", keys=str(tmp_path / "keys"))
    assert "planted" not in capsys.readouterr().out

    call_command("restore", keys=str(tmp_path / "keys"))

    assert "SECRET_KEY=planted" in capsys.readouterr().out
    with pytest.raises(CommandError, match="exists"):
        call_command("backup", keys=str(tmp_path / "keys"))


def test_the_night_makes_one_backup_and_the_week_one_trial(backup_settings, roots, rows):
    for _ in range(2):
        assert run_timer(timers.Timer("backup", timers.back_up_tonight))
        assert run_timer(timers.Timer("restore_test", timers.try_backup_this_week))

    assert len(keeping.backups_in(Path(backup_settings.BACKUP_DIR))) == 1
    assert TimerState.objects.get(name="restore_test").succeeded_at is not None
    assert TimerRun.objects.get(name="restore_test").day == working_week(timezone.now())


def test_a_trial_that_fails_is_late_and_tried_again_an_hour_later(backup_settings, roots, rows):
    timers.back_up_tonight()
    _moment, made = newest_backup(Path(backup_settings.BACKUP_DIR))
    damage(part_path(made, "media"))
    trial = timers.Timer("restore_test", timers.try_backup_this_week)

    assert run_timer(trial) is False
    assert TimerState.objects.get(name="restore_test").failure == "SealBrokenError"
    run = TimerRun.objects.get(name="restore_test")
    assert timedelta(minutes=59) < run.held_until - timezone.now() <= timedelta(hours=1)
    TimerRun.objects.update(held_until=timezone.now() - timedelta(seconds=1))
    damage(part_path(made, "media"))  # once more: the bit is as it was
    assert run_timer(trial)
    assert TimerState.objects.get(name="restore_test").failure == ""


@pytest.mark.django_db
def test_without_a_folder_nothing_is_made_and_nothing_is_late(settings):
    settings.BACKUP_DIR = ""

    assert timers.back_up_tonight() is False
    assert timers.try_backup_this_week() is False
    assert not TimerRun.objects.exists()


def test_the_week_begins_in_the_night_to_monday():
    monday = datetime(2026, 6, 15, timers.NIGHT_HOUR, tzinfo=timezone.get_default_timezone())
    assert working_week(monday).isoformat() == "2026-06-15"
    assert working_week(monday - timedelta(minutes=1)).isoformat() == "2026-06-08"
    assert working_week(monday + timedelta(days=6)).isoformat() == "2026-06-15"


def test_daily_backups_are_kept_for_two_weeks_and_weekly_ones_for_eight():
    moments = [NOW - timedelta(days=days) for days in range(120)]

    removed = set(to_be_removed(moments, NOW, days=14, weeks=8))

    kept = [moment for moment in moments if moment not in removed]
    assert kept[:15] == moments[:15]
    assert all(moment.weekday() == 0 or moment == kept[-1] for moment in kept[15:])
    assert kept[-1] >= NOW - timedelta(weeks=8)
    assert len(kept) == 15 + 6


def test_the_newest_backup_stays_however_old_it_is():
    moments = [NOW - timedelta(days=days) for days in (400, 500)]

    assert to_be_removed(moments, NOW, days=14, weeks=8) == [moments[1]]


def test_old_backups_go_and_nothing_else_does(backup_settings, roots, rows):
    folder = Path(backup_settings.BACKUP_DIR)
    for name in ("20200101T030000Z", "20200102T030000Z"):
        (folder / name).mkdir(parents=True)
        (folder / name / "manifest.sealed").touch()
    (folder / "somebody's").mkdir()
    (folder / "20200103T030000Z").mkdir()  # without a manifest: not ours to remove

    timers.back_up_tonight()

    left = {path.name for path in folder.iterdir()}
    assert left >= {"somebody's", "20200103T030000Z", "erased.txt"}
    assert not left & {"20200101T030000Z", "20200102T030000Z"}
    assert os.path.isdir(newest_backup(folder)[1])
