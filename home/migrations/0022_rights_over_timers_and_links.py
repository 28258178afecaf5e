"""Let administrators look after the states of timers and the links that lead nowhere."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ADMINISTRATORS = "Administrators"
APP = "site_config"
MODELS = ["timerstate", "linkfault"]


def grant(apps, schema_editor):
    alias = schema_editor.connection.alias
    app_config = apps.get_app_config(APP)
    # Made now: Django does it only after the last migration. Apps of a migration have no modules,
    # and would be passed over.
    module = getattr(app_config, "models_module", None)
    app_config.models_module = True
    create_permissions(app_config, apps=apps, verbosity=0, using=alias)
    app_config.models_module = module
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    groups = apps.get_model("auth", "Group").objects.using(alias)
    for group in groups.filter(name=ADMINISTRATORS):
        group.permissions.add(
            *permissions.filter(content_type__app_label=APP, content_type__model__in=MODELS)
        )


class Migration(migrations.Migration):

    dependencies = [
        ("home", "0021_rights_over_known_phases"),
        ("site_config", "0014_link_faults"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    # The rights themselves go with the models, when the migrations that made them are taken back.
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
