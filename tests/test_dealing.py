"""Tests that share something costly stay with one process of a run."""

from tests.dealing import shares_of


def shares(*tests: str) -> list[list[str]]:
    """Return the tests of each share, without their modules."""
    names = shares_of(tests)
    return [
        [test.partition("::")[2] for test in tests if names[test] == name]
        for name in dict.fromkeys(names.values())
    ]


def test_a_module_stays_whole():
    assert shares("tests/a.py::one", "tests/a.py::two[1-2]", "tests/b.py::one") == [
        ["one", "two[1-2]"],
        ["one"],
    ]


def test_what_empties_the_database_comes_after_all_others():
    assert shares("tests/a.py::one", "tests/b.py::one", "tests/a.py::empties") == [
        ["one"],
        ["one"],
        ["empties"],
    ]


def test_the_matrix_is_parted_by_roles():
    module = "tests/test_url_matrix.py::test_answers"
    assert shares(
        f"{module}[A-GET]", f"{module}[A-POST]", f"{module}[B-GET]", f"{module}[B b]"
    ) == [
        ["test_answers[A-GET]", "test_answers[A-POST]"],
        ["test_answers[B-GET]"],
        ["test_answers[B b]"],
    ]


def test_pages_in_the_browser_are_parted_by_page():
    module = "tests/e2e/test_pages.py::test"
    assert shares(f"{module}[360-dark-home-sq]", f"{module}[home-sq]", f"{module}[news-sq]") == [
        ["test[360-dark-home-sq]", "test[home-sq]"],
        ["test[news-sq]"],
    ]
