"""Citizens find, look, watch and write; with the keyboard, with and without scripts."""

import json
import re
from collections.abc import Callable

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from articles.models import ArticlePage
from gallery.models import AlbumPage, VideoPage
from home.models import ContactPage, ContactSubmission
from tests.e2e.conftest import Portal, Visit
from tests.e2e.places import find_page

VIDEO_HOST = "www.youtube-nocookie.com"


# Finding -----------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["Tirane", "Tiranë", "tirane"])
def test_a_search_finds_words_with_and_without_their_accents(visitor: Visit, words: str):
    visitor.page.goto("/sq/")
    visitor.page.locator(".site-header a[href$='/search/']").press("Enter")
    visitor.page.locator("main input[type=search]").fill(words)
    visitor.page.keyboard.press("Enter")

    marks = visitor.page.locator("main mark")
    expect(marks.first).to_be_visible()
    assert any(mark.casefold().startswith("tiranë") for mark in marks.all_inner_texts())


def test_a_search_is_narrowed_to_one_kind_of_page(visitor: Visit):
    page = visitor.page
    page.goto("/en/search/?q=city")
    whole = page.locator("main .list > li").count()
    page.get_by_role("navigation", name="Kind").get_by_role("link", name="Articles").click()

    expect(page).to_have_url(re.compile("type=article"))
    narrowed = page.locator("main .list > li").count()
    assert 0 < narrowed <= whole


# Writing -----------------------------------------------------------------------------------


def test_a_message_to_the_city_gets_a_receipt(
    fresh_city: Portal, visit: Callable[..., Visit], monkeypatch: pytest.MonkeyPatch
):
    # A browser that is driven types faster than the people for whom the form waits.
    monkeypatch.setattr("home.contact_form.QUICKEST_SECONDS", 0)
    contact = find_page(ContactPage, "en")
    page = visit(width=360).page
    page.goto(contact.url)
    for field in page.locator("main form .field :is(input, textarea):visible").all():
        kind = field.get_attribute("type") or field.evaluate("node => node.localName")
        if kind == "checkbox":
            field.check()
        elif kind != "radio":
            field.fill("ana@example.org" if kind == "email" else "Where can I park my bicycle?")
    for choice in page.locator("main form select:visible").all():
        choice.select_option(index=1)
    page.locator("main form button[type=submit]").press("Enter")

    number = page.locator(".receipt__number").inner_text()
    assert ContactSubmission.objects.get().receipt == number
    assert {tuple(letter.to) for letter in mail.outbox} == {
        ("ana@example.org",),
        *((mailbox,) for mailbox in contact.recipients),
    }
    assert all(number in letter.subject + letter.body for letter in mail.outbox)


def test_a_form_that_misses_something_says_so_and_keeps_the_rest(visit: Callable[..., Visit]):
    here = visit()
    here.watch.allow(422)
    page = here.page
    page.goto(find_page(ContactPage, "en").url)
    page.locator("main form input[type=email]").fill("no address")
    page.locator("main form button[type=submit]").click()

    expect(page.locator("main [aria-invalid=true]").first).to_be_visible()
    expect(page.locator("main form input[type=email]")).to_have_value("no address")
    page.locator(".error-summary a, [role=alert] a").first.press("Enter")
    assert page.evaluate("document.activeElement.matches('input, textarea, select')")


# Looking -----------------------------------------------------------------------------------


def open_album(page: Page) -> None:
    """Open the English album with the first pictures."""
    page.goto(find_page(AlbumPage, "en").url)


def test_the_viewer_is_driven_by_keyboard_and_gives_the_focus_back(visitor: Visit):
    page = visitor.page
    open_album(page)
    second = page.locator("[data-lightbox] a[data-full]").nth(1)
    second.press("Enter")
    viewer = page.get_by_role("dialog")
    expect(viewer).to_be_visible()
    picture = viewer.locator("img")
    expect(picture).to_have_attribute("src", second.get_attribute("data-full"))

    page.keyboard.press("ArrowRight")
    third = page.locator("[data-lightbox] a[data-full]").nth(2)
    expect(picture).to_have_attribute("src", third.get_attribute("data-full"))
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    first = page.locator("[data-lightbox] a[data-full]").first
    expect(picture).to_have_attribute("src", first.get_attribute("data-full"))
    for _stop in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || "
            "document.querySelector('dialog').contains(document.activeElement)"
        )

    page.keyboard.press("Escape")

    expect(viewer).to_be_hidden()
    expect(second).to_be_focused()


