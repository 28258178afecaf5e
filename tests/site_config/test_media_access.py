"""What is published can be fetched by its address; drafts and private collections can't."""

import os
from pathlib import Path
from unittest.mock import Mock

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import FileField
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from site_config.media_access import pass_for, rule_for
from site_config.models import SiteImage
from site_config.models.site_settings import Identity
from site_config.public_links import link_public_file
from site_config.withdrawing import withdraw_unpublished_files
from tests.factories.community import DiscussionFactory, UserFactory
from tests.factories.gallery import (
    AlbumPageFactory,
    AlbumPhotoFactory,
    GalleryIndexPageFactory,
    VideoPageFactory,
    stored,
)
from tests.factories.site_config import SiteDocumentFactory, SiteImageFactory
from tests.site_config.documents import link

SIZE = "format-jpeg|width-40"
pytestmark = pytest.mark.django_db


@pytest.fixture
def gallery(english_front):
    """A gallery in English."""
    return GalleryIndexPageFactory(parent=english_front, locale=english_front.locale)


@pytest.fixture
def album(gallery):
    """A published album of one photo whose licence lets others use it."""
    image = SiteImageFactory(licence="cc-by-4.0")
    album = AlbumPageFactory(parent=gallery, locale=gallery.locale)
    album.photos.add(AlbumPhotoFactory.build(image=image, page=album, locale=album.locale))
    album.save_revision().publish()
    return album


@pytest.fixture
def film(gallery):
    """A published film with captions."""
    return VideoPageFactory(parent=gallery, locale=gallery.locale).video


@pytest.fixture
def public_root(settings, tmp_path):
    """The folder from which a web server sends by itself."""
    settings.PUBLIC_MEDIA_ROOT = str(tmp_path / "public")
    return Path(settings.PUBLIC_MEDIA_ROOT)


def files_of(image):
    """Return the addresses of a picture: of the original, and of a size."""
    return [image.file.url, image.get_rendition(SIZE).url]


def fetch(client, url, **query):
    """Ask for a file, and read the answer to its end."""
    response = client.get(url, query)
    response.getvalue()
    return response


def status(client, url):
    """Say how an address answers."""
    return fetch(client, url).status_code


def photo_of(album):
    """Return the picture of an album's one photo."""
    return album.photos.get().image


def close(collection, **kwargs):
    """Open a collection to those alone who are signed in."""
    return CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN, **kwargs
    )


def own_collection(file):
    """Move a file into a collection of its own."""
    file.collection = Collection.get_first_root_node().add_child(name="Held back")
    file.save()
    return file.collection


def test_what_a_public_page_shows_is_for_everybody(client, album):
    for url in files_of(photo_of(album)):
        response = fetch(client, url)
        assert response.status_code == 200, url
        assert response["Cache-Control"].startswith("public")
        assert not response.cookies


def test_the_original_of_a_picture_is_kept_back_where_all_rights_are_reserved(client, album):
    image = photo_of(album)
    SiteImage.objects.filter(pk=image.pk).update(licence="all-rights-reserved")
    original, *sizes = files_of(image)
    assert status(client, original) == 404
    assert {status(client, url) for url in sizes} == {200}


def test_a_picture_in_the_library_alone_is_for_staff(client):
    image = SiteImageFactory()
    assert {status(client, url) for url in files_of(image)} == {404}

    client.force_login(UserFactory(administrator=True))
    for url in files_of(image):
        response = fetch(client, url)
        assert response.status_code == 200
        assert response["Cache-Control"] == "private, no-store"


def test_a_picture_of_a_draft_is_for_staff(client, gallery):
    album = AlbumPageFactory(parent=gallery, locale=gallery.locale, live=False, photos=1)
    assert {status(client, url) for url in files_of(photo_of(album))} == {404}


def test_a_members_account_opens_no_draft(client, gallery):
    album = AlbumPageFactory(parent=gallery, locale=gallery.locale, live=False, photos=1)
    client.force_login(UserFactory())
    response = client.get(files_of(photo_of(album))[1])
    assert response.status_code == 404
    assert response["Cache-Control"] == "private, no-store"


def test_publishing_opens_the_pictures_and_withdrawing_closes_them(client, gallery):
    album = AlbumPageFactory(parent=gallery, locale=gallery.locale, live=False, photos=1)
    url = files_of(photo_of(album))[1]
    album.save_revision().publish()
    assert status(client, url) == 200
    stored(album).unpublish()
    assert status(client, url) == 404


