"""What the benchmark makes of its figures."""

import pytest

from bench.ratios import Goal, percentile, ratio, table
from bench.telling import tables

ROUNDS = [
    {"page": 4.0, "least": 2.0},
    {"page": 30.0, "least": 10.0},
    {"page": 1.0, "least": 1.0},
]


def test_a_ratio_is_the_median_of_all_rounds():
    assert ratio(ROUNDS, "page", "least") == 2.0
    assert ratio(ROUNDS, "least", "page") == 0.5


def test_one_round_in_bad_weather_changes_little():
    assert ratio([*ROUNDS, {"page": 1_000.0, "least": 1.0}], "page", "least") == 2.5


@pytest.mark.parametrize("rounds", [[], [{"page": 1.0, "least": 0.0}]], ids=["none", "nothing"])
def test_no_ratio_is_made_of_nothing(rounds):
    with pytest.raises(ValueError, match=r"nothing|no rounds"):
        ratio(rounds, "page", "least")


@pytest.mark.parametrize(("share", "value"), [(0.5, 50), (0.99, 99), (1, 100), (0.001, 1), (0, 1)])
def test_a_percentile_is_a_measured_value(share, value):
    assert percentile(list(range(100, 0, -1)), share) == value


@pytest.mark.parametrize(
    ("goal", "met"),
    [
        (Goal("least", 9.9, 10), True),
        (Goal("least", 10, 10), True),
        (Goal("least", 10.1, 10), False),
        (Goal("most", 0.9, 0.9, at_most=False), True),
        (Goal("most", 0.89, 0.9, at_most=False), False),
    ],
)
def test_a_goal_is_met_on_its_own_side(goal, met):
    assert goal.is_met is met


def test_a_table_writes_numbers_as_people_read_them():
    assert table(["page", "requests", "ratio", "met"], [["home", 10_000, 0.5, True]]) == (
        "| page | requests | ratio | met |\n|---|--:|--:|--:|\n| home | 10,000 | 0.50 | yes |\n"
    )


def test_the_report_names_each_size_and_each_goal():
    figure = {
        "name": "home",
        "queries": 20,
        "bytes": 38_000,
        "p50": 1.0,
        "p99": 2.0,
        "kept": 2.5,
        "anew": 60.0,
    }
    report = {
        "sizes": [{"pages": 178, "figures": [figure]}, {"pages": 100_000, "figures": [figure]}],
        "goals": [{"name": "CPU of home, kept", "value": 2.5, "limit": 12, "met": True}],
    }

    text = tables(report)

    assert "178 pages" in text
    assert "100,000 pages" in text
    assert "| home | 20 | 38,000 | 1.00 | 2.00 | 2.50 | 60.00 |" in text
    assert "| CPU of home, kept | 2.50 | 12 | yes |" in text
