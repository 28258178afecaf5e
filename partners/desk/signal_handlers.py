"""What follows a decision about a partner's page, and the removal of a file."""

from collections.abc import Callable
from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import Signal
from wagtail.admin.signal_handlers import (
    workflow_approval_email_notifier,
    workflow_rejection_email_notifier,
)
from wagtail.models import Page, WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected

from partners.desk.mails import tell_partner_of_page
from partners.models import DeskDocument, DeskFile, PartnerPage
from partners.models.private_files import remove_private_file

# Wagtail listens to decisions under these names, and writes to whoever has handed a page in.
WAGTAILS_MAILS: dict[Signal, tuple[str, Callable[..., bool]]] = {
    workflow_approved: (
        "workflow_state_approved_email_notification",
        workflow_approval_email_notifier,
    ),
    workflow_rejected: (
        "workflow_state_rejected_email_notification",
        workflow_rejection_email_notifier,
    ),
}


def follow_decision(instance: WorkflowState, signal: Signal, **kwargs: Any) -> None:
    """Tell whoever has handed a page in what came of it: a partner by the desk's own mail."""
    page = page_of_a_partner(instance)
    if page is None:
        _name, tell = WAGTAILS_MAILS[signal]
        tell(instance=instance, signal=signal, **kwargs)
    elif instance.requested_by.is_active:
        is_live = instance.status == WorkflowState.STATUS_APPROVED
        task = instance.current_task_state
        words = task.comment if task else ""
        tell_partner_of_page(page, instance.requested_by, is_live=is_live, words=words)


def page_of_a_partner(instance: WorkflowState) -> PartnerPage | None:
    """Return the page that somebody of its own partner has handed in; nothing of others' pages."""
    page, person = instance.content_object, instance.requested_by
    if isinstance(page, Page):
        page = page.specific
    if not isinstance(page, PartnerPage) or person is None or page.partner is None:
        return None
    return page if page.partner.members.filter(user=person).exists() else None


def connect() -> None:
    """Listen to decisions, in Wagtail's place, and to removals."""
    for signal, (name, _tell) in WAGTAILS_MAILS.items():
        # Whichever of the two comes first: a name is taken once.
        signal.disconnect(sender=WorkflowState, dispatch_uid=name)
        signal.connect(follow_decision, sender=WorkflowState, dispatch_uid=name)
    for model in (DeskFile, DeskDocument):
        post_delete.connect(remove_private_file, sender=model, dispatch_uid="partners_private_file")
