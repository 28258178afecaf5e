"""An editor makes an album of many photos; a visitor walks through it by keyboard."""

import re
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect

from gallery.models import AlbumPage, GalleryIndexPage
from tests.e2e.accessibility import violations
from tests.e2e.conftest import Portal, Visit
from tests.e2e.desk import MODERATOR, Desk

COLOURS = {"one": "orange", "two": "teal", "three": "purple"}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three photos, and a file that is none."""
    paths = []
    for name, colour in COLOURS.items():
        picture = Image.new("RGB", (900, 600), "white")
        ImageDraw.Draw(picture).rectangle((90, 60, 810, 540), fill=colour)
        picture.save(tmp_path / f"{name}.jpg")
        paths.append(tmp_path / f"{name}.jpg")
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    return [paths[0], broken, *paths[1:]]


def write_words(page: Page) -> None:
    """Say of each photo of the editor what it shows."""
    fields = page.locator("[name^=photos-][name$=-alt_text]:visible")
    for number in range(fields.count()):
        fields.nth(number).fill(f"Rectangle {number + 1}")


def make_album(desk: Desk, files: list[Path]) -> AlbumPage:
    """Upload the photos, put the last one first by keyboard, and publish."""
    page = desk.page
    gallery = GalleryIndexPage.objects.get(locale__language_code="en")
    desk.add("gallery/albumpage", gallery)
    page.locator("#id_title").fill("Rectangles")
    desk.tab("Photos")
    page.locator("[data-for-all=credit]").fill("Mimoza D.")
    page.locator("[data-for-all=licence]").select_option("cc-by-4.0")
    page.locator("[data-photo-files]").set_input_files(files)
    expect(page.locator(".photo-drop__done")).to_have_count(3)
    failed = page.locator(".photo-drop__failed")
    expect(failed).to_contain_text("broken.jpg")
    expect(failed.get_by_role("button", name="Try again")).to_be_visible()
    expect(page.locator("[data-photo-missing]")).to_contain_text("3 photos lack words")

    write_words(page)
    expect(page.locator("[data-photo-missing]")).to_be_hidden()

    third = page.locator("#id_photos-FORMS > *").nth(2)
    up = third.locator("[data-inline-panel-child-move-up]")
    up.press("Enter")
    expect(page.locator("[data-photo-moved]")).to_have_text("Now photo 2 of 3")
    expect(page.locator("[data-inline-panel-child-move-up]:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("[data-photo-moved]")).to_have_text("Now photo 1 of 3")
    # At the end of the way up, the focus goes on at the button for the way down.
    expect(page.locator("[data-inline-panel-child-move-down]:focus")).to_have_count(1)
    # Until they have come to rest, one lies on the other.
    page.wait_for_function("() => window.jQuery(':animated').length === 0")
    assert violations(page) == []

    desk.publish()
    return AlbumPage.objects.get(title="Rectangles")


def test_many_photos_become_an_album_that_is_walked_by_keyboard(
    fresh_city: Portal, visit: Callable[..., Visit], files: list[Path]
):
    desk = Desk(visit(), MODERATOR)
    # The refused file is what this is about.
    desk.visit.watch.allow(422)
    album = make_album(desk, files)

    photos = album.shown_photos
    assert [photo.alt_text for photo in photos] == ["Rectangle 3", "Rectangle 1", "Rectangle 2"]
    assert {photo.image.description for photo in photos} == {""}
    assert {(photo.image.credit, photo.image.licence) for photo in photos} == {
        ("Mimoza D.", "cc-by-4.0")
    }

    for scheme in ("light", "dark"):
        walk(visit(color_scheme=scheme).page, album)


# Makes what a browser hands over when files are dropped.
TRANSFER = """files => {
    const transfer = new DataTransfer();
    for (const { name, content } of files) {
        const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: "image/jpeg" }));
    }
    return transfer;
}"""


def photo_desk(visit: Callable[..., Visit]) -> Desk:
    """Open the photos of a new album."""
    desk = Desk(visit(), MODERATOR)
    gallery = GalleryIndexPage.objects.get(locale__language_code="en")
    desk.add("gallery/albumpage", gallery)
    desk.tab("Photos")
    return desk


def test_files_are_dropped_onto_the_frame(
    fresh_city: Portal, visit: Callable[..., Visit], files: list[Path]
):
    page = photo_desk(visit).page
    dropped = [
        {"name": path.name, "content": b64encode(path.read_bytes()).decode()}
        for path in (files[0], files[2])
    ]
    given = {"dataTransfer": page.evaluate_handle(TRANSFER, dropped)}
    zone = page.locator(".photo-drop__zone")

    zone.dispatch_event("dragenter", given)
    expect(zone).to_have_class(re.compile("photo-drop__zone--over"))
    zone.dispatch_event("drop", given)

    expect(zone).not_to_have_class(re.compile("photo-drop__zone--over"))
    expect(page.locator(".photo-drop__done")).to_have_count(2)
    expect(page.locator("[data-photo-sum]")).to_have_text("2 of 2 added")
    expect(page.locator("#id_photos-FORMS > *")).to_have_count(2)


def test_a_file_that_failed_is_sent_again(
    fresh_city: Portal, visit: Callable[..., Visit], files: list[Path]
):
    desk = photo_desk(visit)
    page = desk.page
    desk.visit.watch.allow(500)
    page.route("**/gallery/photos/", lambda route: route.fulfill(status=500), times=1)

    page.locator("[data-photo-files]").set_input_files(files[0])
    failed = page.locator(".photo-drop__failed")
    expect(failed).to_contain_text("try it again")
    expect(page.locator("[data-photo-sum]")).to_have_text("0 of 1 added")
    failed.get_by_role("button", name="Try again: one.jpg").press("Enter")

    expect(page.locator(".photo-drop__done")).to_contain_text("one.jpg")
    expect(page.locator("[data-photo-sum]")).to_have_text("1 of 1 added")
    expect(page.locator("#id_photos-FORMS > *")).to_have_count(1)
    expect(page.get_by_role("button", name="Try again: one.jpg")).to_have_count(0)


def walk(page: Page, album: AlbumPage) -> None:
    """Go through the viewer by keyboard, and come back to where one was."""
    page.goto(album.url)
    tiles = page.locator("[data-lightbox] a[data-full]")
    expect(tiles).to_have_count(3)
    assert violations(page) == []
    tiles.nth(1).press("Enter")
    viewer = page.get_by_role("dialog")
    expect(viewer.get_by_role("img", name="Rectangle 1")).to_be_visible()
    assert violations(page) == []
    opened = page.url
    page.keyboard.press("ArrowRight")
    expect(viewer.get_by_role("img", name="Rectangle 2")).to_be_visible()
    assert page.url != opened

    page.go_back()
    expect(viewer).to_be_hidden()
    assert page.url.endswith(album.url)
    page.go_forward()
    expect(viewer.get_by_role("img", name="Rectangle 2")).to_be_visible()
    address = page.url
    page.keyboard.press("Escape")
    expect(viewer).to_be_hidden()
    expect(page.locator("[data-lightbox] a:focus")).to_have_count(1)
    # The way back is taken by the browser in its own time.
    page.wait_for_url(opened.split("#")[0])

    page.goto("about:blank")
    page.goto(address)
    expect(viewer.get_by_role("img", name="Rectangle 2")).to_be_visible()
    viewer.get_by_role("link").press("Enter")
    expect(page.get_by_role("img", name="Rectangle 2")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Mimoza D.")
    assert violations(page) == []
