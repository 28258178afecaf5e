"""ISSN and ISBN are accepted as people write them, and refused with the reason."""

from typing import NamedTuple

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from publications.identifiers import (
    isbn_10_check_digit,
    isbn_13,
    isbn_13_check_digit,
    issn_check_digit,
    normalise_isbn,
    normalise_issn,
    validate_isbn,
    validate_issn,
)

seven_digits = st.text("0123456789", min_size=7, max_size=7)
nine_digits = st.text("0123456789", min_size=9, max_size=9)
book_start = st.builds(
    str.__add__,
    st.sampled_from(["978", "9791", "9798"]),
    st.text("0123456789", min_size=9, max_size=9),
).map(lambda digits: digits[:12])


class Refusal(NamedTuple):
    """Why a number was refused."""

    code: str
    words: str


def refusal(normalise, text: str) -> Refusal:
    with override("en"), pytest.raises(ValidationError) as caught:
        normalise(text)
    with override("en"):
        return Refusal(caught.value.code, caught.value.messages[0])


# Numbers in print, so that a check that is wrong in itself can't agree with itself. -------------


@pytest.mark.parametrize(
    "number", ["0317-8471", "1050-124X", "2434-561X", "0028-0836", "0378-5955", "2308-0140"]
)
def test_registered_issns_are_kept(number):
    assert normalise_issn(number) == number


@pytest.mark.parametrize(
    ("number", "stored"),
    [
        ("978-0-306-40615-7", "9780306406157"),
        ("0-306-40615-2", "0306406152"),
        ("0-8044-2957-X", "080442957X"),
        ("978-3-16-148410-0", "9783161484100"),
        ("979-10-90636-07-1", "9791090636071"),
        ("978-9928-7999-2-0", "9789928799920"),
    ],
)
def test_registered_isbns_are_kept(number, stored):
    assert normalise_isbn(number) == stored


# As people write them ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "23080140",
        " 2308 0140 ",
        "2308\u20130140",
        "2308\u20110140",
        "2308\u00a00140",
        "ISSN 2308-0140",
        "issn: 2308-0140",
        "ISSN2308-0140",
        "eISSN 2308-0140",
        "e-ISSN 2308-0140",
        "ISSN-L 2308-0140",
    ],
)
def test_issns_are_taken_as_people_write_them(written):
    assert normalise_issn(written) == "2308-0140"


@pytest.mark.parametrize(
    "written",
    [
        "9780306406157",
        "978 0 306 40615 7",
        "978\u20130\u2013306\u201340615\u20137",
        "ISBN 978-0-306-40615-7",
        "ISBN-13: 978-0-306-40615-7",
        "ISBN 13: 978-0-306-40615-7",
        "ISBN-13 978-0-306-40615-7",
        "isbn:9780306406157",
        "eISBN 978-0-306-40615-7",
        "978-0-306-4061\u00ad5-7",
    ],
)
def test_isbns_are_taken_as_people_write_them(written):
    assert normalise_isbn(written) == "9780306406157"


def test_a_label_of_ten_is_no_part_of_the_number():
    assert normalise_isbn("ISBN-10: 0-306-40615-2") == "0306406152"


def test_an_isbn_that_begins_with_thirteen_keeps_its_digits():
    start = "130000000"
    number = start + isbn_10_check_digit(start)
    assert normalise_isbn(f"ISBN {number}") == number


def test_a_small_x_is_written_large():
    assert normalise_issn("1050-124x") == "1050-124X"
    assert normalise_isbn("0-8044-2957-x") == "080442957X"


# What is wrong is said --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "code", "told"),
    [
        ("2308-014", "length", "this one has 7"),
        ("2308-01400", "length", "this one has 9"),
        ("", "length", "this one has 0"),
        ("---", "length", "this one has 0"),
        ("2308-014O", "characters", "Take out: O"),
        ("X308-0140", "characters", "Take out: X"),
        ("23O8-O140", "characters", "Take out: O"),
        ("٢٣٠٨-٠١٤٠", "characters", "٢"),
        ("2308-0141", "check_digit", "0, not 1"),
        ("1050-1240", "check_digit", "X, not 0"),
        ("3208-0140", "check_digit", "after 3208014"),
    ],
)
def test_a_wrong_issn_is_refused_with_the_reason(number, code, told):
    error = refusal(normalise_issn, number)
    assert error.code == code
    assert told in error.words


