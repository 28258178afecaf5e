"""Where rows come from: a list (CSV, RFC 4180), or a folder of PDFs."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

REQUIRED = ("title", "date", "file")
OPTIONAL = (
    *("series", "volume", "number", "year", "authors", "languages", "summary"),
    *("collection", "isbn", "edition", "publisher", "place"),
)
DELIMITERS = ",;\t"
LARGEST_LIST = 20 * 1024 * 1024  # bytes
# “2014-03-28 - 12 - Green cities.pdf”; a book has no number.
FILE_NAME = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2}) - (?:(?P<number>[^ ].{0,19}?) - )?(?P<title>.+)"
)


class UnreadableSourceError(Exception):
    """Nothing of a source can be imported; its text is a sentence for whoever named it."""


@dataclass(frozen=True)
class Row:
    """One row as it was written.

    Attributes:
        place: how a reader finds it again: “row 3” or the name of a file.
        folder: what the file's name is relative to.
        values: by the name of their column; missing ones are empty.
    """

    place: str
    folder: Path
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values.get(column, "")


def read_rows(source: Path) -> list[Row]:
    """Return the rows of a list, of the one list in a folder, or of a folder's PDFs.

    Raises:
        UnreadableSourceError: there is no such source, or it is not one of these.
    """
    if source.is_file():
        return list(_read_list(source))
    if not source.is_dir():
        raise UnreadableSourceError(f"There is no file or folder called {source}.")
    lists = sorted(path for path in source.iterdir() if path.suffix.lower() == ".csv")
    if len(lists) > 1:
        raise UnreadableSourceError(
            "This folder holds several lists; name one of them: "
            + ", ".join(path.name for path in lists)
        )
    rows = list(_read_list(lists[0])) if lists else list(_read_folder(source))
    if not rows:
        raise UnreadableSourceError(f"There is no PDF and no list in {source}.")
    return rows


def _read_list(path: Path) -> Iterator[Row]:
    if path.suffix.lower() != ".csv":
        raise UnreadableSourceError(f"{path.name} is no CSV file and no folder.")
    if path.stat().st_size > LARGEST_LIST:
        raise UnreadableSourceError(f"{path.name} is larger than 20 MB.")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            text = file.read()
    except UnicodeDecodeError as error:
        raise UnreadableSourceError(
            f"{path.name} is not in UTF-8. Save it as “CSV UTF-8” and try again."
        ) from error
    if "\x00" in text:
        raise UnreadableSourceError(f"{path.name} is no text. Save the list as CSV.")
    # By what ends a line of CSV alone; other characters that end one on paper stand in values.
    lines = list(StringIO(text, newline=""))
    delimiter = max(DELIMITERS, key=lines[0].count) if lines else ","
    records = _records(lines, delimiter)
    _place, head = next(records, (1, []))
    if isinstance(head, csv.Error):
        raise UnreadableSourceError(f"The first row of {path.name} can't be read: {head}.")
    columns = [name.strip().lower() for name in head]
    _check_columns(columns)
    for place, values in records:
        if isinstance(values, csv.Error):
            why = (
                f"A quote in this row opens or ends a value where none does ({values}). "
                "Write quotes within a value twice."
            )
            title = " ".join(lines[place - 1].split())[:60]
            yield Row(f"row {place}", path.parent, {"title": title, "unreadable": why})
        elif any(value.strip() for value in values):
            yield _row(columns, values, f"row {place}", path.parent)


def _records(lines: list[str], delimiter: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Yield the values of each row with the number of its first line, or why it has none.

    A stray quote makes one value of all that follows, up to the next. Such a row is given up, and
    reading goes on with the line after its first.
    """
    at = 0
    while at < len(lines):
        reader = csv.reader(lines[at:], delimiter=delimiter, strict=True)
        start = at
        try:
            for values in reader:
                yield at + 1, values
                at = start + reader.line_num
        except csv.Error as error:
            yield at + 1, error
            at += 1


def _row(columns: list[str], values: list[str], place: str, folder: Path) -> Row:
    """Pair values with columns; what stands beyond the last column is told by checking."""
    named = dict(zip(columns, (" ".join(value.split()) for value in values), strict=False))
    if len(values) > len(columns):
        named["beyond"] = " ".join(values[len(columns) :])
    return Row(place, folder, named)


def _check_columns(columns: list[str]) -> None:
    known = (*REQUIRED, *OPTIONAL)
    if missing := [name for name in REQUIRED if name not in columns]:
        raise UnreadableSourceError(
            f"The first row names the columns. Missing: {', '.join(missing)}. "
            f"Known: {', '.join(known)}."
        )
    if unknown := [name for name in columns if name not in known]:
        raise UnreadableSourceError(
            f"There are no columns called {', '.join(unknown)}. Known: {', '.join(known)}."
        )
    if len(set(columns)) < len(columns):
        raise UnreadableSourceError("A column is named twice.")


def _read_folder(folder: Path) -> Iterator[Row]:
    """Take series and volume from the folders in which a PDF stands, the rest from its name."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() == ".pdf")
    for path in sorted(path for path in found if path.is_file()):
        below = path.relative_to(folder)
        match = FILE_NAME.fullmatch(path.stem)
        values = {key: value or "" for key, value in (match.groupdict() if match else {}).items()}
        values["file"] = str(below)
        if len(below.parts) > 1:
            values["series"] = below.parts[0]
        if len(below.parts) > 2:
            values["volume"] = below.parts[1]
        yield Row(str(below), folder, values)
