"""The last look at every page of the demo: its links, its blocks, its first version."""

from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from home.demo.city import City
from home.demo.links import link_raw, link_rich_text, unresolved

# When the city's editors publish.
PRESS_TIME = time(8)


def load(city: City) -> None:
    """Resolve the links that were written before their pages were there, then publish.

    Raises:
        ValueError: a link names no page of the demo, or a block is not what its type wants.
    """
    pages = Page.objects.filter(depth__gt=1).select_related("locale").order_by("path")
    total = pages.count()
    for number, plain in enumerate(pages, start=1):
        page = plain.specific
        mended, missing = mend_links(city, page)
        if missing:
            raise ValueError(f"{page.title}: nothing in the demo is {', '.join(sorted(missing))}.")
        if page.live_revision_id is None and page.latest_revision_id is None:
            check_blocks(page)
            backdate(page)
        elif not mended:
            continue
        if page.live:
            page.save_revision().publish()
        else:
            page.save_revision()
        if number % 25 == 0:
            city.say(f"{number} of {total} pages published", number, total)


def backdate(page: Page) -> None:
    """Let a page have come out on the day that it tells of, where that day has passed.

    Else everything in the city would be as new as the demo.
    """
    days = (getattr(page, name, None) for name in ("date", "starts_on", "start_date"))
    day = next((day for day in days if isinstance(day, date)), None)
    if day is not None and day < timezone.localdate():
        page.first_published_at = timezone.make_aware(datetime.combine(day, PRESS_TIME))
        Page.objects.filter(pk=page.pk).update(first_published_at=page.first_published_at)


def mend_links(city: City, page: Page) -> tuple[bool, set[str]]:
    """Resolve what a page still names by key.

    Returns:
        Whether there was anything to resolve, and the keys that nothing in the demo has.
    """
    lookup = city.lookup(page.locale.language_code)
    mended = False
    missing: set[str] = set()
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            raw = [dict(block) for block in getattr(page, field.name).raw_data]
            linked: Any = link_raw(raw, lookup)
        elif isinstance(field, RichTextField):
            raw = getattr(page, field.name)
            linked = link_rich_text(raw, lookup)
        else:
            continue
        if linked != raw:
            setattr(page, field.name, linked)
            mended = True
        missing |= unresolved(linked)
    return mended, missing


def check_blocks(page: Page) -> None:
    """Hold the blocks of a page against the rules that the editor's form holds them against.

    Raises:
        ValueError: a block is not what its type wants.
    """
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(getattr(page, field.name))
            except ValidationError as error:
                # A block's error holds those of its parts, which only its JSON shows in full.
                problem = error.as_json_data() if hasattr(error, "as_json_data") else error
                raise ValueError(f"{page.title}, {field.name}: {problem}") from error