@pytest.mark.parametrize(
    ("number", "code", "told"),
    [
        ("978-0-306-40615", "length", "this one has 12"),
        ("978-0-306-40615-77", "length", "this one has 14"),
        ("", "length", "this one has 0"),
        ("978-0-306-4O615-7", "characters", "Take out: O"),
        ("978-0-306-40615-X", "characters", "Take out: X"),
        ("0-306-4X615-2", "characters", "Take out: X"),
        ("977-0-306-40615-7", "prefix", "begins with 977"),
        ("979-0-2600-0043-8", "prefix", "ISMN"),
        ("978-0-306-40615-6", "check_digit", "7, not 6"),
        ("0-8044-2957-1", "check_digit", "X, not 1"),
        ("978-0-360-40615-7", "check_digit", "after 978036040615"),
    ],
)
def test_a_wrong_isbn_is_refused_with_the_reason(number, code, told):
    error = refusal(normalise_isbn, number)
    assert error.code == code
    assert told in error.words


def test_validators_say_the_same():
    validate_issn("2308-0140")
    validate_isbn("978-9928-7999-2-0")
    assert refusal(validate_issn, "2308-0141") == refusal(normalise_issn, "2308-0141")
    assert refusal(validate_isbn, "978-9928-7999-2-1").code == "check_digit"


# What is true of every number -------------------------------------------------------------------


@given(seven_digits)
def test_every_issn_with_its_check_digit_is_kept(digits):
    number = f"{digits[:4]}-{digits[4:]}{issn_check_digit(digits)}"
    assert normalise_issn(number) == number


@given(nine_digits)
def test_every_isbn_10_with_its_check_digit_is_kept(digits):
    number = digits + isbn_10_check_digit(digits)
    assert normalise_isbn(number) == number


@given(book_start)
def test_every_isbn_13_with_its_check_digit_is_kept(start):
    number = start + isbn_13_check_digit(start)
    assert normalise_isbn(number) == number


@given(seven_digits, st.integers(0, 7), st.text("0123456789", min_size=1, max_size=1))
def test_any_one_wrong_digit_of_an_issn_is_noticed(digits, place, wrong):
    number = digits + issn_check_digit(digits)
    slip = number[:place] + wrong + number[place + 1 :]
    if slip == number:
        assert normalise_issn(slip)
    else:
        assert refusal(normalise_issn, slip).code == "check_digit"


@given(seven_digits, st.integers(0, 6))
def test_any_two_neighbours_that_change_places_in_an_issn_are_noticed(digits, place):
    number = digits + issn_check_digit(digits)
    turned = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if turned == number:
        assert normalise_issn(turned)
    else:
        assert refusal(normalise_issn, turned).code in {"check_digit", "characters"}


@given(book_start, st.integers(3, 12), st.text("0123456789", min_size=1, max_size=1))
def test_any_one_wrong_digit_of_an_isbn_13_is_noticed(start, place, wrong):
    number = start + isbn_13_check_digit(start)
    slip = number[:place] + wrong + number[place + 1 :]
    if slip == number:
        assert normalise_isbn(slip)
    else:
        assert refusal(normalise_isbn, slip).code in {"check_digit", "prefix"}


@given(nine_digits)
def test_an_isbn_10_becomes_one_of_13(digits):
    number = digits + isbn_10_check_digit(digits)
    longer = isbn_13(number)
    assert longer.startswith(f"978{digits}")
    assert normalise_isbn(longer) == longer
    assert isbn_13(longer) == longer


def test_a_known_isbn_10_becomes_the_known_13():
    assert isbn_13("0306406152") == "9780306406157"


@given(st.text(max_size=40))
def test_whatever_is_typed_is_kept_or_refused(text):
    for normalise in (normalise_issn, normalise_isbn):
        try:
            kept = normalise(text)
        except ValidationError:
            continue
        assert normalise(kept) == kept
