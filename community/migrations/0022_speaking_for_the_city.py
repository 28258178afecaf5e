"""Have a right to speak for the city, apart from the door of the admin."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("community", "0021_broadcasts_about_alerts")]

    operations = [
        migrations.AlterModelOptions(
            name="user",
            options={
                "permissions": [
                    (
                        "speak_for_the_city",
                        "Works for the city: words are never held, and may be the city’s answer",
                    )
                ],
                "verbose_name": "person",
                "verbose_name_plural": "people",
            },
        ),
    ]
