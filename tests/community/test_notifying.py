"""Who is told of a comment and of a decision, once, and by which way."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from community import recipients
from community.models import (
    Announcement,
    Choice,
    Comment,
    ConversationChoice,
    Delivery,
    Discussion,
    HiddenFor,
    MemberChoice,
    ModerationDecision,
    Notification,
    NotificationChoice,
    State,
    Subject,
    User,
)
from community.services import notifying
from community.services.moderating import approve_comment, hide_comment, restore_comment
from community.services.notifying import announce, finish_announcements, note_decision
from community.services.posting import edit_comment
from community.services.reacting import choose_conversation, choose_member
from tests.community.comment_steps import change, post, trusted
from tests.factories.community import CommentFactory, ModeratorFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture
def writer() -> User:
    """A member whose words appear at once."""
    return trusted(display_name="Ana")


def say(target: object, author: User, text: str = "A street.", parent: Comment | None = None):
    return post(target, author, text, parent_id=parent.pk if parent else 0).comment


def told(comment: Comment) -> dict[str, str]:
    """Return who was told of a comment, and why."""
    rows = Notification.objects.filter(comment=comment, decision=None)
    return dict(rows.values_list("recipient__email", "subject"))


def follow(member: User, what: Discussion | User, choice: Choice = Choice.FOLLOW) -> User:
    if isinstance(what, User):
        choose_member(other=what, member=member, choice=choice)
    else:
        choose_conversation(target=what, member=member, choice=choice)
    return member


def test_a_new_thread_is_told_to_who_opened_the_discussion(discussion, writer):
    assert told(say(discussion, writer)) == {discussion.author.email: Subject.REPLY}


def test_a_reply_is_told_to_who_is_answered(discussion, writer):
    parent = CommentFactory(content_object=discussion)

    assert told(say(discussion, writer, parent=parent)) == {parent.user.email: Subject.REPLY}


def test_who_is_named_and_who_follows_are_told(discussion, writer, member):
    follower = follow(UserFactory(), discussion)
    fan = follow(UserFactory(), writer)

    comment = say(discussion, writer, "Ask @Genti B.")

    assert told(comment) == {
        discussion.author.email: Subject.REPLY,
        member.email: Subject.MENTION,
        follower.email: Subject.CONVERSATION,
        fan.email: Subject.MEMBER,
    }


def test_the_strongest_reason_is_the_one_that_is_told(discussion, writer, member):
    parent = CommentFactory(content_object=discussion, user=member)
    other = UserFactory(display_name="Drita")
    for person in (member, other):
        follow(person, discussion)
        follow(person, writer)

    comment = say(discussion, writer, "@Genti B. and @Drita", parent=parent)

    assert told(comment) == {member.email: Subject.REPLY, other.email: Subject.MENTION}


def test_nobody_is_told_of_their_own_words(discussion, writer):
    follow(writer, discussion)
    own = CommentFactory(content_object=discussion, user=writer)

    assert told(say(discussion, writer, parent=own)) == {}


@pytest.mark.parametrize("muted", ["conversation", "member"])
def test_who_has_muted_is_told_of_nothing(discussion, writer, member, muted):
    parent = CommentFactory(content_object=discussion, user=member)
    follow(member, discussion if muted == "member" else writer)
    follow(member, writer if muted == "member" else discussion, Choice.MUTE)

    assert told(say(discussion, writer, "@Genti B.", parent=parent)) == {}


def test_writing_in_a_conversation_does_not_follow_it(discussion, writer):
    say(discussion, writer)

    comment = say(discussion, trusted())

    assert writer.email not in told(comment)


def test_a_restricted_page_is_told_to_who_may_read_it(article: ArticlePage, writer):
    group = Group.objects.create(name="Council")
    inside, outside = follow(UserFactory(), article), follow(UserFactory(), article)
    restriction = PageViewRestriction.objects.create(page=article, restriction_type="groups")
    restriction.groups.add(group)
    for person in (inside, writer):
        person.groups.add(group)

    comment = say(article, writer)

    assert told(comment) == {inside.email: Subject.CONVERSATION}
    assert outside.email not in told(comment)


def test_who_is_closed_out_is_told_of_nothing(discussion, writer):
    gone = follow(UserFactory(), discussion)
    User.objects.filter(pk=gone.pk).update(is_active=False)

    assert gone.email not in told(say(discussion, writer))


def test_a_comment_that_waits_is_told_when_it_is_approved(discussion, member):
    follow(member, discussion)
    comment = say(discussion, UserFactory(), "Ask @Genti B.")
    assert told(comment) == {}

    approve_comment(comment_id=comment.pk, moderator=ModeratorFactory())

    assert told(comment) == {
        discussion.author.email: Subject.REPLY,
        member.email: Subject.MENTION,
    }


def test_what_is_shown_again_is_not_told_again(discussion, writer):
    comment = say(discussion, writer)
    moderator = ModeratorFactory()
    late = follow(UserFactory(), discussion)

    hide_comment(comment_id=comment.pk, moderator=moderator, reason=HiddenFor.SPAM)
    restore_comment(comment_id=comment.pk, moderator=moderator)
    announce.func(comment.pk)

    assert told(comment) == {discussion.author.email: Subject.REPLY}
    assert late.email not in told(comment)


def test_an_edit_tells_those_whom_it_names(discussion, writer, member):
    comment = say(discussion, writer)
    late = follow(UserFactory(), discussion)

    edit_comment(comment_id=comment.pk, editor=writer, text="Ask @Genti B.")

    assert told(comment)[member.email] == Subject.MENTION
    assert late.email not in told(comment)


def test_many_followers_are_told_part_by_part(discussion, writer, monkeypatch):
    monkeypatch.setattr(recipients, "AT_A_TIME", 3)
    monkeypatch.setattr(notifying, "AT_A_TIME", 3)
    followers = [follow(UserFactory(), discussion) for _number in range(8)]

    comment = say(discussion, writer)

    assert {person.email for person in followers} <= set(told(comment))
    assert Announcement.objects.get(comment=comment).done_at is not None


def test_who_was_stopped_half_way_is_followed_by_another(discussion, writer, monkeypatch):
    monkeypatch.setattr(recipients, "AT_A_TIME", 3)
    monkeypatch.setattr(notifying, "AT_A_TIME", 3)
    followers = [follow(UserFactory(), discussion) for _number in range(8)]
    comment = CommentFactory(content_object=discussion, user=writer)
    Announcement.objects.create(comment=comment)
    assert notifying._announce_part(comment.pk)  # The worker is killed after this.
    assert len(told(comment)) == 4

    finish_announcements()
    announce.func(comment.pk)

    assert len(told(comment)) == len(followers) + 1
    assert Notification.objects.filter(comment=comment).count() == len(followers) + 1


def test_what_nobody_can_read_now_is_told_when_it_can_be_read(discussion, writer):
    comment = CommentFactory(content_object=discussion, user=writer)
    Announcement.objects.create(comment=comment)
    change(comment, State.HIDDEN)
    finish_announcements()
    assert told(comment) == {}

    change(comment, State.PUBLIC)
    finish_announcements()

    assert told(comment) == {discussion.author.email: Subject.REPLY}


@pytest.mark.parametrize(
    ("delivery", "mail"), [(Delivery.NOW, "queued"), (Delivery.DIGEST, "digest"), ("none", "")]
)
def test_the_way_is_the_one_that_the_member_has_chosen(discussion, writer, delivery, mail):
    NotificationChoice.objects.create(
        member=discussion.author, subject=Subject.REPLY, delivery=delivery
    )

    comment = say(discussion, writer)

    assert Notification.objects.get(comment=comment).mail == mail


def test_the_author_is_told_of_a_decision(discussion):
    comment = CommentFactory(content_object=discussion, held=True)

    approve_comment(comment_id=comment.pk, moderator=ModeratorFactory())
    decision = ModerationDecision.objects.get()
    note_decision(decision)
    note_decision(decision)

    notification = Notification.objects.get(decision=decision)
    assert (notification.recipient, notification.subject) == (comment.user, Subject.MODERATION)
    assert notification.mail == Notification.Mail.QUEUED


@pytest.mark.parametrize("action", ["hidden", "warned", "suspended", "banned", "appeal-refused"])
def test_a_decision_with_a_mail_of_its_own_is_told_in_the_portal_alone(discussion, action):
    comment = CommentFactory(content_object=discussion)
    decision = ModerationDecision.objects.create(
        comment=comment, action=action, moderator=ModeratorFactory()
    )

    note_decision(decision)

    assert Notification.objects.get().mail == Notification.Mail.NONE


def test_the_member_a_sanction_is_about_is_told(member):
    decision = ModerationDecision.objects.create(member=member, action="lifted")

    note_decision(decision)

    assert Notification.objects.get().recipient == member


def test_who_opened_a_discussion_is_told_that_it_is_closed(discussion):
    CommentFactory(content_object=discussion)
    decision = ModerationDecision.objects.create(
        conversation=discussion.opening.conversation, action="closed"
    )

    note_decision(decision)

    assert Notification.objects.get().recipient == discussion.author


@pytest.mark.parametrize("action", ["upheld", "dismissed", "not-official"])
def test_nobody_is_told_what_is_the_moderators_own_affair(discussion, action):
    comment = CommentFactory(content_object=discussion)

    note_decision(ModerationDecision.objects.create(comment=comment, action=action))

    assert not Notification.objects.exists()


def test_moderators_are_not_told_what_they_decided_themselves():
    moderator = ModeratorFactory()
    decision = ModerationDecision.objects.create(
        member=moderator, moderator=moderator, action="lifted"
    )

    note_decision(decision)

    assert not Notification.objects.exists()


def test_choices_about_others_are_kept_apart(discussion, writer):
    person = follow(UserFactory(), writer)

    assert MemberChoice.objects.get().member == person
    assert not ConversationChoice.objects.exists()
