"""Let whoever writes pages see how far mails to followers have come."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUPS = ["Editors", "Moderators", "Administrators"]
RIGHTS = ["view_broadcast"]


def make_permissions(apps, alias):
    """Make the permissions of the community now: Django does it only after the last migration."""
    app_config = apps.get_app_config("community")
    # Apps of a migration have no modules, and would be passed over.
    module = getattr(app_config, "models_module", None)
    app_config.models_module = True
    create_permissions(app_config, apps=apps, verbosity=0, using=alias)
    app_config.models_module = module


def rights_and_groups(apps, alias):
    """Return the rights, and the groups that there are."""
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    rights = permissions.filter(content_type__app_label="community", codename__in=RIGHTS)
    return list(rights), apps.get_model("auth", "Group").objects.using(alias).filter(
        name__in=GROUPS
    )


def grant(apps, schema_editor):
    alias = schema_editor.connection.alias
    make_permissions(apps, alias)
    rights, groups = rights_and_groups(apps, alias)
    for group in groups:
        group.permissions.add(*rights)


def withdraw(apps, schema_editor):
    rights, groups = rights_and_groups(apps, schema_editor.connection.alias)
    for group in groups:
        group.permissions.remove(*rights)


class Migration(migrations.Migration):

    dependencies = [
        ("home", "0014_rights_over_submissions"),
        ("community", "0020_following_by_mail"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
