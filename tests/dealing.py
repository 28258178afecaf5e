"""How the tests of a run are dealt out to its processes.

What tests of a module share is costly, such as a copy of the demo city or a page in a browser, so
a module stays with one process. The longest are parted by what their tests share.
"""

import re
from collections.abc import Sequence
from typing import Any

from xdist.scheduler.loadscope import LoadScopeScheduling

# Modules that are parted, with what each part has in the brackets of its tests: the role that
# thousands of addresses are asked as; the page that a browser has open.
PARTED = {
    "tests/test_url_matrix.py": re.compile(r"\[(.+?)(?:-GET|-POST)?\]$"),
    "tests/e2e/test_pages.py": re.compile(r"\[(?:\d+-)?(?:light-|dark-)?(.+)\]$"),
}


class WholeModules(LoadScopeScheduling):
    """Deals out runs of tests that belong together, in the order in which they were collected.

    The order matters: pytest-django puts what empties the database behind all that needs what
    migrations have put there. A module that has both is dealt out twice.
    """

    def __init__(self, config: Any, log: Any = None) -> None:
        config.option.loadscopereorder = False
        super().__init__(config, log)
        self._shares: dict[str, str] = {}

    def schedule(self) -> None:
        """Begin, or go on: tests are known once the processes have collected them."""
        if not self._shares:
            self._shares = shares_of(next(iter(self.registered_collections.values())))
        super().schedule()

    def _split_scope(self, nodeid: str) -> str:
        return self._shares[nodeid]


def shares_of(tests: Sequence[str]) -> dict[str, str]:
    """Return a name for each test that it has in common with those of its share.

    Args:
        tests: their names, as pytest writes them, in the order of the run.
    """
    shares, before, number = {}, "", 0
    for test in tests:
        part = part_of(test)
        number += part != before
        before = part
        shares[test] = f"{part} {number}"
    return shares


def part_of(test: str) -> str:
    """Return the module of a test, with what parts it where it is parted."""
    module = test.partition("::")[0]
    found = PARTED[module].search(test) if module in PARTED else None
    return f"{module} {found[1]}" if found else module
