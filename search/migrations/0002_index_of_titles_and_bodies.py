"""Let PostgreSQL find words in titles and bodies together by an index.

A search asks for both at once. The indexes that the search engine's own tables come with hold
each by itself, which is no help: without this one, every search reads every entry.
"""

from django.db import migrations

MAKE = """
CREATE INDEX search_titles_and_bodies ON wagtailsearch_indexentry USING gin ((title || body));
"""
REMOVE = "DROP INDEX IF EXISTS search_titles_and_bodies;"


def make_index(apps, schema_editor):
    """Make the index."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(MAKE)


def remove_index(apps, schema_editor):
    """Remove it again."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(REMOVE)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_words_without_accents"),
        ("wagtailsearch", "0006_customise_indexentry"),
    ]

    operations = [migrations.RunPython(make_index, remove_index)]
