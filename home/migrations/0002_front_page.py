"""Put an empty front page in the place of the page that Wagtail welcomes its installers with."""

from django.conf import settings
from django.db import migrations

WELCOME = "Welcome to your new Wagtail site!"


def replace_welcome_page(apps, schema_editor):
    """Turn the welcome page, where nobody has touched it, into the front page at its place.

    The row of the page tree stays the same one, so the site goes on pointing at it.
    """
    ContentType = apps.get_model("contenttypes", "ContentType")
    HomePage = apps.get_model("home", "HomePage")
    Page = apps.get_model("wagtailcore", "Page")
    welcome = Page.objects.filter(
        depth=2,
        title=WELCOME,
        content_type__app_label="wagtailcore",
        content_type__model="page",
        latest_revision=None,
    ).first()
    if welcome is None:
        return
    fields = {
        field.attname: getattr(welcome, field.attname) for field in Page._meta.concrete_fields
    }
    front = HomePage(page_ptr_id=welcome.pk, **fields)
    front.title = front.draft_title = settings.WAGTAIL_SITE_NAME
    front.content_type_id = ContentType.objects.get_or_create(app_label="home", model="homepage")[
        0
    ].pk
    front.save()


def restore_welcome_page(apps, schema_editor):
    """Turn the front page back, unless somebody has written on it or below it."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    HomePage = apps.get_model("home", "HomePage")
    Page = apps.get_model("wagtailcore", "Page")
    untouched = HomePage.objects.filter(
        depth=2, numchild=0, latest_revision=None, title=settings.WAGTAIL_SITE_NAME
    ).order_by("path")
    front = next((page for page in untouched if not page.sections), None)
    if front is None:
        return
    plain = ContentType.objects.get(app_label="wagtailcore", model="page")
    pages = Page.objects.filter(pk=front.pk)
    pages.update(content_type=plain, title=WELCOME, draft_title=WELCOME)
    front.delete(keep_parents=True)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(replace_welcome_page, restore_welcome_page)]
