"""Name two more reasons for which a comment waits; the table stays as it is."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0015_announcements'),
    ]

    operations = [
        migrations.AlterField(
            model_name='comment',
            name='held_for',
            field=models.CharField(blank=True, choices=[('newcomer', "Among the author's first three"), ('guest', 'Written without an account'), ('links', 'More than two links'), ('flood', 'Many in a short time'), ('duplicate', 'The same words as before'), ('words', 'A word on the list'), ('reported', 'Reported'), ('trust', 'After a decision against the author'), ('again', 'Its approval was taken back')], max_length=12, verbose_name='held because'),
        ),
    ]
