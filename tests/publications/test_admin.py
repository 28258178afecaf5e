"""Staff edit, preview, list and translate publications in the admin."""

from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from publications.models import BookPage, IssuePage, SeriesPage
from publications.viewsets import with_series
from site_config.document_reading import read_document
from site_config.models import SiteDocument
from tests.factories.publications import (
    IssuePageFactory,
    PdfFactory,
    SeriesPageFactory,
    authors,
    contents,
    pdf,
)
from tests.factories.site_config import SiteDocumentFactory

pytestmark = pytest.mark.django_db


def posted(data: dict[str, Any]) -> dict[str, Any]:
    """Return the form's data as a browser sends them; ticked boxes are one name, many values."""
    languages = data.pop("languages", ["sq", "en"])
    return nested_form_data(data) | {"languages": languages}


def common(**changes: Any) -> dict[str, Any]:
    """Return what the form of an issue or a book posts, with nothing chosen."""
    return {
        "title": "Qyteti: Qytete të gjelbra",
        "slug": "qytete-te-gjelbra",
        "summary": "Për hijen dhe tokën.",
        "date": "2014-03-28",
        "authors": streamfield([]),
        "contents": streamfield([]),
        "supplements": streamfield([]),
        "chapters": streamfield([]),
        "document": "",
        "pages": "",
        "printed_pages": "",
        "listing_image": "",
        "listing_image_alt": "",
        "social_title": "",
        "social_text": "",
        "seo_title": "",
        "search_description": "",
        "review_owner": "",
        "review_by": "",
        "go_live_at": "",
        "expire_at": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        **changes,
    }


def read(file: SiteDocument) -> SiteDocument:
    """Read a stored file, as a worker does after the commit."""
    read_document.func(file.pk)
    file.refresh_from_db()
    return file


def issue_form(**changes: Any) -> dict[str, Any]:
    identity = {"volume_number": "4", "volume_year": "2014", "number": "2014/1"}
    return posted(common(**(identity | changes)))


def entry(page: str) -> dict[str, Any]:
    return {"title": "Hija", "page": page, "authors": "Ilir Dervishi", "language": ""}


def add(client, parent: Page, model: type[Page], form: dict[str, Any], **action: str):
    address = reverse(
        "wagtailadmin_pages:add", args=["publications", model._meta.model_name, parent.pk]
    )
    return client.post(address, form | (action or {"action-publish": "1"}))


def edit(client, page: Page, form: dict[str, Any]):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, form | {"action-publish": "1"})


def errors(response) -> dict[str, Any]:
    assert response.status_code == 200
    return response.context["form"].errors


# Forms ------------------------------------------------------------------------------------------


def test_staff_publish_an_issue(admin_client, series):
    file = read(PdfFactory(pages=9))
    form = issue_form(
        document=str(file.pk),
        authors=streamfield([("author", {"name": "Mira Çela", "kind": "person"})]),
        contents=streamfield([("entry", entry("4"))]),
    )
    response = add(admin_client, series, IssuePage, form)
    assert response.status_code == 302
    issue = IssuePage.objects.get()
    assert (issue.number, issue.volume_number, issue.languages) == ("2014/1", 4, "sq en")
    assert issue.pdf_pages == 9
    assert issue.author_names == ["Mira Çela"]
    assert issue.live


def test_pages_that_staff_enter_are_kept(admin_client, series):
    form = issue_form(document=str(PdfFactory(pages=9).pk), pages="8")
    add(admin_client, series, IssuePage, form)
    assert IssuePage.objects.get().pages == 8


def test_pages_are_counted_anew_for_another_file(admin_client, series):
    issue = IssuePageFactory(parent=series, document=PdfFactory(pages=3), pages=3)
    form = issue_form(document=str(read(PdfFactory(pages=5)).pk), pages="3")
    assert edit(admin_client, issue, form).status_code == 302
    assert IssuePage.objects.get().pdf_pages == 5


def test_contents_are_held_against_the_file_that_took_the_place_of_another(admin_client, series):
    issue = IssuePageFactory(parent=series, document=read(PdfFactory(pages=3)), pages=3)
    issue.document.file = ContentFile(pdf(5), name="better.pdf")
    issue.document.save()
    read(issue.document)
    changes = {"document": str(issue.document_id), "contents": streamfield([("entry", entry("4"))])}
    assert edit(admin_client, issue, issue_form(pages="3", **changes)).status_code == 302


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"%PDF-1.7 and nothing else", "broken.pdf", "e dëmtuar"),
        (b"A text.", "text.txt", "lloji tjetër"),
    ],
)
def test_a_file_that_can_not_be_read_is_an_error_of_the_form(
    admin_client, series, content, name, told
):
    file = read(SiteDocumentFactory(file=ContentFile(content, name=name)))
    response = add(admin_client, series, IssuePage, issue_form(document=str(file.pk)))
    assert list(errors(response)) == ["document"]
    assert told in errors(response)["document"][0]
    assert not IssuePage.objects.exists()


