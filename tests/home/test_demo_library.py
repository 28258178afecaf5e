"""The library of the demo city: its words are complete, its files are there and readable."""

import itertools
import re
from dataclasses import fields, is_dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from home.demo import library
from home.demo.library import members, partners, pictures, publications, videos
from home.demo.library.words import Words

LIBRARY = Path(library.__file__).parent
TOPICS = {
    "environment", "transport", "energy", "education", "culture", "economy", "health", "tourism",
    "government",
}  # fmt: skip
ALL_DATA = (
    *pictures.PICTURES.values(),
    *pictures.ALBUMS,
    *videos.VIDEOS,
    videos.STREAM,
    *publications.COLLECTIONS,
    *publications.SERIES,
    *publications.PUBLICATIONS.values(),
    *partners.TIERS,
    *partners.PARTNERS.values(),
    partners.INTRO,
    partners.CALL_TITLE,
    partners.CALL_TEXT,
    *members.MEMBERS,
    *members.DISCUSSIONS,
    *members.RULES,
    members.RULES_TITLE,
)


def words_in(value, place=""):
    """Yield every text in two languages inside a value, with the place where it stands."""
    if isinstance(value, Words):
        yield place, value
    elif is_dataclass(value):
        for field in fields(value):
            yield from words_in(getattr(value, field.name), f"{place}.{field.name}")
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from words_in(item, f"{place}[{number}]")


def all_words():
    """Return every text of the library, with its place."""
    return [
        found
        for item in ALL_DATA
        for found in words_in(item, f"{type(item).__name__}:{getattr(item, 'key', '')}")
    ]


def seconds(stamp):
    """Return a WebVTT time stamp in seconds."""
    *hours, minutes, rest = stamp.split(":")
    return int(hours[0] if hours else 0) * 3600 + int(minutes) * 60 + float(rest)


def test_every_text_stands_in_both_languages():
    texts = all_words()
    assert len(texts) > 300
    assert [place for place, text in texts if not (text.en.strip() and text.sq.strip())] == []


def test_longer_texts_are_translated_not_repeated():
    assert [place for place, text in all_words() if len(text.en) > 40 and text.en == text.sq] == []


def test_albanian_texts_write_their_letters():
    albanian = " ".join(text.sq for _, text in all_words())
    assert albanian.count("ë") / len(albanian) > 0.03


def test_an_unknown_language_is_refused():
    with pytest.raises(KeyError):
        Words("city", "qytet").in_language("fr")


def test_thirty_pictures_fill_four_albums_once():
    shown = [key for album in pictures.ALBUMS for key in album.pictures]
    assert len(pictures.PICTURES) == 30
    assert len(pictures.ALBUMS) == 4
    assert sorted(shown) == sorted(pictures.PICTURES)


@pytest.mark.parametrize("key", pictures.PICTURES)
def test_a_picture_opens_at_its_size_without_metadata(key):
    picture = pictures.PICTURES[key]
    with Image.open(pictures.open_picture(key)) as opened:
        opened.load()
        assert opened.format == "JPEG"
        assert opened.size == picture.size
        assert len(opened.getexif()) == 0


def test_crops_lie_inside_their_originals_and_are_wide_enough():
    crops = [picture for picture in pictures.PICTURES.values() if picture.crop]
    assert len(crops) == 14
    for picture in crops:
        left, top, right, bottom = picture.crop
        with Image.open(pictures.PHOTOS / f"{picture.original}.jpg") as original:
            assert 0 <= left < right <= original.width, picture.key
            assert 0 <= top < bottom <= original.height, picture.key
        assert right - left >= 800, picture.key


def test_crops_of_one_original_are_composed_differently():
    boxes = [(p.original, p.crop) for p in pictures.PICTURES.values()]
    assert len(set(boxes)) == len(boxes)


def test_focal_points_lie_inside_their_pictures():
    for picture in pictures.PICTURES.values():
        focus, (width, height) = picture.focal_point, picture.size
        assert focus.x - focus.width / 2 >= 0, picture.key
        assert focus.x + focus.width / 2 <= width, picture.key
        assert focus.y - focus.height / 2 >= 0, picture.key
        assert focus.y + focus.height / 2 <= height, picture.key


def test_a_crop_is_the_same_every_time():
    assert (
        pictures.open_picture("roofs-solar").read() == pictures.open_picture("roofs-solar").read()
    )


def test_an_unknown_picture_is_refused():
    with pytest.raises(KeyError):
        pictures.open_picture("../words")


def test_alternative_texts_differ_from_titles_and_captions():
    for picture in pictures.PICTURES.values():
        for language in ("en", "sq"):
            alt = picture.alt.in_language(language)
            assert alt != picture.title.in_language(language), picture.key
            assert alt != picture.caption.in_language(language), picture.key


