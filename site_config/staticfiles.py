"""Storage of static files for production: hashed names, compressed, and one style sheet.

The style sheet is written as small files that ``site.css`` imports, each into its cascade layer.
Browsers read that as it is, but over a network every ``@import`` is one more round trip before the
first paint. ``collectstatic`` therefore folds the chain into one file: no build, no waterfall.
"""

import posixpath
import re
from collections.abc import Callable, Iterator

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
IMPORT = re.compile(r"""@import\s+url\(\s*["']?([^"')]+)["']?\s*\)(?:\s+layer\(([\w.-]+)\))?\s*;""")
URL = re.compile(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""")
ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#", re.IGNORECASE)


def fold_style_sheet(name: str, read: Callable[[str], str], parents: tuple[str, ...] = ()) -> str:
    """Return the style sheet ``name`` with all of its relative imports in place.

    ``@import url("a.css") layer(x);`` becomes ``@layer x { … }`` (CSS Cascading and Inheritance
    Level 5, §2), in the same order; comments are left out. Relative ``url()`` values resolve from
    the folder of the outermost sheet.

    Args:
        name: path of the sheet below the static root, such as ``site_config/css/site.css``.
        read: gives the text of a sheet for its path below the static root.
        parents: the sheets that led here, outermost first.

    Raises:
        ValueError: a sheet imports itself, directly or through others.
    """
    chain = (*parents, name)
    if name in parents:
        raise ValueError(f"A style sheet imports itself: {' → '.join(chain)}")
    folder, base = posixpath.dirname(name), posixpath.dirname(chain[0])

    def embed(match: re.Match[str]) -> str:
        target, layer = match.groups()
        if ABSOLUTE.match(target):
            return match.group()
        body = fold_style_sheet(posixpath.normpath(f"{folder}/{target}"), read, chain)
        return f"@layer {layer} {{\n{body}}}" if layer else body

    def relocate(match: re.Match[str]) -> str:
        quote, target = match.groups()
        if ABSOLUTE.match(target):
            return match.group()
        return f"url({quote}{posixpath.relpath(f'{folder}/{target}', base)}{quote})"

    text, folded, end = COMMENT.sub("", read(name)), [], 0
    for match in IMPORT.finditer(text):  # what an import brings in is relocated already
        folded += [URL.sub(relocate, text[end : match.start()]), embed(match)]
        end = match.end()
    return "".join([*folded, URL.sub(relocate, text[end:])])


class SiteStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's compressed manifest storage, with the site's style sheet as one file."""

    folded_style_sheets = ("site_config/css/site.css",)

    def post_process(self, paths: dict, *args, **options) -> Iterator[tuple]:
        """Fold the style sheets, then hash and compress everything as usual."""

        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as sheet:
                return sheet.read().decode()

        folded = InMemoryStorage()
        sheets = [name for name in self.folded_style_sheets if name in paths]
        for name in sheets:
            folded.save(name, ContentFile(fold_style_sheet(name, read).encode()))
        paths = {**paths, **{name: (folded, name) for name in sheets}}
        yield from super().post_process(paths, *args, **options)
