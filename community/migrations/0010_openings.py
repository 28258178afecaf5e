"""Let the words that open a discussion be a comment, and a discussion have a picture."""

import community.models.pictures
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0009_decisions'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('django_comments_xtd', '0008_auto_20200920_2037'),
    ]

    operations = [
        migrations.AddField(
            model_name='comment',
            name='opens',
            field=models.BooleanField(db_default=False, default=False, verbose_name='opens a discussion'),
        ),
        migrations.AddField(
            model_name='discussion',
            name='picture',
            field=models.ImageField(blank=True, db_default='', height_field='picture_height', upload_to=community.models.pictures.picture_path, verbose_name='picture', width_field='picture_width'),
        ),
        migrations.AddField(
            model_name='discussion',
            name='picture_alt',
            field=models.CharField(blank=True, db_default='', help_text='What the picture shows, for those who do not see it.', max_length=200, verbose_name='alternative text'),
        ),
        migrations.AddField(
            model_name='discussion',
            name='picture_height',
            field=models.PositiveIntegerField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='discussion',
            name='picture_width',
            field=models.PositiveIntegerField(blank=True, editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name='conversation',
            index=models.Index(fields=['content_type', '-last_posted_at'], name='conversation_by_kind_activity'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.UniqueConstraint(condition=models.Q(('opens', True)), fields=('conversation',), name='one_opening_for_each_discussion'),
        ),
    ]
