"""Let each event that stands in several languages stand alike in all of them."""

from django.db import migrations
from django.db.models import Count

# As planned, postponed, cancelled: the worst last.
STATUSES = ("scheduled", "postponed", "cancelled")


def level(apps, schema_editor):
    alias = schema_editor.connection.alias
    events = apps.get_model("campaigns", "EventPage").objects.using(alias)
    keys = events.order_by().values("translation_key").annotate(pages=Count("pk")).filter(pages__gt=1)
    for key in keys.values_list("translation_key", flat=True):
        rows = list(
            events.filter(translation_key=key).values("pk", "live", "status", "capacity", "sequence")
        )
        highest = max(row["sequence"] for row in rows)
        for row in rows:
            others = [other for other in rows if other["live"] and other is not row]
            statuses = [STATUSES.index(other["status"]) for other in others]
            capacities = [other["capacity"] for other in others if other["capacity"] is not None]
            events.filter(pk=row["pk"]).update(
                sequence=highest,
                status_elsewhere=STATUSES[max(statuses, default=0)],
                capacity_elsewhere=min(capacities, default=None),
            )
        level_dates(apps, alias, {row["pk"]: row["live"] for row in rows})


def level_dates(apps, alias, pages):
    exceptions = apps.get_model("campaigns", "EventException").objects.using(alias)
    terms = apps.get_model("campaigns", "EventOccurrence").objects.using(alias)
    left_out = exceptions.filter(event_id__in=[number for number in pages if pages[number]])
    days = set(left_out.values_list("day", flat=True))
    terms.filter(event_id__in=pages, day__in=days).update(is_left_out=True)


class Migration(migrations.Migration):

    dependencies = [("campaigns", "0014_how_events_stand_in_all_languages")]

    # The way back removes the columns; a sequence may only grow.
    operations = [migrations.RunPython(level, migrations.RunPython.noop)]
