"""The first page of a PDF becomes pictures in several sizes and formats, while nobody waits."""

import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from site_config import first_pages
from site_config.document_reading import read_document
from site_config.models import SiteDocument
from site_config.models.document_states import ReadingState
from site_config.pdf.child import HEAVIEST, PICTURES, SHARED_SIZE
from site_config.pdf.reading import Reading, _Collected, read_pdf
from tests import pdf_files
from tests.site_config.documents import read, stored

ALL = set(PICTURES)
WORDS = pdf_files.text_pdf(["Words on the first page."])


def noise(width: int = 840, height: int = 1188) -> bytes:
    """Return a PDF whose page is the worst that can be compressed: grains in all colours."""
    grains = [Image.effect_noise((width, height), 120) for _colour in "RGB"]
    stream = io.BytesIO()
    Image.merge("RGB", grains).save(stream, "PDF", quality=95)
    return stream.getvalue()


@pytest.fixture
def drawn(tmp_path):
    """Reads a PDF and returns what was drawn of its first page."""

    def draw(content: bytes) -> dict[str, bytes]:
        path = tmp_path / "file.pdf"
        path.write_bytes(content)
        return read_pdf(path).pictures

    return draw


def size_of(content: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(content)) as picture:
        picture.load()
        return picture.size


def test_a_first_page_is_drawn_large_small_and_beside_a_link(drawn):
    pictures = drawn(WORDS)

    assert set(pictures) == ALL
    width, height = size_of(pictures["large.jpg"])
    half = (round(width / 2), round(height / 2))
    for kind in ("avif", "jpg", "webp"):
        assert size_of(pictures[f"large.{kind}"]) == (width, height)
        assert size_of(pictures[f"small.{kind}"]) == half
    assert width == 840
    assert size_of(pictures["shared.jpg"]) == SHARED_SIZE


def test_no_picture_is_heavy_whatever_is_on_the_page(drawn):
    pictures = drawn(noise())

    modern = {name: len(content) for name, content in pictures.items() if "jpg" not in name}
    assert "small.avif" in modern
    assert {name: size for name, size in modern.items() if size > HEAVIEST} == {}
    assert "large.jpg" in pictures


def test_what_no_program_of_ours_would_draw_is_not_taken():
    collected = _Collected(None)

    collected.take({"picture": "../../evil.svg", "content": "PHN2Zz4=", "width": 1, "height": 1})

    assert collected.reading.pictures == {}


@pytest.mark.django_db
def test_pictures_are_stored_under_names_that_come_once(django_capture_on_commit_callbacks):
    document = read(WORDS)
    storage, before = document.first_page.storage, document.first_page_names()
    version = document.first_page_version

    assert set(before) == ALL
    assert all(storage.exists(name) for name in before.values())
    with django_capture_on_commit_callbacks(execute=True):
        document.file = ContentFile(pdf_files.text_pdf(["Others."]), name="other.pdf")
        document.save()
    document.refresh_from_db()

    assert document.first_page_version != version
    assert not any(storage.exists(name) for name in before.values())
    assert all(storage.exists(name) for name in document.first_page_names().values())


@pytest.mark.django_db
def test_the_picture_of_an_earlier_file_is_not_taken_for_that_of_the_new_one():
    document = read(WORDS)
    assert document.has_first_page

    document.file = ContentFile(pdf_files.text_pdf(["Others."]), name="other.pdf")
    document.save()

    assert not SiteDocument.objects.get(pk=document.pk).has_first_page


@pytest.mark.django_db
@pytest.mark.parametrize(
    "content",
    [pdf_files.locked(WORDS, "secret"), WORDS[:300], b"%PDF-1.7\nand nothing else"],
    ids=["locked", "cut off", "nothing"],
)
def test_a_file_that_nobody_can_open_has_no_picture(content):
    assert not read(content).has_first_page


@pytest.mark.django_db
def test_a_file_that_broke_the_reader_later_shows_no_picture(monkeypatch):
    document = stored(WORDS)
    half = Reading(pictures={"large.jpg": b"\xff\xd8"}, picture_size=(840, 1188))
    monkeypatch.setattr("site_config.document_reading.read_pdf", lambda *_a, **_o: half)

    read_document.func(document.pk)

    document.refresh_from_db()
    assert document.reading_state == ReadingState.BROKEN
    assert not document.has_first_page


@pytest.mark.django_db
def test_a_picture_of_an_earlier_version_came_alone():
    document = read(WORDS)
    # As the release before stores it, on a node that is not upgraded yet.
    document.first_page.name = "documents/first_pages/7_x8Kd2aQ.jpg"

    assert document.has_first_page
    assert document.first_page_version == ""
    assert document.first_page_names() == {"large.jpg": document.first_page.name}


@pytest.mark.django_db
def test_a_full_disk_leaves_no_part_of_the_pictures(monkeypatch, tmp_path):
    document = stored(WORDS)
    storage = document.first_page.storage
    saved: list[str] = []

    def save(name, content):
        if len(saved) == 2:
            raise OSError(28, "No space left on device")
        saved.append(name)
        return name

    deleted: list[str] = []
    monkeypatch.setattr(storage, "save", save)
    monkeypatch.setattr(storage, "delete", deleted.append)
    reading = Reading(pictures=dict.fromkeys(PICTURES, b"\xff\xd8"), picture_size=(840, 1188))

    with pytest.raises(OSError, match="space"):
        first_pages.replace_first_page(document, reading)

    assert deleted == saved
