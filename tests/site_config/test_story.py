"""A story stands without a picture, film or file that is gone, or not chosen yet."""

import re
from uuid import uuid4

import pytest
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.models import HomePage, StandardPage
from site_config.models import SiteDocument, SiteImage
from tests import pdf_files
from tests.factories.home import StandardPageFactory, stream
from tests.factories.site_config import SiteDocumentFactory, SiteImageFactory
from tests.site_config.documents import read, words_of

pytestmark = pytest.mark.django_db


def picture(image: SiteImage | None, caption: str = "") -> dict:
    """Return a picture block as the database holds it."""
    words = {"alt_text": "Lime trees.", "decorative": False} if image else {}
    return {"picture": {"image": image and image.pk} | words, "caption": caption}


def gallery(*pictures: dict) -> tuple[str, dict]:
    items = [{"type": "item", "id": str(uuid4()), "value": value} for value in pictures]
    return "gallery", {"title": "The planting", "pictures": items}


def told(front: HomePage, *blocks: tuple) -> StandardPage:
    return StandardPageFactory(parent=front, slug="told", story=stream(*blocks))


def preview(page: StandardPage, *blocks: tuple) -> str:
    page.story = stream(*blocks)
    response = page.make_preview_request().render()
    assert response.status_code == 200
    return response.content.decode()


def test_a_picture_that_is_gone_is_left_out_with_its_words(client, english_front):
    image = SiteImageFactory()
    page = told(english_front, ("picture", picture(image, "Limes on the boulevard")))
    image.delete()

    answer = client.get(page.url)

    assert answer.status_code == 200
    assert "Limes on the boulevard" not in answer.content.decode()
    assert "<figure" not in answer.content.decode()


def test_a_gallery_shows_the_pictures_that_are_left(client, english_front):
    gone, left = SiteImageFactory(), SiteImageFactory()
    blocks = gallery(picture(gone, "The first"), picture(left, "The second"))
    page = told(english_front, blocks)
    gone.delete()

    answer = client.get(page.url)

    html = answer.content.decode()
    assert answer.status_code == 200
    assert ("The first" in html, "The second" in html) == (False, True)


def test_a_gallery_without_any_picture_is_left_out(client, english_front):
    page = told(english_front, gallery(picture(SiteImageFactory()), picture(SiteImageFactory())))
    SiteImage.objects.all().delete()

    answer = client.get(page.url)

    assert answer.status_code == 200
    assert "The planting" not in answer.content.decode()


@pytest.mark.parametrize(
    "block",
    [
        ("picture", picture(None)),
        gallery(picture(None), picture(None)),
        ("embed", {"url": "", "title": ""}),
        ("document", {"document": None, "title": ""}),
    ],
    ids=lambda block: block[0],
)
def test_what_is_not_chosen_yet_is_left_out_of_the_preview(english_front, block):
    page = told(english_front)

    before, after = preview(page), preview(page, block)

    for mark in ("<figure", "<li", 'class="download"'):
        assert after.count(mark) == before.count(mark)


def test_a_film_that_nobody_can_play_is_left_out(english_front):
    page = told(english_front)

    html = preview(page, ("embed", {"url": "https://example.org/film", "title": "A walk"}))

    assert "A walk" not in html


def test_a_document_stands_with_its_kind_size_and_pages(client, english_front):
    document = read(pdf_files.text_pdf(words_of(range(1, 8))))
    page = told(english_front, ("document", {"document": document.pk, "title": "The plan"}))

    html = " ".join(client.get(page.url).content.decode().split())

    assert re.search(r"The plan</span></a> <span [^>]+> ?PDF, [\d.]+\W+KB, 7 pages ?</span>", html)


def test_a_document_that_is_gone_leaves_no_empty_link(client, english_front):
    document = SiteDocumentFactory()
    page = told(english_front, ("document", {"document": document.pk, "title": "The plan"}))
    assert "The plan" in client.get(page.url).content.decode()
    SiteDocument.objects.all().delete()

    answer = client.get(page.url)

    assert answer.status_code == 200
    assert "The plan" not in answer.content.decode()


def test_headings_of_the_same_words_have_places_of_their_own(client, english_front):
    words = ("Programme", "Programme", "Questions about this page", "Contact", "Below")
    headings = [("heading", {"text": text, "level": "h2"}) for text in words]
    page = StandardPageFactory(
        parent=english_front, slug="told", story=stream(*headings), contact_email="a@example.org"
    )
    StandardPageFactory(parent=page, slug="child")

    html = client.get(page.url).content.decode()

    places = re.findall(r' id="([^"]*)"', html)
    assert len(places) == len(set(places))
    assert len([place for place in places if place.startswith("programme-")]) == 2


@pytest.mark.parametrize("field", ["story", "sections"])
def test_a_page_is_translated_without_a_picture_that_is_gone(english_front, locales, field):
    image = SiteImageFactory()
    shown = picture(image, "Planted in April")
    if field == "story":
        english_front.copy_for_translation(locales["sq"]).save_revision().publish()
        page = told(english_front, ("picture", shown))
    else:
        page = english_front
        page.sections = stream(("media", {"title": "Planted in April", "lead": ""} | shown))
    page.save_revision().publish()
    image.delete()

    source, _made = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locales["sq"])
    for segment in StringSegment.objects.filter(source=source):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=locales["sq"],
            context=segment.context,
            data=f"{segment.string.data} (sq)",
        )
    translation.save_target(publish=True)

    translated = page.get_translation(locales["sq"])
    assert "Planted in April (sq)" in str(getattr(translated, field).raw_data[0])
