"""What an editor's browser sends at once is done in turn, and nothing is undone by it."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import OperationalError, connection
from django.http import HttpRequest
from django.test import Client
from wagtail import hooks
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import HomePage, StandardPage
from tests.empty_portal import begin_portal
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

# How long who comes second is given to overtake, in seconds.
OVERTAKING = 2


@pytest.fixture
def front() -> HomePage:
    """A front page, with nothing below it."""
    return begin_portal()


@pytest.fixture
def draft(front: HomePage) -> StandardPage:
    """A page that nobody has published yet."""
    page = StandardPage(title="Lanes", slug="lanes", summary="Where they are.", live=False)
    front.add_child(instance=page)
    page.save_revision()
    return page


@pytest.fixture
def desk() -> Callable[[], Client]:
    """Sit down in another tab of the same editor's browser."""
    editor = UserFactory(is_superuser=True)

    def sit_down() -> Client:
        client = Client()
        client.force_login(editor)
        return client

    return sit_down


def form(title: str, slug: str = "lanes", **buttons: str) -> dict[str, str]:
    """Return what the editor of a page sends."""
    empty = dict.fromkeys(
        (
            *("listing_image", "listing_image_alt", "drawing", "seo_title", "social_title"),
            *("social_text", "review_owner", "review_by", "go_live_at", "expire_at"),
            *("contact_name", "contact_email", "contact_phone"),
        ),
        "",
    )
    words = {
        "title": title,
        "slug": slug,
        "lead": "What this page is for.",
        "summary": "A page of the portal, told in a sentence of its own.",
        "search_description": "What search engines say about this page of the portal.",
        "story": streamfield([("paragraph", rich_text("<p>Words of the city.</p>"))]),
        "facts": streamfield([]),
        "comments": inline_formset([]),
    }
    return nested_form_data(empty | words) | buttons


@pytest.fixture
def slow_draft() -> Iterator[tuple[Event, Event]]:
    """Hold up the draft that an editor saves by itself, once it has read the page.

    Yields:
        What is set as the draft has read the page, and what lets it go on; it goes on by itself
        after a while.
    """
    has_read, may_go_on = Event(), Event()

    def hold_up(request: HttpRequest, *_about: object) -> None:
        if not request.accepts("text/html"):
            has_read.set()
            may_go_on.wait(timeout=OVERTAKING)

    with (
        hooks.register_temporarily("before_edit_page", hold_up),
        hooks.register_temporarily("before_create_page", hold_up),
    ):
        yield has_read, may_go_on


def send_both(
    desk: Callable[[], Client], path: str, slow_draft: tuple[Event, Event]
) -> tuple[int, int]:
    """Press the button that publishes while a draft is on its way; return both statuses."""
    has_read, may_go_on = slow_draft

    def save_draft() -> int:
        try:
            answer = desk().post(path, form("Lanes, half"), headers={"accept": "application/json"})
            return answer.status_code
        finally:
            connection.close()

    def publish() -> int:
        try:
            assert has_read.wait(timeout=30)
            return desk().post(path, form("Lanes", **{"action-publish": "publish"})).status_code
        finally:
            may_go_on.set()
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        draft, published = pool.submit(save_draft), pool.submit(publish)
        return draft.result(), published.result()


def test_a_draft_on_its_way_takes_back_no_publication(draft, desk, slow_draft):
    _draft, published = send_both(desk, f"/admin/pages/{draft.pk}/edit/", slow_draft)

    assert published == 302
    page = StandardPage.objects.get(pk=draft.pk)
    assert page.live
    assert page.title == "Lanes"
    assert page.get_latest_revision_as_object().title == "Lanes"


def test_twin_without_turns_loses_the_publication(draft, desk, slow_draft, settings):
    settings.MIDDLEWARE = [it for it in settings.MIDDLEWARE if not it.endswith("edit_in_turn")]

    send_both(desk, f"/admin/pages/{draft.pk}/edit/", slow_draft)

    assert not StandardPage.objects.get(pk=draft.pk).live


def test_a_page_is_not_made_twice(front, desk, slow_draft):
    path = f"/admin/pages/add/home/standardpage/{front.pk}/"
    draft, published = send_both(desk, path, slow_draft)

    assert draft == 200
    # The other is told that the address is taken, with its words still in the form.
    assert published == 200
    assert StandardPage.objects.count() == 1


def test_what_fails_on_the_way_leaves_nothing_half_written(draft, desk):
    def fail(_request: HttpRequest, _page: Page) -> None:
        raise RuntimeError("The disk of the search is full.")

    client = desk()
    client.raise_request_exception = False
    before = draft.revisions.count()
    with hooks.register_temporarily("after_publish_page", fail):
        path = f"/admin/pages/{draft.pk}/edit/"
        answer = client.post(path, form("Lanes", **{"action-publish": "publish"}))

    assert answer.status_code == 500
    assert not StandardPage.objects.get(pk=draft.pk).live
    assert draft.revisions.count() == before


def test_who_waits_too_long_gets_back_what_was_typed(draft, desk, monkeypatch):
    def time_out(*_args: object, **_options: object) -> None:
        raise OperationalError("canceling statement due to lock timeout")

    client = desk()
    client.raise_request_exception = False
    monkeypatch.setattr(PageQuerySet, "select_for_update", time_out)
    path = f"/admin/pages/{draft.pk}/edit/"
    answer = client.post(path, form("Lanes that wait", **{"action-publish": "publish"}))

    assert answer.status_code == 503
    assert "Lanes that wait" in answer.content.decode()
    assert not StandardPage.objects.get(pk=draft.pk).live


@pytest.mark.parametrize("is_member", [False, True], ids=["a visitor", "a member"])
@pytest.mark.parametrize("path", ["{}/edit/", "add/home/standardpage/{}/"])
def test_who_may_not_edit_holds_no_page_up(draft, path, is_member, monkeypatch):
    def hold(*_args: object, **_options: object) -> None:
        raise AssertionError("A stranger holds the page.")

    stranger = Client()
    if is_member:
        stranger.force_login(UserFactory())
    monkeypatch.setattr(PageQuerySet, "select_for_update", hold)
    answer = stranger.post(f"/admin/pages/{path.format(draft.pk)}", form("Lanes"))

    assert answer.status_code == (403 if is_member else 302)
    assert StandardPage.objects.get().title == draft.title


@pytest.mark.parametrize("number", [0, 2**31, 10**30])
def test_a_page_that_is_not_there_is_not_found(draft, desk, number):
    assert desk().post(f"/admin/pages/{number}/edit/", form("Lanes")).status_code == 404
