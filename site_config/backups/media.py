"""Uploaded files as one stream: a tar archive (POSIX.1-2001, pax)."""

import hashlib
import os
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from site_config.backups.manifest import FileSum
from site_config.backups.progress import Progress

PIECE = 1024 * 1024

# Folders by the names under which they stand in the archive.
Roots = Mapping[str, Path]


class UnexpectedFileError(Exception):
    """An archive holds something that its manifest doesn't name."""


class HashingReader:
    """A file that is read as it was when it was opened, and digested meanwhile."""

    def __init__(self, file: IO[bytes], size: int, progress: Progress) -> None:
        self._file, self._left, self._progress = file, size, progress
        self._digest = hashlib.sha256()

    def read(self, amount: int) -> bytes:
        """Return bytes; NUL for what was cut off meanwhile, so that the archive stays whole."""
        wanted = min(amount, self._left)
        piece = self._file.read(wanted)
        piece += bytes(wanted - len(piece))
        self._left -= wanted
        self._digest.update(piece)
        self._progress.add(len(piece))
        return piece

    def hexdigest(self) -> str:
        """Return the SHA-256 of what was read."""
        return self._digest.hexdigest()


def find_files(roots: Roots) -> Iterator[tuple[str, Path]]:
    """Yield each file below the roots with its name in the archive, in order."""
    for name, root in roots.items():
        for folder, folders, files in os.walk(root):
            folders.sort()
            for file in sorted(files):
                path = Path(folder, file)
                if path.is_file() and not path.is_symlink():
                    yield f"{name}/{path.relative_to(root).as_posix()}", path


def total_size(roots: Roots) -> int:
    """Return how many bytes the files have."""
    total = 0
    for _name, path in find_files(roots):
        try:
            total += path.stat().st_size
        except FileNotFoundError:
            continue
    return total


def write_files(
    target: IO[bytes], roots: Roots, progress: Progress
) -> tuple[dict[str, FileSum], list[str]]:
    """Write all files into an archive.

    Returns:
        What was written, and the names of files that vanished before they were opened.
    """
    written: dict[str, FileSum] = {}
    vanished: list[str] = []
    with tarfile.open(fileobj=target, mode="w|", format=tarfile.PAX_FORMAT) as archive:
        for name, path in find_files(roots):
            try:
                file = path.open("rb")
            except FileNotFoundError:
                vanished.append(name)
                continue
            with file:
                known = os.fstat(file.fileno())
                member = tarfile.TarInfo(name)
                member.size, member.mtime, member.mode = known.st_size, known.st_mtime, 0o644
                reader = HashingReader(file, known.st_size, progress)
                archive.addfile(member, reader)  # type: ignore[arg-type]
                written[name] = FileSum(known.st_size, reader.hexdigest())
    return written, vanished


def read_files(
    source: IO[bytes], roots: Roots, expected: Mapping[str, FileSum], progress: Progress
) -> None:
    """Write the files of an archive below the roots.

    Raises:
        UnexpectedFileError: it holds what the manifest doesn't name, or leads elsewhere.
    """
    with tarfile.open(fileobj=source, mode="r|") as archive:
        for member in archive:
            path = _place(member, roots, expected)
            path.parent.mkdir(parents=True, exist_ok=True)
            content = archive.extractfile(member)
            with path.open("xb") as file:
                while content and (piece := content.read(PIECE)):
                    file.write(piece)
                    progress.add(len(piece))
            path.chmod(0o644)
            os.utime(path, (member.mtime, member.mtime))


def _place(member: tarfile.TarInfo, roots: Roots, expected: Mapping[str, FileSum]) -> Path:
    name, _, rest = member.name.partition("/")
    root = roots.get(name)
    if not member.isreg() or root is None or member.name not in expected:
        raise UnexpectedFileError(f"the archive holds “{member.name}”, which nobody put there")
    path = (root / rest).resolve()
    if not path.is_relative_to(root.resolve()):
        raise UnexpectedFileError(f"“{member.name}” leads out of its folder")
    return path


def differences(roots: Roots, expected: Mapping[str, FileSum]) -> list[str]:
    """Return in words which files are not as the manifest says; nothing where all are."""
    words = []
    found = dict(find_files(roots))
    words += [f"the file {name} is missing" for name in sorted(expected.keys() - found.keys())]
    words += [f"the file {name} is new" for name in sorted(found.keys() - expected.keys())]
    for name in sorted(expected.keys() & found.keys()):
        with found[name].open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != expected[name].digest:
            words.append(f"the file {name} is not the same")
    return words
