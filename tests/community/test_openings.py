"""The words with which a discussion begins are a comment, and are moderated as one."""

import importlib

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction

from community.models import Comment, Conversation, Discussion, State
from tests.community.comment_steps import change, read
from tests.factories.community import CommentFactory, DiscussionFactory, UserFactory
from tests.upload_files import picture

pytestmark = pytest.mark.django_db


def test_a_discussion_begins_with_a_comment_that_stands_outside_the_thread(client):
    discussion = DiscussionFactory(title="Trees", text="Where do we plant?")

    opening = discussion.opening

    assert (opening.comment, opening.user, opening.state) == (
        "Where do we plant?",
        discussion.author,
        State.PUBLIC,
    )
    assert not opening.listed
    assert not opening.allow_thread()
    assert opening.conversation.comment_count == opening.conversation.thread_count == 0
    assert opening.conversation.last_posted_at == discussion.opened_at
    assert read(client, discussion.get_absolute_url()).count("<p>Where do we plant?") == 1


def test_a_discussion_has_one_opening_however_often_it_is_stored():
    discussion = DiscussionFactory()

    discussion.save()
    Discussion.objects.get(pk=discussion.pk).save()

    assert Comment.objects.filter(opens=True).count() == 1


def test_the_database_keeps_one_opening_for_each_discussion():
    discussion = DiscussionFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        CommentFactory(content_object=discussion, opens=True)


@pytest.mark.parametrize("state", [State.HELD, State.HIDDEN])
def test_a_discussion_is_out_of_sight_while_its_opening_is(client, state):
    discussion = DiscussionFactory()
    reply = CommentFactory(content_object=discussion)
    address = discussion.get_absolute_url()

    change(discussion.opening, state)
    hidden = Comment.objects.where_all_may_read().filter(pk=reply.pk).exists()
    status = client.get(address).status_code
    change(discussion.opening, State.PUBLIC)

    assert not hidden
    assert status in {404, 410}
    assert client.get(address).status_code == 200
    assert Comment.objects.where_all_may_read().filter(pk=reply.pk).exists()


@pytest.mark.parametrize("state", [State.DELETED, State.ERASED])
def test_words_that_are_taken_back_leave_their_place_where_somebody_answered(
    settings, tmp_path, django_capture_on_commit_callbacks, state
):
    settings.MEDIA_ROOT = str(tmp_path)
    discussion = DiscussionFactory(title="My number", text="069 123 4567")
    discussion.picture.save("me.png", ContentFile(picture("PNG")), save=False)
    Discussion.objects.filter(pk=discussion.pk).update(picture=discussion.picture.name)
    discussion.translations.create(language="sq", title="Numri im", text="069 123 4567")
    CommentFactory(content_object=discussion)

    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    with django_capture_on_commit_callbacks(execute=True):
        change(discussion.opening, state)

    discussion = Discussion.objects.get(pk=discussion.pk)
    assert discussion.is_visible
    assert (discussion.title, discussion.text, discussion.picture.name) == ("", "", "")
    assert not discussion.translations.exists()
    assert discussion.wording.title == "Removed discussion"
    assert kept
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_discussion_that_nobody_answered_goes_with_its_words(client):
    discussion = DiscussionFactory()
    address = discussion.get_absolute_url()

    change(discussion.opening, State.DELETED)

    assert client.get(address).status_code in {404, 410}


def test_a_removed_opening_is_not_brought_back_by_storing_the_discussion():
    discussion = DiscussionFactory()
    CommentFactory(content_object=discussion)
    change(discussion.opening, State.DELETED)

    discussion = Discussion.objects.get(pk=discussion.pk)
    discussion.save()

    assert discussion.opening.state == State.DELETED


def test_discussions_of_before_get_their_openings_and_keep_their_replies():
    discussion = DiscussionFactory(author=UserFactory(), text="Old words.")
    bare = DiscussionFactory(hidden=True)
    reply = CommentFactory(content_object=discussion)
    Comment.objects.filter(opens=True).delete()
    Conversation.objects.filter(object_id=bare.pk).delete()
    store = importlib.import_module("community.migrations.0011_store_openings").store_openings

    store(apps, connection.schema_editor())
    store(apps, connection.schema_editor())

    opening = discussion.opening
    assert (opening.comment, opening.user, opening.state) == (
        "Old words.",
        discussion.author,
        State.PUBLIC,
    )
    assert opening.path == "0000003"
    assert opening.parent_id == opening.thread_id == opening.pk
    assert bare.opening.state == State.HIDDEN
    assert Comment.objects.filter(pk=reply.pk, listed=True).exists()
    assert CommentFactory(content_object=discussion).number == 4
