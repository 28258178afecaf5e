"""A member is told what is new: a bell that counts, a list to mark, and what to follow."""

from collections.abc import Callable

import pytest
from django.utils.translation import override
from playwright.sync_api import expect

from community.models import ConversationChoice, Discussion, Notification, Subject, User
from tests.e2e.accessibility import violations
from tests.e2e.conftest import NO_COPIES, Visit
from tests.e2e.places import MEMBER
from tests.factories.community import CommentFactory

pytestmark = pytest.mark.usefixtures("fresh_city")

LIST = "/en/community/me/notifications/"


@pytest.fixture
def told() -> list[Notification]:
    """Two things that the member has not read."""
    member = User.objects.get(email=MEMBER)
    discussion = Discussion.objects.visible().first()
    return [
        Notification.objects.create(
            recipient=member,
            subject=Subject.REPLY,
            comment=CommentFactory(content_object=discussion),
        )
        for _number in range(2)
    ]


def test_the_bell_counts_and_what_is_opened_is_read(
    visit: Callable[..., Visit], told: list[Notification]
):
    visitor = visit(extra_http_headers=NO_COPIES)
    visitor.sign_in(MEMBER)
    page = visitor.page
    page.goto(LIST)
    expect(page.locator(".bell__count")).to_have_text("2")

    page.locator(".told a").first.press("Enter")
    page.wait_for_url(f"**/*#comment-{told[1].comment_id}")
    page.goto(LIST)
    expect(page.locator(".bell__count")).to_have_text("1")

    page.get_by_role("button", name="Mark all as read").press("Enter")
    expect(page.locator(".told")).to_have_count(2)
    expect(page.locator(".bell__count")).to_have_count(0)


def test_a_conversation_is_followed_by_keyboard_without_a_script(visit: Callable[..., Visit]):
    visitor = visit(java_script_enabled=False)
    visitor.sign_in(MEMBER)
    page = visitor.page
    with override("en"):
        page.goto(Discussion.objects.visible().first().get_absolute_url())

    page.get_by_role("link", name="Follow discussion", exact=True).press("Enter")
    page.get_by_role("button", name="Follow", exact=True).press("Enter")

    expect(page.get_by_role("button", name="Unfollow")).to_be_visible()
    assert ConversationChoice.objects.get(member__email=MEMBER).choice == "follow"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_stands_in_anybodys_way(
    visit: Callable[..., Visit], told: list[Notification], width: int, scheme: str
):
    visitor = visit(width=width, color_scheme=scheme)
    visitor.sign_in(MEMBER)
    for address in (LIST, f"{LIST}choices/"):
        visitor.page.goto(address)
        assert violations(visitor.page) == []
