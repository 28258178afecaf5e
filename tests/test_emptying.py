"""After a test that commits nothing of it is left, on PostgreSQL either."""

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import Locale

from tests.emptying import filled
from tests.factories.community import CommentFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL"),
]


def test_only_what_holds_rows_is_named():
    Locale.objects.all().delete()
    table = Locale._meta.db_table

    assert filled([table]) == []
    Locale.objects.create(language_code="sq")
    assert filled([table]) == [table]


def test_no_row_is_left_whatever_points_at_it():
    CommentFactory.create()
    models = connection.introspection.django_table_names(only_existing=True, include_views=False)
    assert filled(models)

    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)

    assert filled(models) == []
