"""The sheet of requirements keeps its word."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHEET = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = re.findall(
    r"^\| (\d+\.\d+\.\d+(?:, \d+\.\d+\.\d+)*) \| (.+) \| (.+) \| (.+) \|$", SHEET, re.M
)
# Requirements of levels 1 and 2 in version 5.0.0.
REQUIREMENTS = 253


def test_every_requirement_stands_there_once():
    numbers = Counter(number for row in ROWS for number in row[0].split(", "))

    assert [number for number, times in numbers.items() if times > 1] == []
    assert len(numbers) == REQUIREMENTS


def test_every_test_that_is_named_exists():
    named = set(re.findall(r"`(tests/[\w/.]+)`", SHEET))

    assert len(named) > 30
    assert [path for path in sorted(named) if not (ROOT / path).is_file()] == []


def test_what_is_met_is_tested_or_says_why_not():
    elsewhere = ("operations.md", "not used", "not relied on", "none", "nothing is fetched")
    bare = [
        row[0] for row in ROWS if row[3] == "–" and not any(word in row[2] for word in elsewhere)
    ]

    assert bare == []


def test_every_limit_of_the_sheet_is_one_of_the_code():
    from community import door, limits
    from community.services import posting
    from search import views as search

    assert "| 10 a minute from one network |" in SHEET
    assert door.ATTEMPTS == (10, 60)
    assert door.FAILURES == (5, 900)
    assert limits.MAILED_FORMS == (5, 3600)
    assert posting.GUEST_LIMITS == ((3, 600), (20, 86_400))
    assert posting.MEMBER_LIMITS == ((10, 600), (100, 86_400))
    assert search.LIMIT == (30, 60)
