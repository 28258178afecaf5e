"""Why a request can't be taken or answered; each error has words for people."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class TakeDownError(Exception):
    """The ground of these refusals."""

    message: ClassVar[str | Promise] = _("This can’t be done.")

    def __str__(self) -> str:
        return str(self.message)


class AnsweredMeanwhileError(TakeDownError):
    """A second answer."""

    message = _("This request has been answered in the meantime.")


class NotOwnerError(TakeDownError):
    """A request is handed to somebody who doesn't answer requests."""

    message = _("Choose somebody who answers such requests.")