@pytest.mark.parametrize("series", publications.SERIES, ids=lambda series: series.key)
def test_issn_passes_its_check(series):
    assert re.fullmatch(r"\d{4}-\d{3}[\dX]", series.issn)
    digits = [10 if digit == "X" else int(digit) for digit in series.issn.replace("-", "")]
    weighted = sum(digit * weight for digit, weight in zip(digits, range(8, 0, -1), strict=True))
    assert weighted % 11 == 0


@pytest.mark.parametrize("book", publications.BOOKS, ids=lambda book: book.key)
def test_isbn_passes_its_check(book):
    digits = [int(digit) for digit in book.isbn.replace("-", "")]
    assert len(digits) == 13
    assert book.isbn.startswith("978-9928-")
    assert sum(digit * (1, 3)[place % 2] for place, digit in enumerate(digits)) % 10 == 0


def test_numbers_are_given_once():
    numbers = [series.issn for series in publications.SERIES]
    numbers += [book.isbn for book in publications.BOOKS]
    assert len(set(numbers)) == len(numbers)


def test_issues_belong_to_a_volume_of_a_series_of_a_collection():
    collections = {collection.key for collection in publications.COLLECTIONS}
    series = {item.key: item for item in publications.SERIES}
    assert {item.collection for item in series.values()} <= collections
    for issue in publications.ISSUES:
        assert issue.volume in publications.VOLUMES, issue.key
        assert issue.volume.series in series, issue.key
        assert issue.date.year == issue.volume.year, issue.key


def test_at_least_three_publications_in_each_language():
    first = [item.languages[0] for item in publications.PUBLICATIONS.values()]
    assert len(first) == 9
    assert first.count("en") >= 3
    assert first.count("sq") >= 3


@pytest.mark.parametrize("key", publications.PUBLICATIONS)
class TestPublication:
    """One publication: its text, its PDF, its cover."""

    def reader(self, key):
        return PdfReader(publications.PDF / f"{key}.pdf", strict=True)

    def test_articles_have_a_length_worth_reading(self, key):
        articles = publications.PUBLICATIONS[key].articles
        assert 4 <= len(articles) <= 8
        for article in articles:
            assert 120 <= len(" ".join(article.text).split()) <= 300, article.title

    def test_articles_show_pictures_that_exist(self, key):
        shown = {article.picture for article in publications.PUBLICATIONS[key].articles} - {""}
        assert shown
        assert shown <= set(pictures.PICTURES)

    def test_a_quotation_stands_in_its_text(self, key):
        for article in publications.PUBLICATIONS[key].articles:
            assert article.quote in " ".join(article.text), article.title

    def test_pdf_has_the_pages_that_are_stated(self, key):
        assert len(self.reader(key).pages) == publications.PUBLICATIONS[key].pages

    def test_every_article_begins_on_its_page(self, key):
        reader = self.reader(key)
        for entry in publications.PUBLICATIONS[key].contents:
            text = " ".join(reader.pages[entry.page - 1].extract_text().split())
            assert entry.title in text

    def test_every_paragraph_can_be_found(self, key):
        def letters(text):
            return "".join(text.split())

        printed = letters("".join(page.extract_text() for page in self.reader(key).pages))
        for article in publications.PUBLICATIONS[key].articles:
            for paragraph in article.text:
                # A paragraph that runs into the next column or page is whole in its parts.
                assert letters(paragraph[:60]) in printed, article.title

    def test_pdf_is_tagged_titled_and_says_its_language(self, key):
        publication, reader = publications.PUBLICATIONS[key], self.reader(key)
        language = publication.languages[0]
        assert reader.root_object["/MarkInfo"]["/Marked"]
        assert reader.root_object["/Lang"] == language
        assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
        assert reader.metadata.title == publication.title.in_language(language)

    def test_outline_names_every_article(self, key):
        def titles(outline):
            for entry in outline:
                if isinstance(entry, list):
                    yield from titles(entry)
                else:
                    yield entry.title

        named = set(titles(self.reader(key).outline))
        assert {entry.title for entry in publications.PUBLICATIONS[key].contents} <= named

    def test_fonts_are_embedded(self, key):
        found = 0
        for page in self.reader(key).pages:
            for font in page["/Resources"].get("/Font", {}).values():
                descendant = font.get_object()["/DescendantFonts"][0].get_object()
                assert "/FontFile2" in descendant["/FontDescriptor"].get_object()
                found += 1
        assert found

    def test_cover_exists_exactly_when_it_is_described(self, key):
        path = publications.COVERS / f"{key}.jpg"
        if publications.PUBLICATIONS[key].cover_alt is None:
            assert not path.exists()
            return
        with Image.open(path) as cover:
            assert cover.size == publications.COVER_SIZE
        assert path.stat().st_size <= 120_000

    def test_pdf_is_light_enough_for_a_phone(self, key):
        assert (publications.PDF / f"{key}.pdf").stat().st_size <= 400_000


def test_three_publications_have_no_cover():
    bare = [item for item in publications.PUBLICATIONS.values() if item.cover_alt is None]
    assert len(bare) == 3
    assert [item.key for item in bare if item.drawn_cover] == ["qyteti-2013-3"]


