"""Documents are served whole, in parts or not at all, to those who may read a page with them."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from site_config.models import SiteDocument
from tests import pdf_files
from tests.factories.community import UserFactory
from tests.site_config.documents import link, read, stored

pytestmark = pytest.mark.django_db
CONTENT = pdf_files.text_pdf(["Words."])


@pytest.fixture(autouse=True)
def closed_answers(monkeypatch):
    """Close every answer at the end, as a server does: tests look at heads more than at bodies."""
    answers = []
    send = Client.request

    def keep(self, **request):
        answers.append(send(self, **request))
        return answers[-1]

    monkeypatch.setattr(Client, "request", keep)
    yield
    for answer in answers:
        answer.close()


@pytest.fixture
def page(site) -> Page:
    """A published page."""
    return site.root_page


@pytest.fixture
def document(page) -> SiteDocument:
    """A PDF that a published page links to."""
    made = read(CONTENT)
    link(page, made)
    return made


@pytest.fixture
def hidden() -> Collection:
    """A collection for members of one group."""
    made = Collection.get_first_root_node().add_child(name="Hidden")
    rule = CollectionViewRestriction.objects.create(
        collection=made, restriction_type=CollectionViewRestriction.GROUPS
    )
    rule.groups.add(Group.objects.create(name="Readers"))
    return made


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_a_pdf_opens_in_the_browser_and_is_kept_by_nobody_unasked(client, document):
    response = client.get(document.url)

    assert body(response) == CONTENT
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("inline")
    assert response["Cache-Control"] == "public, no-cache"
    assert not response.cookies


def test_a_pdf_can_run_nothing_and_is_in_no_sandbox_which_webkit_leaves_empty(client, document):
    etag = client.get(document.url)["ETag"]

    for headers in ({}, {"Range": "bytes=0-9"}, {"If-None-Match": etag}):
        response = client.get(document.url, headers=headers)
        assert response["Content-Security-Policy"] == (
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        )
        assert response["X-Content-Type-Options"] == "nosniff"


def test_other_documents_are_saved_and_shut_in(client, page):
    text = stored(b"Words.", "words.txt")
    link(page, text)

    response = client.get(text.url)

    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_copy_that_is_still_good_is_not_sent_again(client, document):
    etag = client.get(document.url)["ETag"]

    assert client.get(document.url, headers={"If-None-Match": etag}).status_code == 304
    assert client.get(document.url, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_replaced_file_has_the_same_address_and_another_etag(client, document):
    before = client.get(document.url)["ETag"]
    document.file = ContentFile(pdf_files.text_pdf(["Other words."]), name="new.pdf")
    document._set_document_file_metadata()
    document.save()

    response = client.get(document.url)

    assert response.status_code == 200
    assert response["ETag"] != before
    assert client.get(document.url, headers={"If-None-Match": before}).status_code == 200


@pytest.mark.parametrize(("first", "second"), [("Plan.PDF", "new.pdf"), ("plan.pdf", "NEW.PDF")])
def test_the_name_in_an_address_stays_as_it_was_first_written(site, first, second):
    made = stored(CONTENT, first)
    address = made.url

    made.file = ContentFile(CONTENT, name=second)
    made.save()

    assert made.url == address


def test_a_file_of_another_kind_ends_as_its_kind_does(site):
    made = stored(CONTENT, "Plan.PDF")
    name = made.filename.removesuffix(".PDF")

    made.file = ContentFile(b"a,b", name="table.CSV")
    made.save()

    assert made.filename == f"{name}.csv"


@pytest.mark.parametrize(
    ("asked", "status", "start", "stop"),
    [
        ("bytes=0-99", 206, 0, 100),
        ("bytes=100-", 206, 100, len(CONTENT)),
        ("bytes=-50", 206, len(CONTENT) - 50, len(CONTENT)),
        ("bytes=5-2", 200, 0, len(CONTENT)),
        ("bytes=0-1,5-9", 200, 0, len(CONTENT)),
        ("pages=7", 200, 0, len(CONTENT)),
    ],
)
def test_a_viewer_gets_the_part_that_it_asks_for(client, document, asked, status, start, stop):
    response = client.get(document.url, headers={"Range": asked})

    assert response.status_code == status
    assert body(response) == CONTENT[start:stop]


def test_a_part_beyond_the_end_is_refused_with_the_size(client, document):
    response = client.get(document.url, headers={"Range": f"bytes={len(CONTENT)}-"})

    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{len(CONTENT)}"


def test_the_end_of_another_version_is_not_sent(client, document):
    headers = {"Range": "bytes=100-", "If-Range": '"older"'}

    assert client.get(document.url, headers=headers).status_code == 200


def test_a_document_without_a_page_is_for_staff_alone(client, admin_client):
    loose = read(CONTENT)

    refused = client.get(loose.url)

    assert refused.status_code == 404
    assert "no-store" in refused["Cache-Control"]
    allowed = admin_client.get(loose.url)
    assert allowed.status_code == 200
    assert allowed["Cache-Control"] == "private, no-store"


def test_a_document_of_drafts_is_for_staff_alone(client, document, page):
    Page.objects.filter(pk=page.pk).update(live=False)

    assert client.get(document.url).status_code == 404
    assert client.get(document_cover(document)).status_code == 404


def test_a_document_of_a_restricted_page_is_for_its_readers(client, document, page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    member = Client()
    member.force_login(UserFactory())

    assert client.get(document.url).status_code == 404
    response = member.get(document.url)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


def test_a_document_of_a_private_collection_is_not_read_by_its_address(client, document, hidden):
    document.collection = hidden
    document.save()

    for address in (document.url, document_cover(document)):
        response = client.get(address)
        assert response.status_code == 302
        assert "no-store" in response["Cache-Control"]


def test_the_first_page_is_a_picture(client, document):
    response = client.get(document_cover(document))

    assert response["Content-Type"] == "image/jpeg"
    assert "sandbox" in response["Content-Security-Policy"]
    etag = response["ETag"]
    again = client.get(document_cover(document), headers={"If-None-Match": etag})
    assert again.status_code == 304


def test_another_name_is_no_address(client, document):
    address = reverse("wagtaildocs_serve", args=[document.pk, "other.pdf"])

    assert client.get(address).status_code == 404


def test_files_of_documents_have_no_address_in_the_media_folder(client, document, settings, rf):
    from django.http import Http404

    from site_config.media_access import serve_media

    for name in (document.file.name, document.first_page.name, document.file.name.upper()):
        with pytest.raises(Http404):
            serve_media(rf.get("/"), name)


def document_cover(document: SiteDocument) -> str:
    """Return the address of the first page's picture."""
    return reverse("document_first_page", args=[document.pk])
