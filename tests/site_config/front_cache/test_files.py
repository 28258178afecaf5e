"""Where a cache in front keeps uploaded files, it forgets those that not everybody may have."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings as portal
from django.core.files.base import ContentFile
from wagtail.models import Collection, PageViewRestriction

from community.models import Discussion
from gallery.models import AlbumPage, GalleryIndexPage, VideoPage
from gallery.rights.hiding import hide_work
from gallery.rights.ledger import register_film
from partners.models import LogoDrawing
from site_config.models import SiteImage
from tests.factories.community import DiscussionFactory, UserFactory
from tests.factories.gallery import (
    AlbumPageFactory,
    AlbumPhotoFactory,
    GalleryIndexPageFactory,
    MediaTextFactory,
    VideoPageFactory,
)
from tests.factories.partners import PartnerIndexPageFactory, PartnerPageFactory
from tests.factories.site_config import SiteImageFactory
from tests.front_copies import Copies, stand_in_front

pytestmark = pytest.mark.django_db
SIZE = "format-jpeg|width-40"


@pytest.fixture
def copies(settings, monkeypatch) -> Copies:
    """The cache of several web hosts, whose files lie in a bucket: no folder is linked."""
    settings.PUBLIC_MEDIA_ROOT = ""
    return stand_in_front(settings, monkeypatch)


@pytest.fixture
def commit(django_capture_on_commit_callbacks) -> Callable[..., None]:
    """Do something, and what follows its commit."""

    def do(act: Callable[..., object], *given: object) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            act(*given)

    return do


@pytest.fixture
def gallery(english_front) -> GalleryIndexPage:
    return GalleryIndexPageFactory(parent=english_front, locale=english_front.locale)


@pytest.fixture
def albums(gallery) -> list[AlbumPage]:
    """Two albums of one photo each, whose licence lets others use it."""
    made = []
    for _ in range(2):
        album = AlbumPageFactory(parent=gallery, locale=gallery.locale)
        image = SiteImageFactory(licence="cc-by-4.0", credit="Mimoza D.")
        album.photos.add(AlbumPhotoFactory.build(image=image, page=album, locale=album.locale))
        album.save_revision().publish()
        made.append(album)
    return made


@pytest.fixture
def film(gallery) -> VideoPage:
    """A film with captions and a still picture."""
    page = VideoPageFactory(parent=gallery, locale=gallery.locale)
    page.video.poster = SiteImageFactory(licence="cc-by-4.0")
    page.video.save()
    return page


def files_of(image: SiteImage) -> list[str]:
    """Return the addresses of a picture: of the original, and of a size."""
    return [image.file.url, image.get_rendition(SIZE).url]


def files_of_film(page: VideoPage) -> list[str]:
    """Return the addresses of a film, its captions and its still picture."""
    film = page.video
    return [film.url, *(text.captions.url for text in film.texts.all()), *files_of(film.poster)]


def photo_of(album: AlbumPage) -> SiteImage:
    """Return the picture of an album's one photo."""
    return album.photos.get().image


def close(page: AlbumPage) -> None:
    """Let those alone see a page who are signed in."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def move(image: SiteImage) -> None:
    """Move a picture to another collection."""
    image.collection = Collection.get_first_root_node().add_child(name="Held back")
    image.save()


def replace_photo(album: AlbumPage) -> None:
    """Publish an album with another photo in the place of its own."""
    album.photos.remove(album.photos.get())
    other = AlbumPhotoFactory.build(image=SiteImageFactory(), page=album, locale=album.locale)
    album.photos.add(other)
    album.save_revision().publish()


HIDING = {
    "withdrawn": lambda album: album.unpublish(),
    "deleted": lambda album: album.delete(),
    "restricted": close,
    "the gallery restricted": lambda album: close(album.get_parent()),
    "the picture in another collection": lambda album: move(photo_of(album)),
    "the picture deleted": lambda album: photo_of(album).delete(),
    "another photo in its place": replace_photo,
}


@pytest.mark.parametrize("way", HIDING)
def test_the_files_of_what_is_hidden_are_forgotten(albums, copies, commit, way):
    album = albums[0]
    copies.keep(*files_of(photo_of(album)))

    commit(HIDING[way], album.get_latest_revision_as_object())

    assert not copies.kept


def test_the_files_of_other_pages_are_kept(albums, copies, commit):
    others = files_of(photo_of(albums[1]))
    copies.keep(*others)

    commit(albums[0].unpublish)

    assert set(copies.kept) == set(others)


def test_a_collection_that_is_moved_has_its_files_forgotten(albums, copies, commit):
    image = photo_of(albums[0])
    move(image)
    shelf = Collection.get_first_root_node().add_child(name="Shelf")
    copies.keep(*files_of(image))

    def below() -> None:
        collection = image.collection
        collection.move(shelf, pos="sorted-child")
        Collection.objects.get(pk=collection.pk).save()

    commit(below)

    assert not copies.kept


def test_the_files_of_a_film_are_forgotten_with_its_page(film, copies, commit):
    copies.keep(*files_of_film(film))

    commit(film.unpublish)

    assert not copies.kept


def test_the_files_of_a_film_in_another_collection_are_forgotten(film, copies, commit):
    copies.keep(*files_of_film(film))

    commit(move, film.video)

    assert not copies.kept


def test_a_film_that_is_taken_down_takes_its_still_picture_along(
    film, copies, commit, tmp_path, settings
):
    copies.keep(*files_of_film(film))

    commit(lambda: hide_work(work_id=register_film(film).pk, by=UserFactory(administrator=True)))

    assert not copies.kept


def test_captions_that_are_gone_are_forgotten(film, copies, commit):
    text = MediaTextFactory(media=film.video, language="sq")
    copies.keep(text.captions.url)

    commit(text.delete)

    assert not copies.kept


def test_the_picture_of_a_discussion_is_forgotten_with_it(site, copies, commit):
    discussion = DiscussionFactory(picture=ContentFile(b"GIF89a", name="lana.gif"))
    copies.keep(discussion.picture.url)
    discussion.state = Discussion.State.HIDDEN

    commit(lambda: discussion.save(update_fields=["state"]))

    assert not copies.kept


@pytest.mark.parametrize("act", ["its page is withdrawn", "another is drawn"])
def test_the_drawing_of_a_logo_is_forgotten(site, copies, commit, act):
    page = PartnerPageFactory(parent=PartnerIndexPageFactory(parent=site.root_page))
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 15"><path d="M0 0h9"/></svg>'
    drawing = LogoDrawing.objects.create(
        partner=page.partner, version="logo", file=ContentFile(svg, name="logo.svg")
    )
    copies.keep(drawing.file.url)
    drawing = LogoDrawing.objects.get()
    drawing.file = ContentFile(svg, name="other.svg")

    commit(page.unpublish if act == "its page is withdrawn" else drawing.save)

    assert not copies.kept


def words_that_varnish_takes() -> Iterator[str]:
    """Yield the patterns of the words of which Varnish accepts a purge."""
    vcl = Path(portal.BASE_DIR, "deploy/varnish/sheshi.vcl").read_text()
    yield from re.findall(r'X-Purge ~ "(\^.*\$)"', vcl)


def test_varnish_takes_every_kind_of_word(albums, film, copies):
    addresses = [*files_of(photo_of(albums[0])), *files_of_film(film)]
    copies.keep(*addresses)
    words = " ".join(sorted(set().union(*copies.kept.values())))

    (pattern,) = words_that_varnish_takes()

    assert re.fullmatch(pattern, f"{words} r-discussion7")
