"""The number of likes on shared pages is right again after a like."""

import pytest
from django.core.cache import cache

from community.services.reacting import set_like
from tests.community.comment_steps import address
from tests.factories.community import CommentFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


def test_a_like_and_its_end_have_the_page_forgotten(
    discussion, member, purged, django_capture_on_commit_callbacks
):
    comment = CommentFactory(content_object=discussion)
    for liked in (True, False):
        purged.clear()
        cache.clear()
        with django_capture_on_commit_callbacks(execute=True):
            set_like(comment_id=comment.pk, member=member, liked=liked)

        assert any(url.endswith(address(discussion)) for url in purged), liked


def test_many_likes_at_once_ask_the_cache_in_front_once(
    discussion, monkeypatch, django_capture_on_commit_callbacks
):
    comment = CommentFactory(content_object=discussion)
    asked: list[int] = []
    monkeypatch.setattr("community.purging.purge_comment", asked.append)

    for member in UserFactory.create_batch(5):
        with django_capture_on_commit_callbacks(execute=True):
            set_like(comment_id=comment.pk, member=member, liked=True)

    assert asked == [comment.pk]


def test_a_like_that_changes_nothing_forgets_nothing(
    discussion, member, purged, django_capture_on_commit_callbacks
):
    comment = CommentFactory(content_object=discussion)
    with django_capture_on_commit_callbacks(execute=True):
        set_like(comment_id=comment.pk, member=member, liked=False)

    assert not purged
