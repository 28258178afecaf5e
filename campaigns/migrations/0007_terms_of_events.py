"""Write the one term of each event that takes place once, as all events did until now."""

from django.db import migrations

BATCH = 500


def write_terms(apps, schema_editor):
    alias = schema_editor.connection.alias
    events = apps.get_model("campaigns", "EventPage").objects.using(alias)
    occurrences = apps.get_model("campaigns", "EventOccurrence").objects.using(alias)
    known = set(occurrences.values_list("event_id", flat=True))
    missing = events.filter(repeats="never").exclude(pk__in=known).order_by("pk")
    model = occurrences.model
    occurrences.bulk_create(
        (
            model(event_id=event.pk, day=event.start_date, starts_at=event.starts_at, ends_at=event.ends_at)
            for event in missing.iterator()
        ),
        batch_size=BATCH,
    )


class Migration(migrations.Migration):

    dependencies = [("campaigns", "0006_repeats_and_places_of_events")]

    # The way back removes the table itself.
    operations = [migrations.RunPython(write_terms, migrations.RunPython.noop)]
