"""Bring the pictures and films that stand in the gallery into the rights ledger."""

from django.db import migrations

ADDED = "added"


def register(apps, schema_editor):
    alias = schema_editor.connection.alias
    photos = apps.get_model("gallery", "AlbumPhoto")._base_manager.using(alias)
    for photo in photos.select_related("image").order_by("pk").iterator():
        image = photo.image
        facts = {
            "title": (photo.title or photo.caption or image.title)[:255],
            "maker": photo.credit or image.credit,
            "licence": image.licence,
        }
        add(apps, alias, {"image_id": image.pk}, facts)
    films = apps.get_model("gallery", "VideoPage").objects.using(alias)
    for page in films.select_related("video").order_by("pk").iterator():
        if page.video is not None:
            film = page.video
            facts = {"title": page.title, "maker": page.credit or film.credit}
            add(apps, alias, {"media_id": film.pk}, facts | {"licence": film.licence})
        elif page.external_url:
            facts = {"title": page.title, "maker": page.credit, "licence": ""}
            add(apps, alias, {"external_url": page.external_url}, facts)


def add(apps, alias, subject, facts):
    works = apps.get_model("gallery", "Work").objects.using(alias)
    work, is_new = works.get_or_create(**subject, defaults=facts)
    if is_new:
        after = " · ".join(filter(None, (facts["maker"], facts["licence"])))[:255]
        changes = apps.get_model("gallery", "RightsChange")._base_manager.using(alias)
        changes.create(work=work, what=ADDED, after=after)


class Migration(migrations.Migration):

    dependencies = [("gallery", "0006_submissions_and_rights")]

    # The rows go with their tables.
    operations = [migrations.RunPython(register, migrations.RunPython.noop)]
