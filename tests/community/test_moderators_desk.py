"""The moderators' pages in the admin besides the queue: appeals, and what a comment’s page does."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from articles.models import ArticlePage
from community.comment_queue import NEW_FOR
from community.models import (
    Appeal,
    CannedReply,
    Comment,
    Conversation,
    Discussion,
    HiddenFor,
    ModerationDecision,
    Report,
    State,
    User,
)
from community.services.moderating import hide_comment
from tests.community.comment_steps import address
from tests.factories.community import (
    AppealFactory,
    CommentFactory,
    DiscussionFactory,
    ModeratorFactory,
    ReportFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

INDEX = reverse("community_comment_modeladmin_index")
APPEALS = reverse("community_appeals")
TOGETHER = reverse("community_together")
HOME = reverse("wagtailadmin_home")
OTHERS = ["Editors", "Partners", "Emergency publishers"]
EVIL = '<script>alert("x")</script>'


def sign_in(client: Client, role: str = "Community moderators") -> User:
    """Sign somebody in who has this role and reads English."""
    person = ModeratorFactory(role=role)
    UserProfile.objects.create(user=person, preferred_language="en")
    client.force_login(person)
    return person


@pytest.fixture
def moderator(client: Client) -> User:
    """A community moderator who is signed in."""
    return sign_in(client)


@pytest.fixture
def appeal(member: User, discussion: Discussion) -> Appeal:
    """An appeal against a decision of somebody who isn't signed in."""
    comment = CommentFactory(content_object=discussion, user=member, comment="A *good* joke.")
    decision = hide_comment(
        comment_id=comment.pk, moderator=ModeratorFactory(), reason=HiddenFor.INSULT, words=EVIL
    )
    return AppealFactory(decision=decision, author=member, words=f"A joke. {EVIL}")


def page_of(comment: Comment) -> str:
    return reverse("community_comment_modeladmin_inspect", args=[comment.pk])


def page_of_appeal(appeal: Appeal) -> str:
    return reverse("community_appeal", args=[appeal.pk])


def page_of_member(member: User) -> str:
    return reverse("community_member_desk", args=[member.pk])


def shown(client: Client, url: str, **query: str) -> str:
    answer = client.get(url, query)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def told(client: Client, url: str, **data: object) -> str:
    return client.post(url, data, follow=True).content.decode()


@pytest.mark.parametrize("role", OTHERS)
def test_other_staff_are_kept_out_of_all_of_them(client, appeal, member, role):
    sign_in(client, role)

    for url in (APPEALS, page_of_appeal(appeal), page_of_member(member), TOGETHER):
        for answer in (client.get(url), client.post(url, {"decision": "grant", "words": "x"})):
            assert answer.status_code in {302, 405}
            assert answer.get("Location", HOME) == HOME
    appeal.refresh_from_db()
    assert appeal.outcome == Appeal.Outcome.OPEN
    assert "appeal waits" not in shown(client, HOME)


def test_an_appeal_is_granted_on_its_page(client, moderator, appeal):
    page = shown(client, page_of_appeal(appeal))
    answer = told(client, page_of_appeal(appeal), decision="grant", words="We were wrong.")

    appeal.refresh_from_db()
    assert appeal.outcome == Appeal.Outcome.GRANTED
    assert (appeal.settled_by, appeal.answer) == (moderator, "We were wrong.")
    assert Comment.objects.get(pk=appeal.decision.comment_id).state == State.PUBLIC
    assert "is answered" in answer
    for words in ("A joke. &lt;script&gt;", "<em>good</em>", "Insults somebody", "Earlier dec"):
        assert words in page
    assert EVIL not in page


def test_an_appeal_is_refused_with_a_ready_reply(client, moderator, appeal):
    ready = CannedReply.objects.create(title="It stays", words="It was no joke.", language="en")

    told(client, page_of_appeal(appeal), decision="refuse", ready=ready.pk, words="")

    appeal.refresh_from_db()
    assert (appeal.outcome, appeal.answer) == (Appeal.Outcome.REFUSED, "It was no joke.")


