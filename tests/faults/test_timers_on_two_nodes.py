"""Two nodes do at the same moment what is due by the clock: each thing is done once."""

import threading

import pytest

from tests.faults.desk import ActFailedError

PAGES = 30


@pytest.mark.parametrize("settings", ["", "unlocked"], ids=["locked", "twin: unlocked"])
def test_scheduled_pages_are_published_once(city, settings):
    city.rehearsal.timers.stop()
    failures: list[str] = []
    with city.desk_with(settings) as one, city.desk_with(settings) as other:
        pages = one("schedule_pages", count=PAGES)

        def run(desk) -> None:
            try:
                failures.extend(desk("run_timers"))
            except ActFailedError as error:
                failures.append(str(error))

        nodes = [threading.Thread(target=run, args=(desk,)) for desk in (one, other)]
        for node in nodes:
            node.start()
        for node in nodes:
            node.join(120)
        # Who came second left the work to the first; nothing is left for the next round.
        one("run_timers")
        published = one("publications_of", numbers=pages)
        live = one("live_pages", numbers=pages)
    city.rehearsal.timers.start()

    assert live == sorted(pages)
    if settings:
        assert published > PAGES or failures
    else:
        assert (published, failures) == (PAGES, [])
