"""Covers are drawn from words alone: the same for ever, readable, and safe to serve."""

import re
from datetime import date

import pytest
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st

from publications.covers.canvas import PAINTS, Canvas
from publications.covers.drawing import GROUNDS, CoverWords, draw_cover, looks_of
from publications.covers.lettering import ELLIPSIS, clean, fit, is_known, width_of, wrap
from publications.covers.patterns import PATTERNS, Box, Choice
from tests.factories.publications import BookPageFactory, IssuePageFactory
from tests.factories.site_config import SiteImageFactory

SVG = "{http://www.w3.org/2000/svg}"
ISSUE = CoverWords(
    style="periodical",
    language="sq",
    name="Qyteti",
    title="Qytete të gjelbra",
    number="2014/1",
    day=date(2014, 3, 28),
    key="a series",
)
LONG_TITLE = (
    "Përgjegjësitë e bashkëqeverisjes për mirëmbajtjen e hapësirave të gjelbra ndërmjet "
    "pallateve shumëkatëshe: udhërrëfyes për këshillat e lagjeve"
)


def shapes(svg: str) -> list:
    return list(ElementTree.fromstring(svg).iter())


# Lettering --------------------------------------------------------------------------------------


def test_the_font_has_every_letter_of_both_languages():
    assert is_known(
        "ABCÇDEËFGHIJKLMNOPQRSTUVWXYZ abcçdeëfghijklmnopqrstuvwxyz 0123456789 “”’–?!,.:;()"
    )


@given(st.text("abëç ", max_size=200), st.integers(10, 80))
def test_wrapped_lines_hold_all_words_and_fit(text, size):
    lines = wrap(text, size, 364)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line, size) <= 364 for line in lines)


def test_a_title_that_fits_is_set_as_large_as_it_can():
    assert fit("Lana", 364, (76, 40), 3) == (76, ["Lana"])


def test_a_long_title_is_set_smaller_until_no_word_breaks():
    setting = fit("Bashkëqeverisja e hapësirave", 364, (76, 54, 40), 4)
    assert setting.size < 76
    assert " ".join(setting.lines) == "Bashkëqeverisja e hapësirave"


def test_what_fits_in_no_size_ends_in_an_ellipsis():
    setting = fit(LONG_TITLE * 4, 364, (40, 30), 3)
    assert setting.size == 30
    assert len(setting.lines) == 3
    assert setting.lines[-1].endswith(ELLIPSIS)
    assert all(width_of(line, 30) <= 364 for line in setting.lines)


def test_a_word_without_end_is_broken():
    lines = fit("a" * 300, 364, (40, 30), 3).lines
    assert len(lines) == 3
    assert all(width_of(line, 30) <= 364 for line in lines)


def test_signs_that_xml_refuses_are_left_out():
    assert clean("a\x0bb\x00  c\u200b\n d") == "a b c d"


# Drawing ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", ["newsletter", "periodical", "book"])
def test_a_cover_is_the_same_each_time(style):
    assert draw_cover(ISSUE._replace(style=style)) == draw_cover(ISSUE._replace(style=style))


def test_numbers_that_follow_each_other_never_look_alike():
    for number in range(1, 40):
        this, following = (looks_of(ISSUE._replace(number=str(n))) for n in (number, number + 1))
        assert this.ground != following.ground
        assert this.pattern is not following.pattern


def test_series_look_different():
    looks = {looks_of(ISSUE._replace(key=f"series {number}"))[:3] for number in range(20)}
    assert len(looks) > 5


def test_a_cover_has_the_size_of_the_others_and_names_itself():
    root = ElementTree.fromstring(draw_cover(ISSUE))
    assert (root.get("width"), root.get("height")) == ("420", "594")
    assert root.find(f"{SVG}title").text == "Qyteti, Qytete të gjelbra, 2014/1, Mars 2014"
    assert root.get("lang") == "sq"


def test_a_cover_holds_its_colours_for_the_night():
    svg = draw_cover(ISSUE)
    ground = looks_of(ISSUE).ground
    day, night = PAINTS[ground]
    assert f".{ground}{{fill:{day}}}" in svg
    assert f".{ground}{{fill:{night}}}" in svg.split("prefers-color-scheme:dark")[1]


def test_the_month_is_written_in_the_covers_language():
    assert "April 2014" in draw_cover(ISSUE._replace(language="en", day=date(2014, 4, 1)))
    assert "Prill 2014" in draw_cover(ISSUE._replace(day=date(2014, 4, 1)))


def test_ink_is_read_on_every_ground():
    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for ground, _paints in GROUNDS:
        for ink, plane in zip(PAINTS["ink"], PAINTS[ground], strict=True):
            assert (luminance(plane) + 0.05) / (luminance(ink) + 0.05) >= 4.5, ground


def test_every_letter_that_is_used_is_drawn_once():
    elements = shapes(draw_cover(ISSUE))
    drawn = [element.get("id") for element in elements if element.get("id")]
    used = {element.get("href")[1:] for element in elements if element.tag == f"{SVG}use"}
    assert len(drawn) == len(set(drawn))
    assert used == set(drawn)


