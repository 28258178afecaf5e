"""After a test that commits nothing of it is left, on PostgreSQL either."""

import pytest
from django.core.management import call_command
from django.db import connection
from taggit.models import Tag

from site_config.kept_answers.changes import CHANGES
from tests.emptying import filled
from tests.factories.community import CommentFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL"),
]


def test_only_what_holds_rows_is_named():
    table = Tag._meta.db_table

    assert filled([table]) == []
    Tag.objects.create(name="Trees")
    assert filled([table]) == [table]


def test_no_row_is_left_whatever_points_at_it():
    CommentFactory.create()
    models = connection.introspection.django_table_names(only_existing=True, include_views=False)
    assert filled(models)

    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)

    # Where the portal notes that a table has changed.
    assert set(filled(models)) <= {CHANGES}