def test_publishing_waits_for_no_worker(client, gallery, monkeypatch):
    monkeypatch.setattr("wagtail.signal_handlers.update_reference_index_task", Mock())
    album = AlbumPageFactory(parent=gallery, locale=gallery.locale, live=False, photos=1)
    album.save_revision().publish()
    assert status(client, files_of(photo_of(album))[1]) == 200


def test_a_restricted_page_shows_its_pictures_to_its_readers_alone(client, album):
    PageViewRestriction.objects.create(page=album, restriction_type=PageViewRestriction.LOGIN)
    url = files_of(photo_of(album))[1]
    assert status(client, url) == 404
    client.force_login(UserFactory())
    response = fetch(client, url)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


def test_a_private_collection_is_closed_even_where_a_page_shows_it(client, album):
    image = photo_of(album)
    close(own_collection(image))
    assert {status(client, url) for url in files_of(image)} == {404}


def test_what_lies_below_a_private_collection_is_private(client, album, film):
    for file in (photo_of(album), film):
        own_collection(file)
    close(Collection.get_first_root_node())
    assert status(client, files_of(photo_of(album))[1]) == 404
    assert status(client, film.url) == 404


def test_a_collection_for_some_groups_is_closed_to_other_members(client, album):
    image = photo_of(album)
    restriction = close(own_collection(image))
    restriction.restriction_type = CollectionViewRestriction.GROUPS
    restriction.save()
    client.force_login(UserFactory())
    assert status(client, files_of(image)[1]) == 404


def test_films_and_captions_are_as_open_as_their_page(client, film):
    captions = film.texts.get().captions.url
    assert status(client, film.url) == status(client, captions) == 200
    film.pages.get().unpublish()
    assert status(client, film.url) == status(client, captions) == 404
    client.force_login(UserFactory(administrator=True))
    assert status(client, film.url) == status(client, captions) == 200


def test_the_still_picture_of_a_film_is_as_open_as_the_film(client, film):
    film.poster = SiteImageFactory()
    film.save()
    url = files_of(film.poster)[1]
    assert status(client, url) == 200
    film.pages.get().unpublish()
    assert status(client, url) == 404


def test_pictures_of_the_whole_portal_are_for_everybody(client, site):
    identity = Identity.for_site(site)
    identity.mark = SiteImageFactory()
    identity.save()
    assert status(client, files_of(identity.mark)[1]) == 200


def test_documents_are_sent_by_their_own_address_alone(client, site):
    document = SiteDocumentFactory()
    link(site.root_page, document)
    assert status(client, document.file.url) == 404
    assert status(client, document.url) == 200
    own_collection(document)
    close(document.collection)
    response = client.get(document.url)
    assert response.status_code == 302
    assert response["Cache-Control"] == "private, no-store"
    client.force_login(UserFactory())
    response = client.get(document.url)
    assert response.getvalue() == b"A plain text."
    assert response["Cache-Control"] == "private, no-store"


def test_a_pass_opens_one_file_of_a_draft(client, gallery):
    album = AlbumPageFactory(parent=gallery, locale=gallery.locale, live=False, photos=2)
    first, second = (photo.image.get_rendition(SIZE) for photo in album.photos.all())
    response = fetch(client, first.url, **{"pass": pass_for(first.file.name)})
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert status(client, f"{second.url}?pass={pass_for(first.file.name)}") == 404
    assert status(client, f"{first.url}?pass=nonsense") == 404


@pytest.mark.parametrize(
    "path",
    ["", "images/", "images/none.jpg", "images/../../db.sqlite3", "none", "images/" + "x" * 4000],
)
def test_what_is_no_file_is_not_found(client, db, path):
    assert client.get(f"/media/{path}").status_code == 404


def test_a_file_of_a_folder_that_no_app_claims_is_sent_to_nobody(client, settings):
    folder = Path(settings.MEDIA_ROOT, "strange")
    folder.mkdir(exist_ok=True)
    (folder / "file.txt").write_text("?")
    client.force_login(UserFactory(administrator=True))
    assert status(client, "/media/strange/file.txt") == 404


