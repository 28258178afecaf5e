"""Words are found on the pages of public documents, and nothing leaks from others."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from modelsearch.conf import get_app_config
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from site_config.document_index import index_documents
from site_config.document_search import describe_pages, find_pages, search_document
from site_config.models import DocumentPage, SiteDocument
from tests import pdf_files
from tests.site_config.documents import link, read, stored, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site) -> Page:
    """A published page in Albanian."""
    return site.root_page


@pytest.fixture
def document(page) -> SiteDocument:
    """A PDF of nine pages that the page links to."""
    made = read(pdf_files.text_pdf(words_of(range(1, 10))))
    link(page, made)
    return made


def indexed() -> int:
    """Return how many pages of documents the index holds."""
    entries = get_app_config().get_model("IndexEntry").objects
    return entries.filter(content_type=ContentType.objects.get_for_model(DocumentPage)).count()


def found(client, words: str) -> bool:
    """Say whether the portal's search shows a page of the plan for these words."""
    return b"#page=" in client.get("/sq/search/", {"q": words}).content


def test_a_word_is_found_on_its_page_with_the_words_around_it(document):
    (hit,) = search_document(document, "kaleidoskop7", 10)

    assert hit.number == 7
    assert hit.url == f"{document.url}#page=7"
    assert "<mark>kaleidoskop7</mark>" in hit.text
    assert "On page 7 of the plan" in hit.text


def test_the_portals_search_names_the_page_and_opens_it(client, document):
    text = client.get("/sq/search/", {"q": "kaleidoskop7"}).content.decode()

    assert f'data-visit-href="{document.url}#page=7"' in text
    assert 'data-visits="/visits/"' in text
    assert "faqja 7" in text
    assert "<mark>kaleidoskop7</mark>" in text


def test_accents_do_not_matter(page):
    accented = read(pdf_files.text_pdf(["Kafe\xeb n\xeb Tiran\xeb, vet\xebm sot."]))
    link(page, accented)

    assert [hit.number for hit in search_document(accented, "tirane", 5)] == [1]


def test_signs_alone_find_nothing(document):
    assert search_document(document, '"*()', 5) == []


def test_no_more_pages_are_returned_than_asked_for(document):
    assert [hit.number for hit in search_document(document, "plan", 3)] == [1, 2, 3]


def test_only_documents_of_published_pages_are_in_the_index(document, page):
    loose = read(pdf_files.text_pdf(words_of([50])))
    assert loose.text_pages.count() == 1
    assert indexed() == 9

    Page.objects.filter(pk=page.pk).update(live=False)
    index_documents.func()

    assert indexed() == 0


def test_writing_the_whole_index_anew_keeps_other_documents_out(document):
    read(pdf_files.text_pdf(["A word of a draft that nobody links to."]))
    before = indexed()

    call_command("wagtail_update_index", verbosity=0)

    assert indexed() == before


def test_a_withdrawn_page_takes_its_documents_out_of_the_search_at_once(client, document, page):
    assert found(client, "kaleidoskop7")

    # The index has not heard of it yet.
    Page.objects.filter(pk=page.pk).update(live=False)

    assert indexed() == 9
    assert not found(client, "kaleidoskop7")
    assert not find_pages(None).exists()


def test_documents_of_restricted_pages_are_not_found(client, document, page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert not found(client, "kaleidoskop7")
    index_documents.func()
    assert indexed() == 0


def test_documents_of_private_collections_are_not_found(client, document):
    hidden = Collection.get_first_root_node().add_child(name="Hidden")
    rule = CollectionViewRestriction.objects.create(
        collection=hidden, restriction_type=CollectionViewRestriction.GROUPS
    )
    rule.groups.add(Group.objects.create(name="Readers"))
    document.collection = hidden
    document.save()

    assert not found(client, "kaleidoskop7")
    index_documents.func()
    assert indexed() == 0


def test_a_replaced_file_is_no_longer_found_by_its_old_words(document):
    from django.core.files.base import ContentFile

    document.file = ContentFile(pdf_files.text_pdf(["Other words."]), name="new.pdf")
    document.save()

    assert indexed() == 0
    assert search_document(document, "kaleidoskop7", 5) == []


@pytest.mark.parametrize("documents", [1, 12])
def test_results_take_as_many_queries_for_many_documents(
    page, django_assert_max_num_queries, documents
):
    made = [read_by_hand(number) for number in range(documents)]
    link(page, *made)
    rows = list(find_pages(None))
    assert len(rows) == documents

    with django_assert_max_num_queries(6):
        assert len(describe_pages(rows)) == documents


def read_by_hand(number: int) -> SiteDocument:
    """Return a document with one page of words, past any file."""
    document = stored(b"%PDF-1.7 no matter what", f"plan-{number}.pdf")
    SiteDocument.objects.filter(pk=document.pk).update(reading_state="read", page_count=1)
    DocumentPage.objects.create(document=document, number=1, text="Words of a page.")
    return document
