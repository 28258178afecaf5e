"""The benchmark itself: two cities, one small and one large, and the same questions to both."""

import sys
from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.db import connection
from wagtail.models import Locale, Site

from bench.filling import add_discussions, add_members, index_everything
from bench.measuring import City, as_rows, measure_pages, measure_posting
from bench.shapes import Shape
from community.models import Comment, CommunityPage

MEMBERS = 2_000
SHORT_THREAD = 100
# The discussions of the large city: twenty threads with four answers each.
USUAL = Shape(comments=100, thread_length=5)


def run(*, replies: int, comments: int, tell: Callable[[str], Any]) -> dict[str, Any]:
    """Fill the connected, empty database, and measure before and after the city has grown.

    Args:
        replies: the length of the longest thread.
        comments: about how many comments the large city has.
        tell: is told what is going on.
    """
    tell("Making the tables …\n")
    call_command("migrate", verbosity=0)
    _build_front()
    tell("Filling the small city …\n")
    members = add_members(MEMBERS)
    add_discussions(USUAL, 60, members)
    city = City(
        long_threads={
            size: add_discussions(Shape(size + 1, size + 1), 1, members)[0]
            for size in (0, SHORT_THREAD, replies)
        },
        many_threads=add_discussions(Shape(replies, 1), 1, members)[0],
        writers=members,
    )
    small = _measure(city, replies, tell)
    missing = max(0, comments - Comment.objects.count())
    tell(f"Adding {missing:,} comments …\n")
    add_discussions(USUAL, missing // (USUAL.comments + 1), members)
    large = _measure(city, replies, tell)
    return {
        "database": connection.pg_version,
        "python": sys.version.split()[0],
        "small": small,
        "large": large,
    }


def _measure(city: City, replies: int, tell: Callable[[str], Any]) -> dict[str, Any]:
    tell("Indexing …\n")
    index_everything()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    tell("Measuring …\n")
    figures = [*measure_pages(city), *measure_posting(city, (0, replies))]
    return {"comments": Comment.objects.count(), "figures": as_rows(figures)}


def _build_front() -> None:
    """Give the community its front page in English, at the root of the site."""
    english, _created = Locale.objects.get_or_create(language_code="en")
    home = Site.objects.get(is_default_site=True).root_page
    home.locale = english
    home.save()
    home.add_child(instance=CommunityPage(title="Community", slug="community", locale=english))
