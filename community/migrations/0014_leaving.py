"""Keep links to exports, and which accounts were erased."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0013_notifications'),
    ]

    operations = [
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField(unique=True, verbose_name='number of the account')),
                ('asked_by', models.CharField(choices=[('member', 'The member'), ('administrator', 'An administrator')], max_length=15, verbose_name='asked by')),
                ('erased_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='erased')),
            ],
            options={
                'verbose_name': 'erasure',
                'verbose_name_plural': 'erasures',
                'ordering': ['erased_at'],
            },
        ),
        migrations.CreateModel(
            name='ExportLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='digest of the address')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='made')),
            ],
            options={
                'verbose_name': 'link to an export',
                'verbose_name_plural': 'links to exports',
            },
        ),
        migrations.AddField(
            model_name='exportlink',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='export_links', to=settings.AUTH_USER_MODEL),
        ),
    ]
