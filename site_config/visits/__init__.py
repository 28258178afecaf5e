"""Visits: how often pages are seen, links followed and documents taken along.

Only daily totals are kept, without cookie, address or any number of a person; see
`docs/decisions/0020-what-is-counted.md`. Apps need these names and no others:

- `count` counts one visit, in memory; a thread writes it down within a minute.
- `totals` and `sums` read what was counted.
- `VisitKind` and `subject_of` name what is counted, `with_sum` adds a figure to a list of rows.
- `VISIT_TARGET_HOOK` lets an app say where a counted link to a subject of its own leads.
"""

from site_config.models.visits import VisitKind
from site_config.visits.buffer import count
from site_config.visits.subjects import subject_of
from site_config.visits.targets import VISIT_TARGET_HOOK
from site_config.visits.totals import sums, totals, with_sum

__all__ = [
    "VISIT_TARGET_HOOK",
    "VisitKind",
    "count",
    "subject_of",
    "sums",
    "totals",
    "with_sum",
]
