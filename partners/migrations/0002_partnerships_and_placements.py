
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import modelsearch.index
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('partners', '0001_partners'),
        ('site_config', '0010_mails_that_are_one_of_many'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Partner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255, verbose_name='name')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='key of its pages')),
                ('reminder_email', models.EmailField(blank=True, help_text='Where the partner is reminded. Leave empty for the contact of its page.', max_length=254, verbose_name='e-mail for reminders')),
                ('language', models.CharField(choices=[('sq', 'Shqip'), ('en', 'English')], default='sq', max_length=10, verbose_name='language of the mails')),
                ('responsible', models.ForeignKey(blank=True, help_text='The colleague who looks after this partner and is reminded before a term ends. Where nobody is named, administrators are reminded.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='responsible person')),
            ],
            options={
                'verbose_name': 'partnership',
                'verbose_name_plural': 'partnerships',
                'ordering': ['name'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='PartnerTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='partner from')),
                ('ends_on', models.DateField(blank=True, help_text='The last day. The logo leaves by itself on the day after.', null=True, verbose_name='partner until')),
                ('contract', models.ForeignKey(blank=True, help_text="For the record; the page doesn't show it.", null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='site_config.sitedocument', verbose_name='contract')),
                ('partner', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='partners.partner', verbose_name='partnership')),
            ],
            options={
                'verbose_name': 'term',
                'verbose_name_plural': 'terms',
                'ordering': ['starts_on'],
            },
        ),
        migrations.CreateModel(
            name='Placement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('wall', 'Wall of the front page'), ('campaign', 'Campaign'), ('event', 'Event'), ('publication', 'Publication'), ('footer', 'Foot of every page')], max_length=12, verbose_name='where')),
                ('page_key', models.UUIDField(blank=True, db_index=True, editable=False, null=True)),
                ('name', models.CharField(help_text='As the contract calls it: “Earth Day 2014”.', max_length=120, verbose_name='name')),
                ('starts_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='from')),
                ('ends_on', models.DateField(blank=True, help_text='The last day. Leave empty for as long as the partnership runs; after its end no logo is shown in any case.', null=True, verbose_name='until')),
                ('promised_views', models.PositiveIntegerField(blank=True, help_text='How often the logo is to be seen, if the contract says so.', null=True, verbose_name='promised views')),
                ('page', models.ForeignKey(blank=True, help_text='The campaign, event or publication; the logo stands on it in every language. Leave empty for the front page and the foot of every page.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page', verbose_name='page')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='placements', to='partners.partner', verbose_name='partnership')),
            ],
            options={
                'verbose_name': 'placement',
                'verbose_name_plural': 'placements',
                'ordering': ['-starts_on', 'name'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='RenewalReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ends_on', models.DateField(verbose_name='last day')),
                ('days', models.PositiveSmallIntegerField(verbose_name='days ahead')),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='sent')),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='partners.partnerterm', verbose_name='term')),
            ],
            options={
                'verbose_name': 'renewal reminder',
                'verbose_name_plural': 'renewal reminders',
            },
        ),
        migrations.CreateModel(
            name='LogoDrawing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.CharField(choices=[('logo', 'In colour'), ('logo_white', 'For dark ground'), ('logo_print', 'For print')], max_length=12, verbose_name='version')),
                ('file', models.FileField(help_text="Stands in place of the page's picture of this version.", max_length=120, upload_to='partner_drawings/', verbose_name='SVG file')),
                ('width', models.PositiveIntegerField(default=0, editable=False, verbose_name='width')),
                ('height', models.PositiveIntegerField(default=0, editable=False, verbose_name='height')),
                ('partner', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='drawings', to='partners.partner', verbose_name='partnership')),
            ],
            options={
                'verbose_name': 'logo as a drawing',
                'verbose_name_plural': 'logos as drawings',
                'constraints': [models.UniqueConstraint(fields=('partner', 'version'), name='one_drawing_for_each_version_of_a_logo', violation_error_message='There is a drawing of this version already.')],
            },
        ),
        migrations.CreateModel(
            name='PartnerMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('editor', 'Changes the page and sees figures'), ('reader', 'Sees figures')], db_default='editor', default='editor', max_length=10, verbose_name='role')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                ('partner', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='partners.partner', verbose_name='partnership')),
                ('user', models.ForeignKey(help_text='The e-mail address of an account. Whoever has none signs up first.', on_delete=django.db.models.deletion.CASCADE, related_name='partner_memberships', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'member of a partner',
                'verbose_name_plural': 'members of partners',
                'constraints': [models.UniqueConstraint(fields=('partner', 'user'), name='one_membership_for_each_person_of_a_partner', violation_error_message='This person belongs to the partner already.')],
            },
        ),
        migrations.AddConstraint(
            model_name='partnerterm',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='term_of_partner_ends_after_it_starts', violation_error_message="The term can't end before it starts."),
        ),
        migrations.AddConstraint(
            model_name='partnerterm',
            constraint=models.UniqueConstraint(fields=('partner', 'starts_on'), name='one_term_of_a_partner_starts_on_a_day', violation_error_message='Another term of this partner starts on that day.'),
        ),
        migrations.AddConstraint(
            model_name='placement',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='placement_ends_after_it_starts', violation_error_message="The placement can't end before it starts."),
        ),
        migrations.AddConstraint(
            model_name='placement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('campaign', 'event', 'publication')), ('page_key__isnull', False)), models.Q(models.Q(('kind__in', ('campaign', 'event', 'publication')), _negated=True), ('page_key__isnull', True)), _connector='OR'), name='placement_has_a_page_where_its_kind_does', violation_error_message='Campaigns, events and publications need a page; other places have none.'),
        ),
        migrations.AddConstraint(
            model_name='renewalreminder',
            constraint=models.UniqueConstraint(fields=('term', 'ends_on', 'days'), name='one_reminder_for_each_step_before_an_end'),
        ),
    ]
