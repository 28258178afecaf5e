"""What a signed-in member of staff does next, by what they may do."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permissions import page_permission_policy

# Apps above add their own steps: ``@hooks.register(WELCOME_HOOK)`` on a function that takes
# the person and yields steps.
WELCOME_HOOK = "register_portal_welcome_steps"


@dataclass(frozen=True)
class Step:
    """One thing to do next.

    Attributes:
        text: what it is, as a link's words.
        url: where it is done.
        icon: the name of a Wagtail icon.
        urgent: whether somebody waits for it.
    """

    text: str | Promise
    url: str
    icon: str = "arrow-right"
    urgent: bool = False


def next_steps(person: AbstractUser) -> list[Step]:
    """Return what this person does next; what others wait for comes first."""
    steps = list(_common_steps(person))
    for register in hooks.get_hooks(WELCOME_HOOK):
        steps.extend(register(person))
    return sorted(steps, key=lambda step: not step.urgent)


def _common_steps(person: AbstractUser) -> Iterator[Step]:
    waiting = TaskState.objects.reviewable_by(person).count()
    if waiting:
        text = ngettext(
            "Review %(count)d page that a colleague has sent you",
            "Review %(count)d pages that colleagues have sent you",
            waiting,
        )
        yield Step(
            text % {"count": waiting},
            reverse("wagtailadmin_reports:workflow_tasks"),
            "tasks",
            urgent=True,
        )
    returned = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=person
    ).count()
    if returned:
        text = ngettext(
            "Improve %(count)d page that came back to you",
            "Improve %(count)d pages that came back to you",
            returned,
        )
        yield Step(text % {"count": returned}, reverse("wagtailadmin_home"), "undo", urgent=True)
    editable = page_permission_policy.instances_user_has_permission_for(person, "change")
    drafts = editable.filter(owner=person, has_unpublished_changes=True).order_by(
        "-latest_revision_created_at"
    )
    for page in drafts[:3]:
        yield Step(
            _("Go on with “%(title)s”") % {"title": page.get_admin_display_title()},
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            "edit",
        )
    root = Page.objects.filter(depth=1).first()
    if root is not None and editable.exists():
        yield Step(
            _("Open the page tree"), reverse("wagtailadmin_explore", args=[root.pk]), "folder"
        )
