"""The portal's own views of the admin work by keyboard and for a screen reader, for each role."""

import itertools
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.backends.cached_db import SessionStore
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from community.models import Appeal, Comment, HiddenFor, State, User
from community.services.moderating import hide_comment
from home.models import ContactPage, ContactSubmission
from site_config.models.outbox import OutboxMail
from tests.e2e.accessibility import violations
from tests.e2e.conftest import Portal, Visit
from tests.e2e.desk import ADMINISTRATOR, EDITOR, MODERATOR
from tests.e2e.places import MEMBER, find_page
from tests.e2e.reading import FOCUS, HEADINGS
from tests.factories.community import (
    AppealFactory,
    CommentFactory,
    ModeratorFactory,
    ReportFactory,
)

MESSAGES, MAILS = "home_contactsubmission_modeladmin", "site_config_outboxmail_modeladmin"
COMMENTS = "community_comment_modeladmin"
MODERATORS_VIEWS = (
    *("comments", "comment", "together", "appeals", "appeal", "author", "answers"),
    "ready replies",
)
# More presses of the Tab key than any of the views has stops.
LONG_WAY = 200


@pytest.fixture(autouse=True)
def _at_work(fresh_city: Portal) -> None:
    """A city to which somebody has written, and whose mails wait, have left or failed."""
    held = CommentFactory(held=True, comment="Two trees are *missing*.")
    ReportFactory(comment=held, made_at=timezone.now() - timedelta(days=2))
    decision = hide_comment(
        comment_id=CommentFactory().pk, moderator=ModeratorFactory(), reason=HiddenFor.SPAM
    )
    AppealFactory(decision=decision, author=decision.comment.user)
    page = find_page(ContactPage, "en")
    for number, state in enumerate(ContactSubmission.State.values):
        ContactSubmission.objects.create(
            page=page,
            form_data={"name": "Ana", "message": "Two trees are missing."},
            labels={"name": "Name", "message": "Message"},
            receipt=f"K-2026-{number}",
            ticket=f"ticket-{number}",
            sender="ana@example.org",
            language="en",
            state=state,
        )
    for state in OutboxMail.State.values:
        OutboxMail.objects.create(
            to="ana@example.org",
            subject="We have your message",
            key=f"mail-{state}",
            state=state,
            attempts=2,
            last_error="" if state == OutboxMail.State.SENT else "451 try again later",
        )


def own_views() -> dict[str, str]:
    """Return the addresses of the views, by what a reader calls them."""
    message = ContactSubmission.objects.first()
    mail = OutboxMail.objects.filter(state=OutboxMail.State.FAILED).first()
    member = User.objects.get(email=MEMBER)
    appeal = Appeal.objects.filter(outcome=Appeal.Outcome.OPEN).latest("pk")
    held = Comment.objects.filter(state=State.HELD).latest("pk")
    together = f"?decision=hide&chosen={held.pk}"
    return {
        "welcome": reverse("wagtailadmin_home"),
        "handbook": reverse("portal_handbook"),
        "comments": reverse(f"{COMMENTS}_index"),
        "comment": reverse(f"{COMMENTS}_inspect", args=[held.pk]),
        "together": reverse("community_together") + together,
        "appeals": reverse("community_appeals"),
        "appeal": reverse("community_appeal", args=[appeal.pk]),
        "author": reverse("community_member_desk", args=[appeal.author_id]),
        "answers": reverse("community_answers"),
        "ready replies": reverse("wagtailsnippets_community_cannedreply:list"),
        "messages": reverse(f"{MESSAGES}_index"),
        "message": reverse(f"{MESSAGES}_inspect", args=[message.pk]),
        "answer": reverse(f"{MESSAGES}_edit", args=[message.pk]),
        "mails": reverse(f"{MAILS}_index"),
        "mail again": reverse(f"{MAILS}_try_again", args=[mail.pk]),
        "people": reverse("wagtailusers_users:index"),
        "person": reverse("wagtailusers_users:edit", args=[member.pk]),
    }


def prove(visit: Visit, email: str) -> None:
    """Let this person have typed their password just now, as lists of people ask for."""
    cookies = {cookie["name"]: cookie["value"] for cookie in visit.context.cookies()}
    session = SessionStore(cookies[settings.SESSION_COOKIE_NAME])
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "email": email}
    ]
    session.save()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("email", "wanted"),
    [
        (EDITOR, ["welcome", "handbook"]),
        (MODERATOR, ["welcome", "handbook", *MODERATORS_VIEWS]),
        (ADMINISTRATOR, None),
    ],
    ids=["editor", "moderator", "administrator"],
)
def test_axe_finds_nothing_in_the_portals_own_views(
    visit: Callable[..., Visit], email: str, wanted: list[str] | None, width: int, scheme: str
):
    desk = visit(width=width, color_scheme=scheme, reduced_motion="reduce")
    desk.sign_in(email)
    prove(desk, email)
    views = own_views()

    found = {}
    for name in wanted or views:
        answer = desk.page.goto(views[name])
        assert answer is not None
        assert answer.status == 200, name
        assert desk.page.url.endswith(views[name]), name
        found[name] = violations(desk.page)

    assert {name: problems for name, problems in found.items() if problems} == {}


def test_headings_of_the_portals_own_views_skip_no_level(visit: Callable[..., Visit]):
    desk = visit()
    desk.sign_in(ADMINISTRATOR)

    for name in ("handbook", "mail again", "welcome", *MODERATORS_VIEWS):
        desk.page.goto(own_views()[name])
        levels = desk.page.evaluate(HEADINGS)
        steps = [lower - upper for upper, lower in itertools.pairwise(levels)]
        assert levels.count(1) == 1, (name, levels)
        assert max(steps, default=0) <= 1, (name, levels)


def test_a_mail_is_sent_again_by_keyboard_alone(visit: Callable[..., Visit]):
    desk = visit()
    desk.sign_in(ADMINISTRATOR)
    desk.page.goto(own_views()["mail again"])

    for _press in range(LONG_WAY):
        desk.page.keyboard.press("Tab")
        focus = desk.page.evaluate(FOCUS)
        if focus and focus["name"] == "Yes, try again":
            break
    assert focus["name"] == "Yes, try again"
    assert focus["shown"]
    assert focus["marked"]
    desk.page.keyboard.press("Enter")

    desk.page.wait_for_url(f"**{reverse(f'{MAILS}_index')}")
    assert "The mail is tried again now." in desk.page.content()


def test_a_comment_is_hidden_by_keyboard_alone(visit: Callable[..., Visit]):
    desk = visit(width=360, reduced_motion="reduce")
    desk.sign_in(MODERATOR)
    desk.page.goto(own_views()["comment"])

    typed = {"reason": "Off the topic", "words": "Please write of trees."}
    for _press in range(LONG_WAY):
        desk.page.keyboard.press("Tab")
        focus = desk.page.evaluate(FOCUS) or {"html": "", "name": ""}
        for field in [field for field in typed if f' name="{field}"' in focus["html"]]:
            desk.page.keyboard.type(typed.pop(field))
        if focus["name"] == "Hide, and tell the author":
            break
    assert typed == {}
    # The page may still be scrolling to it.
    expect(desk.page.get_by_role("button", name=focus["name"])).to_be_in_viewport()
    assert focus["marked"]
    desk.page.keyboard.press("Enter")

    desk.page.wait_for_url(f"**{reverse(f'{COMMENTS}_index')}")
    assert "The comment is hidden" in desk.page.content()
    assert Comment.objects.filter(hidden_for=HiddenFor.OFF_TOPIC).exists()
