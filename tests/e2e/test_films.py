"""Films play from a chapter on; those from other sites ask once, and ask again where one likes."""

from playwright.sync_api import Locator, Page, expect

from gallery.models import VideoPage
from tests.e2e.conftest import Visit

VIDEO_HOST = "www.youtube-nocookie.com"


def open_stream(page: Page) -> Locator:
    """Open the page of a film from another site; return its block."""
    stream = VideoPage.objects.live().exclude(external_url="").get(locale__language_code="en")
    page.goto(stream.url)
    return page.locator("main .embed")


def test_a_site_is_remembered_and_asks_again_once_it_is_forgotten(visitor: Visit):
    page = visitor.page
    embed = open_stream(page)
    expect(embed.locator("[data-embed-forget]")).to_be_hidden()
    assert visitor.watch.hosts_asked() == set()

    visitor.watch.allow(host=VIDEO_HOST)
    embed.locator("[data-embed-remember] input").check()
    embed.locator("[data-embed-play]").press("Enter")
    expect(embed.locator("iframe")).to_have_count(1)

    # The next time nobody is asked, and the choice can be taken back.
    embed = open_stream(page)
    expect(embed.locator("iframe")).to_have_count(1)
    forget = embed.locator("[data-embed-forget]")
    expect(forget).to_be_visible()
    forget.press("Enter")
    expect(forget).to_be_hidden()
    assert page.evaluate("localStorage.getItem('embed-hosts')") is None

    before = len(visitor.watch.requests)
    embed = open_stream(page)
    expect(embed.locator("[data-embed-play]")).to_be_visible()
    expect(embed.locator("iframe")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    assert not any(VIDEO_HOST in url for url in visitor.watch.requests[before:])


def test_a_film_that_is_played_once_is_not_remembered(visitor: Visit):
    visitor.watch.allow(host=VIDEO_HOST)
    embed = open_stream(visitor.page)
    embed.locator("[data-embed-play]").press("Enter")
    expect(embed.locator("iframe")).to_have_count(1)

    embed = open_stream(visitor.page)

    expect(embed.locator("[data-embed-play]")).to_be_visible()
    expect(embed.locator("iframe")).to_have_count(0)


def film_with_chapters() -> VideoPage:
    """Return a film of the city's own whose second chapter begins later."""
    films = VideoPage.objects.live().filter(locale__language_code="en", video__isnull=False)
    return next(film for film in films if len(film.shown_chapters) > 1)


def test_a_chapter_plays_from_its_moment_on(visitor: Visit):
    film, page = film_with_chapters(), visitor.page
    page.goto(film.url)
    video = page.locator("main video")
    video.evaluate("node => node.addEventListener('seeking', () => { leap = node.currentTime })")
    chapter = film.shown_chapters[1]

    page.locator(f"main .chapters a[data-seek='{chapter.seconds}']").press("Enter")

    # By a leap, not by waiting until the film has come there.
    page.wait_for_function("moment => Math.abs(window.leap - moment) < 0.1", arg=chapter.start)
    assert page.url.endswith(film.url)
    expect(video).to_be_focused()


def test_an_address_with_a_moment_opens_the_film_there(visitor: Visit):
    film, page = film_with_chapters(), visitor.page
    moment = film.shown_chapters[1].start

    page.goto(f"{film.url}#t={moment:g}")

    page.wait_for_function(
        "moment => Math.abs(document.querySelector('main video').currentTime - moment) < 0.1",
        arg=moment,
    )
    assert page.locator("main video").evaluate("node => node.paused")
