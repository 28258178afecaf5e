"""A PDF is read in a process of its own; a hostile one ends in a state, never in a crash."""

import contextlib
import signal
import zlib
from collections.abc import Callable

import pytest

from site_config.models.document_states import ReadingState
from site_config.pdf import child
from site_config.pdf.languages import guess_language
from site_config.pdf.reading import MOST_PAGES, Limits, Reading, read_pdf
from tests import pdf_files

Read = Callable[..., Reading]
PAGES = [f"Page {number} has the word kaleidoskop{number}." for number in range(1, 10)]


@pytest.fixture
def read(tmp_path) -> Read:
    """Reads the bytes of a PDF."""

    def reading(content: bytes, **options: object) -> Reading:
        path = tmp_path / "file.pdf"
        path.write_bytes(content)
        return read_pdf(path, **options)

    return reading


def test_words_facts_and_the_first_page_are_read(read):
    told = []
    content = pdf_files.text_pdf(PAGES, title="Plan", language="sq", tagged=True)

    found = read(content, tell=lambda done, of: told.append((done, of)))

    assert (found.state, found.page_count) == (ReadingState.READ, 9)
    assert "kaleidoskop7" in found.texts[6]
    assert (found.is_tagged, found.title, found.language) == (True, "Plan", "sq")
    assert found.pictures["large.jpg"].startswith(b"\xff\xd8")
    assert found.picture_size[0] == 840
    assert told[0] == (1, 9)
    assert told[-1] == (9, 9)


def test_a_pdf_without_tags_title_and_language_is_read_as_such(read):
    found = read(pdf_files.text_pdf(PAGES[:1]))

    assert (found.is_tagged, found.title, found.language) == (False, "", "")


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (pdf_files.locked(pdf_files.text_pdf(PAGES[:1]), "secret"), ReadingState.PROTECTED),
        (pdf_files.text_pdf(PAGES)[:400], ReadingState.BROKEN),
        (b"", ReadingState.BROKEN),
        (b"%PDF-1.7\nand nothing else", ReadingState.BROKEN),
        (pdf_files.scripted(), ReadingState.SCRIPTED),
        (pdf_files.text_pdf([""]), ReadingState.NO_TEXT),
        (pdf_files.many_pages(MOST_PAGES + 1), ReadingState.TOO_LARGE),
        (pdf_files.claimed_pages(2_000_000_000), ReadingState.NO_TEXT),
        (pdf_files.endless_tree(), ReadingState.NO_TEXT),
        (pdf_files.bomb(), ReadingState.TOO_LARGE),
    ],
    ids=[
        "locked",
        "truncated",
        "empty",
        "no PDF",
        "scripted",
        "without text",
        "30,001 pages",
        "two billion pages claimed",
        "a tree that leads back to itself",
        "a stream that unpacks to two gigabytes",
    ],
)
def test_every_kind_of_file_ends_in_a_state(read, content, state):
    assert read(content).state == state


@pytest.mark.parametrize("place", pdf_files.PLACES_OF_SCRIPTS)
def test_a_script_is_seen_wherever_it_hangs_in_compressed_objects(read, place):
    content = pdf_files.packed_script(place)

    assert b"Script" not in content
    assert read(content).state == ReadingState.SCRIPTED


@pytest.mark.parametrize(
    ("catalogue", "page"),
    [
        (b"", b""),
        (b"/OpenAction [3 0 R /Fit]", b"/Annots [<< /Subtype /Link /A << /S /URI >> >>]"),
        # Objects that lead back to themselves, or to nothing.
        (b"/OpenAction << /S /GoTo /Next 2 0 R >> /AA 99 0 R", b"/Annots [3 0 R]"),
    ],
)
def test_a_compressed_pdf_without_scripts_is_read(read, catalogue, page):
    found = read(pdf_files.one_page(catalogue, page))

    assert (found.state, found.page_count) == (ReadingState.READ, 1)


def test_objects_that_take_all_memory_are_no_reason_to_leave_the_words_unread(read):
    # Almost two million fields, packed into a few kilobytes.
    fields = b"[%s] " % (b"<< /T (a) >> " * 90_000) * 20

    found = read(pdf_files.one_page(b"/AcroForm << /Fields [%s] >>" % fields))

    assert (found.state, found.page_count) == (ReadingState.READ, 1)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="This system has no such clock.")
