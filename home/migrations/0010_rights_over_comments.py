"""Let moderators of the community and of content decide about comments.

Only the second may look up the address of whoever wrote one.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations

DECIDE = ["view_comment", "change_comment"]
LOOK_UP = ["see_author_email"]
DECISIONS = [f"{action}_moderationdecision" for action in ("add", "change", "delete", "view")]
GRANTS = {
    "Community moderators": DECIDE,
    "Moderators": [*DECIDE, *LOOK_UP],
    "Administrators": [*LOOK_UP, *DECISIONS],
}


def make_permissions(apps, alias):
    """Make the permissions of the community now: Django does it only after the last migration."""
    app_config = apps.get_app_config("community")
    # Apps of a migration have no modules, and would be passed over.
    module = getattr(app_config, "models_module", None)
    app_config.models_module = True
    create_permissions(app_config, apps=apps, verbosity=0, using=alias)
    app_config.models_module = module


def each_grant(apps, alias):
    """Yield the groups that there are, each with the rights it is about."""
    groups = apps.get_model("auth", "Group").objects.using(alias)
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    for name, rights in GRANTS.items():
        for group in groups.filter(name=name):
            found = permissions.filter(content_type__app_label="community", codename__in=rights)
            yield group, list(found)


def grant(apps, schema_editor):
    alias = schema_editor.connection.alias
    make_permissions(apps, alias)
    for group, rights in each_grant(apps, alias):
        group.permissions.add(*rights)


def withdraw(apps, schema_editor):
    for group, rights in each_grant(apps, schema_editor.connection.alias):
        group.permissions.remove(*rights)


class Migration(migrations.Migration):

    dependencies = [
        ("home", "0009_shared_choosers"),
        ("community", "0009_decisions"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
