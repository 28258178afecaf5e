"""A key made of code, which answers as a passkey does (W3C Web Authentication, level 3)."""

import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256, Hash
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

FLAG = AuthenticatorData.FLAG


def digest(data: bytes) -> bytes:
    """Return the SHA-256 digest of some bytes."""
    sha = Hash(SHA256())
    sha.update(data)
    return sha.finalize()


class SoftwareKey:
    """One credential, and the person it belongs to."""

    def __init__(self, host: str) -> None:
        """Make a key for one site.

        Args:
            host: the site's domain, which is its relying party identifier.
        """
        self.host = host
        self.credential_id = b"a-key-made-of-code"
        self.user_handle = ""
        self.counter = 0
        self._private = ec.generate_private_key(ec.SECP256R1())

    def create(self, options: dict[str, Any]) -> str:
        """Answer the options of a registration, as JSON."""
        asked = options["publicKey"]
        self.user_handle = asked["user"]["id"]
        public = ES256.from_cryptography_key(self._private.public_key())
        known = AttestedCredentialData.create(b"\x00" * 16, self.credential_id, public)
        state = AuthenticatorData.create(
            digest(self.host.encode()), FLAG.UP | FLAG.UV | FLAG.AT, self.counter, known
        )
        client_data = self._client_data(CollectedClientData.TYPE.CREATE, asked["challenge"])
        return self._answer(
            {
                "clientDataJSON": websafe_encode(client_data),
                "attestationObject": websafe_encode(AttestationObject.create("none", state, {})),
                "transports": ["internal"],
            },
            {"credProps": {"rk": True}},
        )

    def get(self, options: dict[str, Any]) -> str:
        """Answer the options of an authentication, as JSON."""
        self.counter += 1
        state = AuthenticatorData.create(
            digest(self.host.encode()), FLAG.UP | FLAG.UV, self.counter
        )
        client_data = self._client_data(
            CollectedClientData.TYPE.GET, options["publicKey"]["challenge"]
        )
        signature = self._private.sign(state + digest(client_data), ec.ECDSA(SHA256()))
        return self._answer(
            {
                "clientDataJSON": websafe_encode(client_data),
                "authenticatorData": websafe_encode(state),
                "signature": websafe_encode(signature),
                "userHandle": self.user_handle,
            },
            {},
        )

    def _client_data(self, kind: str, challenge: str) -> bytes:
        return CollectedClientData.create(
            type=kind, challenge=websafe_decode(challenge), origin=f"https://{self.host}"
        )

    def _answer(self, response: dict[str, Any], extensions: dict[str, Any]) -> str:
        return json.dumps(
            {
                "type": "public-key",
                "id": websafe_encode(self.credential_id),
                "rawId": websafe_encode(self.credential_id),
                "authenticatorAttachment": "platform",
                "response": response,
                "clientExtensionResults": extensions,
            }
        )
