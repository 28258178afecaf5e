"""Clean a backup of those who have left since it was made."""

import sys
from argparse import ArgumentParser
from datetime import datetime
from typing import Any, NamedTuple

from django.core.management.base import BaseCommand, CommandError
from django.utils.dateparse import parse_datetime

from community.errors import CommunityError
from community.models import Erasure, User
from community.services.leaving import erase_account


class Entry(NamedTuple):
    """One line of the list: who left, at whose wish, and when."""

    number: int
    asked_by: str
    erased_at: datetime


class Command(BaseCommand):
    """Erases again whoever has left, or prints the list that does so elsewhere."""

    help = (
        "Erases again the accounts that were erased before, by the list in the database and by "
        "lists of --list that are given as files. Run it after a backup was brought back, before "
        "anybody can join."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take lists, or the wish for one."""
        parser.add_argument("lists", nargs="*", help="Files made with --list; - reads the input.")
        parser.add_argument("--list", action="store_true", help="Print who was erased, and stop.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Erase, and say how many accounts there were.

        Raises:
            CommandError: a list can't be read, or somebody can't be erased.
        """
        entries = [Entry(*row) for row in Erasure.objects.values_list(*Entry._fields)]
        if options["list"]:
            for entry in entries:
                line = f"{entry.number}\t{entry.asked_by}\t{entry.erased_at.isoformat()}"
                self.stdout.write(line)
            return
        for name in options["lists"]:
            entries += _read(name)
        count = sum(map(_erase, entries))
        self.stdout.write(f"Erased again: {count} of {len(set(entries))}.")


def _read(name: str) -> list[Entry]:
    try:
        if name == "-":
            lines = sys.stdin.read().splitlines()
        else:
            with open(name, encoding="utf-8") as file:
                lines = file.read().splitlines()
        return [_entry(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise CommandError(f"The list {name} can't be read: {error}") from error


def _entry(line: str) -> Entry:
    number, asked_by, written = line.split("\t")
    erased_at = parse_datetime(written)
    if erased_at is None or erased_at.tzinfo is None or asked_by not in Erasure.AskedBy.values:
        raise ValueError(line)
    return Entry(int(number), asked_by, erased_at)


def _erase(entry: Entry) -> bool:
    # Numbers that the backup does not know yet are given out anew: that is somebody else.
    member = User.objects.filter(pk=entry.number, date_joined__lt=entry.erased_at).first()
    if member is None:
        return False
    try:
        erase_account(member=member, asked_by=Erasure.AskedBy(entry.asked_by))
    except CommunityError as error:
        raise CommandError(f"Account {entry.number}: {error}") from error
    return True
