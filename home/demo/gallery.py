"""The demo's gallery: four albums, two captioned films and one stream kept elsewhere."""

from datetime import date

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
from home.demo.city import City
from home.demo.content.navigation import SECTIONS
from home.demo.library.pictures import ALBUMS, PICTURES, Album
from home.demo.library.videos import STREAM, VIDEOS, Video
from home.demo.library.words import Words
from home.demo.stories import raw_block

FILMS_COLLECTION = "City films"
STREAM_DATE = date(2014, 4, 22)
ADD_TITLE = Words("Add yours", "Shto tënden")
ADD_TEXT = Words(
    "Have you photographed or filmed the city? Send it in: you keep your rights and choose what "
    "others may do with it, and place and time are removed from the file. A moderator looks at "
    "each one before it appears here.",
    "E keni fotografuar apo filmuar qytetin? Na e dërgoni: të drejtat ju mbeten juve, zgjidhni "
    "vetë çfarë mund të bëjnë të tjerët me të, dhe vendi e koha hiqen nga skedari. Një moderator "
    "e sheh secilën para se të dalë këtu.",
)
WRITE_TO_US = Words("Write to the city team", "Shkruajini ekipit të qytetit")


def load(city: City) -> None:
    """Make the gallery with its albums and films, in both languages."""
    films = {video.key: _film(city, video) for video in VIDEOS}
    pieces = len(city.languages) * (len(ALBUMS) + len(VIDEOS) + 1)
    done = 0
    for language in city.languages:
        gallery = _gallery(city, language)
        for album in ALBUMS:
            _album(city, gallery, album, language)
            done += 1
            city.say(album.title.in_language(language), done, pieces)
        for video in VIDEOS:
            _video(city, gallery, video, films[video.key], language)
            done += 1
            city.say(video.title.in_language(language), done, pieces)
        _stream(city, gallery, language)
        done += 1
        city.say(STREAM.title.in_language(language), done, pieces)


def _gallery(city: City, language: str) -> Page:
    words = next(section for section in SECTIONS if section["key"] == "gallery")
    button = {
        "text": WRITE_TO_US.in_language(language),
        **city.link({"page": "contact"}, language),
    }
    gallery = GalleryIndexPage(
        title=city.text(words["title"], language),
        slug=city.text(words["slug"], language),
        intro=f"<p>{city.text(words['intro'], language)}</p>",
        summary=city.text(words["seo_description"], language),
        search_description=city.text(words["seo_description"], language),
        drawing="tile-media",
        add_title=ADD_TITLE.in_language(language),
        add_text=ADD_TEXT.in_language(language),
        add_button=[raw_block("button", button)],
    )
    return city.add_page(city.home(language), gallery, "gallery")


def _album(city: City, gallery: Page, album: Album, language: str) -> None:
    key = f"album-{album.key}"
    if city.find_page(key, language) is not None:
        return
    page = AlbumPage(
        title=album.title.in_language(language),
        slug=album.slug.in_language(language),
        summary=album.summary.in_language(language),
        text=f"<p>{album.text.in_language(language)}</p>",
        date=album.date,
    )
    for order, name in enumerate(album.pictures):
        picture = PICTURES[name]
        page.photos.add(
            AlbumPhoto(
                image=city.picture(name),
                title=picture.title.in_language(language),
                caption=picture.caption.in_language(language),
                alt_text=picture.alt.in_language(language),
                place=picture.place.in_language(language),
                taken_on=picture.date,
                sort_order=order,
                locale=city.locale(language),
                translation_key=city.translation_key(f"{key}:{name}"),
            )
        )
    city.add_page(gallery, page, key)


def _film(city: City, video: Video) -> GalleryMedia:
    """Return a film with its captions and transcripts, stored on first use."""
    shelf = city.collection(FILMS_COLLECTION)
    film = GalleryMedia.objects.filter(collection=shelf, title=video.title.sq).first()
    if film is not None:
        return film
    film = GalleryMedia(
        title=video.title.sq,
        type="video",
        collection=shelf,
        file=ContentFile(video.file.read_bytes(), name=video.file.name),
        duration=video.duration,
        width=video.width,
        height=video.height,
        poster=city.picture(video.poster),
        credit=video.author,
        licence=video.licence,
    )
    film.full_clean()
    film.save()
    for language in city.languages:
        captions = video.captions(language)
        MediaText.objects.create(
            media=film,
            language=language,
            captions=ContentFile(captions.read_bytes(), name=captions.name),
            transcript=video.transcript.in_language(language),
        )
    return film


def _video(city: City, gallery: Page, video: Video, film: GalleryMedia, language: str) -> None:
    key = f"video-{video.key}"
    if (known := city.find_page(key, language)) is not None:
        prepare_poster(known)
        return
    page = VideoPage(
        title=video.title.in_language(language),
        slug=video.slug.in_language(language),
        summary=video.summary.in_language(language),
        text=f"<p>{video.text.in_language(language)}</p>",
        video=film,
        date=video.date,
        place=video.place.in_language(language),
    )
    for number, chapter in enumerate(video.chapters):
        page.chapters.add(
            VideoChapter(
                start=chapter.start,
                title=chapter.title.in_language(language),
                locale=city.locale(language),
                translation_key=city.translation_key(f"{key}:{number}"),
            )
        )
    prepare_poster(city.add_page(gallery, page, key))


def prepare_poster(page: VideoPage) -> None:
    """Make the still picture of a film, which its page shows large before all else."""
    if page.cover:
        page.cover.get_renditions(page.poster_spec)


def _stream(city: City, gallery: Page, language: str) -> None:
    picture = city.picture(STREAM.poster)
    page = VideoPage(
        title=STREAM.title.in_language(language),
        slug=STREAM.slug.in_language(language),
        summary=STREAM.summary.in_language(language),
        external_url=STREAM.url,
        is_live_stream=True,
        without_captions=VideoPage.WithoutCaptions.PROVIDER,
        date=STREAM_DATE,
        listing_image=picture,
        listing_image_alt=city.picture_alt(STREAM.poster, language),
        credit=STREAM.author,
    )
    prepare_poster(city.add_page(gallery, page, f"video-{STREAM.key}"))
