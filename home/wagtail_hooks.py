"""What the front page and the contact page add to the admin."""

from django.contrib.auth.models import AbstractUser
from wagtail import hooks
from wagtail.models import Page, PageQuerySet
from wagtail_modeladmin.options import modeladmin_register

from community.account_links import ACCOUNT_LINK_HOOK
from community.personal_data import ERASURE_HOOK, EXPORT_HOOK
from home.admin import ContactSubmissionAdmin
from home.doctoring import examine_demo_accounts
from home.partner_data import desk_link, erase_desk_words, export_desk
from home.personal_data import erase_messages, export_messages
from home.retention import remove_old_messages
from site_config.doctor.findings import DOCTOR_HOOK
from site_config.retention import RETENTION_HOOK

modeladmin_register(ContactSubmissionAdmin)
hooks.register(RETENTION_HOOK, remove_old_messages)
hooks.register(ERASURE_HOOK, erase_messages)
hooks.register(EXPORT_HOOK, export_messages)
hooks.register(DOCTOR_HOOK, examine_demo_accounts)
hooks.register(ERASURE_HOOK, erase_desk_words)
hooks.register(EXPORT_HOOK, export_desk)
hooks.register(ACCOUNT_LINK_HOOK, desk_link)


@hooks.register("filter_form_submissions_for_user")
def keep_messages_from_editors(user: AbstractUser, forms: PageQuerySet) -> PageQuerySet:
    """Show what people wrote to those who may read messages, not to all who edit the form."""
    return forms if user.has_perm("home.view_contactsubmission") else Page.objects.none()
