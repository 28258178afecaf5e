"""Statements that mark their lines tell coverage.py the same as its tracing does."""

import ast
from importlib.util import module_from_spec
from pathlib import Path
from types import ModuleType

import coverage
import pytest
from django.conf import settings

from tests.line_marks import MARKS, MarkingFinder, mark

CONFIGURATION = settings.BASE_DIR / "pyproject.toml"
PACKAGES = coverage.Coverage(config_file=str(CONFIGURATION)).get_option("run:source")
# Every kind of statement, some of them passed and some not.
STATEMENTS = '''"""A docstring stays the first."""

from __future__ import annotations

import functools
from enum import Enum


class Colour(Enum):
    """Marks are no members."""

    RED = 1
    GREEN = 2

    @property
    @functools.cache
    def is_red(
        self,
    ) -> bool:
        """Say so."""
        return self is Colour.RED


def kind_of(value, *others):
    global LAST
    LAST = value
    if value is None:
        return "nothing"
    elif isinstance(value, str):
        kind = "text"
    elif value == 3:
        kind = "three"
    else:
        kind = "other"
    for each in others:
        if each:
            continue
        break
    else:
        kind += "s"
    while others:
        others = others[1:]
    return kind


def divide(number):
    try:
        with open("/dev/null") as file:
            result = 6 / number
    except ZeroDivisionError:
        result = None
    else:
        result += 1
    finally:
        file.close()
    match result:
        case None:
            return "never"
        case 4.0:
            return "four"
        case _:
            return (
                "some",
                [lambda: number],
            )


class Reader:
    __hidden: int = 1

    def read(self):
        return self.__hidden


def numbers():
    yield from (
        number
        for number in range(3)
    )


assert Colour.RED.is_red and list(Colour) == [Colour.RED, Colour.GREEN]
found = [kind_of("a"), kind_of(4, 1), kind_of(5, 0), divide(0), divide(2), Reader().read()]
assert list(numbers()) == [0, 1, 2]; done = True
'''


@pytest.fixture
def module(tmp_path: Path) -> Path:
    """A module with every kind of statement."""
    path = tmp_path / "statements.py"
    path.write_text(STATEMENTS)
    return path


def traced(module: Path) -> set[int]:
    """Return the lines that coverage.py has seen by tracing."""
    measured = coverage.Coverage(data_file=None, include=[str(module)], config_file=False)
    with measured.collect():
        exec(compile(module.read_text(), module, "exec"), {"__name__": "traced"})  # noqa: S102
    _, statements, _, missing, _ = measured.analysis2(str(module))
    return set(statements) - set(missing)


def load(finder: MarkingFinder, name: str) -> ModuleType:
    """Import a module as the finder has it marked."""
    specification = finder.find_spec(name, None)
    module = module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def statements_of(path: Path) -> set[int]:
    """Return the lines that coverage.py asks for."""
    measured = coverage.Coverage(data_file=None, config_file=str(CONFIGURATION))
    return set(measured.analysis2(str(path))[1])


def marks_in(path: Path) -> set[int]:
    """Return the lines that may be marked."""
    tree = ast.parse(path.read_bytes())
    mark(tree)
    return {
        node.targets[0].slice.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Subscript)
        and ast.unparse(node.targets[0].value) == MARKS
    }


def test_the_lines_passed_are_those_that_tracing_sees(module, monkeypatch):
    monkeypatch.syspath_prepend(module.parent)
    finder = MarkingFinder([module.stem])
    loaded = load(finder, module.stem)
    finder.find_spec(module.stem, None)  # Who only looks for it takes nothing away.

    assert set(finder.passed()[str(module)]) & statements_of(module) == traced(module)
    assert loaded.__doc__ == "A docstring stays the first."
    assert loaded.Colour.__doc__ == "Marks are no members."


@pytest.mark.parametrize("package", PACKAGES)
def test_every_line_that_counts_has_a_mark(package):
    modules = (settings.BASE_DIR / package).rglob("*.py")
    missed = {
        path: statements_of(path) - marks_in(path)
        for path in modules
        if "migrations" not in path.parts
    }
    assert missed
    assert {path: lines for path, lines in missed.items() if lines} == {}
