"""Pages stand without what they showed, or don't show yet: pictures, files, words that are missing.

Whoever gave a picture may take it back, and editors look at drafts before all is chosen.
"""

import json
from itertools import groupby, islice

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex, get_page_models

from articles.models import ArticleIndexPage, ArticlePage
from gallery.models import GalleryIndexPage
from home.models import HomePage
from partners.models import PartnerPage
from publications.models import BookPage, PublicationIndexPage, SeriesPage
from site_config.models import BasePage, SiteDocument, SiteImage
from tests.demo_pages import get
from tests.empty_blocks import empty_stream

pytestmark = pytest.mark.usefixtures("demo", "db")

SEVERAL = 4

PAGE_TYPES = sorted(
    (model for model in get_page_models() if issubclass(model, BasePage)),
    key=lambda model: model._meta.label,
)


def streams_of(model: type[Model]) -> list[StreamField]:
    return [field for field in model._meta.get_fields() if isinstance(field, StreamField)]


COMPOSED = [model for model in PAGE_TYPES if streams_of(model)]


def shows_files() -> list[Page]:
    """Return a few pages of each type, in English, that show a picture or a document."""
    kinds = ContentType.objects.get_for_models(SiteImage, SiteDocument).values()
    shown = ReferenceIndex.objects.filter(to_content_type__in=kinds)
    numbers = {int(number) for number in shown.values_list("object_id", flat=True)}
    pages = Page.objects.live().filter(pk__in=numbers, locale__language_code="en")
    by_type = groupby(pages.order_by("content_type", "pk"), key=lambda page: page.content_type_id)
    return [page.specific for _type, alike in by_type for page in islice(alike, SEVERAL)]


def lose_all_files() -> None:
    """Delete every picture and every document, as staff and those who gave them may."""
    # A logo can't be deleted while a partner's page shows it.
    PartnerPage.objects.update(logo=None, logo_white=None, logo_print=None)
    SiteImage.objects.all().delete()
    SiteDocument.objects.all().delete()
    for alias in ("default", "renditions"):
        caches[alias].clear()


def below(model: type[Page], *ends: str) -> list[str]:
    page = model.objects.live().filter(locale__language_code="en").first()
    return [f"{page.url}{end}" for end in ends]


def test_what_has_lost_its_files_is_shown():
    pages = shows_files()
    addresses = [
        *(page.url for page in pages),
        *below(ArticleIndexPage, "feed/", "feed/atom/"),
        *below(GalleryIndexPage, "", "feed/"),
        *below(SeriesPage, "feed/", "feed/atom/"),
        *below(PublicationIndexPage, "", "opds/new/", "opds2/new/"),
        *("/sitemap.xml", "/sitemap-photos.xml", "/sitemap-films.xml"),
        f"{reverse('search')}?q=tirana",
    ]
    lose_all_files()

    answers = [get(Client(), url) for url in addresses]

    assert {answer.url: answer.status for answer in answers if answer.status != 200} == {}
    assert {ArticlePage, BookPage, HomePage, PartnerPage} < {type(page) for page in pages}


@pytest.mark.parametrize("model", COMPOSED, ids=lambda model: model._meta.label)
def test_a_draft_with_unfinished_blocks_is_previewed(model):
    page = model.objects.live().filter(locale__language_code="en").first()
    for field in streams_of(model):
        setattr(page, field.name, json.dumps(empty_stream(field.stream_block)))

    answers = [page.make_preview_request(preview_mode=mode) for mode, _name in page.preview_modes]

    for answer in answers:
        if hasattr(answer, "render"):
            answer.render()
    assert {answer.status_code for answer in answers} == {200}
