"""Let a correction of a discussion be a decision, and the removal of a member's name."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0022_speaking_for_the_city'),
    ]

    operations = [
        migrations.AlterField(
            model_name='moderationdecision',
            name='action',
            field=models.CharField(choices=[('approved', 'Approved'), ('held', 'Waits again'), ('hidden', 'Hidden'), ('restored', 'Shown again'), ('upheld', 'Reports upheld'), ('dismissed', 'Reports dismissed'), ('reopened-reports', 'Reports open again'), ('official', 'Marked as the city’s answer'), ('not-official', 'No longer the city’s answer'), ('closed', 'Closed'), ('opened', 'Opened again'), ('moved', 'Moved'), ('corrected', 'Corrected'), ('warned', 'Warned'), ('suspended', 'Suspended'), ('banned', 'Banned'), ('lifted', 'Lifted'), ('profile-cleared', 'Name and text removed'), ('appeal-granted', 'Appeal granted'), ('appeal-refused', 'Appeal refused')], max_length=20, verbose_name='decision'),
        ),
    ]
