"""The doctor finds what is amiss, and says what to do."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Site

from community.doctoring import examine_administrators
from home.demo.accounts import EDITOR
from home.doctoring import examine_demo_accounts
from site_config.doctor import configuration, files, stores
from site_config.doctor.findings import Examination, Finding, Severity, examine
from site_config.models import OutboxMail, TimerState
from site_config.operating import readiness
from site_config.outbox import enqueue_mail
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db


def found_by(examination: Examination) -> dict[str, Finding]:
    """Return the findings of one examination by their names."""
    findings = {found.name: found for found in examination()}
    for found in findings.values():
        assert found.words.endswith("."), "a sentence"
        assert bool(found.advice) == (found.severity != Severity.OK), "advice where it is needed"
    return findings


def severity(examination: Examination, name: str) -> Severity:
    return found_by(examination)[name].severity


@pytest.mark.parametrize(
    ("name", "setting", "value", "examination"),
    [
        ("debug", "DEBUG", True, configuration.examine_settings),
        ("secret-key", "SECRET_KEY", "short", configuration.examine_settings),
        ("secret-key", "SECRET_KEY", "a" * 80, configuration.examine_settings),
        ("hosts", "ALLOWED_HOSTS", ["*"], configuration.examine_settings),
        ("hosts", "ALLOWED_HOSTS", [], configuration.examine_settings),
        ("base-url", "WAGTAILADMIN_BASE_URL", "http://a.example", configuration.examine_address),
        (
            "mail-settings",
            "EMAIL_BACKEND",
            "django.core.mail.backends.console.EmailBackend",
            configuration.examine_mail_settings,
        ),
    ],
)
def test_a_dangerous_setting_is_an_error(settings, name, setting, value, examination):
    setattr(settings, setting, value)

    assert severity(examination, name) == Severity.ERROR


@pytest.mark.parametrize(
    ("name", "changes", "examination"),
    [
        ("second-factor", {"STAFF_TWO_FACTOR_REQUIRED": False}, configuration.examine_settings),
        ("shared-cache", {}, configuration.examine_sharing),
        ("metrics-folder", {"METRICS_DIR": ""}, configuration.examine_sharing),
        ("read-only", {"READ_ONLY": True}, configuration.examine_sharing),
        (
            "mail-settings",
            {
                "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
                "DEFAULT_FROM_EMAIL": "Portal <no-reply@localhost>",
            },
            configuration.examine_mail_settings,
        ),
        ("security.W004", {"SECURE_HSTS_SECONDS": 0}, configuration.examine_framework),
    ],
)
def test_a_doubtful_setting_is_a_warning(settings, name, changes, examination):
    for setting, value in changes.items():
        setattr(settings, setting, value)

    assert severity(examination, name) == Severity.WARNING


def test_sound_settings_are_well(settings, site: Site):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "Portal <no-reply@portal.example>"
    settings.WAGTAILADMIN_BASE_URL = "https://testserver"
    settings.STAFF_TWO_FACTOR_REQUIRED = True
    settings.METRICS_DIR = "/run/sheshi/metrics"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}}
    for examination in (
        configuration.examine_settings,
        configuration.examine_address,
        configuration.examine_mail_settings,
        configuration.examine_sharing,
    ):
        assert {found.severity for found in found_by(examination).values()} == {Severity.OK}


def test_a_portal_without_a_site_is_an_error():
    Site.objects.all().delete()

    assert severity(configuration.examine_address, "site") == Severity.ERROR


def test_a_site_of_another_name_is_a_warning(settings, site: Site):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example"

    assert severity(configuration.examine_address, "site") == Severity.WARNING


@pytest.mark.parametrize("name", ["database", "cache", "migrations", "worker", "timers"])
def test_whatever_is_not_ready_is_an_error(monkeypatch, name):
    def fail() -> str:
        raise readiness.NotReadyError("planted")

    monkeypatch.setitem(readiness.PROBES, name, fail)

    finding = found_by(stores.examine_readiness)[name]
    assert finding.severity == Severity.ERROR
    assert "planted" in finding.words


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
@pytest.mark.parametrize(("mode", "expected"), [("delete", Severity.ERROR), ("wal", Severity.OK)])
def test_a_journal_that_blocks_readers_is_an_error(monkeypatch, mode, expected):
    monkeypatch.setattr(stores, "_ask", lambda question: (mode,))

    assert severity(stores.examine_database_server, "journal") == expected


ANSWERS = {
    "SHOW server_version_num": "150020",
    "SHOW statement_timeout": "8s",
    "SELECT extract(epoch FROM clock_timestamp())": "now",
}


@pytest.mark.parametrize(
    ("question", "answer", "name", "expected"),
    [
        ("SHOW server_version_num", "140001", "database-version", Severity.ERROR),
        ("SHOW statement_timeout", "0", "statement-timeout", Severity.WARNING),
        ("SELECT extract(epoch FROM clock_timestamp())", 1e9, "clock", Severity.ERROR),
        ("SHOW server_version_num", "990001", "pg-dump", Severity.ERROR),
        ("SHOW statement_timeout", "8s", "statement-timeout", Severity.OK),
        ("SELECT extract(epoch FROM clock_timestamp())", "now", "clock", Severity.OK),
    ],
)
def test_a_server_is_judged_by_its_answers(monkeypatch, question, answer, name, expected):
    answers = ANSWERS | {question: answer}

    def ask(asked: str) -> tuple[object]:
        told = answers[asked]
        return (timezone.now().timestamp() if told == "now" else told,)

    monkeypatch.setattr(stores, "_ask", ask)

    findings = {found.name: found.severity for found in stores._examine_postgresql()}
    assert findings[name] == expected


def test_a_mail_server_that_is_away_is_an_error(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # the port of “discard”

    assert severity(stores.examine_mail_server, "mail-server") == Severity.ERROR


def test_work_that_was_left_lying_is_a_warning():
    assert {found.severity for found in found_by(stores.examine_queues).values()} == {Severity.OK}
    enqueue_mail(to="ana@example.org", subject="Hello", text="Good day.")
    OutboxMail.objects.update(state=OutboxMail.State.FAILED)
    DBTaskResult.objects.create(
        status="FAILED",
        task_path="site_config.operating.heartbeat.answer",
        args_kwargs={"args": [], "kwargs": {}},
        backend_name="default",
        run_after=timezone.now(),
    )

    assert severity(stores.examine_queues, "mails") == Severity.WARNING
    assert severity(stores.examine_queues, "tasks") == Severity.WARNING


def test_a_timer_that_is_late_is_a_warning():
    TimerState.objects.note_failure("publish", 60, "OperationalError")
    TimerState.objects.update(seen_at=timezone.now() - timedelta(hours=1))

    finding = found_by(stores.examine_timers)["timer publish"]
    assert finding.severity == Severity.WARNING
    assert "59 minutes late; it failed with OperationalError" in finding.words


def test_a_folder_that_cant_be_made_is_an_error(settings, tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    settings.MEDIA_ROOT = tmp_path / "file" / "media"

    assert severity(files.examine_folders, "folder MEDIA_ROOT") == Severity.ERROR
    assert severity(files.examine_folders, "folder PRIVATE_ROOT") != Severity.ERROR


def test_a_full_disk_is_a_warning(monkeypatch):
    usage = files.shutil.disk_usage("/")._replace(total=10**12, free=10**8)
    monkeypatch.setattr(files.shutil, "disk_usage", lambda folder: usage)

    assert severity(files.examine_folders, "folder MEDIA_ROOT") == Severity.WARNING


def test_private_files_in_a_public_folder_are_an_error(settings):
    assert severity(files.examine_private_files, "private-files") == Severity.OK
    settings.PRIVATE_ROOT = Path(settings.MEDIA_ROOT) / "private"

    assert severity(files.examine_private_files, "private-files") == Severity.ERROR


def test_files_that_were_not_built_are_an_error(settings, monkeypatch, tmp_path: Path):
    class Storage:
        manifest_name = "staticfiles.json"

        def exists(self, name: str) -> bool:
            return False

    monkeypatch.setattr(files, "staticfiles_storage", Storage())
    monkeypatch.setattr(files, "find_catalogues", lambda: [tmp_path / "django.po"])
    (tmp_path / "django.po").write_text("")

    assert severity(files.examine_built_files, "static-files") == Severity.ERROR
    assert severity(files.examine_built_files, "catalogues") == Severity.ERROR


def test_two_administrators_with_a_second_factor_are_enough():
    for count in range(2):
        assert severity(examine_administrators, "administrators") == Severity.WARNING, count
        person = UserFactory(is_superuser=True)
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})

    assert severity(examine_administrators, "administrators") == Severity.OK


def test_an_account_of_the_demo_is_an_error():
    assert severity(examine_demo_accounts, "demo-accounts") == Severity.OK
    person = UserFactory(email=EDITOR.email)
    person.set_password("planted-password")
    person.save()

    assert severity(examine_demo_accounts, "demo-accounts") == Severity.ERROR


def test_an_examination_that_fails_is_a_finding_and_stops_no_other():
    def examine_broken():
        raise RuntimeError("planted")
        yield

    findings = list(examine((examine_broken, configuration.examine_sharing)))

    assert findings[0].name == "broken"
    assert findings[0].severity == Severity.ERROR
    assert len(findings) > 1


def test_the_command_ends_with_an_error_and_writes_json(capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("doctor", "--json", "--quiet")

    assert ended.value.code == 1
    findings = json.loads(capsys.readouterr().out)
    assert {found["severity"] for found in findings} == {"warning", "error"}
    assert all(found["advice"] for found in findings)


def test_the_command_tells_what_to_do_and_ends_with_success(monkeypatch, capsys):
    only = (configuration.examine_sharing,)
    monkeypatch.setattr("site_config.management.commands.doctor.EXAMINATIONS", only)

    call_command("doctor")
    told = capsys.readouterr().out
    assert "→ With more than one web process set CACHE_URL" in told
    assert "0 errors" in told

    with pytest.raises(SystemExit) as ended:
        call_command("doctor", "--strict")
    assert ended.value.code == 2
