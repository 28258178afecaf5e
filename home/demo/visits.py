"""How often publications of the demo city were taken along, day by day."""

from datetime import timedelta
from random import Random

from home.demo.city import City
from home.demo.library.publications import PUBLICATIONS
from site_config.models import DailyTotal
from site_config.visits import VisitKind, subject_of

DAYS = 120
# Downloads of all these days together.
DOWNLOADS = {
    "qyteti-2014-1": 1932,
    "qyteti-2013-4": 1207,
    "qyteti-2013-3": 1411,
    "newsletter-12": 864,
    "newsletter-11": 655,
    "newsletter-10": 590,
}
OTHERS = 418


def load(city: City) -> None:
    """Give each publication's PDF its figures, unless it has some already."""
    rows: list[DailyTotal] = []
    for key in PUBLICATIONS:
        subject = subject_of(city.document(key))
        if DailyTotal.objects.filter(subject=subject).exists():
            continue
        days = spread(DOWNLOADS.get(key, OTHERS), Random(key))
        rows += [
            DailyTotal(
                day=city.today - timedelta(days=back),
                kind=VisitKind.DOWNLOAD,
                subject=subject,
                count=number,
            )
            for back, number in days.items()
            if number
        ]
    DailyTotal.objects.bulk_create(rows)


def spread(total: int, chance: Random) -> dict[int, int]:
    """Spread downloads over the days before today; what is newer is read more."""
    days = range(1, DAYS + 1)
    chosen = chance.choices(days, weights=[1 / (8 + day) for day in days], k=total)
    return {day: chosen.count(day) for day in days}
