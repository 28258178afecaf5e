"""Let those who look after pages answer partners and look at what they deliver."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ANSWERING = [
    *("view_deskthread", "change_deskthread"),
    *("view_deskasset", "add_deskasset", "change_deskasset"),
]
# Contracts and figures are for administrators alone.
RIGHTS = {
    "Editors": ANSWERING,
    "Moderators": ANSWERING,
    "Administrators": [
        *ANSWERING,
        *("add_deskthread", "delete_deskthread", "delete_deskasset", "see_partner_figures"),
        *(
            f"{action}_{model}"
            for model in ("deskdocument", "deskfile", "deskmessage")
            for action in ("view", "add", "change", "delete")
        ),
    ],
}


def make_permissions(apps, alias):
    """Make the permissions of partners now: Django does it only after the last migration."""
    app_config = apps.get_app_config("partners")
    # Apps of a migration have no modules, and would be passed over.
    module = getattr(app_config, "models_module", None)
    app_config.models_module = True
    create_permissions(app_config, apps=apps, verbosity=0, using=alias)
    app_config.models_module = module


def groups_with_rights(apps, alias):
    """Yield the groups that there are with their rights."""
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    groups = apps.get_model("auth", "Group").objects.using(alias)
    for name, codenames in RIGHTS.items():
        rights = permissions.filter(content_type__app_label="partners", codename__in=codenames)
        for group in groups.filter(name=name):
            yield group, rights


def grant(apps, schema_editor):
    alias = schema_editor.connection.alias
    make_permissions(apps, alias)
    for group, rights in groups_with_rights(apps, alias):
        group.permissions.add(*rights)


def withdraw(apps, schema_editor):
    for group, rights in groups_with_rights(apps, schema_editor.connection.alias):
        group.permissions.remove(*rights)


class Migration(migrations.Migration):

    dependencies = [
        ("home", "0018_rights_over_partnerships"),
        ("partners", "0005_partner_desk"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
