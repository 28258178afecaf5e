"""What a guest's browser does with a puzzle."""

import base64
import hashlib
import json
from typing import Any

from community.puzzles import new_puzzle


def solve(puzzle: dict[str, Any]) -> dict[str, Any]:
    """Return the answer to a puzzle, found by trying every number."""
    for number in range(puzzle["maxNumber"] + 1):
        tried = hashlib.sha256(f"{puzzle['salt']}{number}".encode()).hexdigest()
        if tried == puzzle["challenge"]:
            return {name: puzzle[name] for name in puzzle if name != "maxNumber"} | {
                "number": number
            }
    raise AssertionError("The puzzle has no answer.")


def packed(answer: Any) -> str:
    """Return an answer as a form sends it."""
    return base64.b64encode(json.dumps(answer).encode()).decode()


def solved() -> str:
    """Return the answer to a new puzzle, as a form sends it."""
    return packed(solve(new_puzzle()))
