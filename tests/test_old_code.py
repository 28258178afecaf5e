"""Code of the release before works on the new schema: ``deploy/release back`` relies on it.

While nodes are restarted one after the other, and after a way back, yesterday's code meets today's
tables. So nothing that it knows may go, and what it does not know must not be asked of it.
"""

from collections.abc import Iterator

import pytest
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pytest_django import DjangoDbBlocker

pytestmark = pytest.mark.django_db

# What the release before has of each app: at a release, the latest migrations as they are then.
BASELINE = {
    "articles": "0002_comments_on_pages",
    "campaigns": "0008_pledges_and_promises",
    "community": "0020_following_by_mail",
    "gallery": "0007_register_works",
    "home": "0017_rights_of_administrators",
    "partners": "0001_partners",
    "publications": "0006_newsletters_by_mail",
    "search": "0002_index_of_titles_and_bodies",
    "site_config": "0010_mails_that_are_one_of_many",
}
# What old code bears nevertheless, and why: (app, migration, operation).
BORNE: dict[tuple[str, str, str], str] = {}

NO_TABLE = (
    migrations.AlterModelOptions,
    migrations.AlterModelManagers,
    migrations.AddIndex,
    migrations.RemoveIndex,
    migrations.RenameIndex,
    migrations.RemoveConstraint,
)


def offence(operation: Operation, app: str, before: ProjectState) -> str:
    """Return how an operation harms code that knows the state before; nothing where it does not.

    Args:
        operation: of a migration.
        app: whose it is.
        before: the release before, as far as this operation.
    """
    name = getattr(operation, "model_name", "") or getattr(operation, "name", "")
    known = before.models.get((app, name.lower()))
    if isinstance(operation, (migrations.RunPython, migrations.CreateModel, *NO_TABLE)):
        return ""
    if isinstance(operation, migrations.SeparateDatabaseAndState):
        inner = (offence(each, app, before) for each in operation.database_operations)
        return "; ".join(filter(None, inner))
    if known is None and not isinstance(operation, migrations.RunSQL):
        return ""  # A table that is new: old code does not touch it.
    if isinstance(operation, migrations.AddField):
        return "" if can_be_left_out(operation.field) else "old code does not fill it in"
    if isinstance(operation, migrations.AlterField):
        return harm_of_change(known.fields.get(operation.name), operation.field)
    return "old code may not bear it"


def can_be_left_out(field: models.Field) -> bool:
    """Say whether a row is stored by who does not know this field."""
    return field.many_to_many or field.null or field.has_db_default()


def harm_of_change(old: models.Field | None, new: models.Field) -> str:
    """Return how a changed field harms who knows the old one."""
    if old is None:
        return ""  # It is new itself.
    if old.null and not new.null:
        return "old code leaves it empty"
    if type(old) is not type(new):
        return "its kind has changed"
    if (new.max_length or 0) < (old.max_length or 0):
        return "it takes less"
    return "it has become unique" if new.unique and not old.unique else ""


def operations_since(loader: MigrationLoader) -> Iterator[tuple[str, str, Operation]]:
    """Yield app, migration and operation of all that the release before does not have."""
    there = {node for pair in BASELINE.items() for node in loader.graph.forwards_plan(pair)}
    for leaf in loader.graph.leaf_nodes():
        for node in loader.graph.forwards_plan(leaf):
            if node[0] in BASELINE and node not in there:
                there.add(node)
                for operation in loader.graph.nodes[node].operations:
                    yield (*node, operation)


@pytest.fixture(scope="module")
def loader(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> MigrationLoader:
    """All migrations; one of a package asks the database what has been applied."""
    with django_db_blocker.unblock():
        return MigrationLoader(None)


@pytest.fixture(scope="module")
def before(loader: MigrationLoader) -> ProjectState:
    """What the release before knows."""
    return loader.project_state(list(BASELINE.items()))


def test_migrations_since_the_release_before_harm_no_old_code(loader, before):
    found = {
        (app, name, str(operation.describe())): harm
        for app, name, operation in operations_since(loader)
        if (harm := offence(operation, app, before))
    }

    assert {key: harm for key, harm in found.items() if key not in BORNE} == {}
    assert set(BORNE) <= set(found), "what is borne must be there"
    assert len(list(operations_since(loader))) > 20


@pytest.mark.parametrize(
    "operation",
    [
        migrations.RemoveField("pledge", "words"),
        migrations.RenameField("pledge", "words", "text"),
        migrations.DeleteModel("Pledge"),
        migrations.RenameModel("Pledge", "Promise"),
        migrations.AddField("pledge", "place", models.CharField(max_length=9, default="")),
        migrations.AlterField("pledge", "words", models.CharField(max_length=9)),
        migrations.AddConstraint(
            "pledge", models.UniqueConstraint(fields=["words"], name="one_each")
        ),
        migrations.RunSQL("DROP TABLE campaigns_pledge"),
    ],
    ids=lambda operation: type(operation).__name__,
)
def test_twin_what_harms_old_code_is_found(before, operation):
    assert offence(operation, "campaigns", before)


@pytest.mark.parametrize(
    "operation",
    [
        migrations.AddField("pledge", "place", models.CharField(max_length=9, null=True)),
        migrations.AddField(
            "pledge", "place", models.CharField(max_length=9, default="", db_default="")
        ),
        migrations.CreateModel("Promise", [("id", models.BigAutoField(primary_key=True))]),
    ],
    ids=["empty", "default of the database", "table"],
)
def test_what_old_code_need_not_know_is_let_be(before, operation):
    assert offence(operation, "campaigns", before) == ""


def tables_of(state: ProjectState) -> Iterator[tuple[str, set[str]]]:
    """Yield the tables of the portal's own apps in a state, with their columns."""
    for model in state.apps.get_models(include_auto_created=True):
        if model._meta.app_label in BASELINE and model._meta.managed:
            columns = {field.column for field in model._meta.local_concrete_fields}
            yield model._meta.db_table, columns


def what_old_code_misses(state: ProjectState) -> list[str]:
    """Return which columns are gone, and which are asked of code that does not know them."""
    found = []
    with connection.cursor() as cursor:
        for table, known in tables_of(state):
            there = {
                column.name: column.null_ok or column.default is not None
                for column in connection.introspection.get_table_description(cursor, table)
            }
            found += [f"{table}.{name} is gone" for name in known - set(there)]
            asked = [name for name, may_be_left_out in there.items() if not may_be_left_out]
            found += [f"{table}.{name} is asked for" for name in asked if name not in known]
    return found


def test_the_migrated_tables_take_the_rows_of_old_code(before):
    assert what_old_code_misses(before) == []
    assert len(list(tables_of(before))) > 50


def test_twin_rows_of_the_very_first_code_are_refused(loader):
    first = loader.project_state([("campaigns", "0001_campaigns_projects_events")])

    assert what_old_code_misses(first) != []
