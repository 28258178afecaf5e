"""The moderators' pages about one member, and about several comments at once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from community.desk.bulk import AT_MOST
from community.models import (
    Appeal,
    Comment,
    Discussion,
    HiddenFor,
    ModerationDecision,
    Notification,
    Sanction,
    State,
    User,
)
from community.services.moderating import hide_comment
from community.services.taking_back import can_be_taken_back
from site_config.models import OutboxMail
from tests.factories.community import (
    AppealFactory,
    CommentFactory,
    ModeratorFactory,
    ReportFactory,
    SanctionFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

INDEX = reverse("community_comment_modeladmin_index")
TOGETHER = reverse("community_together")
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


def page_of_member(member: User) -> str:
    return reverse("community_member_desk", args=[member.pk])


def shown(client: Client, url: str, **query: str) -> str:
    answer = client.get(url, query)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def told(client: Client, url: str, **data: object) -> str:
    return client.post(url, data, follow=True).content.decode()


def test_a_member_is_suspended_until_the_end_of_a_day(client, moderator, member):
    day = timezone.localdate() + timedelta(days=7)
    own = CommentFactory(user=member)

    answer = told(
        client,
        page_of_member(member),
        kind="suspension",
        until=str(day),
        reason="insult",
        words="A week.",
        comment=own.pk,
    )

    sanction = Sanction.objects.get()
    assert timezone.localtime(sanction.until).date() == day
    assert (sanction.member, sanction.decision.comment) == (member, own)
    assert "told why" in answer
    assert "A week." in answer
    assert OutboxMail.objects.get().to == member.email


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"kind": "ban"},
        {"kind": "eternity", "reason": "spam"},
        {"kind": "suspension", "reason": "spam"},
        {"kind": "suspension", "reason": "spam", "until": "1999-01-01"},
        {"kind": "suspension", "reason": "spam", "until": "never"},
        {"decision": "lift", "number": "x"},
        {"decision": "lift", "number": "9" * 18},
        {"decision": "take_back", "number": "٣"},
        {"decision": "take_back", "number": "9" * 30},
    ],
    ids=str,
)
def test_nonsense_does_nothing_to_a_member(client, moderator, member, data):
    assert client.post(page_of_member(member), data).status_code == 200

    assert not Sanction.objects.exists()


def test_a_measure_is_lifted_and_a_decision_taken_back_on_the_members_page(
    client, moderator, member
):
    told(client, page_of_member(member), kind="ban", reason="hate")
    told(client, page_of_member(member), kind="warning", reason="hate")
    ban, warning = (Sanction.objects.get(kind=kind) for kind in ("ban", "warning"))

    lifted = told(client, page_of_member(member), decision="lift", number=ban.pk)
    undone = told(client, page_of_member(member), decision="take_back", number=warning.decision.pk)

    assert "The measure is lifted." in lifted
    assert "The decision is taken back." in undone
    assert not Sanction.objects.filter(lifted_at__isnull=True).exists()


def test_decisions_about_others_are_not_taken_back_on_a_members_page(client, moderator, member):
    ban = SanctionFactory()
    elsewhere = CommentFactory()
    decision = hide_comment(
        comment_id=elsewhere.pk, moderator=ModeratorFactory(), reason=HiddenFor.SPAM
    )

    told(client, page_of_member(member), decision="lift", number=ban.pk)
    told(client, page_of_member(member), decision="take_back", number=decision.pk)

    ban.refresh_from_db()
    assert ban.lifted_at is None
    assert not decision.taken_back_by.exists()


def test_colleagues_and_oneself_are_shown_without_a_form(client, moderator):
    for person in (ModeratorFactory(), moderator):
        page = shown(client, page_of_member(person))
        assert 'name="kind"' not in page
        assert "Do it, and tell the member" not in page


def test_a_members_page_tells_their_history_and_no_address(client, moderator, member, appeal):
    ReportFactory(comment=Comment.objects.filter(user=member).first(), outcome="upheld")
    SanctionFactory(member=member, words=EVIL)

    page = shown(client, page_of_member(member))

    for words in ("<dt>Hidden</dt><dd>1</dd>", "<dt>Upheld reports</dt><dd>1</dd>", "&lt;script"):
        assert words in page
    assert member.email not in page
    assert EVIL not in page


def test_chosen_comments_are_hidden_together_each_with_its_own_decision(client, moderator):
    spam = [CommentFactory(held=True, comment=f"Buy {EVIL}") for _number in range(2)]
    own = CommentFactory(user=moderator, held=True)
    numbers = [comment.pk for comment in (*spam, own)]

    question = shown(client, TOGETHER, decision="hide", chosen=numbers)
    untouched = ModerationDecision.objects.exists()
    answer = client.post(TOGETHER, {"decision": "hide", "chosen": numbers}).content.decode()

    assert untouched is False
    assert question.count("Buy &lt;script&gt;") == 2
    assert "a colleague has to decide" in answer
    assert answer.count("<b>Hidden</b>") == 2
    logged = ModerationDecision.objects.filter(action="hidden", reason=HiddenFor.SPAM)
    assert {row.comment_id for row in logged} == {comment.pk for comment in spam}
    own.refresh_from_db()
    assert own.state == State.HELD


def test_chosen_comments_are_approved_together_and_a_second_click_does_no_harm(client, moderator):
    held = CommentFactory(held=True)
    data = {"decision": "approve", "chosen": [held.pk, held.pk, "x", "0", "99999999999"]}

    client.post(TOGETHER, data)
    again = client.post(TOGETHER, data).content.decode()

    held.refresh_from_db()
    assert held.state == State.PUBLIC
    assert "It was so already." in again
    assert ModerationDecision.objects.count() == 1


def test_more_than_fifty_are_too_many_at_once(client, moderator):
    comments = CommentFactory.create_batch(AT_MOST + 1, held=True)
    numbers = [comment.pk for comment in comments]

    page = shown(client, TOGETHER, decision="approve", chosen=numbers)
    client.post(TOGETHER, {"decision": "approve", "chosen": numbers})

    assert "1 more was chosen" in page
    assert Comment.objects.filter(state=State.HELD).count() == 1


@pytest.mark.parametrize("data", [{}, {"decision": "hide"}, {"decision": "x", "chosen": "1"}])
def test_nothing_chosen_leads_back_to_the_queue(client, moderator, data):
    for answer in (client.get(TOGETHER, data), client.post(TOGETHER, data)):
        assert answer["Location"] == INDEX


def test_a_name_and_a_text_that_insult_are_removed_and_the_member_is_told(client, moderator):
    member = UserFactory(display_name="An insult", about="Another insult")

    page = shown(client, page_of_member(member))
    told(client, page_of_member(member), decision="clear", **{"profile-reason": "insult"})

    member.refresh_from_db()
    assert "Another insult" in page
    assert (member.display_name, member.display_name_key, member.about) == ("", "", "")
    decision = ModerationDecision.objects.get()
    assert (decision.action, decision.reason) == ("profile-cleared", "insult")
    assert Notification.objects.get(decision=decision).recipient == member
    assert not can_be_taken_back(decision)


def test_nothing_is_removed_without_a_reason_or_from_a_colleague(client, moderator):
    member, colleague = UserFactory(display_name="Ana"), ModeratorFactory(display_name="Besa")

    client.post(page_of_member(member), {"decision": "clear", "profile-reason": ""})
    client.post(page_of_member(colleague), {"decision": "clear", "profile-reason": "insult"})

    assert set(
        User.objects.filter(pk__in=[member.pk, colleague.pk]).values_list("display_name", flat=True)
    ) == {"Ana", "Besa"}
