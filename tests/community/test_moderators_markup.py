"""No words about a comment run anything: neither in the admin nor in mails nor on own pages."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from community.models import (
    CannedReply,
    Discussion,
    HiddenFor,
    ModerationDecision,
    User,
)
from community.moderation_mails import tell_answered, tell_hidden, tell_sanctioned
from site_config.models import OutboxMail
from tests.community.test_comment_markup import PAYLOADS, SOME, parse, storable
from tests.factories.community import (
    AppealFactory,
    CommentFactory,
    ModeratorFactory,
    ReportFactory,
    SanctionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

RUNS = ("<script>alert", "<img src=x", "<svg", "<iframe")


@pytest.fixture
def moderator(client: Client) -> User:
    """A community moderator who is signed in."""
    person = ModeratorFactory()
    UserProfile.objects.create(user=person, preferred_language="en")
    client.force_login(person)
    return person


def check(html: str, where: str, empty: set[tuple[str, str]]) -> None:
    """Fail where a page has more handlers or addresses of code than the same page without words.

    Args:
        html: the page with the payloads.
        where: what it is called in a failure.
        empty: the attributes of the same page without any.
    """
    markup = parse(html)
    assert not {"object", "base", "math"} & markup.tags, where
    for name, value in set(markup.attributes) - empty:
        assert not name.startswith("on"), (where, name, value)
        address = name in {"href", "src", "action", "formaction"}
        code = ("javascript:", "vbscript:", "data:")
        assert not (address and value.strip().lower().startswith(code)), (where, value)


def attributes(client: Client, url: str) -> set[tuple[str, str]]:
    return set(parse(client.get(url).content.decode()).attributes)


@pytest.mark.parametrize("start", range(0, len(PAYLOADS), 34))
def test_the_admin_runs_no_words_of_reports_decisions_appeals_or_ready_replies(
    client, moderator, member, discussion: Discussion, start
):
    comment = CommentFactory(content_object=discussion, user=member)
    inspect = reverse("community_comment_modeladmin_inspect", args=[comment.pk])
    desk = reverse("community_member_desk", args=[member.pk])
    appeals = reverse("community_appeals")
    empty = {url: attributes(client, url) for url in (inspect, desk, appeals)}
    for payload in storable(PAYLOADS[start : start + 34]):
        ReportFactory(comment=comment, words=payload)
        SanctionFactory(member=member, words=payload)
        CannedReply.objects.create(title=payload[:80], words=payload)
        decision = ModerationDecision.objects.create(
            comment=comment, action="hidden", reason=HiddenFor.SPAM, words=payload
        )
        appeal = AppealFactory(decision=decision, author=member, words=payload)

    for url, before in empty.items():
        check(client.get(url).content.decode(), url, before)
    page = client.get(reverse("community_appeal", args=[appeal.pk])).content.decode()
    check(page, "appeal", set())
    assert "&lt;" in page or "<" not in payload


def test_mails_and_own_pages_run_no_words_either(client, member, site):
    client.force_login(member)
    comment = CommentFactory(user=member)
    for payload in storable(PAYLOADS):
        decision = ModerationDecision.objects.create(
            comment=comment, action="hidden", reason=HiddenFor.HATE, words=payload
        )
        comment.comment = payload
        tell_hidden(comment, decision)
        if payload not in SOME:
            continue
        appeal = AppealFactory(
            decision=decision, author=member, words=payload, answer=payload, outcome="refused"
        )
        tell_answered(appeal)
        tell_sanctioned(SanctionFactory(member=member, words=payload, decision=decision))
        page = client.get(f"/en/community/me/decisions/{decision.pk}/").content.decode()
        check(page, payload, set())

    mails = OutboxMail.objects.all()
    assert len(mails) > len(PAYLOADS)
    for mail in mails:
        check(mail.html, mail.subject, set())
        assert not any(code in mail.html for code in RUNS), mail.html
