"""The front page as visitors see it: its sections with what they show, in the editors' order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from campaigns.days import city_today, next_midnight
from home.blocks.choosers import choices_read_together
from home.blocks.section import Front, Pictures, Section
from partners.logos import LOGO_SPECS
from site_config.pictures import STANDARD_SPECS


@dataclass
class Row:
    """What stands side by side: one section mostly, two walls where they follow each other."""

    sections: list[Section]

    @property
    def is_diptych(self) -> bool:
        """Whether two walls share the row."""
        return len(self.sections) == 2


def read_blocks(page: Any) -> list[Any]:
    """Return the blocks of a front page with everything that they chose, read together."""
    with choices_read_together(list(page.sections.raw_data)):
        blocks = list(page.sections)
        # Values are read when they are first asked for, which has to be in here.
        for block in blocks:
            block.value  # noqa: B018
    return blocks


def read_sections(page: Any, *, day: Any = None) -> list[Section]:
    """Ask every section of a front page what it shows on a day, today by default."""
    front = Front(page, day or city_today())
    pictures = Pictures()
    seen: dict[str, int] = {}
    sections = []
    for child in read_blocks(page):
        count = seen[child.block_type] = seen.get(child.block_type, 0) + 1
        anchor = child.block_type if count == 1 else f"{child.block_type}-{count}"
        section = Section(child.block_type, anchor, child.block, child.value)
        section.read(front, pictures)
        sections.append(section)
    pictures.load(*STANDARD_SPECS, *LOGO_SPECS)
    return sections


def rows_of(sections: list[Section], *, with_empty: bool = False) -> list[Row]:
    """Put the sections into rows.

    Args:
        sections: as `read_sections` returns them.
        with_empty: whether those with nothing to show stay, for staff to see.
    """
    shown = [section for section in sections if with_empty or not section.reason]
    if shown:
        shown[0].first = True
    for above, section in pairwise(shown):
        section.close = not (above.block.wall or section.block.wall)
    return list(_pair(shown))


def _pair(sections: list[Section]) -> Iterator[Row]:
    waiting: Section | None = None
    for section in sections:
        pairs = section.block.pairs and not section.reason
        if waiting is not None:
            if pairs and section.kind != waiting.kind:
                yield Row([waiting, section])
                waiting = None
                continue
            yield Row([waiting])
            waiting = None
        if pairs:
            waiting = section
        else:
            yield Row([section])
    if waiting is not None:
        yield Row([waiting])


def next_change(page: Any, now: datetime) -> datetime | None:
    """Return the next midnight where a section depends on the day, else None.

    Which campaign or partner changes next would cost the database a question each time; a copy
    that is made anew after midnight costs one.
    """
    daily = (child["type"] for child in page.sections.raw_data)
    types = page.sections.stream_block.child_blocks
    return next_midnight(now) if any(types[name].daily for name in daily if name in types) else None
