"""Files between a partner and the city: below no address, and named so that they tell nothing."""

from functools import partial
from pathlib import PurePath
from typing import Any
from uuid import uuid4

from django.core.files.storage import Storage, storages
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from site_config.uploads import LONGEST_NAME


def private_storage() -> Storage:
    """Return where such files are kept: outside the folder that the web server gives out."""
    return storages["private"]


def private_path(instance: models.Model, name: str) -> str:
    """Return the name under which a file is kept; its own is only told to those who may have it."""
    return f"partners/{uuid4().hex}{PurePath(name).suffix.lower()}"


class PrivateFile(models.Model):
    """One file, with the name that it came under."""

    file = models.FileField(
        _("file"), storage=private_storage, upload_to=private_path, max_length=120
    )
    name = models.CharField(
        _("name of the file"), max_length=LONGEST_NAME, db_default="", blank=True
    )
    size = models.PositiveBigIntegerField(_("size in bytes"), db_default=0, default=0)

    class Meta:
        abstract = True

    @property
    def extension(self) -> str:
        """The kind of the file as people name it, such as ``PDF``."""
        return PurePath(self.name).suffix.lstrip(".").upper()


def remove_private_file(instance: PrivateFile, **kwargs: Any) -> None:
    """Remove the file of a row that is gone, once that is safely stored."""
    if instance.file:
        remove = partial(instance.file.storage.delete, instance.file.name)
        transaction.on_commit(remove, robust=True)
