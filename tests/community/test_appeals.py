"""Appeals: once, within thirty days, and answered by somebody else."""

from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone

from community.errors import (
    EmptyTextError,
    NoAppealError,
    NotModeratorError,
    OwnAppealError,
    OwnDecisionError,
)
from community.models import (
    Appeal,
    Comment,
    Discussion,
    HiddenFor,
    ModerationDecision,
    Report,
    Sanction,
    State,
    User,
)
from community.moderation_mails import LINK_SALT, decision_address
from community.policy import can_comment
from community.services.appealing import make_appeal, settle_appeal
from community.services.moderating import hide_comment, restore_comment
from community.services.moderating_members import sanction_member
from site_config.models import OutboxMail
from tests.community.comment_steps import read
from tests.factories.community import (
    AppealFactory,
    CommentFactory,
    ModeratorFactory,
    ReportFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

Action = ModerationDecision.Action
WORDS = "It was <b>a joke</b>."


@pytest.fixture
def moderator() -> User:
    """The moderator who has decided."""
    return ModeratorFactory()


@pytest.fixture
def hidden(moderator: User, discussion: Discussion, member: User) -> ModerationDecision:
    """The decision that has hidden a comment with a reply."""
    comment = CommentFactory(content_object=discussion, user=member, comment="A *good* joke.")
    CommentFactory(content_object=discussion, parent=comment)
    return hide_comment(
        comment_id=comment.pk, moderator=moderator, reason=HiddenFor.INSULT, words="Be kind."
    )


def settle(appeal: Appeal, moderator: User, granted: bool = True, words: str = "Sorry.") -> Appeal:
    return settle_appeal(appeal_id=appeal.pk, moderator=moderator, granted=granted, words=words)


def link_of(decision: ModerationDecision) -> str:
    return f"/en{decision_address(decision).removeprefix('/sq').removeprefix('/en')}"


def test_a_member_appeals_on_the_page_of_the_decision(client, hidden, member, site):
    client.force_login(member)
    url = link_of(hidden)

    before = read(client, url)
    answer = client.post(url, {"words": WORDS})
    after = read(client, url)

    appeal = Appeal.objects.get()
    assert (appeal.decision, appeal.author, appeal.words) == (hidden, member, WORDS)
    assert appeal.outcome == Appeal.Outcome.OPEN
    assert answer["Location"] == url
    for words in ("Insults somebody", "“Be kind.”", "<em>good</em>", "Send the appeal"):
        assert words in before
    assert "Send the appeal" not in after
    assert "It was &lt;b&gt;a joke&lt;/b&gt;." in after


def test_the_page_of_a_hidden_comment_leads_its_author_to_the_decision(client, hidden, member):
    client.force_login(member)

    answer = client.get(f"/en/community/comments/{hidden.comment.pk}/own/")

    assert answer["Location"] == link_of(hidden)


def test_nobody_else_sees_the_decision(client, hidden, moderator):
    for person in (UserFactory(), moderator):
        client.force_login(person)
        assert client.get(link_of(hidden)).status_code == 404
        assert client.post(link_of(hidden), {"words": WORDS}).status_code == 404
    client.logout()

    assert "/login/" in client.get(link_of(hidden))["Location"]
    assert not Appeal.objects.exists()


def test_a_guest_appeals_by_the_link_in_the_mail(client, moderator, site):
    comment = CommentFactory(guest=True)
    decision = hide_comment(comment_id=comment.pk, moderator=moderator, reason=HiddenFor.SPAM)
    mail = OutboxMail.objects.get()
    url = next(line for line in mail.text.splitlines() if "/decisions/" in line)
    path = url[url.index("/en/") :]

    page = client.get(path)
    untouched = Appeal.objects.exists()
    client.post(path, {"words": WORDS})

    assert (page.status_code, untouched) == (200, False)
    assert page["Referrer-Policy"] == "same-origin"
    assert "no-store" in page["Cache-Control"]
    appeal = Appeal.objects.get()
    assert (appeal.decision, appeal.author) == (decision, None)


@pytest.mark.parametrize("token", ["x", "MQ:1abc:x", "a" * 500])
def test_a_link_that_is_none_of_ours_is_answered_with_gone(client, site, token):
    for answer in (
        client.get(f"/en/community/decisions/{token}/"),
        client.post(f"/en/community/decisions/{token}/", {"words": WORDS}),
    ):
        assert answer.status_code == 410


def test_a_link_of_a_guest_shows_no_members_decision(client, hidden, site):
    token = signing.dumps(hidden.pk, salt=LINK_SALT)

    assert client.get(f"/en/community/decisions/{token}/").status_code == 410


@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_an_appeal_needs_words(client, hidden, member, words, site):
    client.force_login(member)

    assert client.post(link_of(hidden), {"words": words}).status_code == 422
    with pytest.raises(EmptyTextError):
        make_appeal(decision=hidden, author=member, words=words)


def test_there_is_one_appeal_against_a_decision(hidden, member):
    make_appeal(decision=hidden, author=member, words=WORDS)

    with pytest.raises(NoAppealError):
        make_appeal(decision=hidden, author=member, words="Again.")

    assert Appeal.objects.count() == 1


def test_after_thirty_days_or_once_the_decision_is_undone_there_is_nothing_to_appeal(
    hidden, member, moderator
):
    ModerationDecision.objects.filter(pk=hidden.pk).update(
        made_at=timezone.now() - timedelta(days=30, minutes=1)
    )
    with pytest.raises(NoAppealError):
        make_appeal(decision=hidden, author=member, words=WORDS)
    ModerationDecision.objects.filter(pk=hidden.pk).update(made_at=timezone.now())
    restore_comment(comment_id=hidden.comment.pk, moderator=moderator)

    with pytest.raises(NoAppealError):
        make_appeal(decision=hidden, author=member, words=WORDS)


def test_a_granted_appeal_shows_the_comment_and_its_replies_again(hidden, member):
    report = ReportFactory(comment=hidden.comment, outcome=Report.Outcome.UPHELD)
    Report.objects.filter(pk=report.pk).update(settled_at=hidden.made_at)
    appeal = make_appeal(decision=hidden, author=member, words=WORDS)
    colleague = ModeratorFactory()

    settle(appeal, colleague, words="  We were\nwrong. ")

    appeal.refresh_from_db()
    comment = Comment.objects.get(pk=hidden.comment.pk)
    report.refresh_from_db()
    assert (appeal.outcome, appeal.settled_by) == (Appeal.Outcome.GRANTED, colleague)
    assert appeal.answer == "We were wrong."
    assert (comment.state, comment.nested_count) == (State.PUBLIC, 1)
    assert Comment.objects.readable().filter(parent_id=comment.pk, root=comment).exists()
    assert report.outcome == Report.Outcome.DISMISSED
    logged = ModerationDecision.objects.exclude(pk=hidden.pk)
    assert {(row.action, row.undoes_id) for row in logged} == {
        (Action.APPEAL_GRANTED, None),
        (Action.RESTORED, hidden.pk),
    }


def test_a_granted_appeal_is_one_mail_and_one_notification(hidden, member):
    appeal = AppealFactory(decision=hidden, author=member)
    known = set(OutboxMail.objects.filter(to=member.email).values_list("pk", flat=True))
    told = set(member.notifications.values_list("pk", flat=True))

    settle(appeal, ModeratorFactory())

    assert OutboxMail.objects.filter(to=member.email).exclude(pk__in=known).count() == 1
    new = member.notifications.exclude(pk__in=told).values_list("decision__action", flat=True)
    assert list(new) == [Action.APPEAL_GRANTED]


def test_a_refused_appeal_changes_nothing_but_is_answered(hidden, member, site):
    OutboxMail.objects.all().delete()
    appeal = make_appeal(decision=hidden, author=member, words=WORDS)

    settle(appeal, ModeratorFactory(), granted=False, words="It stays.")

    hidden.comment.refresh_from_db()
    assert hidden.comment.state == State.HIDDEN
    mail = OutboxMail.objects.get()
    assert (mail.to, "refused" in mail.subject) == (member.email, True)
    assert "“It stays.”" in mail.text


@pytest.mark.parametrize("kind", Sanction.Kind)
def test_a_granted_appeal_lifts_a_sanction(client, moderator, member, discussion, kind, site):
    sanction = sanction_member(
        member_id=member.pk,
        moderator=moderator,
        kind=kind,
        reason=HiddenFor.HATE,
        until=timezone.now() + timedelta(days=5),
    )
    client.force_login(member)
    client.post(link_of(sanction.decision), {"words": WORDS})

    settle(Appeal.objects.get(), ModeratorFactory())

    sanction.refresh_from_db()
    assert sanction.lifted_at is not None
    assert can_comment(member, discussion)
    assert "no longer holds" in read(client, link_of(sanction.decision))


def test_whoever_has_decided_does_not_answer(hidden, member, moderator):
    appeal = make_appeal(decision=hidden, author=member, words=WORDS)

    with pytest.raises(OwnAppealError):
        settle(appeal, moderator)

    appeal.refresh_from_db()
    assert appeal.outcome == Appeal.Outcome.OPEN


def test_neither_whoever_appeals_nor_others_answer(hidden, member):
    appeal = make_appeal(decision=hidden, author=member, words=WORDS)
    own = CommentFactory(user=ModeratorFactory())
    against = hide_comment(comment_id=own.pk, moderator=ModeratorFactory(), reason=HiddenFor.OTHER)

    with pytest.raises(NotModeratorError):
        settle(appeal, UserFactory())
    with pytest.raises(NotModeratorError):
        settle(appeal, ModeratorFactory(role="Editors"))
    with pytest.raises(OwnDecisionError):
        settle(AppealFactory(decision=against, author=own.user), own.user)


def test_an_answer_has_words_and_is_given_once(hidden, member):
    appeal = make_appeal(decision=hidden, author=member, words=WORDS)
    colleague = ModeratorFactory()

    with pytest.raises(EmptyTextError):
        settle(appeal, colleague, words="  ")
    settle(appeal, colleague, granted=False)
    with pytest.raises(NoAppealError):
        settle(appeal, colleague)
    with pytest.raises(NoAppealError):
        settle(Appeal(pk=987_654), colleague)

    assert Appeal.objects.get().outcome == Appeal.Outcome.REFUSED


def test_an_appeal_is_granted_where_the_words_are_gone_already(hidden, member):
    appeal = make_appeal(decision=hidden, author=member, words=WORDS)
    Comment.objects.filter(pk=hidden.comment.pk).update(state=State.ERASED)

    settle(appeal, ModeratorFactory())

    assert Appeal.objects.get().outcome == Appeal.Outcome.GRANTED
    assert Comment.objects.get(pk=hidden.comment.pk).state == State.ERASED


def test_whoever_takes_the_decision_back_grants_the_appeal(hidden, member, moderator, site):
    make_appeal(decision=hidden, author=member, words=WORDS)
    OutboxMail.objects.all().delete()

    restore_comment(comment_id=hidden.comment.pk, moderator=moderator)

    assert Appeal.objects.get().outcome == Appeal.Outcome.GRANTED
    assert "granted" in OutboxMail.objects.get().subject


def test_mails_of_a_decision_speak_albanian_and_carry_no_button_of_the_words(moderator, site):
    author = UserFactory(language="sq")
    comment = CommentFactory(user=author, comment="https://evil.example/")
    decision = hide_comment(
        comment_id=comment.pk, moderator=moderator, reason=HiddenFor.SPAM, words="<i>Jo</i>."
    )
    appeal = make_appeal(decision=decision, author=author, words="https://evil.example/")
    settle(appeal, ModeratorFactory(), granted=False, words="https://evil.example/")

    for mail in OutboxMail.objects.all():
        assert 'href="https://evil.example' not in mail.html
        assert "<i>" not in mail.html
        assert f"/sq/community/me/decisions/{decision.pk}/" in mail.text
        assert "Shihni vendimin" in mail.html
