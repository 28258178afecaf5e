"""Who leaves is found nowhere afterwards, and the threads keep their shape."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.test import Client
from wagtail import hooks

from community.erasing import account, contributions
from community.errors import LastAdministratorError
from community.models import (
    Comment,
    Conversation,
    Discussion,
    Erasure,
    ModerationDecision,
    PendingComment,
    Report,
    Sanction,
    State,
    User,
)
from community.personal_data import ERASURE_HOOK
from community.services import leaving
from community.services.leaving import erase_account
from site_config.models import OutboxMail
from site_config.outbox import enqueue_mail
from tests.community.account_steps import sign_in
from tests.community.comment_steps import address, read
from tests.community.markers import MAILBOX, MARKERS, found, plant, warm
from tests.factories.community import (
    CommentFactory,
    DiscussionFactory,
    ReportFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front", "media")]

# Likes go with the account; that their pages are forgotten has a test of its own below.
WITHOUT_A_MARKER = {contributions.erase_likes}


@pytest.fixture
def media(settings, tmp_path):
    """A media folder of the test's own."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def erase(django_capture_on_commit_callbacks) -> Callable[[User], None]:
    """Erase a member, with all that follows the commit."""

    def erase(member: User) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            erase_account(member=member, asked_by=Erasure.AskedBy.MEMBER)

    return erase


def test_no_marker_is_found_anywhere_afterwards(client, article, erase):
    member = plant(client, article)
    number = member.pk
    warm(article)
    before = found()

    erase(member)

    assert set(before) == {*MARKERS, "any"}
    assert {"media", "media .png", "cache default", "sessions"} <= set().union(*before.values())
    assert found() == {}
    assert not User.objects.filter(pk=number).exists()
    assert Erasure.objects.get().number == number


def test_without_one_of_the_steps_something_is_found(client, article, monkeypatch):
    member = plant(client, article)
    all_steps = leaving.STEPS
    unnoticed = []

    for left_out in all_steps:
        steps = tuple(step for step in all_steps if step is not left_out)
        if not traces(member.pk, steps, hooks.get_hooks(ERASURE_HOOK), monkeypatch):
            unnoticed.append(left_out)

    assert set(unnoticed) == WITHOUT_A_MARKER


def test_without_what_the_apps_above_do_something_is_found(client, article, monkeypatch):
    member = plant(client, article)
    above = hooks.get_hooks(ERASURE_HOOK)
    unnoticed = set()

    for left_out in above:
        kept = [step for step in above if step is not left_out]
        if not traces(member.pk, leaving.STEPS, kept, monkeypatch):
            unnoticed.add(left_out.__name__)

    # PostgreSQL has no index of its own to be written anew.
    assert unnoticed == (set() if connection.vendor == "sqlite" else {"drop_erased_words"})


def traces(number: int, steps: Sequence[Any], above: Sequence[Any], monkeypatch: Any) -> Any:
    """Return what an erasure by these steps leaves in the database and caches, and undo it."""
    monkeypatch.setattr(leaving, "STEPS", tuple(steps))
    monkeypatch.setattr(leaving.hooks, "get_hooks", lambda name: above)
    undo = transaction.savepoint()
    erase_account(member=User.objects.get(pk=number), asked_by=Erasure.AskedBy.MEMBER)
    # Files go after the commit, which never comes here; they have a test of their own.
    left = {
        place for places in found().values() for place in places if not place.startswith("media")
    }
    transaction.savepoint_rollback(undo)
    return left


def test_files_go_with_the_commit_and_not_before(client, article, erase, settings):
    member = plant(client, article)
    folder = Path(settings.MEDIA_ROOT)
    before = {path.parent.name for path in folder.rglob("*") if path.is_file()}

    with transaction.atomic():
        undo = transaction.savepoint()
        erase_account(member=member, asked_by=Erasure.AskedBy.MEMBER)
        still = {path.parent.name for path in folder.rglob("*") if path.is_file()}
        transaction.savepoint_rollback(undo)
    erase(User.objects.get(email=MAILBOX))

    assert before == still >= {"discussions", "avatar_images"}
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_threads_keep_their_shape_and_their_counts(client, discussion, member, erase):
    answered = CommentFactory(content_object=discussion, user=member, comment="Mine, answered.")
    answer = CommentFactory(content_object=discussion, parent=answered, comment="An answer.")
    last = CommentFactory(content_object=discussion, user=member, comment="Mine, the last.")
    within = CommentFactory(content_object=discussion, user=member, parent=answer)

    erase(member)

    html = read(client, address(discussion))
    conversation = Conversation.objects.about(discussion)
    states = dict(Comment.objects.filter(opens=False).values_list("pk", "state"))
    assert states[answered.pk] == states[last.pk] == states[within.pk] == State.ERASED
    assert "This comment was erased with the account of a former member." in html
    assert html.count("comment--removed") == 1
    assert "An answer." in html
    assert "Mine, " not in html
    assert conversation.comment_count == 1
    assert conversation.thread_count == 1
    answered.refresh_from_db()
    answer.refresh_from_db()
    assert (answered.nested_count, answer.nested_count) == (1, 0)


def test_a_discussion_stays_where_somebody_has_answered(client, erase):
    author = UserFactory()
    answered, alone = DiscussionFactory.create_batch(2, author=author)
    CommentFactory(content_object=answered, comment="An answer.")

    erase(author)

    html = read(client, Discussion.objects.get(pk=answered.pk).get_absolute_url())
    assert "An answer." in html
    assert answered.title not in html
    assert client.get(address(alone)).status_code in {301, 302, 404, 410}
    assert not Discussion.objects.get(pk=alone.pk).is_visible


