"""Choosing an account by its address: a list of all would be long, and tell of everybody."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth import get_user_model


class AccountInput(forms.EmailInput):
    """A field for an e-mail address that stands for an account's number."""

    def format_value(self, value: Any) -> str | None:
        """Show the address of the account; what was typed stays as it was."""
        known = get_user_model().objects.filter(pk=value) if str(value).isdecimal() else None
        account = known.first() if known is not None else None
        return account.email if account else super().format_value(value)

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """Return the number of the account with the address, or what was typed."""
        typed = str(data.get(name) or "").strip()
        account = get_user_model().objects.filter(email__iexact=typed).first() if typed else None
        return account.pk if account else typed
