"""The portraits of staff in the admin are written anew, and hold nothing but the picture."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from wagtail.test.utils.form_data import querydict_from_html
from wagtail.users.models import UserProfile

from community.models import User
from tests.factories.community import UserFactory
from tests.upload_files import CAMERA, PAGE, SCRIPT, picture, picture_with_notes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


@pytest.fixture(autouse=True)
def _media(settings, tmp_path) -> None:
    """Keep files in a folder of the test."""
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def person() -> User:
    user = UserFactory(administrator=True, first_name="Mira", last_name="D.")
    UserProfile.objects.create(user=user, preferred_language="en")
    return user


def send(person: User, name: str = "", content: bytes = b""):
    """Send the admin's account form, with a portrait where one is given."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(person)
    address = reverse("wagtailadmin_account")
    html = client.get(address).content.decode()
    # The last form of the page; the others search, and sign out.
    data = querydict_from_html(html, form_index=html.count("<form") - 1).dict()
    if name:
        data["avatar-avatar"] = SimpleUploadedFile(name, content)
    return client.post(address, data)


def stored(person: User) -> bytes:
    """Return the file of a person's portrait; nothing where there is none."""
    avatar = UserProfile.objects.get(user=person).avatar
    if not avatar:
        return b""
    with avatar.open() as file:
        return file.read()


def photo_with_comments() -> bytes:
    """Return a small drawing that tells who made it and where."""
    notes = PngInfo()
    notes.add_text("Comment", f"{CAMERA} 41.33 N 19.82 E")
    buffer = BytesIO()
    Image.new("RGB", (900, 700), "#a0163e").save(buffer, "PNG", pnginfo=notes)
    return buffer.getvalue()


@pytest.mark.parametrize("make", [picture_with_notes, photo_with_comments])
def test_a_portrait_is_upright_small_and_tells_nothing_else(person, make):
    assert CAMERA.encode() in make()

    answer = send(person, "me.jpg", make())

    assert answer.status_code == 302, answer.context["panels_by_tab"]
    content = stored(person)
    assert CAMERA.encode() not in content
    with Image.open(BytesIO(content)) as portrait:
        assert not portrait.getexif()
        assert max(portrait.size) <= 400
        if make is picture_with_notes:
            assert portrait.size == (40, 80)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("me.svg", SCRIPT),
        ("me.jpg", PAGE),
        ("me.gif", picture("GIF")),
        ("me.jpg", picture_with_notes()[:-200]),
    ],
    ids=["a drawing with a script", "a page", "another format", "half a picture"],
)
def test_what_is_no_portrait_is_refused_with_a_sentence(person, name, content):
    answer = send(person, name, content)

    assert answer.status_code == 200
    assert 'role="alert">' in answer.content.decode()
    assert stored(person) == b""


def test_a_form_without_a_new_file_keeps_the_portrait(person):
    send(person, "me.png", picture("PNG"))
    before = stored(person)

    assert send(person).status_code == 302

    assert before
    assert stored(person) == before
