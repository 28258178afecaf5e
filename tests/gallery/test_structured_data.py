"""What machines read is what people see: who made a photo, the transcript, the chapters."""

import json
import re

import pytest

from gallery.models import AlbumPage, AlbumPhoto
from tests.factories.gallery import (
    GalleryMediaFactory,
    MediaTextFactory,
    VideoChapterFactory,
    VideoPageFactory,
)
from tests.gallery.submission_steps import approved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private_folder")]


def told(client, url: str) -> dict:
    """Return what a page tells machines about itself."""
    markup = client.get(url).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', markup, re.DOTALL)
    return json.loads(found[1])["@graph"][2]


def creators(client, album: AlbumPage) -> dict[str, str]:
    """Return by credit what kind of maker the photos of an album have."""
    images = told(client, album.url)["image"]
    return {image["creator"]["name"]: image["creator"]["@type"] for image in images}


def test_a_members_photo_was_made_by_a_person(client, album, member, moderator):
    photo = approved(member, moderator, album)

    assert creators(client, album) == {"Smart City Tirana": "Organization", "Ana D.": "Person"}
    assert told(client, photo.url)["mainEntity"]["creator"]["@type"] == "Person"


def test_whom_an_album_names_instead_of_the_member_is_not_called_a_person(
    client, album, member, moderator
):
    photo = approved(member, moderator, album)
    AlbumPhoto.objects.filter(pk=photo.pk).update(credit="City archive")

    assert creators(client, album)["City archive"] == "Organization"


def test_the_transcript_that_a_page_shows_in_another_language_is_told_too(client, city):
    film = GalleryMediaFactory()
    MediaTextFactory(media=film, language="sq", transcript="Pa zë.")
    page = VideoPageFactory(parent=city.gallery, locale=city.home.locale, video=film)

    assert "Pa zë." in client.get(page.url).content.decode()
    assert told(client, page.url)["mainEntity"]["transcript"] == "Pa zë."


def test_chapters_of_a_film_from_elsewhere_stand_on_its_page_too(client, city):
    page = VideoPageFactory(parent=city.gallery, locale=city.home.locale, external=True)
    VideoChapterFactory(page=page, start=65, title="The second tree")

    markup = client.get(page.url).content.decode()
    body = markup[markup.index("<main") :]

    assert "The second tree" in body
    assert "1:05" in body
    # Nothing leads there: the player of another site is not ours to wind.
    assert "data-seek" not in body
    [clip] = told(client, page.url)["mainEntity"]["hasPart"]
    assert clip == {"@type": "Clip", "name": "The second tree", "startOffset": 65}