def test_a_script_that_the_font_lacks_is_left_to_the_readers_font():
    svg = draw_cover(ISSUE._replace(title="Зелени градови", name="绿色城市"))
    texts = [element.text for element in shapes(svg) if element.tag == f"{SVG}text"]
    assert "绿色城市" in texts
    assert "".join(texts).replace("绿色城市", "").replace(" ", "") == "Зелениградови"


def test_markup_in_a_title_stays_text():
    svg = draw_cover(ISSUE._replace(title="<script>alert(1)</script> & Co Ж", language='"><b'))
    assert not [element for element in shapes(svg) if element.tag.endswith(("script", "}b"))]


@settings(max_examples=60)
@given(
    st.sampled_from(["newsletter", "periodical", "book"]),
    st.text(),
    st.text(),
    st.text(max_size=20),
)
def test_any_words_make_a_well_formed_cover(style, name, title, number):
    words = ISSUE._replace(style=style, name=name, title=title, number=number)
    assert ElementTree.fromstring(draw_cover(words)).tag == f"{SVG}svg"


def test_a_long_albanian_title_stays_within_the_cover():
    for style in ("newsletter", "periodical", "book"):
        svg = draw_cover(ISSUE._replace(style=style, title=LONG_TITLE))
        tops = [float(y) for y in re.findall(r"translate\([\d.-]+ ([\d.-]+)\)", svg)]
        assert max(tops) <= 594
        assert "…" not in re.sub("<title>.*</title>", "", svg)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.__name__)
def test_every_pattern_draws_within_any_room(pattern):
    for height in (330, 120, 40):
        canvas = Canvas(420, 594)
        pattern(canvas, Box(28, 550 - height, 364, height), GROUNDS[0][1], Choice(b"seed"))
        assert len(shapes(canvas.svg("", "sq"))) > 4


# Serving ----------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_drawn_cover_is_a_document_that_caches_keep(client, series):
    IssuePageFactory(parent=series, slug="numri-1")
    response = client.get("/sq/botime/periodike/qyteti/numri-1/cover.svg")
    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert response["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "public" in response["Cache-Control"]
    assert not response.cookies
    again = client.get(response.wsgi_request.path, headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/sq/botime/cover.svg",
        "/sq/botime/periodike/qyteti/cover.svg",
        "/sq/botime/periodike/qyteti/nothing/cover.svg",
        "/sq/cover.svg",
        "/sq/botime/periodike/qyteti/numri-1/cover.svg/",
        "/sq/botime/periodike/qyteti/draft/cover.svg",
    ],
)
def test_nothing_but_a_published_publication_has_a_cover(client, series, address):
    IssuePageFactory(parent=series, slug="numri-1")
    IssuePageFactory(parent=series, slug="draft", live=False)
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_a_cover_takes_no_posts(client, series):
    IssuePageFactory(parent=series, slug="numri-1")
    assert client.post("/sq/botime/periodike/qyteti/numri-1/cover.svg").status_code == 405


@pytest.mark.django_db
def test_the_cover_of_a_restricted_issue_is_restricted(client, series):
    issue = IssuePageFactory(parent=series, slug="numri-1")
    issue.view_restrictions.create(restriction_type="login")
    response = client.get("/sq/botime/periodike/qyteti/numri-1/cover.svg")
    assert response.status_code == 302
    assert "public" not in response["Cache-Control"]


@pytest.mark.django_db
def test_a_chosen_cover_takes_the_place_of_the_drawn_one(client, series):
    picture = SiteImageFactory()
    IssuePageFactory(
        parent=series, slug="numri-1", listing_image=picture, listing_image_alt="Rows of leaves"
    )
    html = client.get("/sq/botime/periodike/qyteti/numri-1/").content.decode()
    assert 'alt="Rows of leaves"' in html
    assert 'src="/sq/botime/periodike/qyteti/numri-1/cover.svg"' not in html


@pytest.mark.django_db
def test_a_drawn_cover_stands_in_the_page_with_its_size_and_words(client, series):
    IssuePageFactory(parent=series, slug="numri-1", title="Qyteti: Parkimi")
    html = client.get("/sq/botime/periodike/qyteti/numri-1/").content.decode()
    assert (
        '<img class="cover" src="/sq/botime/periodike/qyteti/numri-1/cover.svg" width="420"'
        ' height="594" alt="Kopertina: Qyteti: Parkimi" fetchpriority="high">'
    ) in html


@pytest.mark.django_db
def test_a_book_names_its_publisher_where_nobody_signs(book, books):
    assert book.cover_words.name == "Smart City Tirana"
    nameless = BookPageFactory(parent=books, publisher="", slug="b")
    assert ElementTree.fromstring(draw_cover(nameless.cover_words)).tag == f"{SVG}svg"


@pytest.mark.django_db
def test_an_issue_prints_its_theme_without_the_name_of_the_series(series):
    issue = IssuePageFactory(parent=series, title="Qyteti: Parkimi")
    assert (issue.cover_words.name, issue.cover_words.title) == ("Qyteti", "Parkimi")
    other = IssuePageFactory(parent=series, title="Parkimi: një pyetje")
    assert other.cover_words.title == "Parkimi: një pyetje"
