"""Teach PostgreSQL to find words whatever their accents; SQLite does so by itself."""

from django.db import migrations

MAKE = """
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE TEXT SEARCH CONFIGURATION portal_words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION portal_words
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
"""
# The extension stays: it was perhaps there before, and somebody else may use it.
REMOVE = "DROP TEXT SEARCH CONFIGURATION IF EXISTS portal_words;"


def make_configuration(apps, schema_editor):
    """Make the text search configuration."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(MAKE)


def remove_configuration(apps, schema_editor):
    """Remove it again."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(REMOVE)


class Migration(migrations.Migration):
    dependencies = []

    operations = [migrations.RunPython(make_configuration, remove_configuration)]