def swipe(page: Page, sideways: int, downwards: int) -> None:
    """Draw a finger over the middle of the picture that is open, by CSS pixels."""
    box = page.get_by_role("dialog").locator("img").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = page.context.new_cdp_session(page)
    for share in (0, 0.3, 0.6, 1):
        kind = "touchMove" if share else "touchStart"
        points = [{"x": x + share * sideways, "y": y + share * downwards}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_the_viewer_is_swiped_sideways_on_a_phone(visit: Callable[..., Visit]):
    page = visit(width=360, has_touch=True, is_mobile=True).page
    open_album(page)
    links = page.locator("[data-lightbox] a[data-full]")
    links.nth(1).tap()
    picture = page.get_by_role("dialog").locator("img")
    expect(picture).to_have_attribute("src", links.nth(1).get_attribute("data-full"))

    swipe(page, -120, 10)
    expect(picture).to_have_attribute("src", links.nth(2).get_attribute("data-full"))
    swipe(page, 120, 10)
    expect(picture).to_have_attribute("src", links.nth(1).get_attribute("data-full"))
    swipe(page, -60, -120)
    page.wait_for_timeout(300)
    expect(picture).to_have_attribute("src", links.nth(1).get_attribute("data-full"))


def article_with_a_film(article: ArticlePage) -> ArticlePage:
    """Let an article show a film from another site."""
    film = {"url": f"https://www.youtube.com/watch?v={'a' * 11}", "title": "A walk along the Lana"}
    stream = [*article.story.raw_data, {"type": "embed", "value": film}]
    article.story = json.dumps(stream)
    article.save_revision().publish()
    return article


def test_a_film_from_another_site_loads_nothing_before_it_is_asked_for(
    fresh_city: Portal, visit: Callable[..., Visit]
):
    here = visit()
    article = article_with_a_film(find_page(ArticlePage, "en"))
    here.page.goto(article.url)
    play = here.page.locator("[data-embed-play]").last
    play.scroll_into_view_if_needed()
    here.page.wait_for_load_state("networkidle")
    assert here.watch.hosts_asked() == set()

    here.watch.allow(host=VIDEO_HOST)
    play.press("Enter")

    expect(here.page.locator(".embed iframe")).to_have_attribute("title", "A walk along the Lana")
    here.page.wait_for_timeout(200)
    assert here.watch.hosts_asked() == {VIDEO_HOST}


# Without scripts ---------------------------------------------------------------------------


@pytest.fixture
def plain(visit: Callable[..., Visit]) -> Visit:
    """A phone whose browser runs no scripts."""
    return visit(width=360, java_script_enabled=False)


def test_without_scripts_the_menu_opens_and_leads_on(plain: Visit):
    plain.page.goto("/en/")
    links = plain.page.locator("#menu a")
    expect(links.first).to_be_hidden()
    plain.page.locator(".menu-btn").press("Enter")
    expect(links.first).to_be_visible()

    address = links.first.get_attribute("href")
    links.first.press("Enter")

    assert plain.page.url.endswith(address)


def test_without_scripts_every_picture_of_an_album_has_a_page(plain: Visit):
    open_album(plain.page)
    plain.page.locator("[data-lightbox] a[data-full]").first.press("Enter")

    expect(plain.page.locator("main img").first).to_be_visible()


def test_without_scripts_a_film_is_a_link_to_where_it_lives(fresh_city: Portal, plain: Visit):
    article = article_with_a_film(find_page(ArticlePage, "en"))
    plain.page.goto(article.url)

    link = plain.page.locator("[data-embed-play]").last
    assert link.get_attribute("href").startswith("https://www.youtube.com/watch")
    assert link.is_visible()


@pytest.mark.parametrize("address", ["/en/search/?q=city", "/en/account/signup/"])
def test_without_scripts_search_and_joining_work(plain: Visit, address: str):
    plain.page.goto(address)

    expect(plain.page.locator("main form [type=submit]").first).to_be_visible()


def test_a_film_has_captions_and_plays_only_when_asked(visitor: Visit):
    visitor.page.goto(find_page(VideoPage, "en").url)

    film = visitor.page.locator("main video")
    expect(film).to_have_attribute("controls", "")
    assert film.locator("track[kind=captions]").count() >= 1
    assert film.get_attribute("autoplay") is None
    assert film.evaluate("node => node.paused")
