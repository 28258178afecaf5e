"""Guards of forms that anybody may send: a field that nobody sees, a time nobody undercuts, and
a sum for the browser.
"""

import time
import uuid
from typing import Any, ClassVar

from django import forms
from django.core import signing
from django.http import HttpRequest

from community.errors import CheckFieldsError, ExpiredFormError, TooQuickError, TrapError
from community.puzzles import FIELD, use_answer
from site_config.rate_limits import Limit, client_network, count_use

TICKET_SALT = "community.guest-form"
TRAP = "website"
# Nobody reads the labels and writes something in less.
QUICKEST_SECONDS = 3
# For a form whose browser has done no sum: it has no script, or is no browser.
WITHOUT_A_PUZZLE = Limit(1, 600)


class GuardedMixin(forms.Form):
    """A form with a signed ticket that tells when it was opened."""

    # The hidden field that holds the ticket.
    ticket_field: ClassVar[str] = "ticket"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial[self.ticket_field] = signing.dumps(
            {"opened": int(time.time()), "id": uuid.uuid4().hex}, salt=TICKET_SALT
        )

    def check_guards(self) -> None:
        """Refuse what no person would send. The form is shown again with all that was typed.

        Raises:
            TrapError, TooQuickError, ExpiredFormError: a guard has been tripped.
            CheckFieldsError: the fields say what is wrong.
        """
        if self.data.get(TRAP):
            raise TrapError
        try:
            ticket = signing.loads(self.ticket, salt=TICKET_SALT)
        except signing.BadSignature as error:
            self.data = self.data.copy()
            self.data[self.ticket_field] = self.initial[self.ticket_field]
            raise ExpiredFormError from error
        if time.time() - ticket["opened"] < QUICKEST_SECONDS:
            raise TooQuickError
        if not self.is_valid():
            raise CheckFieldsError

    @property
    def ticket(self) -> str:
        """The ticket as it came: the name of this opening of the form."""
        return self.data.get(self.ticket_field, "")

    @property
    def answer(self) -> str:
        """What the browser found out, as it came."""
        return self.data.get(FIELD, "")


def count_guest_use(action: str, request: HttpRequest, answer: str, *limits: Limit) -> None:
    """Count one form of a guest; one without a solved puzzle may come much more seldom.

    Args:
        action: which form it is; a word without spaces, since caches take no others.
        request: who sends it.
        answer: what came in the puzzle's field; it is used up.
        limits: how many of these forms one network may send.

    Raises:
        RateLimitedError: this network has sent too many.
    """
    network = client_network(request)
    if not use_answer(answer):
        count_use(f"{action}_without_a_puzzle", network, WITHOUT_A_PUZZLE)
    count_use(action, network, *limits)
