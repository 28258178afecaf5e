"""The media library takes films for what they are, with their words in each language."""

import subprocess

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.models import Collection

from gallery import probe
from gallery.containers import is_container
from gallery.models import GalleryMedia, MediaText, VideoPage
from gallery.models import media as media_module
from gallery.probe import Measures
from home.demo.library.videos import VIDEOS
from tests.factories.gallery import (
    CAPTIONS,
    WEBM_HEAD,
    GalleryMediaFactory,
    MediaTextFactory,
    VideoPageFactory,
)
from tests.factories.site_config import SiteImageFactory

pytestmark = pytest.mark.django_db

MP4_HEAD = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + bytes(64)
MP3_FRAME = b"\xff\xfb\x90\x00" + bytes(64)
OGG_HEAD = b"OggS\x00\x02" + bytes(64)


@pytest.fixture
def without_ffprobe(monkeypatch):
    """A machine on which ffprobe is not installed."""
    monkeypatch.setattr(probe.shutil, "which", lambda name: None)


def values(**given):
    """Return what the form of a film sends."""
    root = Collection.get_first_root_node()
    languages = {f"transcript_{code}": "" for code in ("sq", "en")}
    form = {"title": "The Lana", "collection": root.pk, "licence": "cc-by-4.0", "tags": ""}
    return form | {"duration": "", "width": "", "height": "", "credit": ""} | languages | given


def upload(name="lana.webm", data=WEBM_HEAD):
    return SimpleUploadedFile(name, data)


def vtt(data=CAPTIONS, name="lana.vtt"):
    return SimpleUploadedFile(name, data, content_type="text/vtt")


# What a file is ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("extension", "head"),
    [
        ("webm", WEBM_HEAD),
        ("mp4", MP4_HEAD),
        ("m4a", b"\x00\x00\x00\x1cftypM4A \x00\x00\x00\x00" + bytes(64)),
        ("mp3", b"ID3\x04\x00" + bytes(64)),
        ("mp3", MP3_FRAME),
        ("ogg", OGG_HEAD),
    ],
)
def test_a_file_is_known_by_its_first_bytes(extension, head):
    assert is_container(extension, head)


