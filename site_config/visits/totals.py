"""The daily totals: added to by sums, read by day, month or year."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from django.db import connection, models, transaction
from django.db.models.functions import Cast, Coalesce, Concat, TruncMonth, TruncYear

from site_config.models.visits import DailyTotal, VisitKind

Period = Literal["day", "month", "year"]
# Rows of one statement; SQLite takes 32,766 values at most, and each row has four.
ROWS_AT_ONCE = 500


def add_to_totals(counts: Mapping[tuple[date, str, str], int]) -> None:
    """Add sums to the totals, all of them or none; exact among any number of writers.

    Args:
        counts: numbers by day, kind and subject.

    Raises:
        DatabaseError: nothing was added.
    """
    table = connection.ops.quote_name(DailyTotal._meta.db_table)
    # In one order for all writers, so that no two wait for each other.
    rows = [(*key, number) for key, number in sorted(counts.items()) if number]
    with transaction.atomic(), connection.cursor() as cursor:
        for first in range(0, len(rows), ROWS_AT_ONCE):
            part = rows[first : first + ROWS_AT_ONCE]
            places = ", ".join(["(%s, %s, %s, %s)"] * len(part))
            cursor.execute(
                f"INSERT INTO {table} (day, kind, subject, count) VALUES {places}"  # noqa: S608
                " ON CONFLICT (kind, subject, day) DO UPDATE"
                f" SET count = {table}.count + excluded.count",
                [
                    value
                    for day, kind, subject, number in part
                    for value in (connection.ops.adapt_datefield_value(day), kind, subject, number)
                ],
            )


def totals(
    kind: VisitKind,
    subjects: Iterable[str],
    since: date,
    until: date,
    by: Period = "day",
) -> dict[str, dict[date, int]]:
    """Return how often something was done to each of some subjects, in one query.

    Args:
        kind: what was done.
        subjects: as `site_config.visits.subject_of` names them.
        since: the first day that counts.
        until: the last day that counts.
        by: the length of the periods; a month or a year is named by its first day, and holds
            only those of its days that lie between ``since`` and ``until``.

    Returns:
        For each subject its periods with their numbers, in order; periods without any are left
        out, subjects without any are empty.
    """
    subjects = list(dict.fromkeys(subjects))
    found: dict[str, dict[date, int]] = {subject: {} for subject in subjects}
    if not subjects or since > until:
        return found
    start = {
        "day": models.F("day"),
        "month": TruncMonth("day"),
        "year": TruncYear("day"),
    }[by]
    rows = DailyTotal.objects.filter(
        kind=kind, subject__in=subjects, day__gte=since, day__lte=until
    ).annotate(period=start)
    summed = rows.values("subject", "period").annotate(number=models.Sum("count"))
    for subject, period, number in summed.order_by("subject", "period").values_list(
        "subject", "period", "number"
    ):
        found[subject][period] = number
    return found


def sums(kind: VisitKind, subjects: Iterable[str]) -> dict[str, int]:
    """Return how often something was done to each of some subjects since counting began."""
    subjects = list(dict.fromkeys(subjects))
    rows = DailyTotal.objects.filter(kind=kind, subject__in=subjects)
    found = dict(rows.values_list("subject").annotate(number=models.Sum("count")))
    return {subject: found.get(subject, 0) for subject in subjects}


def with_sum(
    rows: models.QuerySet, name: str, kind: VisitKind, model: type[models.Model], field: str = "pk"
) -> models.QuerySet:
    """Return rows with a figure of visits each, which lists can be ordered by.

    Args:
        rows: what is listed.
        name: of the attribute that is added, which holds 0 where nothing was counted.
        kind: what was done.
        model: whose rows are the subjects; ``Page`` for pages of every type.
        field: where a listed row has the subject's number, such as ``document_id``.
    """
    subject = Concat(
        models.Value(f"{model._meta.model_name}."),
        Cast(models.OuterRef(field), models.CharField()),
        output_field=models.CharField(),
    )
    summed = (
        DailyTotal.objects.filter(kind=kind, subject=subject)
        .order_by()
        .values("subject")
        .annotate(number=models.Sum("count"))
        .values("number")
    )
    figure = Coalesce(models.Subquery(summed), 0, output_field=models.BigIntegerField())
    return rows.annotate(**{name: figure})
