"""Coverage without tracing: each statement of the portal marks its line as it is passed.

Before Python 3.12 coverage.py follows every line of every package to learn which of the portal's
are run, which takes half as much again of the processor as the suite does. A statement that marks
a list costs next to nothing. What is to be measured, the report and its threshold stay with
coverage.py and pytest-cov.

    pytest -p tests.line_marks --cov
"""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType

import coverage
import pytest

# What the list of a module is called in it; a class does not change a name that ends like this.
MARKS = "__lines_passed__"
# Where statements stand in other statements.
BODIES = ("body", "orelse", "finalbody")


class LineMarks:
    """A plugin of pytest: which lines were passed, told to coverage.py when the tests are done."""

    def __init__(self, packages: Sequence[str]) -> None:
        self._finder = MarkingFinder(packages)
        sys.meta_path.insert(0, self._finder)
        self._measured: coverage.Coverage | None = None

    @pytest.hookimpl(trylast=True)
    def pytest_sessionstart(self) -> None:
        """Stop the tracing, which pytest-cov has begun by now."""
        self._measured = coverage.Coverage.current()
        while tracing := coverage.Coverage.current():
            tracing.stop()
        if self._measured is not None:
            # Of the tracing, which has ended before the first test.
            self._measured.set_option("run:disable_warnings", ["no-data-collected"])

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_runtestloop(self) -> Iterator[None]:
        """Hand in what was passed, before pytest-cov asks for it."""
        result = yield
        if self._measured is not None:
            self._measured.get_data().add_lines(self._finder.passed())
        return result


class MarkingFinder(MetaPathFinder):
    """Has modules of some packages marked as they are imported."""

    def __init__(self, packages: Sequence[str]) -> None:
        self._packages = frozenset(packages)
        # By the paths of modules; one that is imported anew goes on with its own.
        self._marks: defaultdict[str, list[int]] = defaultdict(list)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module where Python does, and load it otherwise."""
        if fullname.partition(".")[0] not in self._packages:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and type(spec.loader) is SourceFileLoader:
            marks = self._marks[spec.loader.path]
            spec.loader = MarkingLoader(spec.loader.name, spec.loader.path, marks)
        return spec

    def passed(self) -> dict[str, list[int]]:
        """Return the lines that were passed, by the paths of modules."""
        return {path: lines_passed(marks) for path, marks in self._marks.items()}


class MarkingLoader(SourceFileLoader):
    """Loads a module whose statements mark that they are passed."""

    def __init__(self, fullname: str, path: str, marks: list[int]) -> None:
        super().__init__(fullname, path)
        self._marks = marks

    def get_code(self, fullname: str) -> CodeType:
        """Compile the module, past Python's files of compiled modules."""
        source = self.get_data(self.path)
        tree = ast.parse(source, self.path)
        mark(tree)
        self._marks.extend([0] * (source.count(b"\n") + 2 - len(self._marks)))
        return compile(tree, self.path, "exec", dont_inherit=True)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module, with its list at hand."""
        setattr(module, MARKS, self._marks)
        super().exec_module(module)


def lines_passed(marks: Sequence[int]) -> list[int]:
    """Return the numbers of the lines that were passed."""
    return [number for number, is_passed in enumerate(marks) if is_passed]


def mark(tree: ast.Module) -> None:
    """Put a mark of its line before each statement."""
    for node in list(ast.walk(tree)):
        for name in BODIES:
            statements = getattr(node, name, None)
            if isinstance(statements, list):
                setattr(node, name, list(marked(node, statements, is_body=name == "body")))


def marked(node: ast.AST, statements: list[ast.stmt], *, is_body: bool) -> Iterator[ast.stmt]:
    """Yield these statements of a node with a mark before each that may have one."""
    # The line of an exception, or of a case, is passed with the first of its statements.
    if isinstance(node, ast.ExceptHandler):
        yield mark_of(node.lineno)
    elif isinstance(node, ast.match_case):
        yield mark_of(node.pattern.lineno)
    for place, statement in enumerate(statements):
        marks = [mark_of(line) for line in lines_of(statement)]
        if is_body and place == 0 and is_text(statement):
            yield statement
        elif is_future(statement):
            yield from [statement, *marks]
        else:
            yield from [*marks, statement]


def lines_of(statement: ast.stmt) -> list[int]:
    """Return the first line of a statement, with those of its decorators."""
    decorators = getattr(statement, "decorator_list", [])
    return [*(each.lineno for each in decorators), statement.lineno]


def mark_of(line: int) -> ast.stmt:
    """Return a statement that marks a line."""
    place = {"lineno": line, "end_lineno": line, "col_offset": 0, "end_col_offset": 0}
    marks = ast.Name(MARKS, ast.Load(), **place)
    entry = ast.Subscript(marks, ast.Constant(line, **place), ast.Store(), **place)
    return ast.Assign([entry], ast.Constant(1, **place), **place)


def is_text(statement: ast.stmt) -> bool:
    """Say whether a statement is a text alone, as a docstring is, which has to come first."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def is_future(statement: ast.stmt) -> bool:
    """Say whether a statement changes the language, and so may have none before it."""
    return isinstance(statement, ast.ImportFrom) and statement.module == "__future__"


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Begin before Django, which imports the portal, is set up."""
    packages = coverage.Coverage().get_option("run:source")
    early_config.pluginmanager.register(LineMarks(packages), "line-marks")