def test_a_file_that_broke_later_does_not_keep_staff_from_other_changes(admin_client, series):
    file = PdfFactory(pages=3)
    issue = IssuePageFactory(parent=series, document=file, pages=3)
    file.file.storage.delete(file.file.name)
    form = issue_form(document=str(file.pk), pages="3", title="Qyteti: Hija")
    assert edit(admin_client, issue, form).status_code == 302
    assert IssuePage.objects.get().title == "Qyteti: Hija"


def test_contents_do_not_go_beyond_the_file(admin_client, series):
    form = issue_form(
        document=str(read(PdfFactory(pages=3)).pk),
        contents=streamfield([("entry", entry("2")), ("entry", entry("4"))]),
    )
    response = add(admin_client, series, IssuePage, form)
    assert list(errors(response)) == ["contents"]
    problem = response.context["form"].errors["contents"].as_data()[0].as_json_data()
    assert list(problem["blockErrors"]) == [1]
    assert not IssuePage.objects.exists()


def test_two_issues_of_a_year_have_two_numbers(admin_client, series):
    IssuePageFactory(parent=series, number="2014/1", date=date(2014, 1, 1))
    assert list(errors(add(admin_client, series, IssuePage, issue_form()))) == ["number"]
    other_year = issue_form(volume_year="2015")
    assert add(admin_client, series, IssuePage, other_year).status_code == 302


@pytest.mark.parametrize(("volume", "count"), [("4", 2), ("3", 1), ("", 1)])
def test_two_volumes_of_a_year_may_use_the_same_number(admin_client, series, volume, count):
    IssuePageFactory(parent=series, number="2014/1", date=date(2014, 1, 1), volume_number=3)
    add(admin_client, series, IssuePage, issue_form(volume_number=volume))
    assert IssuePage.objects.count() == count


def test_an_issue_keeps_its_own_number(admin_client, series):
    issue = IssuePageFactory(parent=series, number="2014/1", date=date(2014, 1, 1))
    assert edit(admin_client, issue, issue_form()).status_code == 302


def test_another_series_may_use_the_same_number(admin_client, periodicals, series):
    other = SeriesPageFactory(parent=periodicals, title="Tjetra", issn="")
    IssuePageFactory(parent=other, number="2014/1", date=date(2014, 1, 1))
    assert add(admin_client, series, IssuePage, issue_form()).status_code == 302


def test_a_draft_may_wait_for_its_number(admin_client, series):
    form = issue_form(number="")
    assert "number" in errors(add(admin_client, series, IssuePage, form))
    response = add(admin_client, series, IssuePage, form, **{"action-save": "1"})
    assert response.status_code == 302
    assert not IssuePage.objects.get().live


def test_an_issue_needs_a_language(admin_client, series):
    assert "languages" in errors(add(admin_client, series, IssuePage, issue_form(languages=[])))


def test_staff_publish_a_book_with_the_number_as_printed(admin_client, books):
    form = posted(
        common(
            title="Lana",
            slug="lana",
            isbn="ISBN 978-9928-7999-2-0",
            edition="",
            publisher="Smart City Tirana",
            place="Tiranë",
        )
    )
    assert add(admin_client, books, BookPage, form).status_code == 302
    assert BookPage.objects.get().isbn == "9789928799920"


def test_a_slip_in_an_isbn_is_an_error_of_the_form(admin_client, books):
    form = posted(common(isbn="978-9928-7999-2-1", edition="", publisher="", place="", slug="b"))
    assert list(errors(add(admin_client, books, BookPage, form))) == ["isbn"]


def test_staff_publish_a_series(admin_client, periodicals):
    form = {
        "title": "Qyteti",
        "slug": "qyteti",
        "intro": rich_text("<p>E përtremuajshmja.</p>"),
        "about": rich_text("<p>Na shkruani.</p>"),
        "drawing": "",
        "frequency": "quarterly",
        "issn": "23080140",
        "issn_online": "",
        "publisher": "Smart City Tirana",
        "place": "Tiranë",
        "editor": "",
    }
    assert add(admin_client, periodicals, SeriesPage, posted(common() | form)).status_code == 302
    assert SeriesPage.objects.get().issn == "2308-0140"


def test_languages_are_ticked_in_the_form(admin_client, series):
    issue = IssuePageFactory(parent=series, languages="sq en")
    response = admin_client.get(reverse("wagtailadmin_pages:edit", args=[issue.pk]))
    field = response.context["form"]["languages"]
    ticked = [box.data["value"] for box in field if box.data["selected"]]
    assert ticked == ["sq", "en"]


# Previews ---------------------------------------------------------------------------------------


def test_a_draft_shows_its_drawn_cover_in_its_preview(admin_client, series):
    address = reverse(
        "wagtailadmin_pages:preview_on_add", args=["publications", "issuepage", series.pk]
    )
    assert admin_client.post(address, issue_form()).json()["is_valid"]
    html = admin_client.get(address).content.decode()
    assert 'src="data:image/svg+xml;base64,' in html
    assert "Qyteti: Qytete të gjelbra" in html


