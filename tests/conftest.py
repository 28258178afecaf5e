"""What every test may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from pytest_django import DjangoDbBlocker
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from tests.demo_city import DemoCity, shared_folder


@pytest.fixture(autouse=True)
def _empty_caches() -> None:
    """Start every test with cold caches, so that none depends on another."""
    for alias in settings.CACHES:
        caches[alias].clear()


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
