"""The forms of allauth that send mails, with a limit on how many are accepted.

A form that was refused for a fault doesn't count: who mistypes a password five times may join.
"""

from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
    SignupForm,
)
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib.auth.password_validation import get_default_password_validators
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from community.door import count_attempt, count_failure
from community.limits import refuse_or_count
from community.models import User


class EntranceForm(LoginForm):
    """The address and the password of somebody who has an account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The link for a new password follows the field; before it, it would be in the way of
        # whoever goes on by keyboard.
        self.fields["password"].help_text = ""


class PasswordHintMixin:
    """Says in one line what makes a good password, where Django would list what makes a bad one.

    Whoever chooses a bad one is told what is wrong with it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shortest = next(
            rule.min_length
            for rule in get_default_password_validators()
            if hasattr(rule, "min_length")
        )
        self.fields["password1"].help_text = _(
            "At least %(number)d signs. A sentence works well, and pasting is fine."
        ) % {"number": shortest}


class ChangeForm(PasswordHintMixin, ChangePasswordForm):
    """Another password, by somebody who knows the present one."""

    def clean_oldpassword(self) -> str:
        """Check the present password, unless there were too many wrong ones.

        Raises:
            ValidationError: it is another one.
        """
        account = self.user.email.casefold()
        count_attempt(context.request, account)
        try:
            return super().clean_oldpassword()
        except ValidationError:
            count_failure(account)
            raise


class SetForm(PasswordHintMixin, SetPasswordForm):
    """The first password of an account."""


class ResetForm(PasswordHintMixin, ResetPasswordKeyForm):
    """A new password, by somebody who has the link from a mail."""


class JoinForm(PasswordHintMixin, SignupForm):
    """A name, an address and a password."""

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """Make the account, or pretend to where the address has one; 429 beyond the limit."""
        refusal = refuse_or_count(request, "signup")
        return (None, refusal) if refusal else super().try_save(request)


class ForgottenPasswordForm(ResetPasswordForm):
    """The address to which a link for a new password goes."""

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Send the link where there is an account.

        Raises:
            ImmediateHttpResponse: with 429, beyond the limit.
        """
        if refusal := refuse_or_count(request, "password_reset"):
            raise ImmediateHttpResponse(refusal)
        return super().save(request, **kwargs)
