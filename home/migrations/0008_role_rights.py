"""Give each role its group, and each group its rights."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

# Rights are "app.codename"; page and collection rights hold for everything below the root.
ENTER = ["wagtailadmin.access_admin"]
EDITORIAL = [
    f"{app}.{action}_{model}"
    for app, model in (
        ("articles", "author"),
        ("articles", "contact"),
        ("partners", "partnertier"),
        ("site_config", "topic"),
    )
    for action in ("add", "change")
]
# The list of partners with their terms, whose rows lead to the editor of the page.
LISTS = ["partners.view_partnerpage"]
TRANSLATE = ["wagtail_localize.submit_translation"]
MODERATE = ["community.view_discussion", "community.change_discussion"]
EDIT_PAGES = ["add_page", "change_page"]
PUBLISH_PAGES = ["publish_page", "lock_page", "unlock_page"]
FILES = [
    *("wagtailimages.add_image", "wagtailimages.change_image", "wagtailimages.choose_image"),
    *("wagtaildocs.add_document", "wagtaildocs.change_document", "wagtaildocs.choose_document"),
    *("wagtailmedia.add_media", "wagtailmedia.change_media"),
]
COLLECTIONS = [
    "wagtailcore.add_collection",
    "wagtailcore.change_collection",
    "wagtailcore.delete_collection",
]

# Group: rights, page rights at the root, collection rights at the root.
ROLES = {
    "Editors": ([*ENTER, *EDITORIAL, *LISTS, *TRANSLATE], EDIT_PAGES, FILES),
    "Moderators": (
        [*ENTER, *EDITORIAL, *LISTS, *TRANSLATE, *MODERATE],
        [*EDIT_PAGES, *PUBLISH_PAGES],
        FILES,
    ),
    # Whoever moderates chooses a discussion's topic, and changes none.
    "Community moderators": ([*ENTER, *MODERATE, "site_config.view_topic"], [], []),
    # A partner's own page is granted to a group of its own when the partner gets its account.
    "Partners": (ENTER, [], []),
    "Emergency publishers": (ENTER, [], []),
}
ADMINISTRATORS = "Administrators"
# What administrators look after: every model of these apps.
ADMINISTERED = [
    *("articles", "campaigns", "community", "gallery", "home", "partners", "publications"),
    *("site_config", "auth", "wagtailcore", "wagtailredirects", "wagtail_localize"),
]
ADMINISTRATORS_PAGES = [*EDIT_PAGES, *PUBLISH_PAGES, "bulk_delete_page"]
# Editors and Moderators come with Wagtail.
OUR_GROUPS = [name for name in ROLES if name not in {"Editors", "Moderators"}] + [ADMINISTRATORS]


def make_permissions(apps, alias):
    """Make the permissions of all models now: Django does it only after the last migration."""
    for app_config in apps.get_app_configs():
        # Apps of a migration have no modules, and would be passed over.
        module = getattr(app_config, "models_module", None)
        app_config.models_module = True
        create_permissions(app_config, apps=apps, verbosity=0, using=alias)
        app_config.models_module = module


def find(permissions, names):
    """Return the permissions of these names; raises DoesNotExist where one is missing."""
    return [
        permissions.get(content_type__app_label=app, codename=codename)
        for app, codename in (name.split(".") for name in names)
    ]


def grant(apps, schema_editor):
    alias = schema_editor.connection.alias
    make_permissions(apps, alias)
    Permission = apps.get_model("auth", "Permission")
    permissions = Permission.objects.using(alias)
    for name, (rights, page_rights, file_rights) in ROLES.items():
        give(apps, alias, name, find(permissions, rights), page_rights, file_rights)
    everything = list(permissions.filter(content_type__app_label__in=ADMINISTERED))
    everything += find(permissions, ENTER)
    give(apps, alias, ADMINISTRATORS, everything, ADMINISTRATORS_PAGES, [*FILES, *COLLECTIONS])


def give(apps, alias, name, rights, page_rights, file_rights):
    """Make a group, and let it have these rights and no others."""
    group, _ = apps.get_model("auth", "Group").objects.using(alias).get_or_create(name=name)
    group.permissions.set(rights)
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    # The root of a tree is the node whose path has one step.
    for rows, target, node, wanted in (
        ("GroupPagePermission", "Page", "page", [f"wagtailcore.{right}" for right in page_rights]),
        ("GroupCollectionPermission", "Collection", "collection", file_rights),
    ):
        root = apps.get_model("wagtailcore", target).objects.using(alias).filter(depth=1).first()
        if root is None:
            continue
        manager = apps.get_model("wagtailcore", rows).objects.using(alias)
        at_root = {"group": group, f"{node}_id": root.pk}
        found = find(permissions, wanted)
        manager.filter(**at_root).exclude(permission__in=found).delete()
        for permission in found:
            manager.get_or_create(**at_root, permission=permission)


def withdraw(apps, schema_editor):
    """Take the rights of our own groups back; groups with people in them stay, without rights."""
    alias = schema_editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(alias).filter(name__in=OUR_GROUPS)
    for group in groups:
        group.permissions.clear()
        for rows in ("GroupPagePermission", "GroupCollectionPermission"):
            apps.get_model("wagtailcore", rows).objects.using(alias).filter(group=group).delete()
        if not group.user_set.exists():
            group.delete()


class Migration(migrations.Migration):

    dependencies = [
        ("home", "0007_gallery_and_film"),
        ("articles", "0001_initial"),
        ("campaigns", "0004_place_of_the_button"),
        ("community", "0005_mailbox_counts"),
        ("gallery", "0003_albums_and_films"),
        ("partners", "0001_partners"),
        ("publications", "0001_publications"),
        ("site_config", "0005_timers_and_rights"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0005_editingsession_is_editing"),
        ("wagtailcore", "0096_referenceindex_referenceindex_source_object_and_more"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailmedia", "0005_alter_media_options"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
