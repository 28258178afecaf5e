"""A form that is sent three times in the same moment starts one discussion."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from community.models import Comment, Discussion
from community.services.discussing import start_discussion
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

TIMES = 3


def test_a_form_sent_three_times_at_once_starts_one_discussion():
    author = UserFactory()
    barrier = Barrier(TIMES)

    def send(_number: int) -> int:
        barrier.wait()
        try:
            return start_discussion(
                author=author,
                title="Where do we plant?",
                text="Name a street.",
                topic=None,
                language="en",
                submission="one form",
            ).discussion.pk
        finally:
            connection.close()

    with ThreadPoolExecutor(TIMES) as pool:
        started = set(pool.map(send, range(TIMES)))

    assert started == {Discussion.objects.get().pk}
    assert Comment.objects.filter(opens=True).count() == 1