def test_decisions_and_reports_stay_as_figures(erase, member):
    decision = ModerationDecision.objects.create(
        member=member, action=ModerationDecision.Action.WARNED, reason="insult", words="Words."
    )
    made = ReportFactory(reporter=member, outcome=Report.Outcome.UPHELD)

    erase(member)

    decision.refresh_from_db()
    made.refresh_from_db()
    assert (decision.member, decision.reason, decision.words) == (None, "insult", "")
    assert (made.reporter, made.outcome, made.words) == (None, Report.Outcome.UPHELD, "")


def test_a_report_about_erased_words_waits_for_nobody(erase, member):
    about = CommentFactory(user=member)
    ReportFactory(comment=about)
    settled = ReportFactory(comment=about, outcome=Report.Outcome.DISMISSED)

    erase(member)

    report = Report.objects.get()
    assert (report.pk, report.words) == (settled.pk, "")


def test_a_mention_becomes_one_of_a_former_member_in_the_language_of_the_words(erase):
    leaver = UserFactory(display_name="Ana")
    english = CommentFactory(comment="Ask @ana, not @Anastasia. Ana knows.", language="en")
    albanian = CommentFactory(comment="Pyesni @Ana!", language="sq")

    erase(leaver)

    english.refresh_from_db()
    albanian.refresh_from_db()
    assert english.comment == "Ask @former member, not @Anastasia. Ana knows."
    assert albanian.comment == "Pyesni @ish-anëtar!"


def test_what_came_from_an_unconfirmed_address_is_not_theirs_to_erase(erase, member):
    member.emailaddress_set.create(email="stranger@example.org", verified=False)
    CommentFactory(guest=True, user_email="stranger@example.org")
    target = DiscussionFactory()
    PendingComment.objects.create(
        content_type=Conversation.objects.about(target).content_type,
        object_id=target.pk,
        text="Mine.",
        name="Stranger",
        email="stranger@example.org",
        language="en",
        submission="one",
    )

    erase(member)

    assert Comment.objects.filter(user_email="stranger@example.org", state=State.PUBLIC).exists()
    assert PendingComment.objects.exists()


def test_mails_to_another_account_at_an_address_claimed_by_both_stay(erase, member):
    other = UserFactory(email="both@example.org")
    member.emailaddress_set.create(email="both@example.org", verified=False)
    enqueue_mail(to=other.email, subject="For the other", text="Words.")

    erase(member)

    assert OutboxMail.objects.filter(to="both@example.org").exists()


def test_a_mail_that_names_the_member_leaves_without_the_name(erase):
    leaver = UserFactory(display_name="O'Brian <b>")
    reader = UserFactory(language="sq")
    for text in ("O'Brian <b> and Ben answered.", "Nobody of this name."):
        enqueue_mail(to=reader.email, subject="News", text=text, html="O&#x27;Brian &lt;b&gt;")
    OutboxMail.objects.update(state=OutboxMail.State.WAITING)

    erase(leaver)

    mails = OutboxMail.objects.order_by("pk")
    assert [mail.text for mail in mails] == [
        "ish-anëtar and Ben answered.",
        "Nobody of this name.",
    ]
    assert {mail.html for mail in mails} == {"ish-anëtar"}


def test_the_member_is_signed_out_everywhere(erase, member):
    browsers = [Client(), Client()]
    for browser in browsers:
        sign_in(browser, member)

    erase(member)

    for browser in browsers:
        assert browser.get("/en/community/me/").status_code == 302


def test_shared_caches_forget_the_address_that_holds_the_title(erase, member, purged):
    discussion = DiscussionFactory(author=member, title="A telling title")
    old = address(discussion)
    purged.clear()

    erase(member)

    assert any(url.endswith(old) for url in purged)
    assert any(url.endswith(f"/members/{member.pk}/") for url in purged) or member.pk is None


def test_likes_are_taken_back_and_their_pages_forgotten(client, erase, purged, discussion):
    leaver = UserFactory()
    liked = CommentFactory(content_object=discussion)
    sign_in(client, leaver)
    client.post(f"/en/community/comments/{liked.pk}/like/", {"liked": "1"})
    purged.clear()

    erase(leaver)

    assert not liked.flags.exists()
    assert any(url.endswith(address(discussion)) for url in purged)


def test_a_member_who_is_banned_can_leave(erase, member):
    Sanction.objects.create(member=member, kind=Sanction.Kind.BAN, reason="insult")

    erase(member)

    assert not User.objects.filter(pk=member.pk).exists()


def test_the_last_administrator_stays():
    last = UserFactory(administrator=True)
    UserFactory(administrator=True, is_active=False)

    with pytest.raises(LastAdministratorError):
        erase_account(member=last, asked_by=Erasure.AskedBy.MEMBER)

    assert User.objects.filter(pk=last.pk).exists()
    assert not Erasure.objects.exists()


@pytest.mark.parametrize("by_group", [False, True])
def test_one_of_two_administrators_can_leave(erase, by_group):
    first, second = UserFactory(administrator=True), UserFactory(administrator=not by_group)
    if by_group:
        second.groups.add(Group.objects.get(name="Administrators"))

    erase(first)

    assert list(leaving.administrators()) == [second]


def test_a_fault_in_one_step_leaves_everything_as_it_was(monkeypatch, member):
    comment = CommentFactory(user=member, comment="Mine.")

    def fail(person: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(account, "erase_account_row", fail)
    with pytest.raises(RuntimeError):
        erase_account(member=member, asked_by=Erasure.AskedBy.MEMBER)

    comment.refresh_from_db()
    assert (comment.comment, comment.user, comment.state) == ("Mine.", member, State.PUBLIC)