@pytest.mark.parametrize("language", ["en", "sq"])
@pytest.mark.parametrize("video", videos.VIDEOS, ids=lambda video: video.key)
def test_captions_are_webvtt_in_order_and_inside_the_film(video, language):
    text = video.captions(language).read_text(encoding="utf-8")
    cues = re.findall(r"^(\S+) --> (\S+)$", text, re.MULTILINE)
    times = [(seconds(start), seconds(end)) for start, end in cues]
    assert text.startswith("WEBVTT\n\n")
    assert len(times) >= 2
    assert all(start < end for start, end in times)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(times))
    assert times[-1][1] <= video.duration
    assert {"en": "[No sound]", "sq": "[Pa zë]"}[language] in text


@pytest.mark.parametrize("video", videos.VIDEOS, ids=lambda video: video.key)
def test_a_film_is_webm_with_a_poster_and_chapters_inside_it(video):
    content = video.file.read_bytes()
    # EBML magic number, then the document type of the container.
    assert content[:4] == b"\x1a\x45\xdf\xa3"
    assert b"webm" in content[:64]
    assert b"V_VP9" in content[:1024]
    assert b"A_" not in content[:1024]
    assert len(content) <= 900_000
    assert video.poster in pictures.PICTURES
    starts = [chapter.start for chapter in video.chapters]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert starts[-1] < video.duration


def test_the_stream_is_kept_elsewhere_and_shown_with_our_own_poster():
    assert videos.STREAM.url.startswith("https://")
    assert videos.STREAM.poster in pictures.PICTURES


@pytest.mark.parametrize("variant", ["colour", "white", "print"])
@pytest.mark.parametrize("key", partners.PARTNERS)
def test_a_logo_is_a_small_transparent_png(key, variant):
    path = partners.LOGOS / partners.PARTNERS[key].logo(variant)
    assert path.stat().st_size <= 25_000
    with Image.open(path) as logo:
        assert logo.format == "PNG"
        assert logo.size == partners.LOGO_SIZE
        opaque = logo.convert("RGBA").getchannel("A")
    assert opaque.getpixel((0, 0)) == 0
    assert opaque.getextrema()[1] == 255


def luminance(path):
    """Return how light the opaque part of a logo is, 0 to 255."""
    with Image.open(path) as logo:
        rgba = logo.convert("RGBA")
    solid = [pixel[:3] for pixel in rgba.get_flattened_data() if pixel[3] > 200]
    return sum(sum(pixel) / 3 for pixel in solid) / len(solid)


@pytest.mark.parametrize("key", partners.PARTNERS)
def test_white_logos_are_light_and_print_logos_dark(key):
    partner = partners.PARTNERS[key]
    assert luminance(partners.LOGOS / partner.logo("white")) > 230
    assert luminance(partners.LOGOS / partner.logo("print")) < 60


def test_partners_fill_three_tiers_and_stand_at_each_point_of_their_term():
    all_partners = partners.PARTNERS.values()
    terms = [partner.ends_in for partner in all_partners]
    assert len(partners.PARTNERS) == 8
    assert [tier.key for tier in partners.TIERS] == ["main", "sustaining", "friends"]
    assert {partner.tier for partner in all_partners} == {"main", "sustaining", "friends"}
    assert sum(end is not None and end < 0 for end in terms) == 1
    assert any(end is not None and 0 < end <= 30 for end in terms)
    assert all(partner.starts_in < (partner.ends_in or 0) for partner in all_partners)


def test_partners_show_pictures_that_exist_and_link_to_reserved_addresses():
    for partner in partners.PARTNERS.values():
        assert {work.picture for work in partner.work} <= set(pictures.PICTURES)
        addresses = [partner.website, *(link.url for link in partner.links)]
        for address in addresses:
            assert re.match(r"https://([\w-]+\.)*(example\.org|[\w-]+\.example)/", address), address
        assert re.search(r"@([\w-]+\.)*(example\.org|[\w-]+\.example)$", partner.contact.email)


def test_dates_lie_in_the_years_of_the_portal():
    dated = [*pictures.PICTURES.values(), *pictures.ALBUMS, *videos.VIDEOS]
    dated += publications.PUBLICATIONS.values()
    assert all(date(2012, 1, 1) <= item.date <= date(2014, 12, 31) for item in dated)


def test_all_files_together_keep_the_budget():
    files = [
        path
        for folder in ("photos", "covers", "logos", "videos", "pdf")
        for path in (LIBRARY / folder).iterdir()
    ]
    assert len(files) >= 16 + 6 + 24 + 6 + 9
    assert sum(path.stat().st_size for path in files) <= 12_000_000


def test_pictures_are_handed_out_as_readable_streams():
    stream = pictures.open_picture("park")
    assert isinstance(stream, BytesIO)
    assert stream.tell() == 0
