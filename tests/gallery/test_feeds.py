"""Programs and search engines find photos and films, with whose they are."""

from datetime import date

import feedparser
import pytest
from defusedxml import ElementTree
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from gallery.structured_data import PICTURE_SPEC
from tests.factories.gallery import AlbumPageFactory, AlbumPhotoFactory, VideoPageFactory
from tests.factories.site_config import SiteImageFactory

pytestmark = pytest.mark.django_db

MEDIA = "{http://search.yahoo.com/mrss/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
VIDEO = "{http://www.google.com/schemas/sitemap-video/1.1}"


@pytest.fixture
def image():
    """A picture in the size that other programs are shown."""
    image = SiteImageFactory(licence="cc-by-4.0", credit="Mimoza D.")
    image.get_rendition(PICTURE_SPEC)
    return image


@pytest.fixture
def album(city, image):
    """An album of three photos."""
    album = AlbumPageFactory(parent=city.gallery, locale=city.home.locale, slug="streets")
    for order in range(3):
        AlbumPhotoFactory(page=album, image=image, sort_order=order, caption="At noon")
    return album


@pytest.fixture
def film(city, image):
    """A captioned film with a still picture."""
    return VideoPageFactory(
        parent=city.gallery, locale=city.home.locale, slug="lana", video__poster=image
    )


def read(client, url):
    """Fetch a document and read it as XML."""
    answer = client.get(url)
    assert answer.status_code == 200
    assert not answer.cookies
    return ElementTree.fromstring(answer.content)


def test_the_feed_brings_photos_and_films_with_their_files(client, city, album, film):
    found = feedparser.parse(client.get(f"{city.gallery.url}feed/").content)
    assert not found.bozo
    assert len(found.entries) == 4
    newest, *photos = found.entries
    assert newest.media_content[0]["medium"] == "video"
    assert newest.media_content[0]["duration"] == "8"
    assert {photo.media_content[0]["medium"] for photo in photos} == {"image"}
    assert all(photo.media_thumbnail[0]["url"].endswith(".jpg") for photo in photos)


def test_the_feed_says_whose_a_photo_is_and_what_others_may_do(client, album):
    item = read(client, f"{album.url}feed/").find("channel/item")
    assert item.findtext(f"{MEDIA}credit") == "Mimoza D."
    assert item.find(f"{MEDIA}license").get("href").startswith("https://creativecommons.org/")
    assert item.findtext("link").startswith(f"http://testserver{album.url}photo/")


def test_the_feed_brings_captions(client, city, film):
    item = read(client, f"{city.gallery.url}feed/").find("channel/item")
    track = item.find(f"{MEDIA}subTitle")
    assert track.get("lang") == "en"
    assert track.get("href").startswith("http")


def test_a_photo_from_before_time_zones_has_a_day_that_others_can_read(client, album):
    album.photos.update(taken_on=date(1899, 5, 1))
    item = read(client, f"{album.url}feed/").find("channel/item")
    assert item.findtext("pubDate") == "Mon, 01 May 1899 00:00:00 +0119"


def test_an_empty_gallery_has_an_empty_feed(client, city):
    assert read(client, f"{city.gallery.url}feed/").find("channel/item") is None


def test_pages_lead_to_their_feed(client, city, album):
    for page in (city.gallery, album):
        assert f'href="http://testserver{page.url}feed/"' in client.get(page.url).content.decode()


def test_no_album_stands_where_the_feed_is(city):
    with pytest.raises(ValidationError, match="address of the gallery itself"):
        AlbumPageFactory(parent=city.gallery, locale=city.home.locale, slug="feed")


def test_the_sitemap_of_photos_names_each_page_and_file(client, album):
    urls = read(client, "/sitemap-photos.xml").findall(f"{SITEMAP}url")
    assert len(urls) == 3
    for url in urls:
        assert client.get(url.findtext(f"{SITEMAP}loc")).status_code == 200
        assert url.findtext(f"{IMAGE}image/{IMAGE}loc").startswith("http")


def test_the_sitemap_of_films_names_what_its_format_requires(client, film):
    found = read(client, "/sitemap-films.xml").find(f"{SITEMAP}url/{VIDEO}video")
    for name in ("thumbnail_loc", "title", "description", "content_loc", "duration"):
        assert found.findtext(f"{VIDEO}{name}"), name


def test_what_is_hidden_stands_in_no_list(client, city, album, film):
    film.unpublish()
    PageViewRestriction.objects.create(page=album, restriction_type=PageViewRestriction.LOGIN)
    assert len(read(client, "/sitemap-photos.xml")) == 0
    assert len(read(client, "/sitemap-films.xml")) == 0
    assert read(client, f"{city.gallery.url}feed/").find("channel/item") is None


def test_crawlers_are_told_of_every_sitemap(client, site):
    robots = client.get("/robots.txt").content.decode()
    for name in ("sitemap", "sitemap-photos", "sitemap-films"):
        assert f"Sitemap: http://testserver/{name}.xml" in robots


@pytest.mark.parametrize("count", [5, 60])
def test_lists_ask_as_often_for_many_photos_as_for_few(
    client, city, album, film, image, count, django_assert_max_num_queries
):
    for order in range(count):
        AlbumPhotoFactory(page=album, image=image, sort_order=order)
    for url in ("/sitemap-photos.xml", f"{city.gallery.url}feed/", f"{album.url}feed/"):
        client.get(url)
        with django_assert_max_num_queries(20):
            client.get(url)


def test_the_feed_of_a_large_album_begins_with_what_was_added_last(client, album, monkeypatch):
    monkeypatch.setattr("gallery.feeds.ITEMS", 3)
    late = AlbumPhotoFactory(page=album, image=album.photos.first().image, sort_order=99)

    first, *others = feedparser.parse(client.get(f"{album.url}feed/").content).entries

    assert first.link.endswith(late.url)
    assert len(others) == 2


def test_the_feed_of_the_gallery_brings_what_was_added_to_an_old_album(
    client, city, album, monkeypatch
):
    monkeypatch.setattr("gallery.feeds.ITEMS", 3)
    old = AlbumPageFactory(
        parent=city.gallery, locale=city.home.locale, slug="old", date=date(2001, 1, 1)
    )
    late = AlbumPhotoFactory(page=old, image=album.photos.first().image)

    found = feedparser.parse(client.get(f"{city.gallery.url}feed/").content).entries

    assert sum(entry.link.endswith(late.url) for entry in found) == 1
    assert len(found) == 4
