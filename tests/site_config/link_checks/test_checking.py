"""Links that lead nowhere are found, and nobody's network is looked into."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from home.models import HomePage, StandardPage
from site_config import timers
from site_config.link_checks import checking
from site_config.link_checks.checking import check_links
from site_config.link_checks.fetching import find_fault, is_public
from site_config.link_checks.finding import links_of
from site_config.models import LinkFault, TimerState
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db
PORTAL = "https://portal.example.org"


def anywhere(address: str) -> bool:
    """Let the tests' own server be asked, which stands on a private address."""
    return True


class Elsewhere(BaseHTTPRequestHandler):
    """Somebody else's site."""

    asked: list[tuple[str, str, str]] = []

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        self._answer()

    do_GET = do_HEAD  # noqa: N815

    def _answer(self) -> None:
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        _, kind, *more = self.path.partition("?")[0].split("/")
        status = {"here": 200, "gone": 404, "failing": 500, "shy": 403, "circle": 302}.get(
            kind, 302
        )
        if kind == "only-get":
            status = 405 if self.command == "HEAD" else 200
        self.send_response(status)
        if status == 302:
            self.send_header("Location", self.path if kind == "circle" else f"/{'/'.join(more)}")
        self.send_header("Content-Length", "0")
        self.end_headers()


@pytest.fixture(autouse=True)
def _portal(settings) -> None:
    settings.WAGTAILADMIN_BASE_URL = PORTAL


@pytest.fixture
def site_elsewhere() -> Iterator[str]:
    """The address of somebody else's site, on this machine."""
    Elsewhere.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join(10)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/here", None),
        ("/only-get", None),
        ("/shy", None),
        ("/on/here", None),
        ("/on/on/here", None),
        ("/gone", "missing"),
        ("/on/gone", "missing"),
        ("/failing", "error"),
        ("/circle", "circle"),
    ],
)
def test_an_address_is_judged_by_its_answer(site_elsewhere: str, path: str, reason: str | None):
    fault = find_fault(f"{site_elsewhere}{path}", portal=PORTAL, allow=anywhere)

    assert (fault.reason if fault else None) == reason
    assert Elsewhere.asked[0][2] == f"Sheshi-link-check/1.0 (+{PORTAL})"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://example.org/", "address"),
        ("https:///nothing", "address"),
        ("http://127.0.0.1:9/", "silent"),
        ("http://no-such-name.invalid/", "name"),
        ("http://127.0.0.1:999999/", "silent"),
    ],
)
def test_an_address_that_cant_be_asked_is_at_fault(address: str, reason: str):
    assert find_fault(address, portal=PORTAL, allow=anywhere).reason == reason


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),  # noqa: S104
        *("100.64.0.1", "224.0.0.1", "::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1"),
    ],
)
def test_no_private_network_is_asked(address: str):
    assert not is_public(address)


def test_a_private_address_is_told_and_never_connected_to(site_elsewhere: str):
    for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"):
        port = site_elsewhere.rpartition(":")[2]
        assert find_fault(f"http://{host}:{port}/here", portal=PORTAL).reason == "private"
    assert Elsewhere.asked == []


def test_a_redirect_leads_into_no_private_network(site_elsewhere: str):
    seen: list[str] = []

    def once(address: str) -> bool:
        seen.append(address)
        return len(seen) == 1

    fault = find_fault(f"{site_elsewhere}/on/here", portal=PORTAL, allow=once)

    assert fault.reason == "private"
    assert [path for _, path, _ in Elsewhere.asked] == ["/on/here"]


@pytest.fixture
def pages(english_front: HomePage, site_elsewhere: str) -> tuple[StandardPage, Page]:
    """A page with links, and a page that one of them leads to."""
    target = english_front.add_child(instance=StandardPage(title="Bench", slug="bench"))
    body = (
        f'<p><a href="{site_elsewhere}/here?a=1&amp;b=2">good</a> '
        f'<a href="{site_elsewhere}/gone">gone</a> '
        f'<a id="{target.pk}" linktype="page">bench</a></p>'
    )
    page = StandardPage(title="Links", slug="links", story=[("paragraph", body)])
    english_front.add_child(instance=page)
    page.owner = UserFactory()
    page.save()
    return page, target


def test_links_are_found_as_an_editor_has_set_them(pages, site_elsewhere: str):
    page, target = pages

    links = links_of(page.specific)

    assert {f"{site_elsewhere}/here?a=1&b=2", f"{site_elsewhere}/gone"} <= links.addresses
    assert links.pages == {target.pk}


def test_what_leads_nowhere_is_noted_and_forgotten_when_it_is_mended(pages, monkeypatch):
    monkeypatch.setattr(checking, "PAUSE", 0)
    page, target = pages
    check_links(anywhere)
    (fault,) = LinkFault.objects.filter(page=page)
    assert (fault.reason, fault.status, fault.times) == ("missing", 404, 1)
    assert not LinkFault.objects.lasting().exists(), "once may be an accident"

    target.unpublish()
    check_links(anywhere)
    faults = {known.reason: known.times for known in LinkFault.objects.lasting()}
    assert faults == {"missing": 2, "page": 1}

    page.story = []
    page.save()
    check_links(anywhere)
    assert not LinkFault.objects.filter(page=page).exists()


def test_drafts_are_not_looked_at(pages, monkeypatch):
    pages[0].unpublish()

    check_links(anywhere)

    assert not LinkFault.objects.exists()
    assert Elsewhere.asked == []


def test_one_host_is_asked_slowly(pages, monkeypatch):
    pauses: list[float] = []
    monkeypatch.setattr(checking.time, "sleep", pauses.append)

    check_links(anywhere)

    assert pauses
    assert all(0 < pause <= checking.PAUSE for pause in pauses)


def test_others_are_asked_by_a_server_alone(settings):
    settings.LINK_CHECK = False

    assert timers.check_links_this_week() is False
    assert not TimerState.objects.filter(name="links").exists()


def test_editors_are_told_of_pages_that_they_may_change(pages, client: Client):
    page, _target = pages
    LinkFault.objects.create(page=page, address="https://a.example/gone", reason="missing", times=2)
    LinkFault.objects.create(page=page, address="https://a.example/once", reason="error", times=1)
    editor, stranger = UserFactory(is_superuser=True), UserFactory()
    stranger.groups.add(Group.objects.get(name="Community moderators"))

    client.force_login(editor)
    told = client.get(reverse("portal_links"))
    client.force_login(stranger)
    kept = client.get(reverse("portal_links"))

    assert "https://a.example/gone" in told.text
    assert "https://a.example/once" not in told.text
    assert str(page.owner) in told.text
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in told.text
    assert kept.status_code == 200
    assert "https://a.example/gone" not in kept.text
