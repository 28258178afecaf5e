"""What can't be used is refused in words that help, at every door, and leaves nothing behind."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction, UploadedFile

from gallery.models import GalleryMedia, MediaText
from home.models import ContactPage
from site_config.models import SiteDocument, SiteImage
from site_config.pictures import prepare_renditions
from site_config.uploads import check_file_name
from tests.factories.community import UserFactory
from tests.factories.gallery import WEBM_HEAD
from tests.factories.home import ContactPageFactory
from tests.factories.site_config import SiteDocumentFactory
from tests.pdf_files import text_pdf
from tests.site_config.documents import link
from tests.upload_files import (
    BAD_DOCUMENTS,
    BAD_FILMS,
    BAD_PICTURES,
    CAMERA,
    Upload,
    picture,
    picture_with_notes,
)

pytestmark = [
    pytest.mark.django_db,
    # Pillow warns of pictures with very many pixels; the form refuses them with a sentence.
    pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning"),
]

SCRIPTED = {"X-Requested-With": "XMLHttpRequest"}
# What a form of each kind is asked at: alone, many at once, and out of a page's editor.
DOORS = {
    "image": ("wagtailimages:add", "wagtailimages:add_multiple", "wagtailimages_chooser:create"),
    "document": ("wagtaildocs:add", "wagtaildocs:add_multiple", "wagtaildocs_chooser:create"),
}


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> Path:
    """An empty folder for uploaded files."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


@pytest.fixture
def editor(site, client) -> Client:
    """An editor at work, who reads English."""
    person = UserFactory()
    person.groups.add(Group.objects.get(name="Editors"))
    client.force_login(person)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def stored(media: Path) -> list[object]:
    """Return every row and file that an upload can leave."""
    models = (SiteImage, SiteDocument, GalleryMedia, MediaText, UploadedFile)
    rows = [row for model in models for row in model.objects.all()]
    return rows + [path for path in media.rglob("*") if path.is_file()]


def told_by_page(client: Client, kind: str, upload: SimpleUploadedFile) -> str:
    """Send the form that stands alone; return what it says of the file."""
    address = reverse(DOORS[kind][0])
    response = client.post(address, {"title": "The Lana", "file": upload, "collection": root()})
    assert response.status_code == 200
    return " ".join(response.context["form"].errors["file"])


def told_by_list(client: Client, kind: str, upload: SimpleUploadedFile) -> str:
    """Drop the file among many; return what the list says of it."""
    form = {"title": "The Lana", "files[]": upload, "collection": root()}
    response = client.post(reverse(DOORS[kind][1]), form, headers=SCRIPTED)
    answer = json.loads(response.content)
    assert answer["success"] is False
    return answer["error_message"]


def told_by_chooser(client: Client, kind: str, upload: SimpleUploadedFile) -> str:
    """Send the form of the chooser's window; return the window's content."""
    prefix = f"{kind}-chooser-upload"
    form = {f"{prefix}-title": "The Lana", f"{prefix}-collection": root()}
    response = client.post(
        reverse(DOORS[kind][2]), form | {f"{prefix}-file": upload}, headers=SCRIPTED
    )
    answer = json.loads(response.content)
    assert answer["step"] == "reshow_creation_form"
    assert "error-message" in answer["htmlFragment"]
    return answer["htmlFragment"].replace("&#x27;", "'")


def root() -> int:
    return Collection.get_first_root_node().pk


def names(uploads: tuple[Upload, ...]) -> list[str]:
    return [upload.what for upload in uploads]


ASK = pytest.mark.parametrize(
    "ask", [told_by_page, told_by_list, told_by_chooser], ids=["alone", "among many", "chooser"]
)


@ASK
@pytest.mark.parametrize("upload", BAD_PICTURES, ids=names(BAD_PICTURES))
def test_what_is_no_picture_is_refused(editor, media, ask, upload):
    told = ask(editor, "image", upload.open())

    assert upload.told in told
    assert stored(media) == []


@ASK
@pytest.mark.parametrize("upload", BAD_DOCUMENTS, ids=names(BAD_DOCUMENTS))
def test_what_is_no_document_is_refused(editor, media, ask, upload):
    told = ask(editor, "document", upload.open())

    assert upload.told in told
    assert stored(media) == []


@pytest.mark.parametrize("prefix", ["", "media-chooser-upload-"], ids=["alone", "chooser"])
@pytest.mark.parametrize("upload", BAD_FILMS, ids=names(BAD_FILMS))
def test_what_is_no_film_is_refused(editor, media, upload, prefix):
    response = send_film(editor, prefix, file=upload.open())

    assert upload.told in read(response)
    assert stored(media) == []


@pytest.mark.parametrize("prefix", ["", "media-chooser-upload-"], ids=["alone", "chooser"])
@pytest.mark.parametrize(
    ("captions", "told"),
    [
        (("lana.vtt", b"<script>alert(1)</script>"), "WEBVTT"),
        (("lana.srt", b"1\n00:00:01,000 --> 00:00:02,000\nA\n"), "ends in .vtt"),
        (("lana.vtt", b""), "empty"),
    ],
    ids=["a script", "another format", "an empty file"],
)
def test_captions_that_are_none_are_refused_with_their_film(editor, media, captions, told, prefix):
    film = SimpleUploadedFile("lana.webm", WEBM_HEAD)

    response = send_film(editor, prefix, file=film, captions_en=SimpleUploadedFile(*captions))

    assert told in read(response)
    assert stored(media) == []


def test_a_poster_that_is_no_picture_is_refused_with_its_film(editor, media):
    film = SimpleUploadedFile("lana.webm", WEBM_HEAD)

    response = send_film(editor, "", file=film, poster="999999")

    assert response.context["form"].errors["poster"]
    assert stored(media) == []


