"""How often somebody may fail at the door, counted where a lost cache doesn't open it.

allauth would count in the cache alone, and let nobody in without it. Here the database counts then,
and where that fails too, nobody comes in.
"""

from contextlib import suppress

from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from site_config.rate_limits import (
    Limit,
    RateLimitedError,
    client_network,
    count_use,
    too_many_requests,
)

# Attempts from one place, and failures of one account.
ATTEMPTS = Limit(10, 60)
FAILURES = Limit(5, 900)


def count_attempt(request: HttpRequest, account: str) -> None:
    """Count an attempt to sign in or to prove oneself anew.

    Raises:
        ImmediateHttpResponse: with 429; the place or the account has to wait.
    """
    try:
        count_use("door", client_network(request), ATTEMPTS)
        # The next failure would be one too many; asking is none.
        count_use("door_failed", account, FAILURES._replace(times=FAILURES.times - 1), amount=0)
    except RateLimitedError as error:
        raise ImmediateHttpResponse(too_many_requests(request, error.retry_after)) from error


def count_failure(account: str) -> None:
    """Count a wrong password or code."""
    with suppress(RateLimitedError):
        count_use("door_failed", account, FAILURES)


class LimitedCodeMixin:
    """Counts wrong codes of a second factor as wrong passwords are counted."""

    def clean_code(self) -> str:
        """Check the code, unless there were too many wrong ones.

        Raises:
            ValidationError: the code is wrong.
        """
        account = f"member {self.user.pk}"
        count_attempt(context.request, account)
        try:
            return super().clean_code()
        except ValidationError:
            count_failure(account)
            raise


class CodeForm(LimitedCodeMixin, AuthenticateForm):
    """The digits of an app, or a recovery code, of somebody who signs in."""


class ProofCodeForm(LimitedCodeMixin, ReauthenticateForm):
    """The same, of somebody who is signed in and proves it anew."""
