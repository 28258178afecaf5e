"""Whether files can be written, found and kept apart."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

from site_config.doctor.findings import Finding, error, fine, warning
from site_config.management.commands.compile_catalogues import find_catalogues, is_current

# Of a disk, as much has to be free: a share, or bytes, whichever is less.
FREE_SHARE = 0.1
FREE_BYTES = 5 * 1024**3


def folders() -> dict[str, Path]:
    """Return the folders that the portal writes into, by their settings."""
    named = {"MEDIA_ROOT": settings.MEDIA_ROOT, "PRIVATE_ROOT": settings.PRIVATE_ROOT}
    optional = {
        "PUBLIC_MEDIA_ROOT": settings.PUBLIC_MEDIA_ROOT,
        "METRICS_DIR": settings.METRICS_DIR,
    }
    named |= {name: value for name, value in optional.items() if value}
    return {name: Path(value) for name, value in named.items()}


def examine_folders() -> Iterator[Finding]:
    """Write a file into each folder, and look at how much room is left."""
    for name, folder in folders().items():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as failure:
            yield error(
                f"folder {name}",
                f"{name} can't be written: {failure.strerror}.",
                f"Give the folder to the account of the services: chown {_account()} {folder}",
            )
            continue
        disk = shutil.disk_usage(folder)
        if disk.free < min(disk.total * FREE_SHARE, FREE_BYTES):
            yield warning(
                f"folder {name}",
                f"Of the disk of {name} only {disk.free / 1024**3:.1f} GB are free.",
                "Make room, or move the folder to a larger disk.",
            )
        else:
            yield fine(f"folder {name}", f"{name} can be written.")


def examine_private_files() -> Iterator[Finding]:
    """See that no address leads to what members send in."""
    private = Path(settings.PRIVATE_ROOT).resolve()
    open_roots = [settings.MEDIA_ROOT, settings.PUBLIC_MEDIA_ROOT, settings.STATIC_ROOT]
    inside = [str(root) for root in open_roots if root and _is_below(private, Path(root))]
    if inside:
        yield error(
            "private-files",
            f"PRIVATE_ROOT lies in {inside[0]}, which the web server gives out.",
            "Move it beside that folder.",
        )
    else:
        yield fine("private-files", "Private files lie apart.")


def examine_built_files() -> Iterator[Finding]:
    """See that style sheets were collected and words compiled."""
    manifest = getattr(staticfiles_storage, "manifest_name", None)
    if manifest and not staticfiles_storage.exists(manifest):
        yield error(
            "static-files",
            "Style sheets and scripts were not collected: pages fail.",
            "Run: python manage.py collectstatic --noinput",
        )
    else:
        yield fine("static-files", "Style sheets and scripts are there.")
    if stale := [path for path in find_catalogues() if not is_current(path)]:
        yield error(
            "catalogues",
            f"{len(stale)} message catalogues are not compiled: pages show the wrong language.",
            "Run: python manage.py compile_catalogues",
        )
    else:
        yield fine("catalogues", "The words of all languages are compiled.")


def _is_below(path: Path, root: Path) -> bool:
    return path.is_relative_to(root.resolve())


def _account() -> str:
    return str(os.geteuid())