@pytest.mark.parametrize("data", [{}, {"decision": "grant"}, {"decision": "x", "words": "x"}])
def test_an_answer_without_words_or_choice_settles_nothing(client, moderator, appeal, data):
    answer = client.post(page_of_appeal(appeal), data)

    assert answer.status_code == 200
    appeal.refresh_from_db()
    assert appeal.outcome == Appeal.Outcome.OPEN


def test_who_has_decided_sees_the_appeal_among_those_of_colleagues(client, moderator):
    comment = CommentFactory()
    decision = hide_comment(comment_id=comment.pk, moderator=moderator, reason=HiddenFor.SPAM)
    own = AppealFactory(decision=decision, words="Not fair.")

    listing, page = shown(client, APPEALS), shown(client, page_of_appeal(own))
    answer = told(client, page_of_appeal(own), decision="refuse", words="No.")

    assert "Not fair." not in listing
    assert "a colleague answers it" in listing
    assert 'value="grant"' not in page
    assert "against your decision" in answer
    assert "appeal waits for you" not in shown(client, HOME)


def test_appeals_are_counted_in_the_menu_and_on_the_first_page(client, moderator, appeal):
    ReportFactory(made_at=timezone.now() - timedelta(hours=25))

    page = shown(client, HOME)

    assert "1 appeal waits for you" in page
    assert "Appeals (1)" in page
    assert "1 report is open for longer than a day" in page


def test_an_appeal_of_a_guest_and_one_of_somebody_who_left_are_shown(client, moderator):
    guest = CommentFactory(guest=True)
    decision = hide_comment(
        comment_id=guest.pk, moderator=ModeratorFactory(), reason=HiddenFor.SPAM
    )
    gone = ModerationDecision.objects.create(action="warned", reason=HiddenFor.HATE)
    appeals = [AppealFactory(decision=decision), AppealFactory(decision=gone)]

    listing = shown(client, APPEALS)

    assert "Ana" in listing
    assert "Former member" in listing
    for appeal in appeals:
        assert "Your answer" in shown(client, page_of_appeal(appeal))


def test_the_desk_asks_the_database_no_more_when_it_grows(
    client, moderator, member, django_assert_max_num_queries
):
    for _number in range(12):
        comment = CommentFactory(user=member)
        decision = hide_comment(
            comment_id=comment.pk, moderator=ModeratorFactory(), reason=HiddenFor.SPAM
        )
        AppealFactory(decision=decision, author=member)
    for url in (APPEALS, page_of_member(member)):
        client.get(url)
        with django_assert_max_num_queries(40):
            shown(client, url)


def test_the_queue_shows_what_is_new_or_appealed_against(client, moderator, appeal):
    CommentFactory(comment="A fresh one.")
    CommentFactory(comment="An old one.", submit_date=timezone.now() - NEW_FOR - timedelta(1))

    new, appealed = shown(client, INDEX, part="new"), shown(client, INDEX, part="appeals")

    assert ("A fresh one." in new, "An old one." in new, "joke" in new) == (True, False, False)
    assert ("joke" in appealed, "A fresh one." in appealed) == (True, False)


def test_the_queue_is_narrowed_to_one_author_or_one_page(client, moderator, member, discussion):
    CommentFactory(content_object=discussion, comment="Here.")
    CommentFactory(user=member, comment="Theirs.")
    place = Conversation.objects.about(discussion).pk

    here = shown(client, INDEX, part="all", place=place)
    theirs = shown(client, INDEX, part="all", member=member.pk)

    assert ("Here." in here, "Theirs." in here) == (True, False)
    assert ("Here." in theirs, "Theirs." in theirs) == (False, True)
    for nonsense in ("x", "٣", "9" * 30, "-1"):
        assert client.get(INDEX, {"member": nonsense, "place": nonsense}).status_code == 200


