"""Words are folded, found and marked as readers expect."""

import pytest

from site_config.searched_words import TERMS_AT_MOST, excerpt, fold, mark, terms


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Tiranë", "tirane"), ("ÇMIMI", "cmimi"), ("straße", "strasse"), ("Ｔ①", "t1"), ("", "")],
)
def test_accents_and_capitals_are_folded(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("green cities", ["green", "cities"]),
        ('"green" AND (cit*) NEAR/2 -x', ["green", "AND", "cit", "NEAR", "2", "x"]),
        ("T’i thuash", ["T", "i", "thuash"]),
        ("Tirana tiranë TIRANE", ["Tirana", "tiranë"]),
        ("a_b\x00c", ["a", "b", "c"]),
        ("!?*\"'%_", []),
    ],
)
def test_only_words_are_searched_for(text, words):
    assert terms(text) == words


def test_a_search_has_an_end():
    found = terms(" ".join(f"word{number}" for number in range(1000)))
    assert len(found) == TERMS_AT_MOST
    assert len(terms("x" * 100_000)[0]) < 100


@pytest.mark.parametrize(
    ("text", "searched", "marked"),
    [
        ("Qyteti i Tiranës", ["tirane"], "Qyteti i <mark>Tiranës</mark>"),
        ("Çmimi", ["cmimi"], "<mark>Çmimi</mark>"),
        ("Cmimi", ["çmimi"], "<mark>Cmimi</mark>"),
        ("green cities", ["green", "cit"], "<mark>green</mark> <mark>cities</mark>"),
        ("te tepër", ["te"], "<mark>te</mark> tepër"),
        ("nothing", ["else"], "nothing"),
        ("<b>green</b>", ["green"], "&lt;b&gt;<mark>green</mark>&lt;/b&gt;"),
        ("a<mark>b", ["mark"], "a&lt;<mark>mark</mark>&gt;b"),
        ("{} {0} green", ["green"], "{} {0} <mark>green</mark>"),
    ],
)
def test_found_words_are_marked_in_escaped_text(text, searched, marked):
    assert mark(text, searched) == marked


def test_an_excerpt_surrounds_the_first_hit():
    text = "fjalë " * 200 + "parkimi " + "fjalë " * 200
    found = excerpt(text, ["parkim"], length=120)
    assert "parkimi" in found
    assert found.startswith("… fjalë")
    assert found.endswith("fjalë …")
    assert len(found) <= 124


def test_an_excerpt_without_a_hit_is_the_beginning():
    assert excerpt("një " * 100, ["tjetër"], length=40).startswith("një një")
    assert excerpt("Short.", ["tjetër"]) == "Short."
    assert excerpt("", ["tjetër"]) == ""


def test_an_excerpt_passes_over_empty_parts_of_the_index():
    assert excerpt("Parku, , , Lana,, Dajti", []) == "Parku, Lana, Dajti"


def test_an_excerpt_of_one_endless_word_stays_short():
    assert len(excerpt("x" * 10_000, ["x"], length=100)) <= 104
