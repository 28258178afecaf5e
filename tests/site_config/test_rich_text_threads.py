"""Two editors who open rich text in the same moment get their own words."""

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

WORDS = [f"editor {number}" for number in range(8)]


@pytest.fixture(autouse=True)
def _impatient_threads() -> Iterator[None]:
    """Let threads take turns in the middle of everything."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_everybody_gets_their_own_words():
    converter = ContentstateConverter(["bold", "h2"])

    def read(words: str) -> set[str]:
        html = "".join(f"<p>{words}</p>" for _ in range(40))
        return {
            block["text"] for block in json.loads(converter.from_database_format(html))["blocks"]
        }

    with ThreadPoolExecutor(len(WORDS)) as pool:
        found = list(pool.map(read, WORDS * 5))

    assert found == [{words} for words in WORDS * 5]
