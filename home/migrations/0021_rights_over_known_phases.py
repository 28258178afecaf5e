"""Let administrators look after what followers know of projects, too."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ADMINISTRATORS = "Administrators"
APPS = ["campaigns"]


def make_permissions(apps, alias):
    """Make the permissions of these apps now: Django does it only after the last migration."""
    for label in APPS:
        app_config = apps.get_app_config(label)
        # Apps of a migration have no modules, and would be passed over.
        module = getattr(app_config, "models_module", None)
        app_config.models_module = True
        create_permissions(app_config, apps=apps, verbosity=0, using=alias)
        app_config.models_module = module


def grant(apps, schema_editor):
    alias = schema_editor.connection.alias
    make_permissions(apps, alias)
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    groups = apps.get_model("auth", "Group").objects.using(alias)
    for group in groups.filter(name=ADMINISTRATORS):
        group.permissions.add(*permissions.filter(content_type__app_label__in=APPS))


class Migration(migrations.Migration):

    dependencies = [
        ("home", "0020_rights_over_alerts"),
        ("campaigns", "0009_known_phases_of_projects"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    # The rights themselves go with the models, when the migrations that made them are taken back.
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
