"""An edition that somebody has to approve is sent once, after that, and only while it is live."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from community.models import BroadcastCopy
from community.subscriptions.channels import Channel
from community.subscriptions.telling import finish_broadcasts
from publications.models import NewsletterEditionPage, NewsletterPage
from site_config.outbox import deliver_due_mails
from tests.community.following_steps import follower, outbox_for
from tests.factories.community import UserFactory
from tests.factories.publications import (
    CollectionPageFactory,
    NewsletterEditionPageFactory,
    NewsletterPageFactory,
    PublicationIndexPageFactory,
)

pytestmark = pytest.mark.django_db
READER = "ana@example.org"


@pytest.fixture
def editor():
    """Who writes editions."""
    person = UserFactory(email="editor@example.org")
    person.groups.add(Group.objects.get(name="Editors"))
    return person


@pytest.fixture
def approver():
    """Who approves them."""
    person = UserFactory(email="moderator@example.org")
    person.groups.add(Group.objects.get(name="Moderators"))
    return person


@pytest.fixture
def newsletter(english_front) -> NewsletterPage:
    """A published newsletter with one follower, whose editions moderators approve."""
    collection = CollectionPageFactory(parent=PublicationIndexPageFactory(parent=english_front))
    page = NewsletterPageFactory(parent=collection)
    workflow = Workflow.objects.create(name="Newsletters")
    task = GroupApprovalTask.objects.create(name="Approve")
    task.groups.add(Group.objects.get(name="Moderators"))
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=page)
    follower(READER, Channel("newsletter", str(page.translation_key)))
    return page


@pytest.fixture
def edition(newsletter, editor) -> NewsletterEditionPage:
    """A draft that its editor has handed in."""
    page = NewsletterEditionPageFactory(
        parent=newsletter, title="This week", live=False, first_published_at=None
    )
    hand_in(page, editor)
    return page


def stored(edition) -> NewsletterEditionPage:
    return NewsletterEditionPage.objects.get(pk=edition.pk)


def hand_in(edition, editor, **changes: object) -> None:
    """Save a draft and start its workflow."""
    page = stored(edition)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)


def approve(edition, approver) -> None:
    state = stored(edition).current_workflow_state
    state.current_task_state.approve(user=approver)


def timers_go_round() -> None:
    """Do what the timers do within some minutes."""
    for _minute in range(2):
        call_command("publish_scheduled", verbosity=0)
        finish_broadcasts()
        deliver_due_mails()


def set_hour_to_now(edition) -> None:
    """Let the hour of a scheduled edition come."""
    revision = edition.revisions.get(approved_go_live_at__isnull=False)
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()


def test_it_is_sent_once_it_is_approved_and_not_before(edition, approver, commit):
    commit(timers_go_round)
    assert not outbox_for(READER)

    commit(approve, edition, approver)
    commit(timers_go_round)

    (message,) = outbox_for(READER)
    assert message.subject == "This week"


def test_a_rejected_edition_is_not_sent(edition, approver, editor, commit):
    state = edition.current_workflow_state.current_task_state
    commit(state.reject, user=approver)
    commit(timers_go_round)
    assert not outbox_for(READER)

    edition.current_workflow_state.resume(user=editor)
    commit(approve, edition, approver)
    assert len(outbox_for(READER)) == 1


def test_a_correction_that_is_approved_later_is_not_sent_again(edition, approver, editor, commit):
    commit(approve, edition, approver)

    hand_in(edition, editor, title="This week, mended")
    commit(approve, edition, approver)
    commit(timers_go_round)

    assert [message.subject for message in outbox_for(READER)] == ["This week"]


def test_an_approved_edition_with_an_hour_is_sent_when_it_is_live(
    edition, approver, editor, commit
):
    edition.current_workflow_state.cancel(user=editor)
    hand_in(edition, editor, go_live_at=timezone.now() + timedelta(hours=3))
    commit(approve, edition, approver)
    commit(timers_go_round)
    assert not stored(edition).live
    assert not outbox_for(READER)

    set_hour_to_now(edition)
    commit(timers_go_round)
    commit(timers_go_round)

    assert stored(edition).live
    assert len(outbox_for(READER)) == 1


def test_an_hour_without_approval_sends_nothing(edition, editor, commit):
    edition.current_workflow_state.cancel(user=editor)
    hand_in(edition, editor, go_live_at=timezone.now() - timedelta(minutes=1))

    commit(timers_go_round)

    assert not stored(edition).live
    assert not outbox_for(READER)


def test_an_edition_taken_off_before_its_hour_is_never_sent(edition, approver, editor, commit):
    edition.current_workflow_state.cancel(user=editor)
    hand_in(edition, editor, go_live_at=timezone.now() + timedelta(hours=3))
    commit(approve, edition, approver)
    set_hour_to_now(edition)

    edition.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
    stored(edition).unpublish()
    commit(timers_go_round)

    assert not outbox_for(READER)


def test_an_edition_taken_off_before_its_mails_have_left_is_never_sent(edition, approver, commit):
    approve(edition, approver)
    finish_broadcasts()
    assert BroadcastCopy.objects.count() == 1

    stored(edition).unpublish()
    commit(timers_go_round)

    assert not outbox_for(READER)
    assert BroadcastCopy.objects.get().state == BroadcastCopy.State.WITHDRAWN


def test_an_edition_taken_off_before_anybody_was_told_is_never_sent(edition, approver, commit):
    approve(edition, approver)

    stored(edition).unpublish()
    commit(timers_go_round)

    assert not outbox_for(READER)
    assert not BroadcastCopy.objects.exists()
