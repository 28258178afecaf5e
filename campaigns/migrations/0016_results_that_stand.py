"""Note results that have stood for long as told, so that publishing them again tells nobody."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import migrations
from django.db.models import Exists, OuterRef

NEWS_FOR = timedelta(days=14)
# Nobody followed anything yet: whoever pledges later hears of the outcome as all pledgers do.
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def note_results(apps, schema_editor):
    alias = schema_editor.connection.alias
    announcements = apps.get_model("campaigns", "Announcement").objects.using(alias)
    pledges = apps.get_model("campaigns", "Pledge").objects.using(alias)
    untold = pledges.filter(campaign=OuterRef("translation_key"), outcome_at__isnull=True)
    since = datetime.now(UTC) - NEWS_FOR
    pages = (
        apps.get_model("campaigns", "CampaignPage")
        .objects.using(alias)
        .filter(live=True, ends_on__lt=since.date())
        .exclude(last_published_at__gte=since)
        .exclude(results=[])
        .exclude(Exists(untold))
    )
    for number, campaign in pages.order_by("pk").values_list("pk", "translation_key"):
        announcements.get_or_create(
            key=f"results {campaign}",
            defaults={
                "page_id": number,
                "note": {code: "" for code, _name in settings.LANGUAGES},
                "made_at": LONG_AGO,
                "finished_at": LONG_AGO,
            },
        )


def forget_results(apps, schema_editor):
    alias = schema_editor.connection.alias
    announcements = apps.get_model("campaigns", "Announcement").objects.using(alias)
    announcements.filter(key__startswith="results ", made_at=LONG_AGO).delete()


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0015_level_languages_of_events")]

    operations = [migrations.RunPython(note_results, forget_results)]
