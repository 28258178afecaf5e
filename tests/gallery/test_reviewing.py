"""Moderators approve what members have sent in, or reject it with a reason."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from gallery.models import AlbumPage, AlbumPhoto, MediaSubmission, VideoPage, Work
from gallery.stripping import films
from gallery.submissions import reading
from gallery.submissions.deciding import ShownWords, approve_film, approve_photo, reject
from gallery.submissions.errors import ChangedMeanwhileError, NotPublisherError
from gallery.submissions.sending import Words, send_media, withdraw
from site_config.models import OutboxMail, SiteImage
from site_config.welcome import next_steps
from tests.factories.community import UserFactory
from tests.gallery.media_files import webm_with_place
from tests.gallery.submission_steps import approved, decide, files_in, page_of, submitted
from tests.upload_files import CAMERA

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private_folder")]
PHOTO_WORDS = {"title_en": "A red house", "alt_en": "A red house beside a river."}


@pytest.fixture
def desk(client, moderator) -> Client:
    """A moderator at work."""
    client.force_login(moderator)
    return client


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """An empty folder for what everybody can reach."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


def test_moderators_are_told_what_waits(member, moderator, album):
    submitted(member)
    submitted(member, extra=b"2")

    steps = {str(step.text): step.url for step in next_steps(moderator)}

    assert steps["2 photos and films of members wait"] == reverse(
        "gallery_mediasubmission_modeladmin_index"
    )


def test_the_queue_shows_what_waits_first(desk, member, album):
    first = submitted(member, title="The first one")
    submitted(member, extra=b"2", title="The second one")
    page = desk.get(reverse("gallery_mediasubmission_modeladmin_index")).content.decode()

    assert page.index("The first one") < page.index("The second one")
    assert page_of(first) in page


def test_a_photo_is_approved_into_an_album(desk, member, album, media):
    waiting = submitted(member)

    response = decide(desk, waiting, decision="approve", album=album.pk, **PHOTO_WORDS)

    assert response.status_code == 302
    photo = AlbumPhoto.objects.latest("pk")
    assert (photo.page, photo.title, photo.alt_text) == (
        album,
        "A red house",
        "A red house beside a river.",
    )
    assert (photo.image.credit, photo.image.licence, photo.place) == ("Ana D.", "cc-by-4.0", "Lana")
    assert AlbumPage.objects.get(pk=album.pk).photo_count == 2
    assert Client().get(photo.url).status_code == 200
    assert b"A red house" in Client().get(album.url).content


def test_no_file_of_an_approved_photo_tells_its_place(
    desk, member, album, media, private_folder, django_capture_on_commit_callbacks
):
    waiting = submitted(member)
    with django_capture_on_commit_callbacks(execute=True):
        decide(desk, waiting, decision="approve", album=album.pk, **PHOTO_WORDS)

    image = SiteImage.objects.latest("pk")
    assert image.renditions.count() >= 3
    files = files_in(media)
    assert image.file.path in {str(path) for path in files}
    for path in files:
        assert CAMERA.encode() not in path.read_bytes()
        with Image.open(path) as opened:
            assert not dict(opened.getexif()), path
    assert files_in(private_folder) == [], "Nothing is kept twice."


def test_the_member_is_told_with_the_way_to_the_photo(
    desk, member, album, django_capture_on_commit_callbacks
):
    waiting = submitted(member)
    with django_capture_on_commit_callbacks(execute=True):
        decide(desk, waiting, decision="approve", album=album.pk, **PHOTO_WORDS)

    [letter] = mail.outbox
    assert letter.to == ["ana@example.org"]
    assert "“Our house” is approved" in letter.subject
    assert AlbumPhoto.objects.latest("pk").url in letter.body


def test_without_words_for_those_who_can_not_see_it_no_photo_is_approved(desk, member, album):
    waiting = submitted(member)

    response = decide(desk, waiting, decision="approve", album=album.pk, title_en="A", alt_en="")

    assert response.status_code == 200
    assert "Nothing was done" in response.content.decode()
    waiting.refresh_from_db()
    assert waiting.state == "waiting"
    assert AlbumPhoto.objects.count() == 1


def test_a_photo_is_added_to_a_draft_without_publishing_it(member, moderator, album):
    album.title = "A title that is not ready"
    album.save_revision()

    photo = approved(member, moderator, album)

    stored = AlbumPage.objects.get(pk=album.pk)
    draft = stored.get_latest_revision_as_object()
    assert stored.title == "The Lana"
    assert draft.title == "A title that is not ready"
    assert photo in stored.photos.all()
    assert photo.pk in {each.pk for each in draft.photos.all()}
    draft.save_revision().publish()
    assert AlbumPage.objects.get(pk=album.pk).photo_count == 2


def test_a_photo_is_added_to_a_live_album_of_which_nobody_said_who_made_it(
    member, moderator, album
):
    SiteImage.objects.update(credit="")

    photo = approved(member, moderator, album)

    stored = AlbumPage.objects.get(pk=album.pk)
    assert stored.live
    assert photo in stored.photos.all()


def test_a_photo_stands_in_each_language_of_its_album(member, moderator, album, locales):
    home = album.get_parent().get_parent()
    home.specific.copy_for_translation(locales["sq"]).save_revision().publish()
    gallery = album.get_parent().specific.copy_for_translation(locales["sq"])
    gallery.save_revision().publish()
    other = album.copy_for_translation(locales["sq"])
    other.save_revision().publish()
    waiting = submitted(member)
    words = {
        "en": ShownWords("House", "A house."),
        "sq": ShownWords("Shtëpi", "Një shtëpi."),
    }

    approve_photo(submission_id=waiting.pk, moderator=moderator, album=album, words=words)

    photos = AlbumPhoto.objects.filter(image__work__isnull=False, title__in=["House", "Shtëpi"])
    assert {(photo.page_id, photo.title) for photo in photos} == {
        (album.pk, "House"),
        (other.pk, "Shtëpi"),
    }
    assert len({photo.translation_key for photo in photos}) == 1


