"""Let administrators look after comments and their settings, as after everything else.

Where the group is made later, it gets the rights with all others.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUP = "Administrators"
MODELS = [
    *("comment", "commentversion", "communitysettings", "conversation", "conversationchoice"),
    *("memberchoice", "pendingcomment", "report"),
]


def rights(apps, alias):
    """Return the rights on these models, which Django makes only after the last migration."""
    app_config = apps.get_app_config("community")
    # Apps of a migration have no modules, and would be passed over.
    module = getattr(app_config, "models_module", None)
    app_config.models_module = True
    create_permissions(app_config, apps=apps, verbosity=0, using=alias)
    app_config.models_module = module
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    return permissions.filter(content_type__app_label="community", content_type__model__in=MODELS)


def groups(apps, alias):
    return apps.get_model("auth", "Group").objects.using(alias).filter(name=GROUP)


def grant(apps, schema_editor):
    alias = schema_editor.connection.alias
    for group in groups(apps, alias):
        group.permissions.add(*rights(apps, alias))


def withdraw(apps, schema_editor):
    alias = schema_editor.connection.alias
    for group in groups(apps, alias):
        group.permissions.remove(*rights(apps, alias))


class Migration(migrations.Migration):

    dependencies = [
        ("community", "0007_guest_comments"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