def test_every_stored_file_belongs_to_a_folder_with_a_rule():
    unclaimed = {
        f"{field.model.__name__}.{field.name}: {name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, FileField)
        # What lies elsewhere, such as what members send in, has no address below /media/.
        and field.storage.location == default_storage.location
        if rule_for(name := field.generate_filename(model(), "name.png")) is None
    }
    # Say in a `FolderRule` of the app who may have them (see `site_config.media_access`).
    assert unclaimed == set()


def test_many_files_are_looked_at_in_as_many_queries_as_few(album, django_assert_max_num_queries):
    published = rule_for("images/").published
    names = [photo_of(album).get_rendition(SIZE).file.name]
    another = AlbumPageFactory(parent=album.get_parent(), locale=album.locale, photos=5)
    another.save_revision().publish()
    more = [image.get_rendition(SIZE).file.name for image in SiteImage.objects.all()]
    for asked in (names, more):
        with django_assert_max_num_queries(10):
            assert published(asked) == set(asked)


# The folder of the web server --------------------------------------------------------------


def test_a_published_file_is_linked_when_it_is_first_asked_for(client, album, public_root):
    url = files_of(photo_of(album))[1]
    link = public_root / url.removeprefix("/media/")
    assert not link.exists()
    status(client, url)
    status(client, url)
    assert link.is_symlink()
    assert not os.readlink(link).startswith("/")
    assert link.read_bytes()


def test_nothing_private_is_linked(client, gallery, public_root):
    album = AlbumPageFactory(parent=gallery, locale=gallery.locale, live=False, photos=1)
    client.force_login(UserFactory(administrator=True))
    assert status(client, files_of(photo_of(album))[1]) == 200
    assert not public_root.exists()


HIDING = {
    "withdrawn": lambda album: album.unpublish(),
    "deleted": lambda album: album.delete(),
    "restricted": lambda album: PageViewRestriction.objects.create(
        page=album, restriction_type=PageViewRestriction.LOGIN
    ),
    "a closed collection": lambda album: close(own_collection(photo_of(album))),
    "another photo in its place": lambda album: (
        album.photos.remove(album.photos.get()),
        album.photos.add(
            AlbumPhotoFactory.build(image=SiteImageFactory(), page=album, locale=album.locale)
        ),
        album.save_revision().publish(),
    ),
}


def test_the_picture_of_a_discussion_is_hidden_with_it(
    client, site, public_root, django_capture_on_commit_callbacks
):
    discussion = DiscussionFactory(picture=ContentFile(b"GIF89a", name="lana.gif"))
    link = public_root / discussion.picture.name
    assert status(client, discussion.picture.url) == 200
    assert link.is_symlink()
    discussion.state = discussion.State.HIDDEN
    with django_capture_on_commit_callbacks(execute=True):
        discussion.save(update_fields=["state"])
    assert not link.is_symlink()
    assert status(Client(), discussion.picture.url) == 404
    moderator = Client()
    moderator.force_login(UserFactory(administrator=True))
    assert status(moderator, discussion.picture.url) == 200


@pytest.mark.parametrize("way", HIDING)
def test_the_web_server_stops_sending_at_once(
    client, album, public_root, way, django_capture_on_commit_callbacks
):
    url = files_of(photo_of(album))[1]
    status(client, url)
    with django_capture_on_commit_callbacks(execute=True):
        HIDING[way](album.get_latest_revision_as_object())
    assert not (public_root / url.removeprefix("/media/")).exists()
    assert status(Client(), url) == 404


def test_a_file_that_is_withdrawn_while_it_is_linked_stays_withdrawn(
    client, album, public_root, monkeypatch
):
    url = files_of(photo_of(album))[1]

    def withdraw_meanwhile(name):
        type(album).objects.filter(pk=album.pk).update(live=False)
        return link_public_file(name)

    monkeypatch.setattr("site_config.media_access.link_public_file", withdraw_meanwhile)
    assert status(client, url) == 404
    assert not (public_root / url.removeprefix("/media/")).exists()


def test_the_night_finds_what_nothing_told_of(client, album, public_root):
    url = files_of(photo_of(album))[1]
    status(client, url)
    type(album).objects.filter(pk=album.pk).update(live=False)
    assert withdraw_unpublished_files() == [url.removeprefix("/media/")]
    assert withdraw_unpublished_files() == []