def test_a_rejection_has_a_reason_and_a_mail(
    desk, member, album, django_capture_on_commit_callbacks
):
    waiting = submitted(member)
    with django_capture_on_commit_callbacks(execute=True):
        response = decide(
            desk, waiting, decision="reject", reason="people", words="The child on the left."
        )

    assert response.status_code == 302
    waiting.refresh_from_db()
    assert (waiting.state, waiting.reason) == ("rejected", "people")
    [letter] = mail.outbox
    assert letter.to == ["ana@example.org"]
    assert "People can be recognised" in letter.body
    assert "The child on the left." in letter.body
    desk.force_login(member)
    page = desk.get("/en/contribute/mine/").content.decode()
    assert "People can be recognised" in page
    assert "The child on the left." in page
    assert not AlbumPhoto.objects.filter(title="Our house").exists()


@pytest.mark.parametrize("form", [{"reason": ""}, {"reason": "other", "words": " "}])
def test_without_a_reason_nothing_is_rejected(desk, member, album, form):
    waiting = submitted(member)

    response = decide(desk, waiting, decision="reject", **form)

    assert response.status_code == 200
    waiting.refresh_from_db()
    assert waiting.state == "waiting"


def test_only_one_of_two_moderators_decides(member, moderator, album):
    waiting = submitted(member)
    reject(submission_id=waiting.pk, moderator=moderator, reason="quality", words="")

    with pytest.raises(ChangedMeanwhileError):
        approve_photo(
            submission_id=waiting.pk,
            moderator=moderator,
            album=album,
            words={"en": ShownWords("A", "B")},
        )

    assert not SiteImage.objects.filter(title="A").exists()


def test_what_is_withdrawn_meanwhile_is_told_on_the_page(desk, member, album):
    waiting = submitted(member)
    address = page_of(waiting)
    withdraw(submission_id=waiting.pk, member=member)

    assert desk.post(address, {"decision": "reject", "reason": "quality"}).status_code == 404


def test_whoever_may_not_publish_the_album_approves_nothing(member, album):
    helper = UserFactory()
    waiting = submitted(member)

    with pytest.raises(NotPublisherError):
        approve_photo(
            submission_id=waiting.pk,
            moderator=helper,
            album=album,
            words={"en": ShownWords("A", "B")},
        )

    waiting.refresh_from_db()
    assert waiting.state == "waiting"


@pytest.mark.parametrize("group", ["Editors", "Community moderators", "Partners"])
def test_other_staff_see_neither_the_queue_nor_its_files(client, member, album, group):
    waiting = submitted(member)
    person = UserFactory()
    person.groups.add(Group.objects.get(name=group))
    client.force_login(person)

    addresses = [
        reverse("gallery_mediasubmission_modeladmin_index"),
        page_of(waiting),
        reverse("gallery_submission_file", args=[waiting.pk, "file"]),
    ]

    assert {client.get(address).status_code for address in addresses} == {302}


def test_a_film_comes_into_the_library_with_the_draft_of_its_page(
    member, moderator, city, monkeypatch
):
    waiting = film_that_waits(member, monkeypatch)

    page = approve_film(submission_id=waiting.pk, moderator=moderator, gallery=city.gallery)

    stored = VideoPage.objects.get(pk=page.pk)
    assert not stored.live
    assert stored.video.credit == "Ana D."
    with stored.video.file.open() as file:
        assert b"41.3275" not in file.read()
    assert Work.objects.get(media=stored.video).consents.count() == 3
    assert Client().get(f"{city.gallery.url}{stored.slug}/").status_code == 404


def test_a_member_hears_once_that_their_film_has_its_page(member, moderator, city, monkeypatch):
    waiting = film_that_waits(member, monkeypatch)
    page = approve_film(submission_id=waiting.pk, moderator=moderator, gallery=city.gallery)
    OutboxMail.objects.all().delete()
    page.without_captions, page.without_captions_note = "other", "Nobody speaks."

    page.save_revision().publish()
    page.title = "Our quiet street"
    page.save_revision().publish()

    (told,) = OutboxMail.objects.all()
    assert told.to == member.email
    assert "“Our street”" in told.subject
    assert page.url in told.text


def test_a_moderator_is_led_to_the_page_of_an_approved_film(desk, member, city, monkeypatch):
    waiting = film_that_waits(member, monkeypatch)

    response = decide(desk, waiting, decision="approve", gallery=city.gallery.pk)

    page = VideoPage.objects.get()
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert re.fullmatch(r"[\w-]+", page.slug)


@pytest.mark.parametrize("title", ["Feed", "feed!"])
def test_a_film_called_as_an_address_of_the_gallery_gets_another(
    desk, member, city, monkeypatch, title
):
    waiting = film_that_waits(member, monkeypatch, title)

    response = decide(desk, waiting, decision="approve", gallery=city.gallery.pk)

    assert response.status_code == 302
    assert VideoPage.objects.get().slug == f"feed-{waiting.pk}"


def film_that_waits(member, monkeypatch, title: str = "Our street") -> MediaSubmission:
    for module in (reading, films):
        monkeypatch.setattr(module, "has_ffmpeg", lambda: False)
    return send_media(
        member=member,
        upload=SimpleUploadedFile("film.webm", webm_with_place()),
        words=Words(title, "Cars and trees.", "Lana", "cc-by-4.0"),
        language="en",
    )
