"""Storing and removing the pictures of a document's first page."""

import secrets
from collections.abc import Iterable
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction

from site_config.models import SiteDocument
from site_config.pdf.child import LARGE
from site_config.pdf.reading import Reading


def replace_first_page(document: SiteDocument, reading: Reading) -> None:
    """Put what was drawn of the first page in the place of earlier pictures, which go on commit.

    Each drawing has names of its own, so that no copy of an earlier one is taken for it.
    """
    remove_first_page(document)
    storage = document.first_page.storage
    document.first_page, document.first_page_pictures = "", ""
    document.hide_first_page()
    if LARGE not in reading.pictures:
        return
    folder, stem = document.first_page.field.upload_to, f"{document.pk}-{secrets.token_hex(6)}"
    stored: list[str] = []
    try:
        for name, content in reading.pictures.items():
            stored.append(storage.save(f"{folder}/{stem}-{name}", ContentFile(content)))
    except BaseException:
        _delete(storage, stored)
        raise
    document.first_page = f"{folder}/{stem}-{LARGE}"
    document.first_page_pictures = " ".join(name for name in reading.pictures if name != LARGE)
    document.first_page_width, document.first_page_height = reading.picture_size


def remove_first_page(document: SiteDocument) -> None:
    """Remove the pictures of a document's first page, once that is safely stored."""
    if names := [*document.first_page_names().values()]:
        delete = partial(_delete, document.first_page.storage, names)
        transaction.on_commit(delete, robust=True)


def _delete(storage: Storage, names: Iterable[str]) -> None:
    for name in names:
        storage.delete(name)
