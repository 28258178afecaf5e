"""What a backup holds: said in the backup, sealed like the rest of it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from site_config.backups.rows import Sums, TableSum

VERSION = 1
NAME = "manifest"
SUFFIX = ".sealed"
# Readable by everybody: lets ``sha256sum --check`` find damage without the key.
CHECKSUMS = "SHA256SUMS"


class NoBackupError(Exception):
    """A folder holds no backup that this portal can read; the words say why."""


@dataclass(frozen=True)
class FileSum:
    """A file's size in bytes, and its SHA-256."""

    size: int
    digest: str


@dataclass(frozen=True)
class Manifest:
    """What was backed up, and when.

    Attributes:
        made_at: the moment of the database's snapshot, in ISO 8601.
        engine: ``sqlite`` or ``postgresql``.
        tables: what the rows of each table add up to.
        files: each file, below the name of its folder: ``media/…`` or ``private/…``.
        parts: the sealed files themselves.
        vanished: files that went away while they were being read.
        version: of this form.
    """

    made_at: str
    engine: str
    tables: Sums
    files: Mapping[str, FileSum]
    parts: Mapping[str, FileSum]
    vanished: list[str] = field(default_factory=list)
    version: int = VERSION

    def to_json(self) -> bytes:
        """Return the manifest as it is sealed."""
        data = asdict(self) | {
            "tables": {name: list(table) for name, table in self.tables.items()},
        }
        return json.dumps(data, sort_keys=True).encode()

    @classmethod
    def from_json(cls, raw: bytes) -> "Manifest":
        """Return the manifest that was sealed.

        Raises:
            NoBackupError: a newer portal has made it.
        """
        data = json.loads(raw)
        if data["version"] != VERSION:
            raise NoBackupError(
                f"the backup has the form {data['version']}, this portal reads {VERSION}"
            )
        return cls(
            **data
            | {
                "tables": {name: TableSum(*table) for name, table in data["tables"].items()},
                "files": {name: FileSum(**one) for name, one in data["files"].items()},
                "parts": {name: FileSum(**one) for name, one in data["parts"].items()},
            }
        )


def part_path(folder: Path, name: str) -> Path:
    """Return where a part of a backup lies."""
    return folder / f"{name}{SUFFIX}"
