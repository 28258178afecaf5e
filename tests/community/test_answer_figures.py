"""The report on answers: what waits, and how soon others came."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from community.answer_figures import first_answers, late_reports, unanswered_discussions
from community.models import Comment, HiddenFor, Report
from community.services.moderating import hide_comment, restore_comment
from tests.community.comment_steps import address
from tests.factories.community import (
    CommentFactory,
    DiscussionFactory,
    ModeratorFactory,
    ReportFactory,
)
from tests.factories.site_config import TopicFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

URL = reverse("community_answers")


def sign_in(client: Client, role: str) -> None:
    person = ModeratorFactory(role=role)
    UserProfile.objects.create(user=person, preferred_language="en")
    client.force_login(person)


def hours_ago(hours: int) -> dict[str, object]:
    return {"opened_at": timezone.now() - timedelta(hours=hours)}


def test_discussions_without_a_reply_wait_the_oldest_first():
    young, old = DiscussionFactory(**hours_ago(1)), DiscussionFactory(**hours_ago(50))
    CommentFactory(content_object=DiscussionFactory())
    DiscussionFactory(hidden=True)

    assert unanswered_discussions(timezone.now()) == [(old, 2), (young, 0)]


def test_the_first_answer_is_by_somebody_else_and_readable(locales):
    topic = TopicFactory(name="Streets", locale=locales["en"])
    answered = DiscussionFactory(topic=topic, **hours_ago(10))
    DiscussionFactory(topic=topic, **hours_ago(10))
    at = answered.opened_at
    CommentFactory(
        content_object=answered, user=answered.author, submit_date=at + timedelta(hours=1)
    )
    CommentFactory(content_object=answered, held=True, submit_date=at + timedelta(hours=2))
    CommentFactory(content_object=answered, guest=True, submit_date=at + timedelta(hours=4))
    CommentFactory(content_object=answered, submit_date=at + timedelta(hours=6))

    by_topic, by_month = first_answers(timezone.now())

    assert [tuple(row) for row in by_topic] == [("Streets", 2, 1, 4.0)]
    assert sum(row.opened for row in by_month) == 2


def test_reports_are_late_after_a_day(discussion):
    comment = CommentFactory(content_object=discussion)
    late = ReportFactory(comment=comment, made_at=timezone.now() - timedelta(days=3, hours=1))
    ReportFactory(comment=comment)
    ReportFactory(
        comment=comment,
        outcome=Report.Outcome.DISMISSED,
        made_at=timezone.now() - timedelta(days=9),
    )

    (row,) = late_reports(timezone.now())

    assert (row.report, row.target, row.days) == (late, discussion, 3)


@pytest.mark.parametrize("role", ["Community moderators", "Moderators", "Administrators"])
def test_moderators_see_the_report_and_only_some_take_it_out(client, role):
    DiscussionFactory(title="=HYPERLINK(1)")
    sign_in(client, role)

    page = client.get(URL).content.decode()
    export = client.get(URL, {"export": "csv"})

    may = role == "Administrators"
    assert "=HYPERLINK(1)" in page
    assert ("?export=csv" in page) is may
    assert (export.status_code == 200) is may
    if may:
        assert "'=HYPERLINK(1)" in export.content.decode()


@pytest.mark.parametrize("role", ["Editors", "Partners"])
def test_other_staff_see_no_report(client, role):
    sign_in(client, role)

    assert client.get(URL).status_code == 302


def test_the_report_costs_the_same_when_there_is_more(client, django_assert_max_num_queries):
    sign_in(client, "Moderators")
    for _number in range(8):
        report = ReportFactory(made_at=timezone.now() - timedelta(days=2))
        assert report.comment.conversation_id
        DiscussionFactory()
    client.get(URL)

    with django_assert_max_num_queries(30):
        client.get(URL)


def test_a_hidden_discussion_tells_why_it_is_gone(client, discussion):
    opening, moderator = discussion.opening, ModeratorFactory()
    hide_comment(comment_id=opening.pk, moderator=moderator, reason=HiddenFor.HATE, words="Shh.")

    hidden = client.get(address(discussion))
    restore_comment(comment_id=opening.pk, moderator=moderator)

    page = hidden.content.decode()
    assert hidden.status_code == 410
    assert "Reason: Incites hatred" in page
    assert discussion.text not in page
    assert "Shh." not in page
    assert client.get(address(discussion)).status_code == 200


def test_a_discussion_that_was_never_public_is_not_found(client, discussion):
    opening = discussion.opening
    Comment.objects.filter(pk=opening.pk).update(state="held")
    hide_comment(comment_id=opening.pk, moderator=ModeratorFactory(), reason=HiddenFor.HATE)

    assert client.get(address(discussion)).status_code == 404
