"""A guest's form that is sent several times in the same moment is one comment and one mail."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import RequestFactory

from community.models import CommunitySettings, MailboxCount, PendingComment
from community.services.guests import ask_guest_to_confirm
from community.services.posting import Guest
from site_config.models import OutboxMail
from tests.community.puzzle_steps import solved
from tests.factories.community import DiscussionFactory

pytestmark = pytest.mark.django_db(transaction=True)

TIMES = 4


def test_a_guests_form_sent_four_times_at_once_is_one_comment_and_one_mail():
    CommunitySettings.objects.create(guests_may_comment=True)
    discussion, answer = DiscussionFactory(), solved()
    barrier = Barrier(TIMES)

    def send(_number: int) -> None:
        barrier.wait(timeout=30)
        try:
            ask_guest_to_confirm(
                target=discussion,
                guest=Guest("Ana", "ana@example.org"),
                text="A street.",
                submission="one form",
                parent_id=0,
                request=RequestFactory().post("/"),
                answer=answer,
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(TIMES) as pool:
        list(pool.map(send, range(TIMES)))

    assert PendingComment.objects.count() == OutboxMail.objects.count() == 1
    assert MailboxCount.objects.get().mails == 1
