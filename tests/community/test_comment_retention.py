"""What is known of who wrote a comment goes in time; the comment stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.models import Comment, CommentVersion, Report, State
from site_config.retention import remove_what_is_too_old
from tests.community.comment_steps import change
from tests.factories.community import CommentFactory, UserFactory

pytestmark = pytest.mark.django_db


def written(days: int, **fields: object) -> Comment:
    return CommentFactory(submit_date=timezone.now() - timedelta(days=days), **fields)


@pytest.mark.parametrize(("days", "left"), [(29, "192.0.2.0"), (31, None)])
def test_the_network_of_a_comment_is_known_for_thirty_days(days, left):
    comment = written(days, ip_address="192.0.2.0")

    remove_what_is_too_old()

    comment.refresh_from_db()
    assert comment.ip_address == left
    assert comment.is_readable


@pytest.mark.parametrize(("days", "left"), [(29, "ana@example.org"), (31, "")])
def test_the_mailbox_of_a_guest_is_known_for_thirty_days(days, left):
    comment = written(days, guest=True)

    remove_what_is_too_old()

    comment.refresh_from_db()
    assert (comment.user_email, comment.user_name) == (left, "Ana")


@pytest.mark.parametrize(("outcome", "left"), [("open", "An insult."), ("dismissed", "")])
def test_deleted_words_that_were_reported_go_when_the_report_is_settled(outcome, left):
    comment = CommentFactory(comment="An insult.")
    CommentVersion.objects.create(comment=comment, text="Worse.", replaced_at=timezone.now())
    Report.objects.create(comment=comment, reporter=UserFactory(), reason="insult", outcome=outcome)
    change(comment, State.DELETED)

    remove_what_is_too_old()

    comment.refresh_from_db()
    assert comment.comment == left
    assert comment.versions.exists() is bool(left)
