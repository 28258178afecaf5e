"""What follows a decision about a partner's page, and the removal of a file."""

from typing import Any

from django.db.models.signals import post_delete
from wagtail.models import Page, WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected

from partners.desk.mails import tell_partner_of_page
from partners.models import DeskDocument, DeskFile, PartnerPage
from partners.models.private_files import remove_private_file


def follow_decision(instance: WorkflowState, **kwargs: Any) -> None:
    """Tell whoever of a partner has handed a page in what came of it."""
    page, person = instance.content_object, instance.requested_by
    if isinstance(page, Page):
        page = page.specific
    if not isinstance(page, PartnerPage) or person is None or not person.is_active:
        return
    if page.partner is None or not page.partner.members.filter(user=person).exists():
        return
    is_live = instance.status == WorkflowState.STATUS_APPROVED
    task = instance.current_task_state
    tell_partner_of_page(page, person, is_live=is_live, words=task.comment if task else "")


def connect() -> None:
    """Listen to decisions and removals."""
    for signal in (workflow_approved, workflow_rejected):
        signal.connect(follow_decision, sender=WorkflowState, dispatch_uid="partners_decision")
    for model in (DeskFile, DeskDocument):
        post_delete.connect(remove_private_file, sender=model, dispatch_uid="partners_private_file")
