"""Small sums that a guest's browser does before it sends a form (ALTCHA, proof of work).

A person notices nothing; who sends thousands of forms pays for each. Nobody else's server is
asked, and whoever has no script sends the form without, more seldom.
"""

import base64
import binascii
import hashlib
import json
from datetime import timedelta
from typing import Any

import altcha
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from site_config.models.rate_counts import RateCount

ALGORITHM = "SHA-256"
# About a second of a small phone's time, since half of the numbers are tried on average.
LARGEST_NUMBER = 50_000
# As long as somebody may take to write.
PUZZLE_LIVES = timedelta(minutes=30)
# The name of the field that brings the answer, and more than any answer takes.
FIELD = "altcha"
LONGEST_ANSWER = 1000


def new_puzzle() -> dict[str, Any]:
    """Return a puzzle as the script expects it; it is signed, and kept nowhere."""
    return altcha.create_challenge_v1(
        altcha.ChallengeOptionsV1(
            algorithm=ALGORITHM,
            max_number=LARGEST_NUMBER,
            hmac_key=_key(),
            expires=timezone.now() + PUZZLE_LIVES,
        )
    ).to_dict()


def use_answer(answer: str) -> bool:
    """Say whether a puzzle of ours is solved that has not expired, and use the answer up.

    Args:
        answer: what came with a form: base64 of JSON, or anything else.
    """
    payload = _read(answer)
    if payload is None:
        return False
    solved, _error = altcha.verify_solution_v1(payload, _key(), check_expires=True)
    return solved and use_once(f"puzzle.{payload['challenge']}", PUZZLE_LIVES)


def use_once(name: str, span: timedelta) -> bool:
    """Say whether this is the first use of something, on whatever node.

    Args:
        name: what is used; a digest of it is kept.
        span: how long the use is remembered: no shorter than the thing itself is good.
    """
    digest = hashlib.sha256(name.encode()).hexdigest()
    with transaction.atomic():
        _row, is_first = RateCount.objects.get_or_create(
            key=f"used.{digest}", defaults={"expires_at": timezone.now() + span, "count": 1}
        )
    return is_first


def _read(answer: str) -> dict[str, Any] | None:
    """Return an answer in the shape that the library can judge; nothing for all else."""
    if len(answer) > LONGEST_ANSWER:
        return None
    try:
        payload = json.loads(base64.b64decode(answer, validate=True))
    except (binascii.Error, ValueError, RecursionError):
        return None
    if not isinstance(payload, dict) or payload.get("algorithm") != ALGORITHM:
        return None
    words = [payload.get(name) for name in ("challenge", "salt", "signature")]
    number = payload.get("number")
    if not all(isinstance(word, str) for word in words) or type(number) is not int:
        return None
    return payload


def _key() -> str:
    return salted_hmac("community.puzzles", "key", algorithm="sha256").hexdigest()
