"""Albums, photos and films for tests."""

from datetime import date

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from wagtail.models import Page

from gallery.models import (
    AlbumPage,
    AlbumPhoto,
    GalleryIndexPage,
    GalleryMedia,
    MediaText,
    VideoChapter,
    VideoPage,
)
from tests.factories.site_config import SiteImageFactory
from tests.gallery.media_files import webm

# A WebM file without a picture in it; enough to be taken for one where nothing plays it.
WEBM_HEAD = webm()
CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\n[No sound] The Lana\n"


class GalleryIndexPageFactory(wagtail_factories.PageFactory):
    """The front of the gallery; its parent is given by the test."""

    class Meta:
        model = GalleryIndexPage

    title = "Gallery"
    slug = "gallery"


class AlbumPageFactory(wagtail_factories.PageFactory):
    """An album; ``photos=3`` gives it photos."""

    class Meta:
        model = AlbumPage
        skip_postgeneration_save = True

    title = factory.Sequence(lambda number: f"Album {number}")
    summary = "Orange beside lime, up to the mountain."
    date = date(2014, 4, 12)

    @factory.post_generation
    def photos(album: AlbumPage, create: bool, count: int | None, **kwargs: object) -> None:  # noqa: N805
        """Add photos to a stored album."""
        for number in range(count or 0):
            AlbumPhotoFactory(page=album, sort_order=number, **kwargs)


class AlbumPhotoFactory(factory.django.DjangoModelFactory):
    """A photo with words for those who can't see it."""

    class Meta:
        model = AlbumPhoto

    page = factory.SubFactory(AlbumPageFactory)
    image = factory.SubFactory(SiteImageFactory)
    title = factory.Sequence(lambda number: f"Photo {number}")
    alt_text = "Parasols of the market from above."
    locale = factory.SelfAttribute("page.locale")

    class Params:
        decorative = factory.Trait(is_decorative=True, alt_text="")


class GalleryMediaFactory(factory.django.DjangoModelFactory):
    """A film of eight seconds, unless a trait says otherwise."""

    class Meta:
        model = GalleryMedia
        skip_postgeneration_save = True

    title = factory.Sequence(lambda number: f"Film {number}")
    type = "video"
    file = factory.LazyAttribute(lambda made: ContentFile(WEBM_HEAD, name="film.webm"))
    duration = 8
    width = 854
    height = 480
    credit = "Mimoza D."
    licence = "cc-by-4.0"

    class Params:
        recording = factory.Trait(
            type="audio",
            width=None,
            height=None,
            file=factory.LazyAttribute(
                lambda made: ContentFile(b"ID3\x04\x00" + bytes(64), name="voice.mp3")
            ),
        )

    @factory.post_generation
    def words(media: GalleryMedia, create: bool, languages: tuple, **kwargs: object) -> None:  # noqa: N805
        """Give it captions and a transcript in these languages."""
        for language in languages or ():
            MediaTextFactory(media=media, language=language, **kwargs)


class MediaTextFactory(factory.django.DjangoModelFactory):
    """The words of a film in English."""

    class Meta:
        model = MediaText

    media = factory.SubFactory(GalleryMediaFactory)
    language = "en"
    captions = factory.LazyAttribute(lambda made: ContentFile(CAPTIONS, name="film.vtt"))
    transcript = "No sound. The Lana between two green banks."


class VideoPageFactory(wagtail_factories.PageFactory):
    """A captioned film, unless a trait says otherwise."""

    class Meta:
        model = VideoPage

    title = factory.Sequence(lambda number: f"Video {number}")
    summary = "Late light on the river."
    date = date(2014, 4, 19)
    video = factory.SubFactory(GalleryMediaFactory, words=("en",))

    class Params:
        external = factory.Trait(
            video=None,
            external_url="https://vimeo.com/76979871",
            transcript_text="Somebody plants a tree.",
            credit="Mimoza D.",
        )


class VideoChapterFactory(factory.django.DjangoModelFactory):
    """A part of a film."""

    class Meta:
        model = VideoChapter

    page = factory.SubFactory(VideoPageFactory)
    start = factory.Sequence(lambda number: number + 0.5)
    title = factory.Sequence(lambda number: f"Part {number}")
    locale = factory.SelfAttribute("page.locale")


def stored(page: Page) -> Page:
    """Return a page as a request reads it: fresh from the database."""
    return type(page).objects.get(pk=page.pk)
