import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('partners', '0003_partnerships_of_pages'),
    ]

    operations = [
        migrations.AddField(
            model_name='partnerpage',
            name='documents',
            field=wagtail.fields.StreamField([('document', 2)], blank=True, block_lookup={0: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'label': 'Document'}), 1: ('wagtail.blocks.CharBlock', (), {'help_text': "Leave empty to use the document's own title.", 'label': 'Title', 'max_length': 160, 'required': False}), 2: ('wagtail.blocks.StructBlock', [[('document', 0), ('title', 1)]], {})}, db_default=models.Value('[]'), default='', help_text='Reports, plans and other files that everybody may read.', verbose_name='documents'),
        ),
    ]
