"""Where no cover is given, the first page of the PDF is the cover, as soon as it has been read."""

from io import BytesIO, StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction, Locale

from publications.models import IssuePage, SeriesPage
from site_config.document_reading import read_document
from site_config.models import SiteDocument
from site_config.models.document_states import ReadingState
from tests import pdf_files
from tests.demo_pages import PageReader
from tests.factories.publications import BookPageFactory, IssuePageFactory, pdf
from tests.factories.site_config import SiteImageFactory
from tests.publications.catalogue import ATOM, OPDS, OPDS2, REL, atom, links, readium
from tests.site_config.documents import link, read, stored

pytestmark = pytest.mark.django_db

WORDS = pdf_files.text_pdf(["Words on the first page."])


@pytest.fixture
def issue(series: SeriesPage) -> IssuePage:
    """An issue without a chosen cover, whose PDF has been read."""
    made = IssuePageFactory(parent=series, slug="n1", document=read(WORDS))
    link(made, made.document)
    return made


@pytest.fixture
def closed() -> Collection:
    """A collection of documents for members."""
    found = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=found, restriction_type="login")
    return found


def text(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def covers_on(client: Client, url: str) -> list[dict[str, str]]:
    """Return the attributes of the covers that a page shows."""
    images = PageReader(text(client, url)).all("img")
    return [image for image in images if "cover" in (image.get("class") or "").split()]


def picture_at(client: Client, url: str) -> tuple[str, tuple[int, int]]:
    """Return the media type and the size of what is at an address."""
    response = client.get(url)
    assert response.status_code == 200, url
    with Image.open(BytesIO(b"".join(response.streaming_content))) as picture:
        return response["Content-Type"], picture.size


def address(issue: IssuePage, name: str) -> str:
    document = SiteDocument.objects.get(pk=issue.document_id)
    return f"{issue.url}cover-{document.first_page_version}-{name}"


# Where it is shown ------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["issue", "series", "collection", "index"])
def test_the_first_page_stands_wherever_the_cover_does(client, issue, periodicals, place):
    series = issue.get_parent()
    index = periodicals.get_parent()
    places = {"issue": issue, "series": series, "collection": periodicals, "index": index}

    [cover, *_others] = covers_on(client, places[place].url)

    assert cover["src"] == address(issue, "large.jpg")
    size = issue.document.first_page_width, issue.document.first_page_height
    assert (int(cover["width"]), int(cover["height"])) == size


def test_browsers_choose_among_small_and_large_pictures_of_two_new_formats(client, issue):
    page = PageReader(text(client, issue.url))
    sources = {source["type"]: source["srcset"] for source in page.all("source")}
    large = issue.document.first_page_width, issue.document.first_page_height
    small = round(large[0] / 2), round(large[1] / 2)

    for kind in ("avif", "webp"):
        offered = sources[f"image/{kind}"].split(", ")
        assert offered == [
            f"{address(issue, f'small.{kind}')} {small[0]}w",
            f"{address(issue, f'large.{kind}')} {large[0]}w",
        ]
        assert picture_at(client, address(issue, f"small.{kind}")) == (f"image/{kind}", small)
        assert picture_at(client, address(issue, f"large.{kind}")) == (f"image/{kind}", large)
    assert picture_at(client, address(issue, "large.jpg")) == ("image/jpeg", large)


def test_the_cover_has_words_where_no_title_stands_beside_it(client, issue):
    [on_its_page] = covers_on(client, issue.url)
    [on_the_shelf, *_more] = covers_on(client, issue.get_parent().url)

    assert on_its_page["alt"] == f"Kopertina: {issue.title}"
    assert on_the_shelf["alt"] == ""


def test_programs_are_shown_the_first_page_as_cover_too(client, issue):
    large, small = (f"http://testserver{address(issue, f'{it}.jpg')}" for it in ("large", "small"))

    (entry,) = atom(client, f"{OPDS}new/").findall(f"{ATOM}entry")
    (image,), (thumbnail,) = (links(entry, f"{REL}/image{it}") for it in ("", "/thumbnail"))
    of_readium, less = readium(client, f"{OPDS2}new/")["publications"][0]["images"]

    assert (image.get("href"), image.get("type")) == (large, "image/jpeg")
    assert (thumbnail.get("href"), thumbnail.get("type")) == (small, "image/jpeg")
    assert (of_readium["href"], of_readium["type"]) == (large, "image/jpeg")
    size = issue.document.first_page_width, issue.document.first_page_height
    assert (of_readium["width"], of_readium["height"]) == size
    assert less["href"] == small
    assert f'"image": "{large}"' in text(client, issue.url)


def test_a_shared_link_shows_the_whole_first_page(client, issue):
    page = PageReader(text(client, issue.url))
    told = {meta.get("property"): meta.get("content") for meta in page.all("meta")}
    shared = told["og:image"]

    assert shared == f"http://testserver{address(issue, 'shared.jpg')}"
    size = int(told["og:image:width"]), int(told["og:image:height"])
    assert picture_at(client, shared) == ("image/jpeg", size)
    assert told["og:image:alt"] == f"Kopertina: {issue.title}"


def test_a_chosen_cover_goes_before_the_first_page(client, issue):
    issue.listing_image = SiteImageFactory()
    issue.save()
    page = text(client, issue.url)

    assert "cover-" not in page


# The editor's choice ----------------------------------------------------------------------------


def test_an_editor_who_prefers_a_drawn_cover_gets_it_everywhere(client, issue):
    issue.cover_from_pdf = False
    issue.save()
    page = text(client, issue.url)

    assert [cover["src"] for cover in covers_on(client, issue.url)] == [issue.cover_url]
    assert "cover-" not in page
    assert f'"image": "http://testserver{issue.cover_url}"' in page
    (entry,) = atom(client, f"{OPDS}new/").findall(f"{ATOM}entry")
    assert links(entry, f"{REL}/image")[0].get("href").endswith("cover.png")


def test_the_form_of_a_new_publication_asks_in_plain_words(admin_client, series):
    url = f"/admin/pages/add/publications/issuepage/{series.pk}/"
    page = PageReader(admin_client.get(url).content.decode())
    choices = [each for each in page.all("input") if each.get("name") == "cover_from_pdf"]

    assert [(each["type"], each["value"]) for each in choices] == [
        ("radio", "True"),
        ("radio", "False"),
    ]
    assert "checked" in choices[0]
    assert "checked" not in choices[1]
    field = IssuePage.get_edit_handler().get_form_class().base_fields["cover_from_pdf"]
    assert field.clean("False") is False


def test_what_is_copied_or_translated_keeps_the_choice(issue, locales, home):
    issue.cover_from_pdf = False
    issue.save()

    copied = issue.copy(update_attrs={"slug": "n2"}, to=issue.get_parent())
    english = issue.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)

    assert (copied.cover_from_pdf, english.cover_from_pdf) == (False, False)


