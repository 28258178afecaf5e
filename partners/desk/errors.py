"""Why something can't be done at the desk; each error has words for people."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class DeskError(Exception):
    """The ground of these refusals."""

    message: ClassVar[str | Promise] = _("This can’t be done.")

    def __init__(self, message: str | Promise = "") -> None:
        super().__init__(message or self.message)

    def __str__(self) -> str:
        return str(self.args[0])


class FileRefusedError(DeskError):
    """A file that can't be taken."""

    message = _("This file can’t be taken.")


class DecidedMeanwhileError(DeskError):
    """A delivery for an asset that needs none any more."""

    message = _("The city has accepted this already; nothing more is needed.")


class NothingDeliveredError(DeskError):
    """A decision about an asset that has not been delivered."""

    message = _("There is nothing to decide: the partner has not delivered it.")


class ChangedMeanwhileError(DeskError):
    """A draft that somebody else has saved since it was opened."""

    message = _("Somebody else has saved this page since you opened it.")


class WaitsForCityError(DeskError):
    """A change to a page that the city looks at, or has locked."""

    message = _("The city is looking at this page. Take it back first if you want to change it.")


class NothingToPublishError(DeskError):
    """A request to publish a page that has no changes."""

    message = _("There is nothing to publish: the page is live as it is.")


class NoWorkflowError(DeskError):
    """A request to publish where the city has set up no way to approval."""

    message = _("The city can’t take requests for this page yet. Please write to us.")
