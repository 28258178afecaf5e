"""The key of backups, and the keys of the portal, which are kept apart from them."""

import base64
import binascii
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from site_config.backups.sealing import KEY, OpenedReader, SealingWriter

# What a portal can't be brought back without, or only with every session and link lost.
SECRETS = (
    *("SECRET_KEY", "SECRET_KEY_FALLBACKS", "BACKUP_KEY", "DATABASE_URL", "CACHE_URL"),
    *("EMAIL_URL", "MAIL_EVENTS_KEY", "MAIL_EVENTS_PASSWORD", "OPERATOR_TOKEN"),
    *("SENTRY_DSN", "MEDIA_S3_KEY", "MEDIA_S3_SECRET"),
)
NAME = "keys"
SALT = 16
SHORTEST_PASSPHRASE = 16
# RFC 7914: 128 MB and about half a second, for who guesses as for who knows.
SCRYPT_COST = 2**17


def backup_key() -> bytes:
    """Return the key that backups are sealed with.

    Raises:
        ImproperlyConfigured: there is none, or it is none.
    """
    if not settings.BACKUP_KEY:
        raise ImproperlyConfigured(
            "Set BACKUP_KEY; make one with: python manage.py backup --new-key"
        )
    try:
        key = base64.urlsafe_b64decode(settings.BACKUP_KEY)
    except (binascii.Error, ValueError) as error:
        raise ImproperlyConfigured("BACKUP_KEY is not Base64.") from error
    if len(key) != KEY:
        raise ImproperlyConfigured(f"BACKUP_KEY must hold {KEY} bytes; it holds {len(key)}.")
    return key


def new_key() -> str:
    """Return a key for backups, as the environment takes it."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY)).decode()


def write_keys(path: Path, passphrase: str, environment: Mapping[str, str]) -> list[str]:
    """Seal the portal's secrets with a passphrase, for a safe.

    Args:
        path: a new file.
        passphrase: 16 characters at least.
        environment: where the secrets stand.

    Returns:
        The names of what was written.

    Raises:
        ValueError: the passphrase is too short.
        FileExistsError: the file exists.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise ValueError(f"The passphrase needs {SHORTEST_PASSPHRASE} characters at least.")
    known = {name: environment[name] for name in SECRETS if environment.get(name)}
    salt = secrets.token_bytes(SALT)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(salt)
        writer = SealingWriter(file, _from_passphrase(passphrase, salt), NAME)
        writer.write(json.dumps(known).encode())
        writer.finish()
    return list(known)


def read_keys(path: Path, passphrase: str) -> dict[str, str]:
    """Return the secrets that `write_keys` has sealed.

    Raises:
        SealBrokenError: the passphrase is another, or the file is damaged.
    """
    with path.open("rb") as file:
        key = _from_passphrase(passphrase, file.read(SALT))
        raw = OpenedReader(file, key, NAME).readall()
    return json.loads(raw or b"{}")


def _from_passphrase(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=KEY, n=SCRYPT_COST, r=8, p=1).derive(passphrase.encode())
