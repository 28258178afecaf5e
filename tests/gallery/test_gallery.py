"""The front of the gallery: what it shows, in which order, and what filters leave."""

from datetime import date, timedelta

import pytest
from wagtail.models import PageViewRestriction

from gallery.models import AlbumPhoto
from tests.factories.community import UserFactory
from tests.factories.gallery import AlbumPageFactory, AlbumPhotoFactory, VideoPageFactory
from tests.factories.site_config import SiteImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def pictures():
    """A few pictures for many photos: making their sizes takes the test's time."""
    return [SiteImageFactory() for _number in range(2)]


def filled(city, pictures, photos, videos=3):
    """Fill the gallery with two albums and some films."""
    for slug, day in (("streets", date(2014, 4, 12)), ("green", date(2013, 10, 26))):
        album = AlbumPageFactory(
            parent=city.gallery, title=slug.title(), slug=slug, date=day, locale=city.home.locale
        )
        AlbumPhoto.objects.bulk_create(
            AlbumPhotoFactory.build(page=album, image=pictures[number % 2], sort_order=number)
            for number in range(photos // 2)
        )
    for number in range(videos):
        VideoPageFactory(
            parent=city.gallery,
            slug=f"film-{number}",
            date=date(2014, 5, 1) + timedelta(days=number),
            listing_image=pictures[0] if number % 2 else None,
            video__poster=pictures[1],
            locale=city.home.locale,
        )
    return city.gallery


def shown(response):
    """Return what a page of the gallery lists."""
    return [item["shown"] for item in response.context["items"]]


def test_photos_and_films_stand_together_the_newest_first(client, city, pictures):
    filled(city, pictures, photos=4)
    titles = [str(item) for item in shown(client.get(city.gallery.url))]
    assert len(titles) == 7
    assert [title.split()[0] for title in titles] == ["Video"] * 3 + ["Photo"] * 4


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("kind=photos", 4),
        ("kind=videos", 3),
        ("album=green", 2),
        ("year=2014", 5),
        ("year=2013", 2),
        ("kind=videos&year=2014", 3),
        ("kind=videos&year=2013", 0),
        ("", 7),
        ("kind=&album=&year=", 7),
    ],
)
def test_filters_leave_what_was_asked_for(client, city, pictures, query, count):
    filled(city, pictures, photos=4)
    response = client.get(f"{city.gallery.url}?{query}")
    assert response.status_code == 200
    assert response.context["page_obj"].paginator.count == count


@pytest.mark.parametrize(
    "query",
    [
        "kind=songs",
        "album=none",
        "kind=videos&album=green",
        "year=1999",
        "year=abcd",
        "year=%D9%A2%D9%A0%D9%A1%D9%A4",
        "page=0",
        "page=-1",
        "page=abc",
        "page=1e9",
        "page=99",
        "album=" + "x" * 100_000,
    ],
)
def test_addresses_that_lead_nowhere_are_not_found(client, city, pictures, query):
    filled(city, pictures, photos=4)
    assert client.get(f"{city.gallery.url}?{query}").status_code == 404


@pytest.mark.parametrize("query", ["album=%00", "year=%00", "kind=%FF"])
def test_malformed_addresses_are_refused(client, city, query):
    assert client.get(f"{city.gallery.url}?{query}").status_code == 400


@pytest.mark.parametrize("photos", [10, 1000])
def test_the_front_asks_the_database_rarely(
    client, city, pictures, photos, django_assert_max_num_queries
):
    gallery = filled(city, pictures, photos=photos, videos=photos // 5)
    client.get(gallery.url)
    with django_assert_max_num_queries(15):
        client.get(gallery.url)
    with django_assert_max_num_queries(15):
        client.get(f"{gallery.url}?year=2013&page=1")


@pytest.mark.parametrize("photos", [10, 1000])
def test_an_album_asks_the_database_rarely(
    client, city, pictures, photos, django_assert_max_num_queries
):
    album = filled(city, pictures, photos=photos, videos=0).get_children().first().specific
    first = album.photos.first().url
    for url in (album.url, first):
        client.get(url)
        with django_assert_max_num_queries(15):
            client.get(url)


def test_what_stands_below_the_first_screen_is_loaded_when_it_is_needed(client, city, pictures):
    filled(city, pictures, photos=20)
    body = client.get(city.gallery.url).content.decode()
    tiles = body.split('<ul class="masonry"')[1].split("</ul>")[0].split("<img ")[1:]
    assert 'fetchpriority="high"' in tiles[0]
    assert all('loading="lazy"' in tile for tile in tiles[1:])
    assert all('width="' in tile and 'height="' in tile for tile in tiles)


def test_an_empty_gallery_says_so(client, city):
    assert "No photos yet" in client.get(city.gallery.url).content.decode()


def test_what_is_hidden_is_not_listed(client, city, pictures):
    filled(city, pictures, photos=4)
    green = city.gallery.get_children().get(slug="green")
    PageViewRestriction.objects.create(page=green, restriction_type=PageViewRestriction.LOGIN)
    film = city.gallery.get_children().get(slug="film-0").specific
    film.unpublish()
    response = client.get(city.gallery.url)
    assert response.context["collection"].counts == {"all": 4, "photos": 2, "videos": 2}
    assert {str(item) for item in shown(response)}.isdisjoint({"Green", str(film)})


def test_pages_keep_the_filters(client, city, pictures):
    filled(city, pictures, photos=60)
    page = client.get(f"{city.gallery.url}?kind=photos&page=2").content.decode()
    assert 'href="?kind=photos&amp;page=3"' in page


def test_albums_stand_below_the_first_page_alone(client, city, pictures):
    filled(city, pictures, photos=60)
    assert 'id="albums"' in client.get(city.gallery.url).content.decode()
    assert 'id="albums"' not in client.get(f"{city.gallery.url}?page=2").content.decode()


def test_the_invitation_appears_when_staff_wrote_one(client, city):
    assert 'id="add"' not in client.get(city.gallery.url).content.decode()
    city.gallery.add_title = "Add yours"
    city.gallery.save()
    assert 'id="add"' in client.get(city.gallery.url).content.decode()


def test_a_visitor_gets_no_cookie(client, city, pictures):
    filled(city, pictures, photos=4)
    response = client.get(city.gallery.url)
    assert not response.cookies
    assert "public" in response["Cache-Control"]


def test_a_gallery_for_members_holds_for_them_what_it_holds(client, city):
    photo = AlbumPhotoFactory(page=AlbumPageFactory(parent=city.gallery, locale=city.home.locale))
    films = [VideoPageFactory(parent=city.gallery, locale=city.home.locale) for _film in range(2)]
    city.gallery.view_restrictions.create(restriction_type="login")
    client.force_login(UserFactory())

    html = client.get(city.gallery.url).content.decode()

    assert photo.url in html
    assert films[0].url in html
    assert films[0].url in client.get(films[1].url).content.decode()
