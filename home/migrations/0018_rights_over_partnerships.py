"""Let administrators look after partnerships: terms, people, placements and their figures."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ADMINISTRATORS = "Administrators"
MODELS = ["partner", "partnerterm", "partnermember", "placement", "logodrawing", "renewalreminder"]


def make_permissions(apps, alias):
    """Make the permissions of partners now: Django does it only after the last migration."""
    app_config = apps.get_app_config("partners")
    # Apps of a migration have no modules, and would be passed over.
    module = getattr(app_config, "models_module", None)
    app_config.models_module = True
    create_permissions(app_config, apps=apps, verbosity=0, using=alias)
    app_config.models_module = module


def rights_and_groups(apps, alias):
    """Return the rights, and the groups that there are."""
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    rights = permissions.filter(
        content_type__app_label="partners", content_type__model__in=MODELS
    )
    groups = apps.get_model("auth", "Group").objects.using(alias)
    return list(rights), groups.filter(name=ADMINISTRATORS)


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
        ("home", "0017_rights_of_administrators"),
        ("partners", "0003_partnerships_of_pages"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
