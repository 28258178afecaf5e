"""Let editors word the call to start a discussion."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0017_find_official_answers'),
    ]

    operations = [
        migrations.AddField(
            model_name='communitypage',
            name='start_text',
            field=models.CharField(blank=True, db_default='', help_text='What makes a good discussion? Also shown above the form for a new one.', max_length=300, verbose_name='text of the call to write'),
        ),
        migrations.AddField(
            model_name='communitypage',
            name='start_title',
            field=models.CharField(blank=True, db_default='', help_text='Leave empty for “Start a discussion”.', max_length=80, verbose_name='title of the call to write'),
        ),
    ]
