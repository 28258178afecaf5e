"""Examine a deployment, and say what to do."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from site_config.doctor.backups import examine_backups
from site_config.doctor.configuration import (
    examine_address,
    examine_framework,
    examine_mail_settings,
    examine_settings,
    examine_sharing,
)
from site_config.doctor.files import examine_built_files, examine_folders, examine_private_files
from site_config.doctor.findings import Finding, Severity, examine
from site_config.doctor.stores import (
    examine_database_server,
    examine_mail_server,
    examine_queues,
    examine_readiness,
    examine_timers,
)

EXAMINATIONS = (
    examine_settings,
    examine_framework,
    examine_sharing,
    examine_readiness,
    examine_database_server,
    examine_address,
    examine_mail_settings,
    examine_mail_server,
    examine_folders,
    examine_private_files,
    examine_built_files,
    examine_queues,
    examine_timers,
    examine_backups,
)
SIGNS = {Severity.OK: "ok", Severity.WARNING: "WARNING", Severity.ERROR: "ERROR"}


class Command(BaseCommand):
    """Exit status: 0 where nothing has to be done now, 1 with errors, 2 with warnings alone
    where ``--strict`` asks for it."""

    help = "Examine this deployment: what is amiss, and what to do about it. Changes nothing."
    # What they find is among the findings.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer another form, and a stricter judgement."""
        parser.add_argument("--json", action="store_true", help="Write one JSON list.")
        parser.add_argument(
            "--strict", action="store_true", help="End with status 2 where there are warnings."
        )
        parser.add_argument("--quiet", action="store_true", help="Leave out what is well.")

    def handle(self, *, json: bool, strict: bool, quiet: bool, **options: Any) -> None:
        """Examine everything.

        Raises:
            SystemExit: with status 1 or 2, as above.
        """
        findings = list(examine(EXAMINATIONS))
        shown = [found for found in findings if found.severity != Severity.OK or not quiet]
        if json:
            self._write_json(shown)
        else:
            self._write_words(shown, findings)
        severities = {found.severity for found in findings}
        if Severity.ERROR in severities:
            raise SystemExit(1)
        if strict and Severity.WARNING in severities:
            raise SystemExit(2)

    def _write_json(self, findings: list[Finding]) -> None:
        self.stdout.write(json.dumps([found._asdict() for found in findings], indent=2))

    def _write_words(self, shown: list[Finding], findings: list[Finding]) -> None:
        styles = {
            Severity.OK: self.style.SUCCESS,
            Severity.WARNING: self.style.WARNING,
            Severity.ERROR: self.style.ERROR,
        }
        for found in shown:
            sign = styles[found.severity](f"{SIGNS[found.severity]:8}")
            self.stdout.write(f"{sign}{found.words}")
            if found.advice:
                self.stdout.write(f"        → {found.advice}")
        errors = sum(found.severity == Severity.ERROR for found in findings)
        warnings = sum(found.severity == Severity.WARNING for found in findings)
        self.stdout.write(f"{len(findings)} examined: {errors} errors, {warnings} warnings.")