def send_film(client: Client, prefix: str, **fields: object):
    form = {"title": "The Lana", "collection": root(), "licence": "cc-by-4.0", "duration": "8"}
    name = "wagtailmedia:chooser_upload" if prefix else "wagtailmedia:add"
    headers = SCRIPTED if prefix else {}
    sent = {f"{prefix}{key}": value for key, value in (form | fields).items()}
    return client.post(reverse(name, args=["video"]), sent, headers=headers)


def read(response) -> str:
    """Return what the form of a film says, wherever it stands."""
    assert response.status_code == 200
    body = response.content.decode()
    return json.loads(body).get("html", body) if body.startswith("{") else body


@pytest.mark.parametrize(
    ("kind", "name", "content", "words"),
    [
        ("image", "lana.jpg", picture(size=(400, 300))[:-600], "dëmtuar"),
        ("document", "plan.pdf", b"Not a PDF at all.", "Ruajeni"),
    ],
)
def test_in_albanian_too_it_is_said_what_to_do(editor, kind, name, content, words):
    editor.defaults["HTTP_ACCEPT_LANGUAGE"] = "sq"

    assert words in told_by_page(editor, kind, SimpleUploadedFile(name, content))


# What is taken -----------------------------------------------------------------------------------


def test_a_photo_is_taken_without_its_place_and_camera_in_every_size(editor, media):
    photo = SimpleUploadedFile("../../Our house (Rruga e Kavajës 7).jpg", picture_with_notes())

    editor.post(
        reverse("wagtailimages:add"), {"title": "Our house", "file": photo, "collection": root()}
    )

    image = SiteImage.objects.get()
    prepare_renditions(image)
    files = [path for path in media.rglob("*") if path.is_file()]
    assert len(files) == 1 + image.renditions.count() > 1
    for path in files:
        assert CAMERA.encode() not in path.read_bytes(), path
        assert re.fullmatch(r"[0-9a-f]{32}[\w.-]*", path.name), path.name
        with Image.open(path) as opened:
            assert not dict(opened.getexif()), path


def test_an_uploaded_picture_is_served_as_a_picture_and_nothing_else(editor, media):
    file = SimpleUploadedFile("lana.jpg", picture())
    editor.post(reverse("wagtailimages:add"), {"title": "A", "file": file, "collection": root()})
    image = SiteImage.objects.get()

    response = editor.get(image.file.url)

    response.close()
    assert response["Content-Type"] == "image/jpeg"
    assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.parametrize(("name", "is_followed"), [("plan.pdf", True), ("plan.csv", False)])
def test_a_document_among_many_shows_how_far_it_is_read(editor, media, name, is_followed):
    content = text_pdf(["Buses"]) if is_followed else b"line,stop\n1,Center\n"
    form = {"title": "Plan", "files[]": SimpleUploadedFile(name, content), "collection": root()}

    answer = json.loads(editor.post(reverse(DOORS["document"][1]), form, headers=SCRIPTED).content)

    number = SiteDocument.objects.get().pk
    address = reverse("portal_document_reading", args=[number])
    assert f'data-document-reading="{address}"' in answer["form"]
    assert ("data-unfinished" in answer["form"]) is is_followed
    told = editor.get(address).content.decode()
    assert ("data-unfinished" in told) is is_followed


def test_a_picture_among_many_has_its_fields_and_no_reading(editor, media):
    form = {
        "title": "Lana",
        "files[]": SimpleUploadedFile("lana.jpg", picture()),
        "collection": root(),
    }

    answer = json.loads(editor.post(reverse(DOORS["image"][1]), form, headers=SCRIPTED).content)

    assert "data-document-reading" not in answer["form"]
    assert 'name="image-' in answer["form"]


def test_a_document_is_served_with_its_type_and_without_scripts(client, site):
    document = SiteDocumentFactory()
    link(site.root_page, document)

    response = client.get(document.url)

    assert response.getvalue() == b"A plain text."
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize(("group", "status"), [(None, 302), ("Partners", 302), ("Moderators", 200)])
def test_a_document_of_a_private_collection_needs_permission(client, site, group, status):
    private = Collection.get_first_root_node().add_child(name="Minutes")
    restriction = CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(Group.objects.get(name="Moderators"))
    document = SiteDocumentFactory(collection=private)
    if group is not None:
        person = UserFactory()
        person.groups.add(Group.objects.get(name=group))
        client.force_login(person)

    response = client.get(document.url)

    assert response.status_code == status
    assert (response.getvalue() == b"A plain text.") is (status == 200)
    if status == 302:
        assert unquote(response["Location"]).endswith(f"next={document.url}")


@pytest.mark.parametrize("address", ["/sq/kontakti/", "/en/community/me/edit/"])
def test_no_form_of_the_public_site_takes_a_file(client, site, media, locales, address):
    ContactPageFactory(parent=site.root_page)
    assert ContactPage.objects.get().url
    client.force_login(UserFactory())

    shown = client.get(address)
    client.post(address, {"file": SimpleUploadedFile("lana.jpg", picture())})

    assert shown.status_code == 200
    assert b'type="file"' not in shown.content
    assert stored(media) == []


@pytest.mark.parametrize("name", ["文" * 85 + ".pdf", "ë" * 130 + ".pdf", "a" * 151 + ".pdf"])
def test_a_name_that_no_file_system_holds_is_sent_back(name):
    with pytest.raises(ValidationError):
        check_file_name(name)


def test_a_long_name_that_can_be_kept_is_kept():
    check_file_name("ë" * 100 + "a" * 20 + ".pdf")
