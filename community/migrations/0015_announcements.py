"""Remember which comments were told of, and the mails that tell it."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0014_leaving'),
        ('site_config', '0006_mails_that_are_withdrawn'),
    ]

    operations = [
        migrations.AddField(
            model_name='notification',
            name='mailed_in',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='notifications', to='site_config.outboxmail', verbose_name='mail that tells it'),
        ),
        migrations.CreateModel(
            name='Announcement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='made')),
                ('told_up_to', models.PositiveBigIntegerField(default=0, verbose_name='told up to member')),
                ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='done')),
                ('comment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='announcement', to='community.comment')),
            ],
            options={
                'verbose_name': 'announcement of a comment',
                'verbose_name_plural': 'announcements of comments',
                'indexes': [models.Index(condition=models.Q(('done_at__isnull', True)), fields=['made_at'], name='announcements_to_make')],
            },
        ),
    ]
