"""The archive of a series: its issues by volume and year."""

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from publications.models.issues import IssuePage, IssueQuerySet


class Volume(NamedTuple):
    """The issues of one volume that stand on one page of the archive."""

    year: int
    number: int | None
    issues: list["IssuePage"]


def by_volume(issues: list["IssuePage"]) -> list[Volume]:
    """Group issues that are in the order of their volumes."""
    groups = groupby(issues, key=lambda issue: (issue.volume_year, issue.volume_number))
    return [Volume(year, number, list(members)) for (year, number), members in groups]


def newest(issues: list["IssuePage"]) -> "IssuePage | None":
    """Return the issue that appeared last."""
    return max(issues, key=lambda issue: (issue.date, issue.pk), default=None)


class Counted:
    """Issues whose number is known, so that cutting them into pages doesn't count them again."""

    def __init__(self, issues: "IssueQuerySet", number: int) -> None:
        self._issues, self._number = issues, number

    def count(self) -> int:
        """Return how many issues there are."""
        return self._number

    def __getitem__(self, part: slice) -> "IssueQuerySet":
        return self._issues[part]


def chosen_year(request: HttpRequest, years: Iterable[int]) -> int | None:
    """Return the year that the address asks for with ``?year=``; None where it asks for none.

    Raises:
        Http404: the series has no issues of that year.
    """
    raw = request.GET.get("year", "")
    if not raw:
        return None
    if raw not in {str(year) for year in years}:
        raise Http404(_("This series has no issues of that year."))
    return int(raw)
