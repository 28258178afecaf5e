"""What members are told stands in the portal, as far as they can still read it."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from community.models import (
    Choice,
    Comment,
    ConversationChoice,
    Delivery,
    MemberChoice,
    ModerationDecision,
    Notification,
    NotificationChoice,
    State,
    Subject,
    User,
)
from community.notices import DECISIONS, count_unread
from community.services.notifying import note_decision
from tests.community.comment_steps import change, read
from tests.factories.community import CommentFactory, DiscussionFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]

LIST = "/en/community/me/notifications/"
CHOICES = f"{LIST}choices/"


def tell(member: User, comment: Comment | None = None, **fields: object) -> Notification:
    ana = User.objects.called("Ana K.").first() or UserFactory(display_name="Ana K.")
    comment = comment or CommentFactory(user=ana)
    fields = {"subject": Subject.REPLY} | fields
    return Notification.objects.create(recipient=member, comment=comment, **fields)


@pytest.fixture
def reader(client: Client, member: User) -> Client:
    client.force_login(member)
    return client


def test_the_list_says_who_did_what_where_and_leads_there(reader, member):
    comment = CommentFactory(
        user=UserFactory(display_name="Ana K."),
        comment="The *north* side.",
        content_object__title="A",
    )
    tell(member, comment)

    html = read(reader, LIST)

    assert "Ana K. commented on your discussion “A”" in html
    assert "The north side." in html
    assert f'href="/en/community/comments/{comment.pk}/"' in html


@pytest.mark.parametrize(
    ("subject", "sentence"),
    [
        (Subject.MENTION, "Ana K. named you in “"),
        (Subject.CONVERSATION, "Ana K. commented on “"),
        (Subject.MEMBER, "Ana K., whom you follow, commented on “"),
    ],
)
def test_each_reason_has_words_of_its_own(reader, member, subject, sentence):
    tell(member, subject=subject)

    assert sentence in read(reader, LIST)


def test_a_reply_and_a_new_discussion_have_words_of_their_own(reader, member):
    parent = CommentFactory(user=member)
    tell(member, CommentFactory(parent=parent, content_object=parent.content_object))
    tell(member, DiscussionFactory().opening, subject=Subject.MEMBER)

    html = read(reader, LIST)

    assert " replied to you in “" in html
    assert ", whom you follow, started the discussion “" in html


@pytest.mark.parametrize("action", ["approved", "hidden", "restored", "official", "moved"])
def test_a_decision_is_told_with_a_way_to_what_it_is_about(reader, member, action):
    comment = CommentFactory(user=member)
    decision = ModerationDecision.objects.create(comment=comment, action=action)
    tell(member, comment, decision=decision, subject=Subject.MODERATION)

    html = read(reader, LIST)

    own = "decisions" if action == "hidden" else "own"
    assert ("me/decisions/" in html) is (own == "decisions")
    assert (f"comments/{comment.pk}/own/" in html) is (own == "own")


@pytest.mark.parametrize("action", ["warned", "suspended", "banned", "lifted"])
def test_a_decision_about_the_member_alone_is_listed_and_counted(reader, member, action):
    decision = ModerationDecision.objects.create(member=member, action=action)

    note_decision(decision)

    assert count_unread(member) == 1
    assert str(DECISIONS[action]) in read(reader, LIST)


def test_a_closed_discussion_is_told_with_a_way_to_it(reader, member):
    discussion = DiscussionFactory(author=member)
    decision = ModerationDecision.objects.create(
        conversation=discussion.opening.conversation, action="closed"
    )

    note_decision(decision)

    html = read(reader, LIST)
    assert "closed your discussion" in html
    assert f'href="/en/community/discussions/{discussion.pk}-{discussion.slug}/"' in html


def test_looking_marks_nothing_and_the_buttons_do(reader, member):
    first, second = tell(member), tell(member)
    read(reader, LIST)
    assert count_unread(member) == 2

    reader.post(f"{LIST}{first.pk}/read/")
    assert list(Notification.objects.unread()) == [second]

    response = reader.post(f"{LIST}read/")
    assert response.headers["Location"] == LIST
    assert count_unread(member) == 0


def test_a_script_is_answered_without_a_page(reader, member):
    response = reader.post(f"{LIST}{tell(member).pk}/read/", headers={"X-Requested-With": "fetch"})

    assert (response.status_code, response.content) == (204, b"")


def test_nobody_reads_or_marks_what_others_are_told(reader, member):
    other = tell(UserFactory())

    reader.post(f"{LIST}{other.pk}/read/")
    reader.post(f"{LIST}read/")

    assert Notification.objects.unread().count() == 1
    assert "Ana K." not in read(reader, LIST)


@pytest.mark.parametrize("state", [State.HIDDEN, State.HELD, State.DELETED, State.ERASED])
def test_what_can_no_longer_be_read_is_neither_listed_nor_counted(reader, member, state):
    notification = tell(member)

    change(notification.comment, state)

    assert count_unread(member) == 0
    assert "Ana K." not in read(reader, LIST)


def test_a_reply_below_a_hidden_comment_is_neither_listed_nor_counted(reader, member):
    parent = CommentFactory()
    tell(member, CommentFactory(parent=parent, content_object=parent.content_object))

    change(parent, State.HIDDEN)

    assert count_unread(member) == 0


@pytest.mark.parametrize("closed", ["draft", "restricted", "discussion"])
def test_a_page_that_closes_takes_its_notifications_with_it(member, article, closed):
    discussion = DiscussionFactory()
    tell(member, CommentFactory(content_object=discussion if closed == "discussion" else article))
    assert count_unread(member) == 1

    if closed == "draft":
        article.unpublish()
    elif closed == "restricted":
        PageViewRestriction.objects.create(page=article, restriction_type="groups")
    else:
        discussion.state = "hidden"
        discussion.save()

    assert count_unread(member) == 0


def test_who_may_read_a_restricted_page_is_still_told_of_it(member, article: ArticlePage):
    tell(member, CommentFactory(content_object=article))
    PageViewRestriction.objects.create(page=article, restriction_type="login")

    assert count_unread(member) == 1


def test_the_menu_counts_what_is_unread(reader, member):
    tell(member)
    tell(member, read_at="2014-04-22T10:00Z")

    response = reader.get("/en/community/me/menu/")

    assert "(1 unread)" in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]


def test_more_than_ninety_nine_are_not_counted(reader, member):
    discussion = DiscussionFactory()
    for _number in range(101):
        tell(member, CommentFactory(content_object=discussion, user=member))

    assert "99+" in reader.get("/en/community/me/menu/").content.decode()


def test_the_profile_counts_without_a_script(reader, member):
    tell(member)

    assert "1 unread notification" in read(reader, "/en/community/me/")


def test_a_longer_list_costs_no_more_questions(reader, member, django_assert_num_queries):
    def fill(count: int) -> None:
        for _number in range(count):
            tell(member)

    fill(2)
    read(reader, LIST)
    with django_assert_num_queries(22, exact=False) as few:
        read(reader, LIST)
    fill(15)

    with django_assert_num_queries(len(few.captured_queries)):
        read(reader, LIST)


def test_a_member_chooses_how_they_hear_of_each_subject(reader, member):
    wanted = dict.fromkeys(Subject.values, Delivery.DIGEST) | {"mention": Delivery.NONE}

    reader.post(CHOICES, wanted)

    stored = NotificationChoice.objects.filter(member=member).values_list("subject", "delivery")
    assert dict(stored) == wanted
    assert read(reader, CHOICES).count("checked") == len(Subject)


def test_nonsense_is_refused_and_changes_nothing(reader, member):
    response = reader.post(CHOICES, {"reply": "by pigeon", "mention": "now"})

    assert response.status_code == 200
    assert "aria-" in response.content.decode()
    assert not NotificationChoice.objects.exists()


def test_what_waits_for_a_digest_that_is_no_longer_wanted_waits_no_more(reader, member):
    notification = tell(member, mail=Notification.Mail.DIGEST)

    reader.post(CHOICES, dict.fromkeys(Subject.values, Delivery.NONE))

    notification.refresh_from_db()
    assert notification.mail == Notification.Mail.NONE


def test_what_is_followed_and_muted_is_listed_with_a_button_to_end_it(reader, member, discussion):
    conversation = CommentFactory(content_object=discussion).conversation
    ConversationChoice.objects.create(
        member=member, conversation=conversation, choice=Choice.FOLLOW
    )
    muted = UserFactory(display_name="Drita")
    MemberChoice.objects.create(member=member, other=muted, choice=Choice.MUTE)

    html = read(reader, CHOICES)
    assert discussion.title in html
    assert "Drita" in html
    reader.post(f"/en/community/on/discussion/{discussion.pk}/follow/", {"choice": ""})
    reader.post(f"/en/community/members/{muted.pk}/follow/", {"choice": ""})

    assert not ConversationChoice.objects.exists()
    assert not MemberChoice.objects.exists()


def test_a_followed_page_that_is_closed_shows_no_title(reader, member, article):
    conversation = CommentFactory(content_object=article).conversation
    ConversationChoice.objects.create(
        member=member, conversation=conversation, choice=Choice.FOLLOW
    )
    PageViewRestriction.objects.create(page=article, restriction_type="groups")

    assert article.title not in read(reader, CHOICES)


@pytest.mark.parametrize("choice", ["follow", "mute", ""])
def test_the_page_and_the_script_learn_the_present_choice(reader, discussion, choice):
    url = f"/en/community/on/discussion/{discussion.pk}/follow/"
    reader.post(url, {"choice": choice})

    answer = reader.get(url, headers={"X-Requested-With": "fetch"})

    assert answer.json() == {"choice": choice}
    assert ("You follow it now." in read(reader, url)) is (choice == "follow")
    assert ("You have muted it now." in read(reader, url)) is (choice == "mute")


def test_pages_of_strangers_hold_no_token_and_open_no_session(client, discussion):
    response = client.get(f"/en/community/members/{discussion.author_id}/")

    assert not response.cookies
    assert b"csrf" not in response.content
    assert b"Follow or mute this member" in response.content
