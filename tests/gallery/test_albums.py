"""Albums: their photos, the words of each, and a page for each."""

import json
import re
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from gallery.models import AlbumPage, AlbumPhoto
from site_config.models import SiteImage
from tests.factories.gallery import AlbumPageFactory, AlbumPhotoFactory, stored
from tests.factories.site_config import SiteImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    return SiteImageFactory(title="IMG_2041.jpg", description="Parasols from above")


@pytest.fixture
def album(city, image):
    """A published album with three photos."""
    page = AlbumPageFactory(parent=city.gallery, locale=city.home.locale, slug="streets")
    for number in range(3):
        AlbumPhotoFactory(
            page=page,
            image=image,
            sort_order=number,
            title=f"Corner {number}",
            caption=f"Seen at {number} o'clock",
        )
    return stored(page)


def body(client, url):
    return client.get(url).content.decode()


def graph(markup):
    """Return what a page tells machines about itself."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', markup, re.DOTALL)
    return json.loads(found[1])["@graph"][2]


# The page of an album ------------------------------------------------------------------------


def test_an_album_shows_its_photos_in_order(client, album):
    album.photos.filter(title="Corner 2").update(sort_order=-1)
    markup = body(client, album.url)
    places = [markup.index(f'class="caption">Corner {number}') for number in (2, 0, 1)]
    assert places == sorted(places)
    assert "3 photos" in markup


def test_each_photo_leads_to_its_page_and_opens_in_the_viewer(client, album):
    photo = album.photos.first()
    link = re.search(rf'<li id="photo-{photo.pk}"><a ([^>]+)>', body(client, album.url))[1]
    assert f'href="{album.url}photo/{photo.pk}/"' in link
    assert f'data-permalink="#photo-{photo.pk}"' in link
    assert 'data-full="/media/' in link
    assert "Smart City Tirana" in link


def test_decoration_has_no_alternative_text_but_a_name_to_follow(client, album, image):
    photo = AlbumPhotoFactory(page=album, image=image, decorative=True, title="", sort_order=9)
    markup = body(client, album.url)
    item = markup[markup.index(f'id="photo-{photo.pk}"') :].partition("</li>")[0]
    assert 'alt=""' in item
    assert "Photo 4, " in item


def test_the_file_name_is_never_printed(client, album):
    assert "IMG_2041" not in body(client, album.url)
    assert "IMG_2041" not in body(client, stored(album).shown_photos[0].url)


def test_an_album_without_photos_says_so(client, city):
    page = AlbumPageFactory(parent=city.gallery, locale=city.home.locale)
    assert "No photos yet" in body(client, page.url)


@pytest.mark.parametrize("photos", [10, 130])
def test_an_album_asks_the_database_rarely(client, city, photos, django_assert_max_num_queries):
    page = large_album(city, photos)
    client.get(page.url)
    with django_assert_max_num_queries(15):
        client.get(page.url)
    last = AlbumPhoto.objects.filter(page=page).in_order().last()
    with django_assert_max_num_queries(15):
        client.get(f"{page.url}{last.route_in_album}")


def large_album(city, photos: int):
    page = AlbumPageFactory(parent=city.gallery, locale=city.home.locale)
    pictures = [SiteImageFactory() for _number in range(2)]
    AlbumPhoto.objects.bulk_create(
        AlbumPhotoFactory.build(
            page=page, image=pictures[number % 2], sort_order=number, locale=page.locale
        )
        for number in range(photos)
    )
    return page


def test_a_large_album_is_read_in_parts(client, city):
    page = large_album(city, 130)
    keys = list(AlbumPhoto.objects.filter(page=page).in_order().values_list("pk", flat=True))

    first, second = (client.get(page.url, query) for query in ({}, {"page": "2"}))

    for response, shown in ((first, keys[:100]), (second, keys[100:])):
        markup = response.content.decode()
        assert [f'id="photo-{key}"' in markup for key in shown] == [True] * len(shown)
        assert markup.count('id="photo-') == len(shown)
        assert "130 photos" in markup
        assert f'data-elsewhere="{page.url}photo/"' in markup
        found = graph(markup)
        assert [image["url"] for image in found["image"]] == [
            f"{page.full_url}photo/{key}/" for key in shown
        ]
    assert 'href="?page=2"' in first.content.decode()
    assert f'rel="canonical" href="{page.full_url}?page=2"' in second.content.decode()
    assert client.get(page.url, {"page": "3"}).status_code == 404


def test_a_photo_leads_back_to_its_part_of_the_album(client, city):
    page = large_album(city, 130)
    keys = list(AlbumPhoto.objects.filter(page=page).in_order().values_list("pk", flat=True))

    markup = client.get(f"{page.url}photo/{keys[100]}/").content.decode()

    assert f'href="{page.url}?page=2#photo-{keys[100]}"' in markup
    assert f'href="{page.url}photo/{keys[99]}/"' in markup
    assert f'href="{page.url}photo/{keys[101]}/"' in markup
    assert "101 of 130" in markup


def test_machines_read_an_album_with_its_photos(client, album, image):
    image.licence, image.source_url = "cc-by-4.0", "https://example.org/photos/1"
    image.save()
    data = graph(body(client, album.url))
    assert data["@type"] == "ImageGallery"
    photo = data["image"][0]
    assert photo["@type"] == "ImageObject"
    assert photo["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert photo["acquireLicensePage"] == "https://example.org/photos/1"
    assert photo["creditText"] == "Smart City Tirana"
    assert photo["caption"] == "Seen at 0 o'clock"
    assert photo["contentUrl"].startswith("http")


# The page of a photo -------------------------------------------------------------------------


def test_a_photo_has_a_page_with_its_words_and_neighbours(client, album, image):
    image.licence, image.source_url = "cc-by-4.0", "https://www.example.org/photos/1"
    image.save()
    first, middle, last = stored(album).shown_photos
    middle.place, middle.taken_on, middle.credit = "New Bazaar", date(2013, 5, 19), "Anila R."
    middle.save()
    response = client.get(middle.url)
    markup = response.content.decode()
    assert response.context["previous"].pk == first.pk
    assert response.context["next"].pk == last.pk
    for words in ("Corner 1", "Seen at 1", "New Bazaar", "19 May 2013", "Anila R.", "2 of 3"):
        assert words in markup
    assert ">example.org</a>" in markup
    assert f'rel="canonical" href="{album.full_url}photo/{middle.pk}/"' in markup
    assert f'href="{album.url}#photo-{middle.pk}"' in markup
    data = graph(markup)
    assert data["mainEntity"]["dateCreated"] == "2013-05-19"
    assert data["mainEntity"]["contentLocation"]["name"] == "New Bazaar"


def test_the_first_and_the_last_photo_have_one_neighbour(client, album):
    first, _middle, last = stored(album).shown_photos
    assert client.get(first.url).context["previous"] is None
    assert client.get(last.url).context["next"] is None


@pytest.mark.parametrize(
    "path", ["photo/0/", "photo/999999/", f"photo/{10**30}/", "photo/-1/", "photo/abc/", "photo/"]
)
def test_a_photo_that_is_not_there_is_not_found(client, album, path):
    assert client.get(f"{album.url}{path}").status_code == 404


def test_a_photo_of_another_album_is_not_found(client, city, album):
    other = AlbumPageFactory(parent=city.gallery, locale=city.home.locale)
    photo = AlbumPhotoFactory(page=other)
    assert client.get(f"{album.url}photo/{photo.pk}/").status_code == 404


# Lists ---------------------------------------------------------------------------------------


def test_the_cover_is_the_first_photo_unless_one_is_chosen(album, image):
    assert AlbumPage.objects.for_listing().get().cover == image
    assert stored(album).cover == image
    album.listing_image = SiteImageFactory()
    album.save()
    assert AlbumPage.objects.for_listing().get().cover == album.listing_image


def test_cards_ask_the_database_equally_often(city, rf, django_assert_max_num_queries):
    picture = SiteImageFactory()
    request = rf.get("/")
    counts = []
    for _round in range(2):
        for _number in range(3):
            page = AlbumPageFactory(parent=city.gallery, locale=city.home.locale)
            for order in range(2):
                AlbumPhotoFactory(page=page, image=picture, sort_order=order)
        with django_assert_max_num_queries(20) as asked:
            for page in AlbumPage.objects.for_listing():
                card = render_to_string(page.card_template, {"page": page, "request": request})
                assert "2 photos" in card
        counts.append(len(asked))
    # The first round also asks for the site, which the request then remembers.
    assert counts[1] <= counts[0]


def test_the_mosaic_shows_the_first_photos(album, rf):
    photos = album.first_photos_of(2)
    markup = render_to_string("gallery/includes/mosaic.html", {"photos": photos})
    assert markup.count("<li>") == 2
    assert f'href="{album.url}photo/{photos[0].pk}/"' in markup
    assert "data-lightbox" in markup


def test_a_search_finds_an_album_by_what_its_photos_show(album):
    album.save()
    assert album in list(AlbumPage.objects.search("parasols market"))


def test_staff_see_covers_and_numbers(staff, album):
    page = staff.get(reverse("albums:index")).content.decode()
    assert album.title in page
    assert re.search(r'<img src="/media/images/[^"]+fill-120x80[^"]+"', page)
    assert re.search(r"<td[^>]*>\s*3\s*</td>", page)
    assert re.search(r"<td[^>]*>\s*2014\s*</td>", page)
    assert staff.get(reverse("albums:index") + "?ordering=-counted_photos").status_code == 200


# Words of a photo ----------------------------------------------------------------------------


def test_a_photo_is_decoration_or_described(album, image):
    with pytest.raises(IntegrityError), transaction.atomic():
        AlbumPhotoFactory(page=album, image=image, is_decorative=True)


def test_a_photo_is_known_by_its_words(image):
    photo = AlbumPhoto(image=image)
    assert (photo.heading, photo.full_caption, str(photo)) == ("", "", "IMG_2041.jpg")
    photo.alt_text = "Parasols"
    assert photo.heading == "Parasols"
    photo.caption = "At noon"
    assert photo.full_caption == "At noon – Smart City Tirana"


# The editor's form ---------------------------------------------------------------------------


def photo_row(image, **given):
    row = {"image": image.pk, "title": "", "alt_text": "", "caption": "", "place": ""}
    return row | {"taken_on": "", "credit": ""} | given


def form(rows, **given):
    """Return what the editor's form sends."""
    values = {
        "title": "Streets",
        "slug": "streets-2",
        "date": "2014-04-12",
        "summary": "",
        "text": "null",
        "photos": inline_formset(rows),
        "listing_image": "",
        "listing_image_alt": "",
        "drawing": "",
        "social_title": "",
        "social_text": "",
        "seo_title": "",
        "search_description": "",
        "review_owner": "",
        "review_by": "",
        "comments": inline_formset([]),
    }
    return nested_form_data(values | given)


