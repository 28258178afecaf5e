"""The house stands as docs/architecture.md draws it, also where import-linter can't see."""

import ast
import os
import re
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.db.migrations.migration import Migration, SwappableTuple
from django.db.migrations.operations import RunPython, RunSQL
from django.db.migrations.operations.base import Operation

ROOT = Path(settings.BASE_DIR)
# Storeys from the ground up. An app leans on those below it, never on its neighbours.
STOREYS = [
    {"site_config"},
    {"community", "partners"},
    {"articles", "campaigns", "publications", "gallery"},
    {"home", "search"},
]
STOREY_OF = {app: level for level, apps in enumerate(STOREYS) for app in apps}
TOP_LEVEL = {
    *("manage.py", "requirements.txt", "requirements-dev.txt", "requirements-next.txt"),
    "requirements-extras.txt",
    *("pyproject.toml", "Makefile", ".env.example", ".ci", "tests", "docs", "deploy", "bench"),
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "SECURITY.md"),
    *(".editorconfig", ".gitignore", ".gitattributes", ".pre-commit-config.yaml"),
    *STOREY_OF,
}
COMPOSITION_ROOT = ("site_config.settings", "site_config.urls", "site_config.wsgi")
JUNK_DRAWERS = {"util", "utils", "helper", "helpers", "common", "core", "misc"}
# A module past about 250 lines becomes a package of nouns; this is where reading surely ends.
# Prose and migrations may run on, and a module of tests is read one sentence at a time.
LONGEST_MODULE = 300
LONGEST_TEST_MODULE = 400
LARGEST_FILE = 1_500_000

REFERENCE = re.compile(r"""{%-?\s*(?:extends|include)\s+["']([^"']+)["']""")
LIBRARIES = re.compile(r"{%-?\s*load\s+(.+?)\s*-?%}")


def may_lean_on(app: str, other: str) -> bool:
    """Whether an app may know another: itself, and every app of a storey below."""
    return app == other or STOREY_OF[other] < STOREY_OF[app]


