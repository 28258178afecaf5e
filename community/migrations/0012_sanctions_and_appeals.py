"""Keep sanctions, appeals, ready replies, and more kinds of decisions."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0011_store_openings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Appeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(max_length=1000, verbose_name='words')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='made')),
                ('outcome', models.CharField(choices=[('open', 'Open'), ('granted', 'Granted'), ('refused', 'Refused')], default='open', max_length=10, verbose_name='outcome')),
                ('answer', models.CharField(blank=True, max_length=1000, verbose_name='answer')),
                ('settled_at', models.DateTimeField(blank=True, null=True, verbose_name='settled')),
            ],
            options={
                'verbose_name': 'appeal',
                'verbose_name_plural': 'appeals',
                'ordering': ['made_at'],
            },
        ),
        migrations.CreateModel(
            name='CannedReply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(help_text='By which moderators find it; authors don’t see it.', max_length=80, verbose_name='title')),
                ('words', models.TextField(max_length=1000, verbose_name='words')),
                ('language', models.CharField(choices=[('sq', 'Shqip'), ('en', 'English')], default='sq', max_length=10, verbose_name='language')),
                ('reason', models.CharField(blank=True, choices=[('off-topic', 'Off the topic'), ('insult', 'Insults somebody'), ('hate', 'Incites hatred'), ('personal', 'Tells personal data'), ('spam', 'Advertising'), ('illegal', 'Against the law'), ('other', 'Against the house rules')], help_text='Offered first where this reason is chosen. Empty: for any.', max_length=12, verbose_name='reason')),
            ],
            options={
                'verbose_name': 'ready reply',
                'verbose_name_plural': 'ready replies',
                'ordering': ['language', 'title'],
            },
        ),
        migrations.CreateModel(
            name='Sanction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('warning', 'Warning'), ('suspension', 'Suspension'), ('ban', 'Ban')], max_length=12, verbose_name='kind')),
                ('reason', models.CharField(choices=[('off-topic', 'Off the topic'), ('insult', 'Insults somebody'), ('hate', 'Incites hatred'), ('personal', 'Tells personal data'), ('spam', 'Advertising'), ('illegal', 'Against the law'), ('other', 'Against the house rules')], max_length=12, verbose_name='reason')),
                ('words', models.CharField(blank=True, max_length=1000, verbose_name='words for the member')),
                ('begins_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='begins')),
                ('until', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('lifted_at', models.DateTimeField(blank=True, null=True, verbose_name='lifted')),
            ],
            options={
                'verbose_name': 'sanction',
                'verbose_name_plural': 'sanctions',
                'ordering': ['-begins_at'],
            },
        ),
        migrations.AddField(
            model_name='moderationdecision',
            name='conversation',
            field=models.ForeignKey(blank=True, help_text='The one that was closed, or out of which a thread was moved.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='decisions', to='community.conversation', verbose_name='conversation'),
        ),
        migrations.AddField(
            model_name='moderationdecision',
            name='member',
            field=models.ForeignKey(blank=True, help_text='Who was warned, suspended or banned.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='decisions_about_them', to=settings.AUTH_USER_MODEL, verbose_name='member'),
        ),
        migrations.AddField(
            model_name='moderationdecision',
            name='undoes',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='taken_back_by', to='community.moderationdecision', verbose_name='takes back'),
        ),
        migrations.AddField(
            model_name='report',
            name='settled_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='answered'),
        ),
        migrations.AlterField(
            model_name='moderationdecision',
            name='action',
            field=models.CharField(choices=[('approved', 'Approved'), ('held', 'Waits again'), ('hidden', 'Hidden'), ('restored', 'Shown again'), ('upheld', 'Reports upheld'), ('dismissed', 'Reports dismissed'), ('reopened-reports', 'Reports open again'), ('official', 'Marked as the city’s answer'), ('not-official', 'No longer the city’s answer'), ('closed', 'Closed'), ('opened', 'Opened again'), ('moved', 'Moved'), ('warned', 'Warned'), ('suspended', 'Suspended'), ('banned', 'Banned'), ('lifted', 'Lifted'), ('appeal-granted', 'Appeal granted'), ('appeal-refused', 'Appeal refused')], max_length=20, verbose_name='decision'),
        ),
        migrations.AlterField(
            model_name='moderationdecision',
            name='state_before',
            field=models.CharField(blank=True, choices=[('held', 'Waits for a moderator'), ('public', 'Public'), ('hidden', 'Hidden by a moderator'), ('deleted', 'Deleted by its author'), ('erased', "Erased with its author's account")], max_length=10, verbose_name='state before'),
        ),
        migrations.AddField(
            model_name='appeal',
            name='author',
            field=models.ForeignKey(blank=True, help_text='Empty for a guest, and where the member has left.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='appeals', to=settings.AUTH_USER_MODEL, verbose_name='appealed by'),
        ),
        migrations.AddField(
            model_name='appeal',
            name='decision',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='appeal', to='community.moderationdecision', verbose_name='decision'),
        ),
        migrations.AddField(
            model_name='appeal',
            name='settled_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='appeals_settled', to=settings.AUTH_USER_MODEL, verbose_name='settled by'),
        ),
        migrations.AddField(
            model_name='sanction',
            name='decision',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sanction', to='community.moderationdecision', verbose_name='decision'),
        ),
        migrations.AddField(
            model_name='sanction',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sanctions', to=settings.AUTH_USER_MODEL, verbose_name='member'),
        ),
        migrations.AddIndex(
            model_name='appeal',
            index=models.Index(condition=models.Q(('outcome', 'open')), fields=['made_at'], name='appeals_that_wait'),
        ),
        migrations.AddConstraint(
            model_name='sanction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'suspension'), _negated=True), ('until__isnull', False), _connector='OR'), name='suspension_has_an_end'),
        ),
    ]
