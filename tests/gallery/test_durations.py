"""Lengths of films, for machines, for clocks and in words."""

import pytest

from gallery.durations import clock_duration, iso_duration, spoken_duration


@pytest.mark.parametrize(
    ("seconds", "iso", "clock", "spoken"),
    [
        (0.4, "PT0.4S", "0:00", "less than a second"),
        (1, "PT1S", "0:01", "1 second"),
        (8, "PT8S", "0:08", "8 seconds"),
        (12.5, "PT12.5S", "0:12", "12 seconds"),
        (60, "PT1M", "1:00", "1 minute"),
        (72, "PT1M12S", "1:12", "1 minute 12 seconds"),
        (3723, "PT1H2M3S", "1:02:03", "1 hour 2 minutes"),
        (7200, "PT2H", "2:00:00", "2 hours"),
    ],
)
def test_a_length_is_written_as_its_reader_expects(seconds, iso, clock, spoken):
    assert iso_duration(seconds) == iso
    assert clock_duration(seconds) == clock
    assert spoken_duration(seconds) == spoken


def test_no_length_is_still_a_duration():
    assert iso_duration(0) == "PT0S"