def send(staff, gallery, rows, **given):
    address = reverse("wagtailadmin_pages:add", args=["gallery", "albumpage", gallery.pk])
    return staff.post(address, form(rows, **given))


PUBLISH = {"action-publish": "1"}


def test_photos_are_added_at_once_and_described_later(staff, city, image):
    send(staff, city.gallery, [photo_row(image), photo_row(image)])
    page = AlbumPage.objects.get()
    assert not page.live
    assert [photo.alt_text for photo in page.photos.all()] == ["", ""]


def test_publishing_asks_what_each_photo_shows(staff, city, image):
    answer = send(staff, city.gallery, [photo_row(image)], **PUBLISH)
    problems = answer.context["form"].formsets["photos"].forms[0].errors
    assert "Say what the photo shows" in problems["alt_text"][0]
    assert not AlbumPage.objects.exists()


def test_publishing_asks_who_made_each_photo(staff, city, image):
    SiteImage.objects.filter(pk=image.pk).update(credit="")
    rows = [photo_row(image, alt_text="A wall"), photo_row(image, alt_text="A", credit="Mimoza D.")]
    answer = send(staff, city.gallery, rows, **PUBLISH)
    problems = [form.errors for form in answer.context["form"].formsets["photos"].forms]
    assert "who made" in str(problems[0]["credit"])
    assert "credit" not in problems[1]


