"""Changing and deleting a comment, liking, reporting, following."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_comments.models import CommentFlag

from community.errors import (
    NotReadableError,
    NotYoursError,
    OwnCommentError,
    SanctionedError,
    SuspendedError,
    TooLateError,
)
from community.models import (
    Choice,
    Comment,
    ConversationChoice,
    HeldFor,
    HiddenFor,
    MemberChoice,
    Report,
    State,
)
from community.services.posting import (
    delete_own_comment,
    edit_comment,
)
from community.services.reacting import (
    choose_conversation,
    choose_member,
    report_comment,
    set_like,
)
from site_config.rate_limits import RateLimitedError
from tests.community.comment_steps import change, post
from tests.community.tree import reckon, stored
from tests.factories.community import (
    CommentFactory,
    DiscussionFactory,
    SanctionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def test_an_edit_keeps_the_earlier_words_for_moderators(discussion, member):
    comment = post(discussion, member, "Fisrt.").comment

    edit_comment(comment_id=comment.pk, editor=member, text="First.")

    comment.refresh_from_db()
    assert comment.comment == "First."
    assert comment.edited_at is not None
    assert [version.text for version in comment.versions.all()] == ["Fisrt."]


def test_an_edit_that_changes_nothing_leaves_no_trace(discussion, member):
    comment = post(discussion, member, "First.").comment

    edit_comment(comment_id=comment.pk, editor=member, text=" First. ")

    assert not comment.versions.exists()


def test_after_fifteen_minutes_a_comment_stays_as_it_is(discussion, member):
    comment = post(discussion, member).comment
    long_ago = timezone.now() - timedelta(minutes=15, seconds=1)
    Comment.objects.filter(pk=comment.pk).update(submit_date=long_ago)

    with pytest.raises(TooLateError):
        edit_comment(comment_id=comment.pk, editor=member, text="Other.")


def test_links_brought_in_by_an_edit_make_a_comment_wait(discussion, member):
    comment = post(discussion, member).comment
    reply = CommentFactory(content_object=discussion, parent=comment)

    edit_comment(comment_id=comment.pk, editor=member, text="www.a.al www.b.al www.c.al")

    comment.refresh_from_db()
    assert (comment.state, comment.held_for) == (State.HELD, HeldFor.LINKS)
    assert reply not in Comment.objects.readable()
    assert stored(comment.conversation) == reckon(comment.conversation)


def test_only_the_author_changes_a_comment(discussion, member):
    comment = post(discussion, member).comment
    stranger = UserFactory(administrator=True)

    with pytest.raises(NotYoursError):
        edit_comment(comment_id=comment.pk, editor=stranger, text="Other.")
    with pytest.raises(NotYoursError):
        delete_own_comment(comment_id=comment.pk, author=stranger)


@pytest.mark.parametrize("state", [State.HIDDEN, State.DELETED, State.ERASED])
def test_what_is_hidden_or_gone_is_not_changed(discussion, member, state):
    comment = post(discussion, member).comment
    change(comment, state)

    with pytest.raises(NotReadableError):
        edit_comment(comment_id=comment.pk, editor=member, text="Other.")
    with pytest.raises(NotReadableError):
        delete_own_comment(comment_id=comment.pk, author=member)


def test_a_deleted_comment_loses_its_words_and_keeps_its_replies(discussion, member):
    comment = post(discussion, member, "Regretted.", sender="192.0.2.77").comment
    edit_comment(comment_id=comment.pk, editor=member, text="Regretted more.")
    reply = CommentFactory(content_object=discussion, parent=comment)

    delete_own_comment(comment_id=comment.pk, author=member)

    comment.refresh_from_db()
    assert (comment.comment, comment.ip_address) == ("", None)
    assert not comment.versions.exists()
    assert set(Comment.objects.filter(conversation=comment.conversation).listed()) == {
        comment,
        reply,
    }


def test_reported_words_stay_for_the_moderators(discussion, member):
    comment = post(discussion, member, "An insult.").comment
    report_comment(comment_id=comment.pk, reporter=UserFactory(), reason=HiddenFor.INSULT)

    delete_own_comment(comment_id=comment.pk, author=member)

    comment.refresh_from_db()
    assert comment.comment == "An insult."
    assert comment not in Comment.objects.listed()


def test_a_member_likes_a_comment_once():
    comment, fan = CommentFactory(), UserFactory()

    changed = [set_like(comment_id=comment.pk, member=fan, liked=True) for _time in range(3)]

    assert changed == [True, False, False]
    assert CommentFlag.objects.count() == 1


def test_a_like_can_be_taken_back():
    comment, fan = CommentFactory(), UserFactory()
    set_like(comment_id=comment.pk, member=fan, liked=True)

    assert set_like(comment_id=comment.pk, member=fan, liked=False)
    assert not CommentFlag.objects.exists()


def test_nobody_likes_or_reports_their_own_words():
    comment = CommentFactory()

    with pytest.raises(OwnCommentError):
        set_like(comment_id=comment.pk, member=comment.user, liked=True)
    with pytest.raises(OwnCommentError):
        report_comment(comment_id=comment.pk, reporter=comment.user, reason=HiddenFor.SPAM)


@pytest.mark.parametrize("state", [State.HELD, State.HIDDEN, State.DELETED])
def test_what_nobody_can_read_is_not_liked_or_reported(state):
    comment = CommentFactory()
    change(comment, state)

    with pytest.raises(NotReadableError):
        set_like(comment_id=comment.pk, member=UserFactory(), liked=True)
    with pytest.raises(NotReadableError):
        report_comment(comment_id=comment.pk, reporter=UserFactory(), reason=HiddenFor.SPAM)


def test_a_comment_of_a_hidden_discussion_is_not_liked():
    comment = CommentFactory(content_object=DiscussionFactory(hidden=True))

    with pytest.raises(NotReadableError):
        set_like(comment_id=comment.pk, member=UserFactory(), liked=True)


def test_whose_account_is_closed_does_not_react():
    with pytest.raises(SuspendedError):
        set_like(comment_id=CommentFactory().pk, member=UserFactory(is_active=False), liked=True)


def test_a_banned_member_takes_likes_back_and_gives_none():
    comment, fan = CommentFactory(), UserFactory()
    set_like(comment_id=comment.pk, member=fan, liked=True)
    SanctionFactory(member=fan)

    assert set_like(comment_id=comment.pk, member=fan, liked=False)
    with pytest.raises(SanctionedError):
        set_like(comment_id=comment.pk, member=fan, liked=True)
    assert not CommentFlag.objects.exists()


def test_a_banned_member_reports_as_a_visitor_may():
    comment, reporter = CommentFactory(), SanctionFactory().member

    report_comment(comment_id=comment.pk, reporter=reporter, reason=HiddenFor.SPAM)

    assert Report.objects.get().reporter == reporter


def test_a_second_report_by_the_same_member_changes_nothing():
    comment, reporter = CommentFactory(), UserFactory()
    report_comment(comment_id=comment.pk, reporter=reporter, reason=HiddenFor.SPAM, words=" a\nb ")

    report_comment(comment_id=comment.pk, reporter=reporter, reason=HiddenFor.HATE)

    report = Report.objects.get()
    assert (report.reason, report.words, report.outcome) == ("spam", "a b", "open")


def test_a_member_reports_five_times_an_hour_at_most():
    reporter = UserFactory()
    for comment in CommentFactory.create_batch(5):
        report_comment(comment_id=comment.pk, reporter=reporter, reason=HiddenFor.SPAM)

    with pytest.raises(RateLimitedError):
        report_comment(comment_id=CommentFactory().pk, reporter=reporter, reason=HiddenFor.SPAM)


def test_a_member_follows_mutes_or_neither(discussion, member):
    for choice in (Choice.FOLLOW, Choice.MUTE, Choice.MUTE):
        choose_conversation(target=discussion, member=member, choice=choice)

    assert ConversationChoice.objects.get().choice == "mute"
    choose_conversation(target=discussion, member=member, choice=None)
    assert not ConversationChoice.objects.exists()


def test_nobody_follows_what_they_cannot_read(member):
    with pytest.raises(NotReadableError):
        choose_conversation(
            target=DiscussionFactory(hidden=True), member=member, choice=Choice.FOLLOW
        )


def test_a_member_follows_another_but_not_themselves(member):
    other = UserFactory()
    choose_member(other=other, member=member, choice=Choice.FOLLOW)

    assert MemberChoice.objects.get().other == other
    with pytest.raises(OwnCommentError):
        choose_member(other=member, member=member, choice=Choice.FOLLOW)
    with pytest.raises(NotReadableError):
        choose_member(other=UserFactory(display_name=""), member=member, choice=Choice.FOLLOW)
