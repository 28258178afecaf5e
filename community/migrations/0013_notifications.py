"""Keep what members are told of, and how they wish to be told."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0012_sanctions_and_appeals'),
    ]

    operations = [
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=50, verbose_name='name in the words')),
            ],
            options={
                'verbose_name': 'mention',
                'verbose_name_plural': 'mentions',
            },
        ),
        migrations.CreateModel(
            name='Notification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(choices=[('reply', 'Replies to what I wrote'), ('mention', 'Comments that name me'), ('conversation', 'Conversations that I follow'), ('member', 'Members whom I follow'), ('moderation', 'Decisions about what I wrote')], max_length=12, verbose_name='subject')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='made')),
                ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='read')),
                ('mail', models.CharField(blank=True, choices=[('', 'No mail'), ('digest', 'Waits for the mail of the day'), ('queued', 'In a mail')], default='', max_length=8, verbose_name='mail')),
            ],
            options={
                'verbose_name': 'notification',
                'verbose_name_plural': 'notifications',
                'ordering': ['-made_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='NotificationChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(choices=[('reply', 'Replies to what I wrote'), ('mention', 'Comments that name me'), ('conversation', 'Conversations that I follow'), ('member', 'Members whom I follow'), ('moderation', 'Decisions about what I wrote')], max_length=12, verbose_name='subject')),
                ('delivery', models.CharField(choices=[('now', 'By mail at once'), ('digest', 'In a mail once a day'), ('none', 'No mail')], max_length=8, verbose_name='delivery')),
            ],
            options={
                'verbose_name': 'choice of notifications',
                'verbose_name_plural': 'choices of notifications',
            },
        ),
        migrations.AddField(
            model_name='mention',
            name='comment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='community.comment'),
        ),
        migrations.AddField(
            model_name='mention',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentioned_in', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='notification',
            name='comment',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notifications', to='community.comment'),
        ),
        migrations.AddField(
            model_name='notification',
            name='decision',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notifications', to='community.moderationdecision'),
        ),
        migrations.AddField(
            model_name='notification',
            name='recipient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notifications', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='notificationchoice',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notification_choices', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.UniqueConstraint(fields=('comment', 'member'), name='one_mention_for_each_comment_and_member'),
        ),
        migrations.AddIndex(
            model_name='notification',
            index=models.Index(fields=['recipient', '-made_at'], name='notifications_newest'),
        ),
        migrations.AddIndex(
            model_name='notification',
            index=models.Index(condition=models.Q(('read_at__isnull', True)), fields=['recipient'], name='notifications_unread'),
        ),
        migrations.AddIndex(
            model_name='notification',
            index=models.Index(condition=models.Q(('mail', 'digest')), fields=['recipient', 'made_at'], name='notifications_for_digest'),
        ),
        migrations.AddConstraint(
            model_name='notification',
            constraint=models.UniqueConstraint(condition=models.Q(('decision__isnull', True)), fields=('recipient', 'comment'), name='one_notification_for_each_comment'),
        ),
        migrations.AddConstraint(
            model_name='notification',
            constraint=models.UniqueConstraint(fields=('recipient', 'decision'), name='one_notification_for_each_decision'),
        ),
        migrations.AddConstraint(
            model_name='notificationchoice',
            constraint=models.UniqueConstraint(fields=('member', 'subject'), name='one_delivery_for_each_subject'),
        ),
    ]