def test_described_and_decorative_photos_are_published(staff, city, image):
    rows = [photo_row(image, alt_text="Parasols"), photo_row(image, is_decorative="on")]
    answer = send(staff, city.gallery, rows, **PUBLISH)
    assert answer.status_code == 302, answer.context["form"].errors
    assert AlbumPage.objects.get().live


def test_in_the_main_language_the_words_of_the_picture_are_taken(staff, root, locales, image):
    from home.models import HomePage
    from tests.factories.gallery import GalleryIndexPageFactory

    home = HomePage(title="Smart City", slug="sq-city", locale=locales["sq"])
    root.add_child(instance=home)
    gallery = GalleryIndexPageFactory(parent=home, locale=locales["sq"])
    answer = send(staff, gallery, [photo_row(image)], **PUBLISH)
    assert answer.status_code == 302, answer.context["form"].formsets["photos"].errors
    assert AlbumPage.objects.get().photos.get().alt_text == "Parasols from above"


def test_a_photo_can_not_be_both_described_and_decorative(staff, city, image):
    rows = [photo_row(image, alt_text="Parasols", is_decorative="on")]
    answer = send(staff, city.gallery, rows)
    problems = answer.context["form"].formsets["photos"].forms[0].errors
    assert "no decoration" in problems["is_decorative"][0]


def test_an_album_without_photos_is_not_published(staff, city):
    answer = send(staff, city.gallery, [], **PUBLISH)
    assert "at least one photo" in str(answer.context["form"].non_field_errors())


def test_the_preview_shows_photos_that_are_not_stored(staff, city, image):
    address = reverse(
        "wagtailadmin_pages:preview_on_add", args=["gallery", "albumpage", city.gallery.pk]
    )
    data = form([photo_row(image, alt_text="Parasols", title="Noon")])
    assert staff.post(address, data).json()["is_valid"]
    page = staff.get(f"{address}?mode=").content.decode()
    assert "Noon" in page
    assert 'alt="Parasols"' in page
