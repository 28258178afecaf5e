"""Give every partner that has a page its partnership, its term, and its place on the wall."""

from django.db import migrations

# In the languages of the mails that partners get.
WALL = {"sq": "Muri i faqes së parë", "en": "Wall of the front page"}


def begin(apps, schema_editor):
    alias = schema_editor.connection.alias
    pages = apps.get_model("partners", "PartnerPage").objects.using(alias)
    partners = apps.get_model("partners", "Partner").objects.using(alias)
    terms = apps.get_model("partners", "PartnerTerm").objects.using(alias)
    placements = apps.get_model("partners", "Placement").objects.using(alias)
    # The page that was made first is the original; its name is the partner's.
    for page in pages.order_by("pk").iterator():
        partner, created = partners.get_or_create(
            translation_key=page.translation_key, defaults={"name": page.title}
        )
        if created:
            terms.create(partner=partner, starts_on=page.starts_on, ends_on=page.ends_on)
            placements.create(
                partner=partner,
                kind="wall",
                name=WALL[partner.language],
                starts_on=page.starts_on,
            )


class Migration(migrations.Migration):

    dependencies = [("partners", "0002_partnerships_and_placements")]

    # The pages keep their days; the rest goes with its tables.
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
