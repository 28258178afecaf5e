"""Secrets of second factors, sealed before they are stored.

The key is derived from ``SECRET_KEY`` (HKDF, RFC 5869). After a rotation the old key stands in
``SECRET_KEY_FALLBACKS``: what it sealed can still be opened, and new secrets use the new one.
"""

import base64
import logging
import secrets

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

logger = logging.getLogger(__name__)

# Ties the key to its one purpose, so that no other use of SECRET_KEY shares it.
PURPOSE = b"sheshi.community.second-factor.v1"


def _fernet(secret_key: str) -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE)
    return Fernet(base64.urlsafe_b64encode(derived.derive(secret_key.encode())))


def _keys() -> MultiFernet:
    return MultiFernet(
        _fernet(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    )


def seal(secret: str) -> str:
    """Return a secret in the form that is stored (Fernet: AES-128-CBC with HMAC-SHA256)."""
    return _keys().encrypt(secret.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """Return a secret that `seal` has sealed under the present key or an earlier one.

    Where no key opens it, a secret that nobody knows is returned: no code fits, so the person
    goes on with another factor, and nothing is let in.
    """
    try:
        return _keys().decrypt(sealed.encode()).decode()
    except InvalidToken:
        logger.error("A second factor was sealed under a key that is gone.")
        return base64.b32encode(secrets.token_bytes(20)).decode("ascii")
