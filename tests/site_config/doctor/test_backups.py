"""The doctor looks for a fresh backup that has been tried."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from site_config.backups.keys import new_key
from site_config.backups.making import FORM
from site_config.doctor.backups import examine_backups
from site_config.doctor.findings import Severity
from site_config.models import TimerState

pytestmark = pytest.mark.django_db


@pytest.fixture
def plant(settings, tmp_path: Path):
    """Return a function that plants a backup of some age."""
    settings.BACKUP_DIR, settings.BACKUP_KEY = str(tmp_path), new_key()

    def make(*, hours: int) -> None:
        folder = tmp_path / (timezone.now() - timedelta(hours=hours)).strftime(FORM)
        folder.mkdir()
        (folder / "manifest.sealed").touch()

    return make


def severities() -> dict[str, Severity]:
    return {found.name: found.severity for found in examine_backups()}


def test_a_fresh_backup_that_was_tried_is_well(plant):
    plant(hours=20)
    TimerState.objects.note_success("restore_test", 604_800)

    assert set(severities().values()) == {Severity.OK}


def test_no_folder_for_backups_is_an_error(settings):
    settings.BACKUP_DIR = ""

    assert severities() == {"backups": Severity.ERROR}


def test_a_missing_key_is_an_error(plant, settings):
    settings.BACKUP_KEY = ""

    assert severities() == {"backup-key": Severity.ERROR}


def test_an_old_backup_is_an_error(plant):
    assert severities()["backups"] == Severity.ERROR
    plant(hours=31)

    assert severities()["backups"] == Severity.ERROR


def test_a_backup_that_nobody_has_tried_is_a_warning(plant):
    plant(hours=1)
    assert severities()["restore-test"] == Severity.WARNING

    TimerState.objects.note_success("restore_test", 604_800)
    TimerState.objects.update(succeeded_at=timezone.now() - timedelta(days=10))

    assert severities()["restore-test"] == Severity.WARNING
