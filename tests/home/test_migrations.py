"""The migrations that fill the front page's place can be done, undone and done again."""

from collections.abc import Callable
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import StateApps
from pytest_django import DjangoDbBlocker
from wagtail.models import Page, Site

from home.models import HomePage
from tests.factories.home import StandardPageFactory, stream

pytestmark = pytest.mark.django_db

migration = import_module("home.migrations.0002_front_page")
Step = Callable[[], None]


@pytest.fixture(scope="module")
def historical(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> StateApps:
    """The models as a migration sees them: without methods or managers of their own."""
    with django_db_blocker.unblock():  # Migrations of wagtail-localize query when imported.
        loader = MigrationLoader(None)
    return loader.project_state(loader.graph.leaf_nodes("home")).apps


@pytest.fixture
def forwards(historical: StateApps) -> Step:
    editor = SimpleNamespace(connection=connection)
    return lambda: migration.replace_welcome_page(historical, editor)


@pytest.fixture
def backwards(historical: StateApps) -> Step:
    editor = SimpleNamespace(connection=connection)
    return lambda: migration.restore_welcome_page(historical, editor)


def root_page() -> Page:
    return Site.objects.get(is_default_site=True).root_page


@pytest.fixture
def untouched(site, settings) -> HomePage:
    """The front page as the migration leaves it."""
    front = site.root_page.specific
    assert isinstance(front, HomePage)
    assert front.title == settings.WAGTAIL_SITE_NAME
    return front


def test_an_untouched_front_page_becomes_the_welcome_page_again(untouched, backwards):
    backwards()

    page = root_page()
    assert page.pk == untouched.pk
    assert page.title == migration.WELCOME
    assert page.specific_class is Page
    assert not HomePage.objects.exists()


def test_the_welcome_page_becomes_the_front_page_at_its_place(untouched, backwards, forwards):
    backwards()
    forwards()

    front = root_page().specific
    assert isinstance(front, HomePage)
    assert (front.pk, front.path, front.title) == (untouched.pk, untouched.path, untouched.title)
    assert front.live


def test_doing_it_again_changes_nothing(untouched, forwards):
    before = list(Page.objects.order_by("path").values())

    forwards()

    assert list(Page.objects.order_by("path").values()) == before


@pytest.mark.parametrize("touched", ["title", "sections", "child", "revision"])
def test_a_front_page_that_somebody_has_touched_stays(untouched, backwards, touched):
    if touched == "title":
        HomePage.objects.update(title="Tirana jonë")
    elif touched == "sections":
        HomePage.objects.update(sections=stream(("text", {"title": "Words", "story": []})))
    elif touched == "child":
        StandardPageFactory(parent=untouched)
    else:
        untouched.save_revision()

    backwards()

    assert isinstance(root_page().specific, HomePage)


def test_a_welcome_page_that_somebody_has_touched_stays(untouched, backwards, forwards):
    backwards()
    Page.objects.filter(pk=untouched.pk).update(title="Our own page")

    forwards()

    assert root_page().specific_class is Page
