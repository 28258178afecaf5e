from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0016_reasons_to_hold_again'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(condition=models.Q(('is_official', True)), fields=['conversation'], name='comment_official_answers'),
        ),
    ]
