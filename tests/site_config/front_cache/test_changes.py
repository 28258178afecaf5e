"""What moves is forgotten where it was and where it is, and a file wherever it is shown."""

from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Collection, Site

from publications.models import IssuePage
from site_config.document_reading import read_document
from site_config.front_cache import changes
from site_config.front_cache.sending import EVERYTHING
from site_config.front_cache.shown import served, shown
from site_config.models import SiteDocument
from tests import pdf_files
from tests.factories.articles import ArticleIndexPageFactory, ArticlePageFactory
from tests.factories.publications import (
    CollectionPageFactory,
    IssuePageFactory,
    PublicationIndexPageFactory,
    SeriesPageFactory,
)
from tests.site_config.documents import link, stored

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


@pytest.fixture
def forgotten(settings, monkeypatch) -> set[str]:
    """The words that caches in front are told to forget."""
    settings.WAGTAILFRONTENDCACHE = {"cache": {"BACKEND": "wagtail.contrib.frontend_cache"}}
    words: set[str] = set()
    monkeypatch.setattr(changes, "purge_words", words.update)
    return words


def test_a_page_under_another_parent_is_forgotten_with_both(forgotten):
    here, there = ArticleIndexPageFactory(), ArticleIndexPageFactory()
    article = ArticlePageFactory(parent=here)
    unrelated = ArticlePageFactory(parent=here)
    forgotten.clear()

    article.move(there, pos="last-child")

    assert {shown(article.pk), served(article.pk), served(here.pk), served(there.pk)} <= forgotten
    assert shown(unrelated.pk) not in forgotten


@pytest.fixture
def issue(site: Site) -> IssuePage:
    """An issue with a PDF that nobody has read yet."""
    index = PublicationIndexPageFactory(parent=site.root_page)
    series = SeriesPageFactory(parent=CollectionPageFactory(parent=index))
    made = IssuePageFactory(parent=series, document=stored(pdf_files.text_pdf(["Words"])))
    link(made, made.document)
    return made


def replace_file(document: SiteDocument) -> None:
    document.file = ContentFile(pdf_files.text_pdf(["Other words"]), name="other.pdf")
    document.save()


def move_away(document: SiteDocument) -> None:
    document.collection = Collection.get_first_root_node().add_child(name="Private")
    document.save()


@pytest.mark.parametrize(
    "change",
    [
        replace_file,
        move_away,
        lambda document: read_document.func(document.pk),
        lambda document: document.delete(),
    ],
    ids=["another file", "another collection", "read", "deleted"],
)
def test_a_document_that_changes_is_forgotten_wherever_it_is_shown(
    issue: IssuePage, forgotten: set[str], change: Callable[[SiteDocument], None]
):
    unrelated = ArticlePageFactory(parent=ArticleIndexPageFactory())
    document = SiteDocument.objects.get(pk=issue.document_id)
    forgotten.clear()

    change(document)

    series = issue.get_parent()
    assert {shown(issue.pk), served(issue.pk), served(series.pk)} <= forgotten
    assert not {shown(unrelated.pk), EVERYTHING} & forgotten


def test_documents_that_are_moved_many_at_once_are_forgotten_too(
    issue: IssuePage, forgotten: set[str], admin_client
):
    private = Collection.get_first_root_node().add_child(name="Private")
    kind = [SiteDocument._meta.app_label, SiteDocument._meta.model_name]
    address = reverse("wagtail_bulk_action", args=[*kind, "add_to_collection"])
    forgotten.clear()

    admin_client.post(f"{address}?id={issue.document_id}", {"collection": private.pk})

    assert SiteDocument.objects.get(pk=issue.document_id).collection_id == private.pk
    assert shown(issue.pk) in forgotten


def test_a_document_that_is_new_takes_nothing_away(site: Site, forgotten: set[str]):
    stored(pdf_files.text_pdf(["Words"]))

    assert not forgotten