@pytest.mark.parametrize(("options", "first_page"), [([], True), (["--drawn-covers"], False)])
def test_imported_publications_have_the_covers_that_were_asked_for(
    tmp_path, series, options, first_page
):
    (tmp_path / "hija.pdf").write_bytes(pdf())
    rows = "title,series,number,date,file\nQyteti: Hija,Qyteti,1,2014-03-28,hija.pdf\n"
    (tmp_path / "list.csv").write_text(rows)

    call_command("import_publications", str(tmp_path), "--commit", *options, stdout=StringIO())

    assert IssuePage.objects.get().cover_from_pdf is first_page


def test_an_alias_has_the_cover_at_its_own_address(client, issue):
    alias = issue.create_alias(update_slug="n3", parent=issue.get_parent())

    cover, *_others = covers_on(client, alias.url)

    assert cover["src"] == f"{alias.url}{issue.first_page_file()}"
    assert picture_at(client, cover["src"])[0] == "image/jpeg"


def test_a_preview_holds_the_cover_that_readers_will_see(issue, rf):
    request = rf.get("/")
    request.is_preview = True
    context = Context({"request": request, "page": issue})

    html = Template("{% load publications %}{% cover page %}").render(context)

    assert f'src="{reverse("document_first_page", args=[issue.document_id])}"' in html


# The drawn cover stands in ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [None, pdf_files.locked(WORDS, "secret"), WORDS[:300]],
    ids=["absent", "locked", "broken"],
)
def test_the_drawn_cover_stands_in_for_a_first_page_that_nobody_can_draw(client, series, content):
    document = read(content) if content else None
    page = IssuePageFactory(parent=series, document=document)

    assert [cover["src"] for cover in covers_on(client, page.url)] == [page.cover_url]
    assert client.get(f"{page.url}cover.jpg")["Location"] == page.cover_url


def test_the_first_page_takes_the_drawn_covers_place_when_the_worker_has_read_it(client, series):
    document = stored(WORDS)
    waiting = IssuePageFactory(parent=series, document=document)
    link(waiting, document)
    (entry,) = atom(client, f"{OPDS}new/").findall(f"{ATOM}entry")
    (of_opds,) = links(entry, f"{REL}/image")
    before = covers_on(client, waiting.url)
    assert [cover["src"] for cover in before] == [waiting.cover_url]
    assert of_opds.get("href") == f"http://testserver{waiting.url}cover.png"

    read_document.func(document.pk)

    [cover] = covers_on(client, waiting.url)
    assert cover["src"] == address(waiting, "large.jpg")