@pytest.mark.parametrize(
    ("extension", "head"),
    [
        ("webm", b"hello world"),
        ("webm", b"\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska" + bytes(64)),
        ("mp4", WEBM_HEAD),
        ("mp4", b"\x00\x00\x00\x20ftypavif" + bytes(64)),
        ("mp4", b"\x00\x00\x00\x20ftypqt  " + bytes(64)),
        ("mp3", b"\xff\xff\xff\xff"),
        ("mp3", b"\xff\xfb\xf0\x00"),
        ("mp3", b"\xff"),
        ("ogg", b"RIFF" + bytes(64)),
        ("exe", MP4_HEAD),
        ("webm", b""),
    ],
)
def test_a_file_of_another_kind_is_not_taken_for_it(extension, head):
    assert not is_container(extension, head)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("film.webm", b"hello world", "but the file is of another kind"),
        ("film.mp4", WEBM_HEAD, "but the file is of another kind"),
        ("film.exe", WEBM_HEAD, "Choose a file of one of these kinds: MP4, WebM."),
        ("film", WEBM_HEAD, "Choose a file of one of these kinds"),
        ("voice.mp3", b"ID3\x04" + bytes(64), "Choose a file of one of these kinds"),
        ("film.webm", b"", "empty"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(staff, name, data, message):
    address = reverse("wagtailmedia:add", args=["video"])
    response = staff.post(address, values(file=upload(name, data)))
    assert response.status_code == 200
    assert message in " ".join(response.context["form"].errors["file"])
    assert not GalleryMedia.objects.exists()


def test_a_file_that_is_too_large_is_refused(staff, monkeypatch):
    monkeypatch.setattr(media_module, "MAX_FILE_SIZE", 10)
    response = staff.post(reverse("wagtailmedia:add", args=["video"]), values(file=upload()))
    assert "at most 10" in response.context["form"].errors["file"][0]


def test_an_empty_file_is_refused_without_a_form(without_ffprobe):
    film = GalleryMedia(title="Film", type="video", file=ContentFile(b"", name="film.webm"))
    with pytest.raises(ValidationError, match="empty"):
        film.full_clean()


def test_a_name_of_300_characters_is_shortened_or_refused(staff, without_ffprobe):
    response = staff.post(
        reverse("wagtailmedia:add", args=["video"]), values(file=upload("x" * 295 + ".webm"))
    )
    assert response.status_code in {200, 302}
    assert all(len(film.file.name) <= 100 for film in GalleryMedia.objects.all())


# What ffprobe says -----------------------------------------------------------------------------


def probed(monkeypatch, measures):
    monkeypatch.setattr(media_module, "measure", lambda file, extension: measures)


def test_length_and_size_are_read_from_the_file(monkeypatch):
    probed(monkeypatch, Measures(8.04, 854, 480, True, False))
    film = GalleryMedia(title="Film", type="video", file=ContentFile(WEBM_HEAD, name="a.webm"))
    film.full_clean()
    assert (film.duration, film.width, film.height) == (8.04, 854, 480)


def test_typed_values_stay_where_the_file_says_nothing(monkeypatch):
    probed(monkeypatch, Measures(None, None, None, True, False))
    film = GalleryMedia(
        title="Film", type="video", file=ContentFile(WEBM_HEAD, name="a.webm"), duration=9
    )
    film.full_clean()
    assert film.duration == 9


@pytest.mark.parametrize(
    ("kind", "name", "data", "measures", "message"),
    [
        ("video", "a.webm", WEBM_HEAD, Measures(3, None, None, False, True), "no moving picture"),
        ("audio", "a.ogg", OGG_HEAD, Measures(3, 10, 10, True, False), "no sound"),
    ],
)
def test_films_show_something_and_recordings_sound(
    monkeypatch, kind, name, data, measures, message
):
    probed(monkeypatch, measures)
    media = GalleryMedia(title="A", type=kind, file=ContentFile(data, name=name))
    with pytest.raises(ValidationError, match=message):
        media.full_clean()


def test_a_film_without_ffprobe_is_taken_as_typed(without_ffprobe):
    film = GalleryMedia(
        title="Film", type="video", file=ContentFile(WEBM_HEAD, name="a.webm"), duration=9
    )
    film.full_clean()
    assert (film.duration, film.width) == (9, None)


ANSWER = b"""{"streams": [{"codec_type": "audio"}, {"codec_type": "video", "width": 854,
"height": 480}], "format": {"duration": "8.040000"}}"""


def test_the_answer_of_ffprobe_is_understood(monkeypatch):
    asked = []

    def run(command, **options):
        asked.append((command, options))
        return subprocess.CompletedProcess(command, 0, stdout=ANSWER)

    monkeypatch.setattr(probe.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(probe.subprocess, "run", run)
    assert probe.measure(ContentFile(WEBM_HEAD), "webm") == Measures(8.04, 854, 480, True, True)
    command, options = asked[0]
    # The format is given, so that a playlist can't make it open other files.
    assert command[command.index("-f") + 1] == "matroska"
    assert options["timeout"] == probe.TIME_LIMIT


@pytest.mark.parametrize(
    "failure",
    [
        subprocess.TimeoutExpired("ffprobe", 10),
        subprocess.CalledProcessError(1, "ffprobe"),
        OSError("gone"),
        ValueError("no JSON"),
    ],
)
def test_a_failing_ffprobe_is_as_good_as_none(monkeypatch, failure):
    def run(command, **options):
        raise failure

    monkeypatch.setattr(probe.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(probe.subprocess, "run", run)
    assert probe.measure(ContentFile(WEBM_HEAD), "webm") is None


def test_an_upload_on_the_disk_is_read_where_it_lies():
    film = TemporaryUploadedFile("a.webm", "video/webm", 3, None)
    with film, probe._on_disk(film) as path:
        assert path == film.temporary_file_path()


def test_a_real_film_passes():
    source = VIDEOS[0]
    data = source.file.read_bytes()
    film = GalleryMedia(title="Lana", type="video", file=ContentFile(data, name="lana.webm"))
    film.duration, film.width, film.height = source.duration, source.width, source.height
    film.full_clean()
    assert film.duration == pytest.approx(source.duration, abs=0.2)
    assert (film.width, film.height) == (source.width, source.height)


# The form --------------------------------------------------------------------------------------


def test_a_film_is_added_with_its_words(staff, without_ffprobe):
    poster = SiteImageFactory()
    response = staff.post(
        reverse("wagtailmedia:add", args=["video"]),
        values(
            file=upload(),
            duration="8",
            width="854",
            height="480",
            poster=poster.pk,
            captions_en=vtt(),
            transcript_en="No sound.",
            transcript_sq="Pa zë.",
        ),
    )
    assert response.status_code == 302, response.context["form"].errors
    film = GalleryMedia.objects.get()
    assert film.poster == poster
    assert film.file_size == len(WEBM_HEAD)
    words = {text.language: text for text in film.texts.all()}
    assert words["en"].captions.read() == CAPTIONS
    assert words["sq"].transcript == "Pa zë."
    assert not words["sq"].captions
    assert [text.language for text in film.languages] == ["sq", "en"]
    words["en"].captions.close()


def test_the_form_groups_words_by_language(staff):
    film = GalleryMediaFactory(words=("en",))
    page = staff.get(reverse("wagtailmedia:edit", args=[film.pk])).content.decode()
    assert page.count("media-group-") >= 3
    assert "No sound. The Lana between two green banks." in page
    page = staff.get(reverse("wagtailmedia:add", args=["video"])).content.decode()
    assert 'name="captions_sq"' in page


@pytest.mark.parametrize(
    ("captions", "message"),
    [
        (vtt(b"1\n00:00:01,000 --> 00:00:02,000\nA\n"), "SubRip"),
        (vtt(name="lana.txt"), "ends in .vtt"),
        (vtt(b""), "empty"),
        (vtt(b"WEBVTT\n\n00:00.000 --> 00:01.000\n" + b"A" * 2_000_000), "larger than 1 MB"),
    ],
    ids=["another format", "another name", "empty", "too large"],
)
def test_wrong_captions_are_refused_and_nothing_is_stored(
    staff, without_ffprobe, captions, message
):
    captions.seek(0)
    response = staff.post(
        reverse("wagtailmedia:add", args=["video"]), values(file=upload(), captions_en=captions)
    )
    assert message in response.context["form"].errors["captions_en"][0]
    assert not GalleryMedia.objects.exists()


def test_captions_are_replaced_and_their_old_file_goes(
    staff, without_ffprobe, django_capture_on_commit_callbacks
):
    text = MediaTextFactory()
    old = text.captions.name
    with django_capture_on_commit_callbacks(execute=True):
        staff.post(
            reverse("wagtailmedia:edit", args=[text.media.pk]),
            values(captions_en=vtt(CAPTIONS + b"\n00:03.000 --> 00:04.000\nMore\n")),
        )
    text.refresh_from_db()
    assert b"More" in text.captions.read()
    text.captions.close()
    assert not text.captions.storage.exists(old)


def test_words_are_taken_away(staff, without_ffprobe, django_capture_on_commit_callbacks):
    text = MediaTextFactory()
    name, storage = text.captions.name, text.captions.storage
    with django_capture_on_commit_callbacks(execute=True):
        response = staff.post(
            reverse("wagtailmedia:edit", args=[text.media.pk]),
            values(**{"captions_en-clear": "on", "transcript_en": ""}),
        )
    assert response.status_code == 302
    assert not MediaText.objects.exists()
    assert not storage.exists(name)


def test_words_of_a_published_film_stay(staff, city, without_ffprobe):
    page = VideoPageFactory(parent=city.gallery, title="On the Lana", locale=city.home.locale)
    response = staff.post(
        reverse("wagtailmedia:edit", args=[page.video.pk]),
        values(**{"captions_en-clear": "on", "transcript_en": ""}),
    )
    assert "On the Lana" in response.context["form"].non_field_errors()[0]
    assert page.video.texts.exists()


def test_the_chooser_takes_films_with_their_words(staff, without_ffprobe):
    address = reverse("wagtailmedia:chooser_upload", args=["video"])
    form = {
        f"media-chooser-upload-{name}": value
        for name, value in values(file=upload(), captions_en=vtt()).items()
    }
    answer = staff.post(address, form).json()
    assert answer["step"] == "media_chosen"
    assert GalleryMedia.objects.get().texts.get().language == "en"


def test_the_chooser_lists_films(staff):
    GalleryMediaFactory(title="The Lana in April")
    address = reverse("wagtailmedia:chooser_typed", args=["video"])
    answer = staff.get(address).json()
    assert "The Lana in April" in answer["html"]
    # A window can't open another one to choose the still picture.
    assert "media-chooser-upload-poster" not in answer["html"]


def test_a_film_on_a_page_is_not_deleted(staff, city):
    page = VideoPageFactory(parent=city.gallery, title="On the Lana", locale=city.home.locale)
    response = staff.post(reverse("wagtailmedia:delete", args=[page.video.pk]), follow=True)
    assert "On the Lana" in next(str(message) for message in response.context["messages"])
    assert VideoPage.objects.filter(video__isnull=False).exists()


def test_a_film_on_no_page_is_deleted_with_its_words(staff):
    film = GalleryMediaFactory(words=("en",))
    staff.post(reverse("wagtailmedia:delete", args=[film.pk]))
    assert not GalleryMedia.objects.exists()
    assert not MediaText.objects.exists()


def test_deleting_an_unknown_film_is_not_found(staff):
    assert staff.get(reverse("wagtailmedia:delete", args=[999])).status_code == 404


# What a film knows of itself -----------------------------------------------------------------


def test_a_film_tells_players_and_people_what_it_is():
    film = GalleryMediaFactory()
    assert film.sources == [{"src": film.url, "type": "video/webm"}]
    assert film.container_label == "WebM"
    assert film.clock_duration == "0:08"
    assert film.licence_url == "https://creativecommons.org/licenses/by/4.0/"
    recording = GalleryMediaFactory(recording=True)
    assert recording.media_type == "audio/mpeg"
    assert not recording.is_video


def test_an_unknown_kind_is_not_guessed():
    film = GalleryMedia(title="Old", type="video", file="media/old.avi")
    assert (film.media_type, film.container_label) == ("application/octet-stream", "AVI")


def test_each_language_has_one_text():
    text = MediaTextFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        MediaTextFactory(media=text.media)


def test_a_text_is_never_empty():
    with pytest.raises(IntegrityError), transaction.atomic():
        MediaTextFactory(captions="", transcript="")
