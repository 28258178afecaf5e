"""What every test may ask for."""

import gc
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test.utils import teardown_databases
from pytest_django import DjangoDbBlocker
from wagtail.models import Locale, Page, Site

from community import kept_threads
from home.models import HomePage
from site_config import rate_limits
from tests.dealing import WholeModules
from tests.demo_city import DemoCity, shared_folder
from tests.kept_pictures import keep_pictures
from tests.migrated import create_test_database

# How many objects may come before the collector looks for those that nobody holds. Python's own
# 700 are few beside what a page leaves behind.
GARBAGE = 50_000
# Seconds: a multiple of the periods in which most requests are counted.
TEN_MINUTES = 600


def pytest_configure(config: pytest.Config) -> None:
    """Copy pictures that an earlier process or run on this checkout has written."""
    keep_pictures(config.cache.mkdir("pictures"))


@pytest.hookimpl(optionalhook=True)  # Who runs pytest without xdist has nothing to deal out.
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> WholeModules:
    """Deal the tests out to the processes of a run."""
    return WholeModules(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Choose what runs: on a server, what asks no database is left out; SQLite has been asked."""
    if connection.vendor == "sqlite":
        return
    asked_once = [item for item in items if not opens_the_database(item)]
    if asked_once:
        config.hook.pytest_deselected(items=asked_once)
        items[:] = [item for item in items if opens_the_database(item)]


def opens_the_database(item: pytest.Item) -> bool:
    """Say whether a test may look into the test database.

    A test that may not would be stopped by pytest-django when it tries, on every database.
    """
    marked = item.get_closest_marker("django_db") is not None
    return marked or "django_db_setup" in item.fixturenames


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let the garbage collector pass over the packages and tests that stay to the end anyway."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE, 10, 10)


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
    run_folder: Path,
) -> Iterator[None]:
    """Give this process a test database of its own, copied from one that is migrated."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    kept = request.config.cache.mkdir("databases")
    with django_db_blocker.unblock():
        databases = create_test_database(run_folder, kept, worker)
    yield
    with django_db_blocker.unblock():
        teardown_databases(databases, verbosity=0)


@pytest.fixture(autouse=True)
def _empty_caches() -> None:
    """Start every test with cold caches, so that none depends on another."""
    for alias in settings.CACHES:
        caches[alias].clear()
    kept_threads.threads.clear()


@pytest.fixture(autouse=True)
def _limits_begin_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the minutes in which requests are counted begin with the test.

    Limits count by the minutes of the clock; a test that runs past the end of one would be
    allowed more.
    """
    ahead = TEN_MINUTES + 1 - time.time() % TEN_MINUTES
    clock = SimpleNamespace(time=lambda: time.time() + ahead)
    monkeypatch.setattr(rate_limits, "time", clock)


@pytest.fixture
def commit(django_capture_on_commit_callbacks: Callable[..., Any]) -> Callable[..., Any]:
    """Do something, and then what follows its commit."""

    def run(work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return work(*args, **kwargs)

    return run


@pytest.fixture
def locales(db: None) -> dict[str, Locale]:
    """Both languages of the portal."""
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code in ("sq", "en")}


@pytest.fixture
def site(db: None) -> Site:
    """The portal's one site, at the address of the test client."""
    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port = "testserver", 80
    site.save()
    return site


@pytest.fixture
def root(db: None) -> Page:
    """The root of the page tree."""
    return Page.objects.get(depth=1)


@pytest.fixture
def english_front(root: Page, site: Site, locales: dict[str, Locale]) -> HomePage:
    """The front page of a portal in English, without content."""
    front = HomePage(title="Smart City", slug="en-city", locale=locales["en"])
    root.add_child(instance=front)
    site.root_page = front
    site.save()
    return front


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run share, for what is costly to make."""
    return shared_folder(
        tmp_path_factory.getbasetemp(), parallel="PYTEST_XDIST_WORKER" in os.environ
    )


@pytest.fixture(scope="session")
def demo_city(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, run_folder: Path
) -> Iterator[DemoCity]:
    """The demo city, which a module opens as its database."""
    with django_db_blocker.unblock():
        city = DemoCity(run_folder, os.environ.get("PYTEST_XDIST_WORKER", "main"))
    yield city
    with django_db_blocker.unblock():
        city.leave()


@pytest.fixture(scope="module")
def demo(demo_city: DemoCity, django_db_blocker: DjangoDbBlocker) -> Iterator[DemoCity]:
    """The demo city as the database of a module; what its tests change is undone after each."""
    with django_db_blocker.unblock():
        demo_city.open("testserver", 80)
    yield demo_city
    with django_db_blocker.unblock():
        demo_city.close()
