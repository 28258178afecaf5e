"""Members send in photos and films, several at once, with a script or without one."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from community.models import HiddenFor, Sanction
from gallery.models import Consent, MediaSubmission
from gallery.probe import Measures
from gallery.stripping import films
from gallery.stripping.films import UNREADABLE, FilmError
from gallery.submissions import reading, sending
from gallery.submissions.consents import VERSION
from site_config.rate_limits import Limit
from tests.gallery.media_files import film_with_place, webm, webm_with_place
from tests.gallery.submission_steps import (
    FORM,
    files_in,
    photo_file,
    send,
    send_by_script,
    submitted,
)
from tests.upload_files import BAD_PICTURES, CAMERA, PAGE, SCRIPT

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("city", "private_folder"),
    pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning"),
]

# A member's photo is known by what it holds, whatever it is called.
FINE = {"a picture named as a program", "another kind than its name"}


@pytest.fixture
def sender(client, member):
    """A member who is signed in."""
    client.force_login(member)
    return client


@pytest.fixture(autouse=True)
def _without_ffmpeg(monkeypatch):
    """Work as on a machine on which ffmpeg is not installed."""
    for module in (reading, films):
        monkeypatch.setattr(module, "has_ffmpeg", lambda: False)


@pytest.fixture
def with_worker(monkeypatch):
    """A machine whose ffmpeg puts films together as they were."""

    def copy(path, extension):
        made = path.with_name(f"{path.stem}-again.{'webm' if extension == 'webm' else 'mp4'}")
        made.write_bytes(path.read_bytes())
        return made

    for module in (reading, films):
        monkeypatch.setattr(module, "has_ffmpeg", lambda: True)
    monkeypatch.setattr(films, "remux", copy)
    monkeypatch.setattr(reading, "measure", lambda file, extension: Measures(1, 64, 48, True, True))


@pytest.mark.parametrize("has_ffmpeg", [True, False])
def test_films_of_telephones_are_offered_where_they_can_be_taken(
    client, city, member, monkeypatch, has_ffmpeg
):
    monkeypatch.setattr("gallery.submissions.reading.has_ffmpeg", lambda: has_ffmpeg)
    client.force_login(member)

    field = client.get(FORM).context["form"].fields["files"].widget.attrs["accept"]

    assert (".mov" in field) == has_ffmpeg
    assert ".mp4" in field


def test_a_photo_is_kept_upright_without_its_place_and_camera(sender, private_folder):
    response = send(sender)

    assert response.status_code == 302
    assert MediaSubmission.objects.get().state == "waiting"
    kept = files_in(private_folder)
    assert len(kept) == 2, "The photo, and a small picture of it."
    for path in kept:
        assert CAMERA.encode() not in path.read_bytes()
        assert "Kavaj" not in path.name
        with Image.open(path) as opened:
            assert not dict(opened.getexif())
            assert opened.size == (40, 80)


def test_nothing_of_it_lies_where_the_web_server_looks(sender, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")

    send(sender)

    assert files_in(tmp_path) == []


def test_what_was_agreed_to_is_kept_in_the_words_that_were_read(sender):
    send(sender)

    consents = list(Consent.objects.values_list("kind", "version", "language", "words"))
    assert [kind for kind, *_rest in consents] == ["made", "people", "licence"]
    assert {(version, language) for _kind, version, language, _words in consents} == {
        (VERSION, "en")
    }
    assert "CC BY 4.0" in consents[2][3]


@pytest.mark.parametrize("box", ["made", "people"])
def test_without_a_consent_nothing_is_taken(sender, private_folder, box):
    response = send(sender, **{box: ""})

    assert response.status_code == 422
    assert b'value="Our house"' in response.content, "What was typed stays."
    assert not MediaSubmission.objects.exists()
    assert files_in(private_folder) == []


def test_of_several_files_each_gets_its_own_answer(sender, private_folder):
    broken = SimpleUploadedFile("gone.jpg", b"no picture")

    response = send(sender, photo_file(), broken, photo_file(extra=b"2"))

    page = response.content.decode()
    assert response.status_code == 422
    assert MediaSubmission.objects.count() == 2
    assert "<b>gone.jpg</b>: This is no picture" in page
    assert page.count("Sent. A moderator looks at it.") == 2
    assert len(files_in(private_folder)) == 4


def test_a_script_sends_each_file_by_itself_and_reads_what_became_of_it(sender):
    taken = send_by_script(sender, photo_file())
    refused = send_by_script(sender, SimpleUploadedFile("gone.jpg", b"no picture"))

    assert (taken.status_code, taken.json()["taken"]) == (200, True)
    assert (refused.status_code, refused.json()["taken"]) == (422, False)
    assert "no picture" in refused.json()["told"]


def test_the_same_file_sent_twice_is_one_submission(sender, private_folder):
    send(sender)

    again = send_by_script(sender, photo_file())

    assert again.json() == {"taken": False, "told": "You have sent this file already."}
    assert MediaSubmission.objects.count() == 1
    assert len(files_in(private_folder)) == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *((upload.name, upload.content) for upload in BAD_PICTURES if upload.what not in FINE),
        ("page.pdf.html", PAGE),
        ("script.svg", SCRIPT),
        ("film.mp4", PAGE),
        ("film.mp4", b""),
        ("film.webm", webm()[:-8]),
        ("film.mp4", film_with_place()[:300]),
        ("film.mov", film_with_place()),
        ("film.avi", b"RIFF" + bytes(64)),
    ],
)
def test_what_can_not_be_taken_is_refused_and_leaves_nothing(sender, private_folder, name, content):
    response = send_by_script(sender, SimpleUploadedFile(name, content))

    assert response.status_code == 422
    assert response.json()["told"]
    assert not MediaSubmission.objects.exists()
    assert not Consent.objects.exists()
    assert files_in(private_folder) == []


def test_a_full_disk_is_told_and_leaves_no_half_file(sender, private_folder, monkeypatch):
    def full(storage, name, content):
        path = private_folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    storage = MediaSubmission._meta.get_field("file").storage
    monkeypatch.setattr(type(storage), "_save", full)

    response = send_by_script(sender, photo_file())

    assert "could not be stored" in response.json()["told"]
    assert not MediaSubmission.objects.exists()
    assert files_in(private_folder) == []


def test_after_ten_files_in_an_hour_the_next_one_waits(sender, member):
    for number in range(10):
        submitted(member, extra=bytes([number]))

    response = send_by_script(sender, photo_file(extra=b"more"))

    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 3600
    assert MediaSubmission.objects.count() == 10


def test_after_200_megabytes_a_day_the_next_one_waits(sender, monkeypatch):
    monkeypatch.setattr(sending, "KIB_A_DAY", Limit(3, 86_400))

    first = send_by_script(sender, photo_file())
    second = send_by_script(sender, photo_file(extra=bytes(3000)))

    assert (first.status_code, second.status_code) == (200, 429)


def test_whoever_is_suspended_sends_nothing(sender, member, private_folder):
    Sanction.objects.create(member=member, kind=Sanction.Kind.BAN, reason=HiddenFor.SPAM)

    response = send(sender)

    assert response.status_code == 422
    assert b"banned" in response.content
    assert files_in(private_folder) == []


def test_a_visitor_is_asked_to_sign_in_and_keeps_the_words(client):
    shown, sent = client.get(FORM), send(client)

    assert b"Create an account" in shown.content
    assert sent.status_code == 422
    assert b'value="Our house"' in sent.content
    assert not MediaSubmission.objects.exists()


FILMS = {
    "film.mp4": film_with_place(),
    "film.mov": film_with_place(b"qt  "),
    "film.webm": webm_with_place(),
}


@pytest.mark.usefixtures("with_worker")
@pytest.mark.parametrize("name", FILMS)
def test_a_film_is_freed_from_its_place_by_a_worker(
    sender, private_folder, name, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = send_by_script(sender, SimpleUploadedFile(name, FILMS[name]))

    assert answer.json()["taken"], answer.json()
    assert MediaSubmission.objects.get().state == "waiting"
    [kept] = files_in(private_folder)
    assert b"41.3275" in FILMS[name]
    assert b"41.3275" not in kept.read_bytes()


@pytest.mark.usefixtures("with_worker")
def test_before_a_worker_has_freed_it_nobody_sees_a_film(sender):
    send_by_script(sender, SimpleUploadedFile("film.webm", FILMS["film.webm"]))

    submission = MediaSubmission.objects.get()
    assert submission.state == "preparing"
    assert sender.get(f"/en/contribute/{submission.pk}/file/").status_code == 404


@pytest.mark.parametrize("name", ["film.mp4", "film.webm"])
def test_without_ffmpeg_a_film_is_freed_at_once(sender, private_folder, name):
    answer = send_by_script(sender, SimpleUploadedFile(name, FILMS[name]))

    assert answer.json()["taken"], answer.json()
    assert MediaSubmission.objects.get().state == "waiting"
    [kept] = files_in(private_folder)
    assert b"41.3275" not in kept.read_bytes()


def test_without_ffmpeg_a_quicktime_film_is_refused_with_a_way_out(sender):
    film = SimpleUploadedFile("film.mov", FILMS["film.mov"])

    assert "Save the film as MP4" in send_by_script(sender, film).json()["told"]


@pytest.mark.usefixtures("with_worker")
def test_a_film_that_a_worker_can_not_read_is_told_in_the_account(
    sender, private_folder, monkeypatch, django_capture_on_commit_callbacks
):
    def fail(file, name):
        raise FilmError(UNREADABLE)

    monkeypatch.setattr(sending, "strip_film", fail)
    with django_capture_on_commit_callbacks(execute=True):
        send_by_script(sender, SimpleUploadedFile("film.webm", FILMS["film.webm"]))

    assert MediaSubmission.objects.get().state == "failed"
    assert files_in(private_folder) == []
    assert b"Save it as MP4" in sender.get(f"{FORM}mine/").content


@pytest.mark.usefixtures("with_worker")
def test_a_film_that_ffprobe_can_not_read_is_refused_at_once(sender, monkeypatch, private_folder):
    monkeypatch.setattr(reading, "measure", lambda file, extension: None)

    answer = send_by_script(sender, SimpleUploadedFile("film.webm", FILMS["film.webm"]))

    assert "damaged" in answer.json()["told"]
    assert files_in(private_folder) == []


def test_the_form_is_in_no_cache(client):
    assert "no-store" in client.get(FORM)["Cache-Control"]
