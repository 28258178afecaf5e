"""References that others take along, as files for their programs."""

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import validate

from publications.citing.formats import FORMATS, bibtex, csl_json, ris
from publications.citing.reference import Creator, Reference, one_line, reference_of
from tests.factories.publications import IssuePageFactory, PdfFactory, authors

pytestmark = pytest.mark.django_db

ADDRESS = "/sq/botime/periodike/qyteti/numri-1/"
CSL_ITEM = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "type": {"enum": ["periodical", "book"]},
        "author": {
            "type": "array",
            "items": {
                "anyOf": [
                    {"required": ["family", "given"], "minProperties": 2, "maxProperties": 2},
                    {"required": ["literal"], "minProperties": 1, "maxProperties": 1},
                ]
            },
        },
        "issued": {
            "type": "object",
            "properties": {
                "date-parts": {
                    "type": "array",
                    "items": {"type": "array", "items": {"type": "integer"}, "maxItems": 3},
                }
            },
        },
    },
    "patternProperties": {
        "^(title|container-title|volume|issue|edition|publisher|publisher-place|ISSN|ISBN|language"
        "|number-of-pages|abstract|URL)$": {"type": "string", "minLength": 1}
    },
    "required": ["id", "type", "title"],
}


@pytest.fixture
def issue(series):
    return IssuePageFactory(
        parent=series,
        title="Qyteti: Hija & dielli, 100 %",
        slug="numri-1",
        number="2014/1",
        volume_number=4,
        printed_pages=84,
        languages="sq en",
        document=PdfFactory(),
        authors=json.dumps(
            [
                *json.loads(authors("Mira Çela", "Ilir Dervishi")),
                {"type": "author", "value": {"name": "Dajti and Sons", "kind": "organisation"}},
            ]
        ),
    )


def fields_of(text: str) -> dict[str, str]:
    """Return the fields of one entry of BibTeX."""
    return dict(re.findall(r"^  (\w+) = \{(.*)\},$", text, re.MULTILINE))


def test_an_issue_as_bibtex(client, issue):
    response = client.get(f"{ADDRESS}cite/bibtex/")
    text = response.content.decode()
    assert response["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="numri-1.bib"'
    assert text.startswith("@periodical{cela2014hija,\n")
    fields = fields_of(text)
    assert fields["title"] == r"{Hija \& dielli, 100 \%}"
    assert fields["author"] == "{Çela}, Mira and {Dervishi}, Ilir and {Dajti and Sons}"
    assert fields["journal"] == "Qyteti"
    assert (fields["volume"], fields["number"], fields["year"]) == ("4", "2014/1", "2014")
    assert fields["issn"] == "2308-0140"
    assert fields["url"] == f"http://testserver{ADDRESS}"


def test_an_issue_as_ris(client, issue):
    response = client.get(f"{ADDRESS}cite/ris/")
    assert response["Content-Type"] == "application/x-research-info-systems; charset=utf-8"
    lines = response.content.decode().split("\r\n")
    assert lines[0] == "TY  - JFULL"
    assert lines[-2:] == ["ER  - ", ""]
    for line in (
        *("TI  - Hija & dielli, 100 %", "AU  - Çela, Mira", "AU  - Dajti and Sons"),
        *("T2  - Qyteti", "VL  - 4", "IS  - 2014/1", "SN  - 2308-0140", "DA  - 2014/03/28/"),
        *("LA  - sq", "LA  - en", f"UR  - http://testserver{ADDRESS}"),
        f"L1  - http://testserver{issue.document.url}",
    ):
        assert line in lines


def test_an_issue_as_csl_json(client, issue):
    response = client.get(f"{ADDRESS}cite/csl-json/")
    assert response["Content-Type"] == "application/vnd.citationstyles.csl+json; charset=utf-8"
    (item,) = json.loads(response.content)
    validate(item, CSL_ITEM)
    assert item["type"] == "periodical"
    assert item["author"] == [
        {"family": "Çela", "given": "Mira"},
        {"family": "Dervishi", "given": "Ilir"},
        {"literal": "Dajti and Sons"},
    ]
    assert item["issued"] == {"date-parts": [[2014, 3, 28]]}
    assert (item["container-title"], item["volume"], item["issue"]) == ("Qyteti", "4", "2014/1")


def test_a_book_in_every_format(client, book):
    book.authors = authors("Mira Çela")
    book.edition = "Botimi i dytë"
    book.pages = 148
    book.save()
    address = "/sq/botime/libra/lana/cite"
    assert client.get(f"{address}/bibtex/").content.startswith(b"@book{cela2013lana,")
    lines = client.get(f"{address}/ris/").content.decode().split("\r\n")
    assert {"TY  - BOOK", "SN  - 9789928799920", "SP  - 148", "ET  - Botimi i dytë"} <= set(lines)
    (item,) = client.get(f"{address}/csl-json/").json()
    validate(item, CSL_ITEM)
    assert (item["type"], item["ISBN"], item["edition"]) == (
        *("book", "9789928799920", "Botimi i dytë"),
    )


def test_the_page_offers_its_references(client, issue):
    html = client.get(ADDRESS).content.decode()
    for name, each in FORMATS.items():
        assert (
            f'<link rel="describedby" type="{each.media_type}" href="{ADDRESS}cite/{name}/">'
            in html
        )
        assert (
            f'href="{ADDRESS}cite/{name}/" type="{each.media_type}" rel="nofollow" download' in html
        )
    assert 'data-copy="citation"' in html


@pytest.mark.parametrize("name", ["endnote", "BIBTEX", "x" * 300])
def test_other_formats_are_not_found(client, issue, name):
    assert client.get(f"{ADDRESS}cite/{name}/").status_code == 404


def test_references_of_drafts_and_restricted_pages_are_not_given(client, issue):
    issue.view_restrictions.create(restriction_type="login")
    assert client.get(f"{ADDRESS}cite/ris/").status_code == 302
    issue.unpublish()
    assert client.get(f"{ADDRESS}cite/ris/").status_code == 404


def test_references_are_kept_in_caches_and_purged_with_the_page(client, issue):
    assert "public" in client.get(f"{ADDRESS}cite/ris/")["Cache-Control"]
    assert {f"/cite/{name}/" for name in FORMATS} <= set(issue.get_cached_paths())


def test_what_is_unknown_is_left_out(books):
    bare = Reference(False, "2013", "Pse?", (), date(2013, 1, 1), "http://testserver/")
    assert "author" not in fields_of(bibtex(bare))
    assert "AU  -" not in ris(bare)
    assert set(json.loads(csl_json(bare))[0]) == {"id", "type", "title", "issued", "URL"}


def test_a_draft_has_a_reference_without_an_address(series):
    issue = IssuePageFactory.build(parent=None)
    issue.path = ""
    assert reference_of(issue, None).title == issue.title


@given(st.text(max_size=60), st.text(max_size=30))
def test_no_text_breaks_a_format(title: str, name: str):
    title, name = one_line(title), one_line(name)
    creator = Creator(name or "x", one_line(name[:5]))
    reference = Reference(True, "k", title, (creator,), date(2014, 1, 1), "http://a/", series=name)
    text = bibtex(reference)
    bare = re.sub(r"\\textbackslash\{\}|\\textasci\w+\{\}|\\[{}]", "", text)
    depth = 0
    for sign in bare:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    lines = ris(reference).split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert json.loads(csl_json(reference))[0]["id"] == "k"
