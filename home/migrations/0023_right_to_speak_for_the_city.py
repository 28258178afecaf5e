"""Let everybody speak for the city who may enter the admin, partners apart."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

APP, RIGHT = "community", "speak_for_the_city"
PARTNERS = "Partners"


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
    right = permissions.get(content_type__app_label=APP, codename=RIGHT)
    groups = apps.get_model("auth", "Group").objects.using(alias).exclude(name=PARTNERS)
    enter = {
        "permissions__content_type__app_label": "wagtailadmin",
        "permissions__codename": "access_admin",
    }
    for group in groups.filter(**enter):
        group.permissions.add(right)


def withdraw(apps, schema_editor):
    """Take the right back from all groups; its row means nothing to code that doesn't know it."""
    alias = schema_editor.connection.alias
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    right = permissions.filter(content_type__app_label=APP, codename=RIGHT).first()
    if right is not None:
        # One by one: a deleted right would look for its groups among models of another moment.
        for group in apps.get_model("auth", "Group").objects.using(alias).all():
            group.permissions.remove(right)


class Migration(migrations.Migration):

    dependencies = [
        ("home", "0022_rights_over_timers_and_links"),
        ("community", "0022_speaking_for_the_city"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0005_editingsession_is_editing"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
