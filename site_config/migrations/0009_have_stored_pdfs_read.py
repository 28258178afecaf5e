"""Have the PDFs read that were stored before the portal read any; its timer goes through them."""

from django.db import migrations


def wait(apps, schema_editor):
    """Let every PDF wait to be read."""
    documents = apps.get_model("site_config", "SiteDocument").objects
    documents.filter(file__iendswith=".pdf", reading_state="other").update(reading_state="waiting")


def forget(apps, schema_editor):
    """Let none of them wait."""
    documents = apps.get_model("site_config", "SiteDocument").objects
    documents.filter(reading_state="waiting").update(reading_state="other")


class Migration(migrations.Migration):
    dependencies = [("site_config", "0008_words_of_documents")]

    operations = [migrations.RunPython(wait, forget)]