@pytest.mark.parametrize(
    ("field", "block", "words"),
    [("authors", "author", "Mira Çela"), ("contents", "entry", "Shade as infrastructure")],
)
def test_blocks_are_introduced_with_a_preview(admin_client, field, block, words):
    stream = IssuePage._meta.get_field(field).stream_block
    prefix = stream.child_blocks[block].definition_prefix
    response = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": prefix})
    assert words in response.content.decode()


@pytest.mark.parametrize("model", ["publicationindexpage", "collectionpage", "seriespage"])
def test_lists_have_a_preview(admin_client, series, index, periodicals, model):
    page = {"publicationindexpage": index, "collectionpage": periodicals, "seriespage": series}[
        model
    ]
    assert page.make_preview_request().status_code == 200


# Lists ------------------------------------------------------------------------------------------


def test_the_issues_of_a_series_are_listed_with_their_facts(admin_client, series):
    IssuePageFactory(parent=series, number="2014/1", date=date(2014, 3, 28))
    html = admin_client.get(reverse("wagtailadmin_explore", args=[series.pk])).content.decode()
    for words in ("2014/1", "2308-0140", "Qyteti"):
        assert words in html


def test_all_issues_are_listed_and_filtered_by_series(admin_client, periodicals, series):
    other = SeriesPageFactory(parent=periodicals, title="Tjetra", issn="")
    IssuePageFactory(parent=series, title="Mine")
    IssuePageFactory(parent=other, title="Theirs")
    everything = admin_client.get(reverse("issues:index")).content.decode()
    assert "Mine" in everything
    assert "Theirs" in everything
    assert "2308-0140" in everything
    some = admin_client.get(reverse("issues:index"), {"series": other.pk}).content.decode()
    assert "Mine" not in some
    assert "Theirs" in some


@pytest.mark.parametrize(("name", "words"), [("books", "9789928799920"), ("series", "2308-0140")])
def test_books_and_series_are_listed_with_their_numbers(admin_client, series, book, name, words):
    assert words in admin_client.get(reverse(f"{name}:index")).content.decode()


@pytest.mark.parametrize("order", ["series_title", "-series_title", "volume_year", "date"])
def test_issues_are_listed_in_any_order(admin_client, series, order):
    IssuePageFactory(parent=series, title="Mine")
    response = admin_client.get(reverse("issues:index"), {"ordering": order})
    assert "Mine" in response.content.decode()


def test_the_series_of_listed_issues_are_read_with_them(series, django_assert_max_num_queries):
    for _place in range(15):
        IssuePageFactory(parent=series)
    with django_assert_max_num_queries(1):
        listed = list(with_series(IssuePage.objects.all()))
    assert {(issue.series_title, issue.series_issn) for issue in listed} == {
        ("Qyteti", "2308-0140")
    }


# Translation ------------------------------------------------------------------------------------


def translate(page: Page, locale, words: dict[str, str]) -> Page:
    """Translate a page in the translation editor: each segment by its source text."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in StringSegment.objects.filter(source=source):
        if segment.string.data in words:
            segment.string.translations.create(
                locale=locale, context=segment.context, data=words[segment.string.data]
            )
    translation.save_target(publish=True)
    return page.get_translation(locale)


@pytest.fixture
def english_series(home, index, periodicals, series, locales) -> SeriesPage:
    """The series in English, with the pages above it."""
    for page in (home, index, periodicals):
        page.copy_for_translation(locales["en"]).save_revision().publish()
    return translate(series, locales["en"], {"Qyteti": "The City", "Tiranë": "Tirana"})


def test_a_series_is_translated_but_its_numbers_are_not(english_series):
    assert english_series.title == "The City"
    assert english_series.issn == "2308-0140"
    assert english_series.frequency == "quarterly"
    assert english_series.place == "Tirana"


def test_an_issue_is_translated_but_its_contents_are_as_printed(series, english_series, locales):
    issue = IssuePageFactory(
        parent=series,
        title="Qyteti: Parkimi",
        summary="Për parkimin.",
        number="2013/3",
        authors=authors("Mira Çela"),
        contents=contents(("Dymbëdhjetë metra katrorë", 4)),
        document=PdfFactory(),
        pages=3,
    )
    words = {"Qyteti: Parkimi": "The City: Parking", "Për parkimin.": "On parking."}
    english = translate(issue, locales["en"], words)
    assert (english.title, english.summary) == ("The City: Parking", "On parking.")
    assert english.series == english_series
    assert (english.number, english.pages, english.languages) == ("2013/3", 3, "sq")
    assert english.contents[0].value["title"] == "Dymbëdhjetë metra katrorë"
    assert english.author_names == ["Mira Çela"]
    assert english.document == SiteDocument.objects.get()
    assert english.cover_words.key == issue.cover_words.key


def test_names_and_contents_are_no_words_to_translate(series):
    issue = IssuePageFactory(
        parent=series, authors=authors("Mira Çela"), contents=contents(("Hija", 4))
    )
    source, _created = TranslationSource.update_or_create_from_instance(issue)
    texts = set(StringSegment.objects.filter(source=source).values_list("string__data", flat=True))
    assert issue.title in texts
    assert not {"Mira Çela", "Hija"} & texts
