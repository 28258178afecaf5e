"""A member sends in photos, a moderator decides, and somebody asks to take one down."""

import re
from collections.abc import Callable
from pathlib import Path

from django.core import mail
from PIL import Image
from playwright.sync_api import Page, expect

from gallery.models import AlbumPage, AlbumPhoto, MediaSubmission, TakeDownRequest
from site_config.models import SiteImage
from tests.e2e.accessibility import violations
from tests.e2e.conftest import NO_COPIES, Portal, Visit
from tests.e2e.places import MEMBER
from tests.upload_files import CAMERA, picture_with_notes

MODERATOR = "moderator@smartcity.example"


def photo_with_place(folder: Path, name: str) -> Path:
    """Write a photo as a phone makes it; each name makes another one."""
    path = folder / name
    path.write_bytes(picture_with_notes() + name.encode())
    return path


def fill_in(page: Page, title: str) -> None:
    """Say what a photo shows, and agree to what is asked."""
    page.locator("[name=title]").fill(title)
    page.locator("textarea[name=description]").fill("The red house in the morning.")
    page.locator("[name=place]").fill("Lana")
    page.locator("[name=made]").check()
    page.locator("[name=people]").check()


def decide(page: Page, title: str) -> None:
    """Open what a member has sent in, from the first page of the admin."""
    page.goto("/admin/")
    page.get_by_role("link", name=re.compile("photos? .* of (a )?members? wait")).click()
    page.get_by_role("link", name=title).first.click()
    expect(page.get_by_role("heading", name=title, level=2)).to_be_visible()


def test_a_photo_with_gps_is_approved_another_rejected_and_one_taken_down(
    fresh_city: Portal, visit: Callable[..., Visit], tmp_path: Path
):
    member = visit(width=390)
    member.sign_in(MEMBER)
    page = member.page
    page.goto("/en/gallery/")
    page.get_by_role("link", name="Send photos or a film").click()
    page.locator("[name=files]").set_input_files(
        [photo_with_place(tmp_path, "one.jpg"), photo_with_place(tmp_path, "two.jpg")]
    )
    page.get_by_label("Title of one.jpg").fill("The red house")
    page.get_by_label("Title of two.jpg").fill("A child at play")
    fill_in(page, "")
    assert violations(page) == []
    page.get_by_role("button", name="Send for review").click()
    page.wait_for_url("**/contribute/mine/")
    expect(page.get_by_text("Waiting for review")).to_have_count(4)
    assert violations(page) == []

    staff = visit()
    staff.sign_in(MODERATOR)
    desk = staff.page
    decide(desk, "A child at play")
    desk.locator("[name=reason]").select_option("people")
    desk.locator("[name=words]").fill("Please ask the parents.")
    desk.get_by_role("button", name="Reject, and tell the member").click()
    expect(desk.get_by_text("It is rejected, and its member is told why.")).to_be_visible()
    decide(desk, "The red house")
    album = AlbumPage.objects.live().filter(locale__language_code="en").first()
    desk.locator("[name=album]").select_option(str(album.pk))
    desk.locator("[name=alt_en]").fill("A red house beside a river.")
    desk.get_by_role("button", name="Approve: put it into the album").click()
    expect(desk.get_by_text("is in the album")).to_be_visible()

    [rejection] = [letter for letter in mail.outbox if "A child at play" in letter.subject]
    assert rejection.to == [MEMBER]
    assert "Please ask the parents." in rejection.body
    photo = AlbumPhoto.objects.get(title="The red house", page=album)
    files = [photo.image.file.path, *(size.file.path for size in photo.image.renditions.all())]
    for path in files:
        assert CAMERA.encode() not in Path(path).read_bytes()
        with Image.open(path) as opened:
            assert not dict(opened.getexif()), path
    page.goto("/en/contribute/mine/")
    expect(page.get_by_text("Please ask the parents.")).to_be_visible()
    page.get_by_role("link", name="The red house").first.click()
    expect(page.get_by_role("heading", name="The red house")).to_be_visible()

    elsewhere = visit()
    elsewhere.watch.allow(404)
    elsewhere.context.set_extra_http_headers(NO_COPIES)
    stranger = elsewhere.page
    stranger.goto(photo.url)
    stranger.get_by_role("link", name="Take this down").click()
    assert violations(stranger) == []
    stranger.get_by_label("I can be seen in it").check()
    stranger.get_by_label("E-mail address").fill("besa@example.org")
    stranger.wait_for_timeout(3100)  # Nobody fills a form in faster, and the portal knows it.
    stranger.get_by_role("button", name="Send request").click()
    expect(stranger.get_by_role("heading", name="Thank you")).to_be_visible()
    asked = TakeDownRequest.objects.latest("pk")
    expect(stranger.locator("main")).to_contain_text(asked.number)

    desk.goto("/admin/")
    desk.get_by_role("link", name=re.compile("take-down requests? .* to be answered")).click()
    desk.get_by_role("link", name=asked.number).first.click()
    desk.get_by_role("button", name="Hide it at once, everywhere").click()
    expect(desk.get_by_text("Nobody sees it any more.")).to_be_visible()
    assert stranger.goto(photo.url).status == 404
    desk.locator("[name=answer]").fill("You are right. It is gone.")
    desk.get_by_role("button", name="Take it down, and answer").click()
    expect(desk.get_by_text("whoever asked is told")).to_be_visible()
    [answer] = [letter for letter in mail.outbox if letter.to == ["besa@example.org"]][-1:]
    assert "You are right. It is gone." in answer.body
    assert not Path(files[0]).exists()
    assert SiteImage.objects.get(pk=photo.image_id).file.name != photo.image.file.name


def test_without_javascript_photos_are_sent_and_taken_back(
    fresh_city: Portal, visit: Callable[..., Visit], tmp_path: Path
):
    member = visit(java_script_enabled=False)
    member.watch.allow(422)
    member.sign_in(MEMBER)
    page = member.page
    before = MediaSubmission.objects.count()
    page.goto("/en/contribute/")
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    page.locator("[name=files]").set_input_files([photo_with_place(tmp_path, "a.jpg"), broken])
    fill_in(page, "Our house")
    page.get_by_role("button", name="Send for review").click()
    expect(page.locator("#errors")).to_contain_text("broken.jpg: This is no picture")
    expect(page.locator("[name=title]")).to_have_value("Our house")
    assert MediaSubmission.objects.count() == before + 1

    page.goto("/en/contribute/mine/")
    page.get_by_role("link", name="Withdraw Our house").click()
    page.get_by_role("button", name="Withdraw for good").click()

    expect(page.get_by_text("It is withdrawn, and its file is removed.")).to_be_visible()
    assert MediaSubmission.objects.count() == before
