"""The folder of published files, which the web server in front sends without asking the portal.

It holds nothing but links to the uploaded files that anybody may have, made when one is first
asked for. A file without a link is asked of the portal, so the folder may be emptied at any time.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings


def link_public_file(name: str) -> bool:
    """Let the web server send a file by itself, where there is one in front.

    Args:
        name: below ``MEDIA_ROOT``; anybody may have it.

    Returns:
        Whether it could not do so before.
    """
    if not settings.PUBLIC_MEDIA_ROOT:
        return False
    link = Path(settings.PUBLIC_MEDIA_ROOT, name)
    target = Path(settings.MEDIA_ROOT, name)
    # The portal and its web server may see the two folders under other roots.
    with suppress(FileExistsError):
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(os.path.relpath(target, link.parent))
        return True
    return False


def unlink_public_files(names: Iterable[str]) -> None:
    """Let the web server ask before it sends these files again."""
    if not settings.PUBLIC_MEDIA_ROOT:
        return
    for name in names:
        Path(settings.PUBLIC_MEDIA_ROOT, name).unlink(missing_ok=True)


def is_public_link(name: str) -> bool:
    """Say whether the web server sends a file by itself."""
    return Path(settings.PUBLIC_MEDIA_ROOT, name).is_symlink()


def public_links(folder: str) -> Iterator[str]:
    """Yield the names of the linked files in a folder below ``MEDIA_ROOT``."""
    root = Path(settings.PUBLIC_MEDIA_ROOT)
    for parent, _folders, files in os.walk(root / folder):
        for name in files:
            yield (Path(parent) / name).relative_to(root).as_posix()
