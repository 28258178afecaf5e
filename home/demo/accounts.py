"""One account for each role of the demo; in development with a password of this checkout's own."""

import json
import secrets
from pathlib import Path
from typing import NamedTuple

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import Group

from community.models import User
from home.demo.city import City


class Account(NamedTuple):
    """A role and who plays it. ``group`` is empty for a member without rights of their own."""

    role: str
    group: str
    email: str
    display_name: str


EDITOR = Account("Editor", "Editors", "editor@smartcity.example", "Redaktorja")
PARTNER = Account("Partner", "Partners", "partner@smartcity.example", "Partneri")
COMMUNITY_MODERATOR = Account(
    "Community moderator",
    "Community moderators",
    "community@smartcity.example",
    "Moderatorja e komunitetit",
)
ACCOUNTS = (
    Account("Administrator", "Administrators", "administrator@smartcity.example", "Administratori"),
    EDITOR,
    Account("Moderator", "Moderators", "moderator@smartcity.example", "Moderatori"),
    COMMUNITY_MODERATOR,
    PARTNER,
    Account(
        "Emergency publisher",
        "Emergency publishers",
        "emergency@smartcity.example",
        "Roja e emergjencave",
    ),
    Account("Member", "", "member@smartcity.example", "Anëtarja"),
)
# Words that are easy to type would be easy to guess; twelve letters and digits are neither.
PASSWORD_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
PASSWORD_LENGTH = 12


def passwords_path() -> Path:
    """Return where this checkout keeps the passwords of its demo accounts."""
    return Path(settings.VAR_DIR) / "demo_accounts.json"


def read_passwords() -> dict[str, str]:
    """Return the passwords by e-mail address; empty where none were made."""
    path = passwords_path()
    if not path.exists():
        return {}
    stored = json.loads(path.read_text(encoding="utf-8"))
    return {str(email): str(password) for email, password in stored.items()}


def write_passwords(passwords: dict[str, str]) -> None:
    """Keep the passwords in a file that only its owner can read."""
    path = passwords_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_text(json.dumps(passwords, indent=2) + "\n", encoding="utf-8")


def new_password() -> str:
    """Return a random password of 59 bits, in three groups for easier reading."""
    letters = [secrets.choice(PASSWORD_ALPHABET) for _ in range(PASSWORD_LENGTH)]
    return "-".join("".join(letters[at : at + 4]) for at in range(0, PASSWORD_LENGTH, 4))


def load(city: City) -> None:
    """Make the accounts; outside development nobody can sign in with them."""
    passwords = read_passwords() if settings.DEBUG else {}
    for account in ACCOUNTS:
        user, created = User.objects.get_or_create(
            email=account.email,
            defaults={
                "display_name": account.display_name,
                "language": settings.LANGUAGE_CODE,
                "is_superuser": account.group == "Administrators",
                "is_staff": account.group == "Administrators",
            },
        )
        if settings.DEBUG and (created or account.email not in passwords):
            password = passwords.setdefault(account.email, new_password())
            user.set_password(password)
            user.save(update_fields=["password"])
        elif created:
            user.set_unusable_password()
            user.save(update_fields=["password"])
        if account.group:
            user.groups.add(Group.objects.get_or_create(name=account.group)[0])
        EmailAddress.objects.get_or_create(
            user=user, email=account.email, defaults={"verified": True, "primary": True}
        )
    if settings.DEBUG and passwords != read_passwords():
        write_passwords(passwords)