def test_a_discussion_is_decided_by_its_opening(client, moderator):
    discussion = DiscussionFactory(title="A square for all")
    opening = discussion.opening

    row = shown(client, INDEX, part="new")
    page = shown(client, page_of(opening))
    client.post(page_of(opening), {"decision": "hide", "reason": "off-topic"})

    discussion.refresh_from_db()
    assert "A square for all: " in row
    assert "The discussion “A square for all”" in page
    assert not discussion.is_visible


def test_a_conversation_is_closed_and_the_thread_moved_from_a_comments_page(
    client, moderator, discussion, article: ArticlePage
):
    comment = CommentFactory(content_object=discussion)
    elsewhere = DiscussionFactory()

    closed = told(client, page_of(comment), decision="close")
    is_closed = Conversation.objects.about(discussion).is_closed
    told(client, page_of(comment), decision="open")
    nowhere = told(client, page_of(comment), decision="move", address="https://elsewhere.org/x")
    told(client, page_of(comment), decision="move", address=f"https://x.al{address(elsewhere)}")
    comment.refresh_from_db()
    in_discussion = comment.content_object
    told(client, page_of(comment), decision="move", address=article.full_url)

    comment.refresh_from_db()
    assert (is_closed, Conversation.objects.about(discussion).is_closed) == (True, False)
    assert "The conversation is closed." in closed
    assert "no page or discussion" in nowhere
    assert in_discussion == elsewhere
    assert comment.conversation == Conversation.objects.about(article)


def test_a_decision_is_taken_back_from_the_log_of_the_comment(client, moderator, discussion):
    report = ReportFactory(comment=CommentFactory(content_object=discussion))
    client.post(page_of(report.comment), {"decision": "dismiss"})
    decision = ModerationDecision.objects.get()

    page = shown(client, page_of(report.comment))
    undone = told(client, page_of(report.comment), decision="take_back", number=decision.pk)
    again = told(client, page_of(report.comment), decision="take_back", number=decision.pk)

    report.refresh_from_db()
    assert 'value="take_back"' in page
    assert "The decision is taken back." in undone
    assert "can’t be taken back" in again
    assert report.outcome == Report.Outcome.OPEN


def test_a_comment_of_a_colleague_is_marked_as_the_answer_of_the_city(client, moderator):
    comment = CommentFactory(user=ModeratorFactory(role="Editors"))
    members = CommentFactory()

    page, other = shown(client, page_of(comment)), shown(client, page_of(members))
    told(client, page_of(comment), decision="official")

    comment.refresh_from_db()
    assert ('value="official"' in page, 'value="official"' in other) == (True, False)
    assert comment.is_official


def test_ready_replies_are_offered_in_the_authors_language_first(client, moderator):
    CannedReply.objects.create(title="No ads", words="No <b>ads</b>.", language="en")
    CannedReply.objects.create(title="Pa reklama", words="Pa reklama.", language="sq")
    comment = CommentFactory(user=UserFactory(language="sq"))

    page = shown(client, page_of(comment))
    ready = CannedReply.objects.get(language="sq")
    client.post(page_of(comment), {"decision": "hide", "reason": "spam", "ready": ready.pk})

    assert page.index("Pa reklama") < page.index("No ads")
    assert 'data-words="No &lt;b&gt;ads&lt;/b&gt;."' in page
    assert ModerationDecision.objects.get().words == "Pa reklama."


@pytest.mark.parametrize("role", ["Community moderators", "Moderators", "Administrators"])
def test_moderators_write_ready_replies(client, role):
    sign_in(client, role)

    url = reverse("wagtailsnippets_community_cannedreply:add")
    data = {"title": "No ads", "words": "No ads.", "language": "en", "reason": "spam"}

    assert client.post(url, data).status_code == 302
    assert CannedReply.objects.get().reason == HiddenFor.SPAM
