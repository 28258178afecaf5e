"""What is asked of every uploaded file, whatever it is."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Characters. Django cuts names at 255, file systems hold 255 bytes, and nobody reads so many.
LONGEST_NAME = 150


def check_file_name(name: str) -> None:
    """Refuse a name that can't be kept as it is.

    Args:
        name: as the sender's machine has it; folders before it don't count.

    Raises:
        ValidationError: it is too long.
    """
    if len(PurePath(name).name) > LONGEST_NAME:
        message = _(
            "The name of this file is longer than %(most)d characters. Give it a shorter one."
        )
        raise ValidationError(message, params={"most": LONGEST_NAME})