def test_looking_at_objects_ends_after_a_while(monkeypatch):
    monkeypatch.setattr(child, "SECONDS_FOR_OBJECTS", 0.02)

    def parse_for_ever() -> None:
        while True:
            with contextlib.suppress(Exception):
                "".join(map(str, range(1000)))

    with pytest.raises(child.OutOfTimeError), child.short_time():
        parse_for_ever()


TITLES = "<dc:title><rdf:Alt>{}</rdf:Alt></dc:title>"
ENGLISH, USUAL = (
    f'<rdf:li xml:lang="{code}">{title}</rdf:li>'
    for code, title in (("en", "The plan"), ("x-default", "Plani i qytetit të ri"))
)


@pytest.mark.parametrize(
    ("element", "title"),
    [
        (TITLES.format(USUAL), "Plani i qytetit të ri"),
        (TITLES.format(ENGLISH + USUAL), "Plani i qytetit të ri"),
        (TITLES.format(ENGLISH), "The plan"),
        (TITLES.format(f'<rdf:li xml:lang="x-default"> </rdf:li>{ENGLISH}'), "The plan"),
        ("<dc:title>Plani</dc:title>", "Plani"),
        ("<dc:title/>", ""),
        ("", ""),
        ("<dc:title>", ""),
    ],
    ids=["usual", "usual second", "English", "usual empty", "plain", "empty", "none", "broken"],
)
def test_a_title_is_read_from_the_metadata_too(read, element, title):
    found = read(pdf_files.with_metadata(pdf_files.xmp(element)))

    assert found.state == ReadingState.READ
    assert (found.is_tagged, found.title, found.language) == (True, title, "sq")


def test_the_title_in_the_older_place_goes_first(read):
    content = pdf_files.text_pdf(["Words"], title="Old", catalogue=b"/Metadata 5 0 R")

    assert read(content).title == "Old"


@pytest.mark.parametrize(
    "content",
    [
        pdf_files.with_metadata(
            pdf_files.xmp(
                "<dc:title>&a;</dc:title>", '<!DOCTYPE x [<!ENTITY a SYSTEM "/etc/hostname">]>'
            )
        ),
        pdf_files.with_metadata(
            zlib.compress(pdf_files.xmp("<dc:title>Plani</dc:title>" + " " * 50_000_000)),
            b"/Type /Metadata /Subtype /XML /Filter /FlateDecode",
        ),
    ],
    ids=["an entity from outside", "fifty megabytes"],
)
def test_metadata_that_mean_harm_give_no_title_and_cost_nothing_else(read, content):
    found = read(content)

    assert (found.state, found.title) == (ReadingState.READ, "")


def test_a_pdf_whose_password_is_empty_is_read(read):
    assert read(pdf_files.locked(pdf_files.text_pdf(PAGES[:1]), "")).state == ReadingState.READ


def test_a_drawing_that_never_ends_is_stopped_by_the_processor_time(read):
    found = read(pdf_files.endless_form(), limits=Limits(cpu_seconds=1))

    assert found.state == ReadingState.TOO_LARGE


def test_a_reading_that_takes_too_long_is_stopped_by_the_clock(read):
    found = read(pdf_files.many_pages(MOST_PAGES), limits=Limits(clock_seconds=0.01))

    assert found.state == ReadingState.TOO_LARGE


@pytest.mark.parametrize("place", [0.1, 0.35, 0.6, 0.85])
def test_a_pdf_that_was_damaged_anywhere_ends_in_a_state(read, place):
    content = bytearray(pdf_files.text_pdf(PAGES))
    start = int(len(content) * place)
    content[start : start + 40] = b"\x00\xff" * 20

    assert read(bytes(content)).state in ReadingState


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bashkia hap korsinë e autobusit në unazë, dhe barnat kushtojnë më pak se vjet.", "sq"),
        (
            "The city opens the bus lane on the ring road, and medicines cost less than in May.",
            "en",
        ),
        ("2014 2013 12 45", ""),
        ("Tirana", ""),
    ],
)
def test_the_language_is_guessed_where_there_are_words_enough(text, language):
    assert guess_language([text]) == language
