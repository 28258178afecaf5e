"""Forms that take what a passkey or security key has answered.

What arrives is JSON with binary parts, made by a browser or by anybody else. allauth refuses a
wrong signature; these forms also refuse what can't be read at all, with words instead of a fault.
"""

import struct
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms
from cryptography.exceptions import InvalidSignature
from django.forms import CharField
from django.utils.translation import gettext_lazy as _

LONGEST_NAME = 80

# What the parsers of CBOR, ASN.1 and COSE raise when they are fed with nonsense.
UNREADABLE = (
    ArithmeticError,
    AttributeError,
    InvalidSignature,
    LookupError,
    NotImplementedError,
    TypeError,
    ValueError,
    struct.error,
)


class AddKeyForm(forms.AddWebAuthnForm):
    """A new key with its name."""

    name = CharField(label=_("Name of the key"), required=False, max_length=LONGEST_NAME)
    field_order = ["name", "passwordless"]

    def clean(self) -> dict[str, Any]:
        """Read what the new key has answered.

        Raises:
            ValidationError: it can't be read, or answers another question.
        """
        try:
            return super().clean()
        except UNREADABLE as error:
            raise get_adapter().validation_error("incorrect_code") from error


class RenameKeyForm(forms.EditWebAuthnForm):
    """A known key's name."""

    name = CharField(label=_("Name of the key"), max_length=LONGEST_NAME)


class ReadableAnswerMixin:
    """A known key's answer."""

    def clean_credential(self) -> Authenticator:
        """Read what the key has answered.

        Raises:
            ValidationError: it can't be read, answers another question, or is nobody's.
        """
        try:
            return super().clean_credential()
        except UNREADABLE as error:
            raise get_adapter().validation_error("incorrect_code") from error


class AuthenticateKeyForm(ReadableAnswerMixin, forms.AuthenticateWebAuthnForm):
    """A key as the second step of signing in."""


class LoginKeyForm(ReadableAnswerMixin, forms.LoginWebAuthnForm):
    """A passkey instead of a password."""


class ReauthenticateKeyForm(ReadableAnswerMixin, forms.ReauthenticateWebAuthnForm):
    """A key before something important is changed."""