def project_files() -> list[Path]:
    """Return the files of the checkout, new ones included, ignored ones left out."""
    if not (ROOT / ".git").exists():
        return unpacked_files()
    # The checkout may belong to another account than the one that tests it, as in a container.
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listing = subprocess.run(
        [*git, "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    paths = (Path(name) for name in listing.split("\0") if name)
    return [path for path in paths if (ROOT / path).is_file()]


def unpacked_files() -> list[Path]:
    """Return the files of an unpacked release, which git can't list."""
    patterns = [line.strip("/") for line in (ROOT / ".gitignore").read_text().splitlines()]
    files = []
    for folder, folders, names in os.walk(ROOT):
        kept = [n for n in folders + names if not any(fnmatch(n, pattern) for pattern in patterns)]
        folders[:] = [name for name in folders if name in kept]
        files += [Path(folder, name).relative_to(ROOT) for name in names if name in kept]
    return files


def python_files() -> list[Path]:
    return [path for path in project_files() if path.suffix == ".py"]


def own_migrations() -> Iterator[tuple[str, Migration]]:
    """Yield each migration of the apps with its name, as in ``home.0001_initial``."""
    for path in python_files():
        if path.parts[0] in STOREY_OF and "migrations" in path.parts and path.stem[0].isdigit():
            app, name = path.parts[0], path.stem
            # Not through Django's loader: migrations of wagtail-localize query when imported.
            module = import_module(f"{app}.migrations.{name}")
            yield f"{app}.{name}", module.Migration(name, app)


def upward_dependencies(app: str, migration: Migration) -> list[str]:
    """Return the apps that a migration leans on without right."""
    return [
        dependency[0]
        for dependency in [*migration.dependencies, *migration.run_before]
        if dependency[0] in STOREY_OF
        # The user model is a setting of the project, which anything may refer to.
        and not isinstance(dependency, SwappableTuple)
        and not may_lean_on(app, dependency[0])
    ]


def template_references(source: str) -> tuple[set[str], set[str]]:
    """Return the templates that a template names, and the tag libraries it loads."""
    libraries = set()
    for names in LIBRARIES.findall(source):
        libraries.update(names.split(" from ")[-1].split())
    return set(REFERENCE.findall(source)), libraries


def owner(kind: str, name: str) -> str | None:
    """Return the app that holds a template or a tag library; None if a package does."""
    apps = [app for app in settings.INSTALLED_APPS if app in STOREY_OF]
    return next((app for app in apps if (ROOT / app / kind / name).is_file()), None)


def upward_references(app: str, source: str) -> list[str]:
    """Return what a template of the app extends, includes or loads from an app above it."""
    templates, libraries = template_references(source)
    wanted = [("templates", name) for name in templates]
    wanted += [("templatetags", f"{name}.py") for name in libraries]
    owners = {name: owner(kind, name) for kind, name in wanted}
    return sorted(
        f"{name} of {other}"
        for name, other in owners.items()
        if other and not may_lean_on(app, other)
    )


def irreversible(operations: list[Operation]) -> list[str]:
    """Return the operations without a way back, looking into compound ones."""
    found = []
    for operation in operations:
        if isinstance(operation, RunPython | RunSQL) and not operation.reversible:
            found.append(operation.describe())
        found += irreversible(getattr(operation, "database_operations", []))
    return found


def imported_modules(source: str) -> set[str]:
    """Return the absolute names a module imports, with those it takes from packages."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_the_top_level_holds_nothing_unexpected():
    assert {path.parts[0] for path in project_files()} - TOP_LEVEL == set()


def test_no_module_is_a_junk_drawer():
    drawers = [path for path in python_files() if JUNK_DRAWERS & {path.stem, *path.parts[:-1]}]
    assert drawers == []


def test_no_module_outgrows_a_reader():
    long = {
        str(path): lines
        for path in python_files()
        if not {"migrations", "demo"} & set(path.parts)
        and (lines := len((ROOT / path).read_text().splitlines()))
        > (LONGEST_TEST_MODULE if path.parts[0] == "tests" else LONGEST_MODULE)
    }
    assert long == {}


def test_no_file_weighs_down_the_repository():
    assert [path for path in project_files() if (ROOT / path).stat().st_size > LARGEST_FILE] == []


def test_nobody_imports_the_composition_root():
    guilty = {
        str(path): names
        for path in python_files()
        if path.parts[0] in STOREY_OF
        and not ".".join(path.parts).startswith(COMPOSITION_ROOT)
        and (
            names := {
                name
                for name in imported_modules((ROOT / path).read_text())
                if name.startswith(COMPOSITION_ROOT)
            }
        )
    }
    assert guilty == {}


def test_migrations_lean_on_apps_below_only():
    guilty = {
        name: apps
        for name, migration in own_migrations()
        if (apps := upward_dependencies(name.split(".")[0], migration))
    }
    assert guilty == {}


def test_every_migration_has_a_way_back():
    guilty = {
        name: steps
        for name, migration in own_migrations()
        if (steps := irreversible(migration.operations))
    }
    assert guilty == {}


def test_templates_lean_on_apps_below_only():
    guilty = {}
    for app in STOREY_OF:
        for path in sorted((ROOT / app / "templates").rglob("*.*")):
            if found := upward_references(app, path.read_text()):
                guilty[str(path.relative_to(ROOT))] = found
    assert guilty == {}


def test_all_requirements_files_pin_the_same_versions():
    pins = re.compile(r"^([a-z0-9._-]+)(?:\[[^]]*\])?==(\S+)", re.MULTILINE)
    run_time, development = (
        dict(pins.findall((ROOT / name).read_text()))
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert run_time.items() <= development.items()
    extras = dict(pins.findall((ROOT / "requirements-extras.txt").read_text()))
    assert run_time.items() <= extras.items()


@pytest.mark.parametrize(
    ("app", "other", "allowed"),
    [
        ("home", "articles", True),
        ("articles", "community", True),
        ("articles", "articles", True),
        ("articles", "gallery", False),
        ("home", "search", False),
        ("site_config", "community", False),
    ],
)
def test_arrows_point_down_only(app, other, allowed):
    assert may_lean_on(app, other) is allowed


def test_an_upward_migration_is_found():
    migration = Migration("0002_next", "partners")
    migration.dependencies = [("partners", "0001_initial"), ("home", "0001_initial")]
    assert upward_dependencies("partners", migration) == ["home"]


def test_a_one_way_migration_is_found():
    assert irreversible([RunSQL("SELECT 1"), RunPython(print, print)]) != []


def test_references_of_a_template_are_found():
    source = (
        "{% extends 'base.html' %}{% load i18n a b %}{% load c from d %}{% include \"x/y.html\" %}"
    )
    assert template_references(source) == ({"base.html", "x/y.html"}, {"i18n", "a", "b", "d"})


def test_an_unpacked_release_is_checked_like_a_checkout():
    unpacked = {path for path in unpacked_files() if path.parts[0] != ".git"}
    assert unpacked == set(project_files())
