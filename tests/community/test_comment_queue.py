"""The queue of comments in the admin, for those who decide about them."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from articles.models import ArticlePage
from community.comment_decisions import EMAIL_SHOWN
from community.models import (
    Comment,
    CommentVersion,
    Discussion,
    HeldFor,
    HiddenFor,
    ModerationDecision,
    Report,
    State,
    User,
)
from community.services.moderating import hide_comment
from tests.community.comment_steps import address
from tests.factories.community import (
    CommentFactory,
    ModeratorFactory,
    ReportFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

INDEX = reverse("community_comment_modeladmin_index")
HOME = reverse("wagtailadmin_home")
DECIDING = ["Community moderators", "Moderators", "Administrators"]
OTHERS = ["Editors", "Partners", "Emergency publishers"]


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
def held(discussion: Discussion) -> Comment:
    """A comment that waits."""
    return CommentFactory(content_object=discussion, held=True, comment="Rruga e Elbasanit.")


def page_of(comment: Comment) -> str:
    return reverse("community_comment_modeladmin_inspect", args=[comment.pk])


def shown(client: Client, url: str, **query: str) -> str:
    answer = client.get(url, query)
    assert answer.status_code == 200, answer
    return answer.content.decode()


@pytest.mark.parametrize("role", DECIDING)
def test_who_decides_about_comments_sees_the_queue_and_acts(client, held, role):
    sign_in(client, role)

    assert "Rruga e Elbasanit." in shown(client, INDEX)
    assert "Rruga e Elbasanit." in shown(client, page_of(held))
    assert client.post(page_of(held), {"decision": "approve"}).status_code == 302
    held.refresh_from_db()
    assert held.state == State.PUBLIC


@pytest.mark.parametrize("role", OTHERS)
def test_other_staff_see_nothing_and_change_nothing(client, held, role):
    sign_in(client, role)

    answers = [
        client.get(INDEX),
        client.get(page_of(held)),
        client.post(page_of(held), {"decision": "approve"}),
    ]

    assert [answer.status_code for answer in answers] == [302] * 3
    assert {answer["Location"] for answer in answers} == {HOME}
    held.refresh_from_db()
    assert held.state == State.HELD
    assert "wait for you" not in shown(client, HOME)


def test_members_and_visitors_are_kept_out(client, held):
    for person in (None, UserFactory()):
        if person:
            client.force_login(person)
        for answer in (client.get(INDEX), client.post(page_of(held), {"decision": "approve"})):
            assert answer.status_code in {302, 403}
    held.refresh_from_db()
    assert held.state == State.HELD


def test_a_decision_without_a_token_is_refused(held):
    client = Client(enforce_csrf_checks=True)
    sign_in(client)

    assert client.post(page_of(held), {"decision": "approve"}).status_code == 403


def test_a_row_tells_what_a_decision_needs(client, moderator, held, discussion):
    CommentFactory.create_batch(2, user=held.user)
    hidden = CommentFactory(user=held.user)
    hide_comment(comment_id=hidden.pk, moderator=moderator, reason=HiddenFor.SPAM)

    page = shown(client, INDEX)

    for words in (
        "Rruga e Elbasanit.",
        discussion.title,
        f'href="{page_of(held)}"',
        held.user.display_name,
        "2 public, 1 hidden",
        "Among the author&#x27;s first three",
    ):
        assert words in page
    assert discussion.slug in page


def test_words_are_shortened_and_escaped(client, moderator, discussion):
    CommentFactory(
        content_object=discussion, held=True, comment="<script>alert(1)</script> " + "tree " * 100
    )

    page = shown(client, INDEX)

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert page.count("tree ") < 60


def test_the_queue_is_parted_into_what_waits_is_reported_or_hidden(client, moderator, held):
    report = ReportFactory(comment=CommentFactory(comment="A reported one."))
    CommentFactory(comment="A public one.")
    hidden = CommentFactory(comment="A hidden one.")
    hide_comment(comment_id=hidden.pk, moderator=moderator, reason=HiddenFor.HATE)
    words = ["Rruga e Elbasanit.", "A reported one.", "A public one.", "A hidden one."]

    def parts(**query: str) -> list[bool]:
        page = shown(client, INDEX, **query)
        return [phrase in page for phrase in words]

    assert parts() == [True, True, False, False]
    assert parts(part="reported") == [False, True, False, False]
    assert parts(part="hidden") == [False, False, False, True]
    assert parts(part="all") == [True, True, True, True]
    assert parts(part="all", reason=report.reason) == [False, True, False, False]
    assert parts(part="all", reason=HiddenFor.HATE) == [False, False, False, True]
    assert parts(part="all", held=HeldFor.NEWCOMER) == [True, False, False, False]
    assert parts(part="all", held=HeldFor.LINKS) == [False] * 4
    Comment.objects.filter(pk=held.pk).update(language="sq")
    assert parts(language="sq") == [True, False, False, False]
    assert parts(q="reported") == [False, True, False, False]


def test_nobody_guesses_at_an_address_by_a_filter_of_their_own(client, moderator, held):
    for start in (held.user.email[:3], "zzz"):
        assert "Rruga e Elbasanit." in shown(client, INDEX, user__email__startswith=start)
    assert "Rruga e Elbasanit." not in shown(client, INDEX, q=held.user.email)


@pytest.mark.parametrize("number", [2, 12])
def test_the_queue_asks_the_database_no_more_when_it_grows(
    client, moderator, article, number, django_assert_max_num_queries
):
    for _number in range(number):
        CommentFactory(held=True)
        ReportFactory(comment=CommentFactory(content_object=article))
    client.get(INDEX)

    with django_assert_max_num_queries(30):
        page = shown(client, INDEX)

    assert page.count(article.title) >= number


def test_the_page_of_a_comment_shows_what_stands_around_it(client, moderator, discussion):
    parent = CommentFactory(content_object=discussion, comment="Which street?")
    comment = CommentFactory(content_object=discussion, parent=parent, comment="Mine, *now*.")
    CommentVersion.objects.create(
        comment=comment, text="Mine <b>first</b>.", replaced_at=comment.submit_date
    )
    ReportFactory(comment=comment, words="He calls me <i>names</i>.")
    ModerationDecision.objects.create(
        comment=comment,
        moderator=moderator,
        action=ModerationDecision.Action.RESTORED,
        state_before=State.HIDDEN,
    )

    page = shown(client, page_of(comment))

    for words in (
        "Which street?",
        "<em>now</em>",
        "Mine &lt;b&gt;first&lt;/b&gt;.",
        "Insults somebody",
        "He calls me &lt;i&gt;names&lt;/i&gt;.",
        "Shown again",
        moderator.display_name,
        address(discussion).removeprefix("/en"),
    ):
        assert words in page


def test_a_comment_is_hidden_with_a_reason_and_shown_again(client, moderator, held):
    client.post(page_of(held), {"decision": "approve"})

    hidden = client.post(
        page_of(held), {"decision": "hide", "reason": "spam", "words": "No advertising."}
    )
    held.refresh_from_db()
    state = held.state
    restored = client.post(page_of(held), {"decision": "restore"}, follow=True)

    held.refresh_from_db()
    assert (hidden["Location"], state, held.state) == (INDEX, State.HIDDEN, State.PUBLIC)
    assert "public again" in restored.content.decode()
    decision = ModerationDecision.objects.get(action=ModerationDecision.Action.HIDDEN)
    assert (decision.reason, decision.words) == (HiddenFor.SPAM, "No advertising.")
    assert decision.moderator == moderator


def test_hiding_without_a_reason_keeps_what_was_typed(client, moderator, held):
    answer = client.post(page_of(held), {"decision": "hide", "reason": "", "words": "Be kind."})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "choose a reason" in page
    assert "Be kind." in page
    held.refresh_from_db()
    assert held.state == State.HELD


@pytest.mark.parametrize("data", [{}, {"decision": "explode"}, {"decision": "show_email"}])
def test_no_decision_changes_nothing(client, moderator, held, data):
    answer = client.post(page_of(held), data)

    assert "Choose what to do" in answer.content.decode()
    assert held.user.email not in answer.content.decode()
    assert not ModerationDecision.objects.exists()


def test_a_report_without_a_reporter_is_not_ascribed_to_a_member(client, moderator):
    report = ReportFactory(reporter=None)

    assert "(A visitor, or a former member," in shown(client, page_of(report.comment))


def test_reports_are_dismissed(client, moderator):
    report = ReportFactory()

    client.post(page_of(report.comment), {"decision": "dismiss"})

    report.refresh_from_db()
    assert report.outcome == Report.Outcome.DISMISSED
    assert "He calls me names." in shown(client, page_of(report.comment))


def test_ones_own_comment_is_for_a_colleague(client, moderator, discussion):
    own = CommentFactory(content_object=discussion, user=moderator, held=True)

    page = shown(client, page_of(own))
    answer = client.post(page_of(own), {"decision": "approve"})

    assert "a colleague has to decide" in page
    assert 'value="approve"' not in page
    assert "a colleague has to decide" in answer.content.decode()
    own.refresh_from_db()
    assert own.state == State.HELD


def test_a_second_moderator_is_told_that_a_comment_has_changed(client, moderator, held):
    hide_comment(comment_id=held.pk, moderator=ModeratorFactory(), reason=HiddenFor.SPAM)

    page = client.post(page_of(held), {"decision": "approve"}).content.decode()

    assert "has changed in the meantime" in page
    assert 'value="restore"' in page


@pytest.mark.parametrize("role", DECIDING)
def test_an_address_is_shown_to_fewer_and_each_look_is_logged(client, held, role):
    person = sign_in(client, role)
    may = role != "Community moderators"

    before = shown(client, page_of(held))
    after = client.post(page_of(held), {"decision": "show_email"}).content.decode()

    assert ('value="show_email"' in before) is may
    assert held.user.email not in before
    assert (held.user.email in after) is may
    looks = ModelLogEntry.objects.filter(action=EMAIL_SHOWN, user=person)
    assert [entry.object_id for entry in looks] == ([str(held.pk)] if may else [])


def test_the_menu_and_the_first_page_count_what_waits(client, moderator, held):
    ReportFactory()
    CommentFactory(user=moderator, held=True)

    page = shown(client, HOME)

    assert "2 comments wait for you" in page
    assert "Comments (2)" in page


def test_where_nothing_waits_nothing_is_counted(client, moderator):
    page = shown(client, HOME)

    assert "Nothing waits for you" in page
    assert "Comments (" not in page
    assert "Comments" in page


def test_moderators_read_albanian(client, moderator, held):
    UserProfile.objects.filter(user=moderator).update(preferred_language="sq")

    assert "1 koment ju pret" in shown(client, HOME)
    listing, page = shown(client, INDEX), shown(client, page_of(held))
    for words in ("Në pritje", "Raportuar", "0 publike, 0 të fshehura"):
        assert words in listing
    for words in ("Vendimi juaj", "Zgjidhni një arsye", "Fyen dikë", "Gjendet te"):
        assert words in page


def test_a_comment_on_a_page_leads_there(client, moderator, article: ArticlePage):
    comment = CommentFactory(content_object=article, held=True)

    for url in (INDEX, page_of(comment)):
        assert f'href="{article.url}"' in shown(client, url)
