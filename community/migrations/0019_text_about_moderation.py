"""Let editors say something above the public figures of moderation."""

import wagtail.fields
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0018_call_to_write'),
    ]

    operations = [
        migrations.AddField(
            model_name='communitypage',
            name='moderation_text',
            field=wagtail.fields.RichTextField(blank=True, db_default='', default='', help_text='Shown above the public figures of moderation. Empty: a text of the portal.', verbose_name='text about moderation'),
        ),
    ]