def test_a_scan_without_words_has_a_cover_all_the_same(client, series):
    stream = BytesIO()
    Image.new("RGB", (420, 594), "maroon").save(stream, "PDF")
    document = read(stream.getvalue())
    page = IssuePageFactory(parent=series, document=document)

    assert document.reading_state == ReadingState.NO_TEXT
    assert covers_on(client, page.url)[0]["src"] == address(page, "large.jpg")


@pytest.mark.parametrize(
    ("size", "framed"),
    [((420, 594), False), ((850, 1100), False), ((1600, 900), True), ((400, 1900), True)],
    ids=["A5", "letter", "slides", "tall"],
)
def test_pages_of_unusual_shape_are_framed_on_the_shelf(client, series, size, framed):
    stream = BytesIO()
    Image.new("RGB", size, "maroon").save(stream, "PDF")
    page = IssuePageFactory(parent=series, document=read(stream.getvalue()))

    [cover] = covers_on(client, page.url)

    assert ("cover--framed" in cover["class"]) is framed


def test_a_picture_of_an_earlier_version_is_shown_until_there_are_better_ones(client, issue):
    document = issue.document
    with document.first_page.open("rb") as picture:
        name = document.first_page.storage.save(
            f"documents/first_pages/{document.pk}.jpg", ContentFile(picture.read())
        )
    SiteDocument.objects.filter(pk=document.pk).update(first_page=name, first_page_pictures="")

    [cover] = covers_on(client, issue.url)

    assert cover["src"] == f"{issue.url}cover.jpg"
    assert picture_at(client, cover["src"])[0] == "image/jpeg"


# Another file, and who may see it ---------------------------------------------------------------


def test_another_file_has_a_cover_with_another_address(client, issue):
    before = address(issue, "small.avif")
    document = SiteDocument.objects.get(pk=issue.document_id)
    document.file = ContentFile(pdf_files.text_pdf(["Other words."]), name="other.pdf")
    document.save()
    assert client.get(before)["Location"] == issue.cover_url

    read_document.func(document.pk)

    [cover] = covers_on(client, issue.url)
    assert cover["src"] == address(issue, "large.jpg")
    assert address(issue, "small.avif") != before
    assert client.get(before)["Location"] == address(issue, "large.jpg")


def test_a_browser_keeps_a_picture_and_need_not_load_it_again(client, issue):
    url = address(issue, "small.avif")
    response = client.get(url)
    assert b"".join(response.streaming_content)

    assert "public" in response["Cache-Control"]
    assert "max-age=86400" in response["Cache-Control"]
    assert not response.cookies
    assert client.get(url, headers={"If-None-Match": response["ETag"]}).status_code == 304


@pytest.mark.parametrize("name", ["huge.avif", "large.svg", "large.avif/x", "../large.jpg"])
def test_pictures_that_there_are_not_are_not_found(client, issue, name):
    assert client.get(address(issue, name)).status_code == 404


def test_the_first_page_of_a_private_document_is_shown_nowhere(client, issue, closed):
    SiteDocument.objects.filter(pk=issue.document_id).update(collection=closed)

    for place in (issue, issue.get_parent(), issue.get_parent().get_parent()):
        page = text(client, place.url)
        assert issue.cover_url in page
        assert "cover-" not in page
    for name in ("large.jpg", "small.avif", "shared.jpg"):
        response = client.get(address(issue, name))
        assert (response.status_code, response["Location"]) == (302, issue.cover_url)
        assert "public" not in response["Cache-Control"]
    assert client.get(f"{issue.url}cover.jpg")["Location"] == issue.cover_url


@pytest.mark.parametrize("state", ["draft", "restricted"])
def test_the_cover_of_what_is_not_for_everybody_is_not_sent(client, issue, state):
    url = address(issue, "large.jpg")
    if state == "draft":
        issue.unpublish()
    else:
        issue.view_restrictions.create(restriction_type="login")

    response = client.get(url)

    assert response.status_code == (404 if state == "draft" else 302)
    assert "public" not in response.get("Cache-Control", "") or state == "draft"


@pytest.mark.parametrize("number", [2, 8])
def test_a_shelf_asks_as_often_for_many_covers(
    client, books, django_assert_max_num_queries, number
):
    for n in range(number):
        BookPageFactory(parent=books, slug=f"b{n}", document=read(WORDS))
    client.get(books.url)

    with django_assert_max_num_queries(15):
        shown = covers_on(client, books.url)

    assert len(shown) == number
    assert all("cover-" in cover["src"] for cover in shown)
