"""Bring publications into the portal from a folder of PDFs or a list."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from wagtail.models import Collection

from publications.importing.checking import Checker
from publications.importing.sources import UnreadableSourceError, read_rows
from publications.importing.storing import Outcome, Report, import_rows
from site_config.exports import neutral_cell


class Command(BaseCommand):
    """Shows what would happen; writes with ``--commit``."""

    help = (
        "Import issues and books from a list (CSV with the columns title, date, file, and where "
        "they are known series, volume, number, authors …) or from a folder of PDFs called "
        "“SERIES/VOLUME/2014-03-28 - 12 - Title.pdf”. Without --commit nothing is written."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the source and what is to be done with it."""
        parser.add_argument("source", type=Path, help="a CSV file, or a folder")
        parser.add_argument("--commit", action="store_true", help="write what the dry run showed")
        parser.add_argument("--publish", action="store_true", help="publish at once, no drafts")
        parser.add_argument(
            "--language",
            default=settings.LANGUAGE_CODE,
            choices=[code for code, _name in settings.LANGUAGES],
            help="of the pages that are made (default: %(default)s)",
        )
        parser.add_argument("--collection", default="", help="the collection of books")
        parser.add_argument(
            "--documents", default="", help="the folder of documents that the PDFs go into"
        )
        parser.add_argument(
            "--drawn-covers",
            action="store_true",
            help="draw covers; by default the first pages of the PDFs are the covers",
        )
        parser.add_argument("--report", type=Path, help="write the report to this CSV file, too")

    def handle(self, *, source: Path, commit: bool, **options: Any) -> None:
        """Import row by row.

        Raises:
            CommandError: nothing could be read, or some rows were refused.
        """
        with translation.override("en"):
            try:
                rows = read_rows(source)
            except (UnreadableSourceError, OSError) as error:
                raise CommandError(str(error)) from error
            reports: list[Report] = []
            for report in import_rows(
                rows=rows,
                checker=Checker(
                    options["language"], options["collection"], options["drawn_covers"]
                ),
                collection=self._folder(options["documents"]),
                commit=commit,
                publish=options["publish"],
            ):
                reports.append(report)
                self._tell(report, len(reports), len(rows))
        if options["report"]:
            self._write(options["report"], reports)
        self._close(Counter(report.outcome for report in reports), commit)

    def _folder(self, name: str) -> Collection:
        if not name:
            return Collection.get_first_root_node()
        found = Collection.objects.filter(name=name)[:2]
        if len(found) != 1:
            raise CommandError(f"There is no folder of documents called “{name}”, or several.")
        return found[0]

    def _tell(self, report: Report, done: int, total: int) -> None:
        line = f"[{done}/{total}] {report.place}: {report.outcome}: {report.title or '–'}"
        line += f" ({report.text})" if report.text else ""
        refused = report.outcome is Outcome.REFUSED
        self.stdout.write(self.style.ERROR(line) if refused else line)

    def _write(self, path: Path, reports: list[Report]) -> None:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["place", "outcome", "title", "text"])
            for report in reports:
                cells = (report.place, str(report.outcome), report.title, report.text)
                writer.writerow([neutral_cell(cell) for cell in cells])

    def _close(self, numbers: Counter[Outcome], commit: bool) -> None:
        told = ", ".join(f"{number} {outcome}" for outcome, number in numbers.items())
        self.stdout.write(f"{told}.")
        if not commit:
            self.stdout.write("Nothing was written. Add --commit to import.")
        if refused := numbers[Outcome.REFUSED]:
            raise CommandError(f"{refused} of {numbers.total()} rows were refused.")
