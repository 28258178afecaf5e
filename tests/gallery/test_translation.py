"""Albums and films are translated in the translation editor, piece by piece."""

import pytest
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from gallery.models import AlbumPage, VideoPage
from tests.factories.gallery import (
    AlbumPageFactory,
    AlbumPhotoFactory,
    VideoChapterFactory,
    VideoPageFactory,
    stored,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def translated(city, locales):
    """The gallery in Albanian too; returns what translates a page of it."""

    def translate(page: Page) -> tuple[set[str], Page]:
        source, _created = TranslationSource.update_or_create_from_instance(page)
        task = Translation.objects.create(source=source, target_locale=locales["sq"])
        task.save_target(publish=False)
        words = {segment.string.data for segment in StringSegment.objects.filter(source=source)}
        return words, page.get_translation(locales["sq"])

    for page in (city.home, city.gallery):
        translate(page)
    return translate


def test_the_words_of_an_album_and_its_photos_are_translated(city, translated):
    album = AlbumPageFactory(parent=city.gallery, locale=city.home.locale, title="Streets")
    AlbumPhotoFactory(page=album, title="Noon", caption="At noon", place="Bazaar", credit="Ana")
    words, albanian = translated(stored(album))
    assert {"Streets", "Noon", "At noon", "Bazaar"} <= words
    assert "Parasols of the market from above." in words
    assert "Ana" not in words
    assert isinstance(albanian, AlbumPage)
    photo = albanian.photos.get()
    assert photo.locale.language_code == "sq"
    assert photo.image == album.photos.get().image
    assert photo.credit == "Ana"


def test_the_words_of_a_film_are_translated_and_the_film_is_shared(city, translated):
    film = VideoPageFactory(parent=city.gallery, locale=city.home.locale, place="Third bridge")
    VideoChapterFactory(page=film, start=1.5, title="Banks")
    words, albanian = translated(stored(film))
    assert {film.title, "Banks", "Third bridge"} <= words
    assert isinstance(albanian, VideoPage)
    assert albanian.video == film.video
    assert albanian.chapters.get().start == 1.5
