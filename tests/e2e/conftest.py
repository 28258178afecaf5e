"""A real browser in front of the demo city.

The city is served by threads of the test process, with the middleware, policies, static and media
files of production. Tests change it as visitors and staff do; a module that does so gets a fresh
copy for each test (`fresh_city`), the others read the same one.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore
from django.test import override_settings
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django import DjangoDbBlocker
from wagtail.users.models import UserProfile

from community.models import User
from home.demo.accounts import ACCOUNTS
from site_config import days
from tests.demo_city import DemoCity, collect_static
from tests.e2e.calendars import CityCalendar
from tests.e2e.watch import Watch
from tests.run import find_chromium

HOST = "127.0.0.1"
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # Nothing leaves this machine, whatever a page asks for.
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}",
]
# Milliseconds; machines that build and test other things at the same time are slow.
PATIENCE = 30_000
# Of a browser that asks for every page anew, as others do after a minute.
NO_COPIES = {"Cache-Control": "no-cache"}
PASSWORD = "lumi-lana-rrjedh-2014"


@pytest.hookimpl(tryfirst=True)  # Before pytest reads the marks.
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that runs without a browser leave it out."""
    for item in items:
        if item.path.is_relative_to(__file__.removesuffix("/conftest.py")):
            item.add_marker(pytest.mark.e2e)


def without_file_handlers(application: Any) -> Any:
    """Leave static files to WhiteNoise, and uploaded ones to the portal, as in production.

    The test server would send both by itself: whole, and to everybody.
    """
    return application.application


class Portal:
    """The city behind its address."""

    def __init__(self, server: LiveServerThread, city: DemoCity) -> None:
        self.city = city
        self.port = server.port
        self.url = f"http://{HOST}:{server.port}"

    def restore(self) -> None:
        """Undo every change; give each demo account a known password and an English admin."""
        self.city.restore(HOST, self.port)
        for user in User.objects.filter(email__in=[account.email for account in ACCOUNTS]):
            user.set_password(PASSWORD)
            user.save(update_fields=["password"])
            profile = UserProfile.get_for_user(user)
            profile.preferred_language = "en"
            profile.save()


@pytest.fixture(scope="module")
def portal(
    demo_city: DemoCity, django_db_blocker: DjangoDbBlocker, run_folder: Path
) -> Iterator[Portal]:
    """The demo city, served over HTTP by threads of this process."""
    # Playwright keeps an event loop in this thread, which makes Django fear for its queries.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    server = LiveServerThread(HOST, without_file_handlers)
    server.daemon = True
    with ExitStack() as stack:
        stack.enter_context(override_settings(**collect_static(run_folder)))
        server.start()
        server.is_ready.wait()
        if server.error:
            raise server.error
        stack.callback(server.terminate)
        served = Portal(server, demo_city)
        with django_db_blocker.unblock():
            demo_city.open(HOST, server.port)
            served.restore()
        yield served
        with django_db_blocker.unblock():
            demo_city.close()


@pytest.fixture
def db(portal: Portal, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let a test look into the database that the portal shows; nothing is rolled back."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    """Open the database to every test of this folder."""


@pytest.fixture
def fresh_city(portal: Portal, db: None) -> Iterator[Portal]:
    """The city as it was loaded, for a test that changes it."""
    yield portal
    portal.restore()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as installed on this machine."""
    expect.set_options(timeout=PATIENCE)
    path = os.environ.get("CHROMIUM") or find_chromium()[0]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> CityCalendar:
    """The day that the city counts, which a test may set ahead."""
    calendar = CityCalendar()
    monkeypatch.setattr(days, "timezone", calendar)
    return calendar


class Visit:
    """A browser context, what went wrong in it, and its first page."""

    def __init__(self, context: BrowserContext, portal: Portal) -> None:
        self.context = context
        self.portal = portal
        self.watch = Watch(context, portal.url)
        context.set_default_timeout(PATIENCE)
        self.page: Page = context.new_page()

    def sign_in(self, email: str) -> None:
        """Give the browser a session of this account, as if it had come through the door."""
        user = User.objects.get(email=email)
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.save()
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key}
        self.context.add_cookies([cookie | {"url": self.portal.url}])


def open_visit(browser: Browser, portal: Portal, **options: Any) -> Visit:
    """Open a context on the portal.

    Args:
        browser: where to open it.
        portal: the address that paths are relative to.
        options: of Playwright's ``Browser.new_context``; ``width`` in CSS pixels.
    """
    width = options.pop("width", 1280)
    size = {"width": width, "height": 780 if width < 600 else 800}
    context = browser.new_context(base_url=portal.url, viewport=size, locale="sq-AL", **options)
    return Visit(context, portal)


@pytest.fixture
def visit(browser: Browser, portal: Portal) -> Iterator[Callable[..., Visit]]:
    """Open visits of the portal; the test fails for whatever goes wrong in one of them."""
    opened: list[Visit] = []

    def begin(**options: Any) -> Visit:
        opened.append(open_visit(browser, portal, **options))
        return opened[-1]

    yield begin
    for each in opened:
        each.context.close()
    assert [problem for each in opened for problem in each.watch.problems()] == []


@pytest.fixture
def visitor(visit: Callable[..., Visit]) -> Visit:
    """Somebody who is not signed in, on a large screen."""
    return visit()
