"""Citizens talk: with the keyboard, with and without scripts, and when the line breaks."""

import re
from collections.abc import Callable

import pytest
from django.utils.translation import override
from playwright.sync_api import Page, Route, expect

from community.models import Comment, Discussion, State, User
from tests.e2e.conftest import NO_COPIES, Portal, Visit
from tests.e2e.places import MEMBER
from tests.factories.community import CommentFactory

pytestmark = pytest.mark.usefixtures("fresh_city")


@pytest.fixture
def member() -> User:
    return User.objects.get(email=MEMBER)


@pytest.fixture
def discussion() -> Discussion:
    return Discussion.objects.visible().first()


@pytest.fixture
def trust(member: User, discussion: Discussion) -> None:
    """Let the member have written before, so that new words appear at once."""
    other = Discussion.objects.visible().exclude(pk=discussion.pk).first()
    for _number in range(3):
        CommentFactory(user=member, content_object=other)


@pytest.fixture
def address(discussion: Discussion) -> str:
    with override("en"):
        return discussion.get_absolute_url()


def open_discussion(visit: Visit, address: str) -> Page:
    """Open a discussion as the member, who has looked at their profile before."""
    visit.sign_in(MEMBER)
    visit.page.goto("/en/community/me/")
    visit.page.goto(address)
    return visit.page


def press(page: Page, name: str) -> None:
    """Press a link or a button of the thread by keyboard."""
    thread = page.locator("[data-comments]")
    thread.get_by_role("link", name=name).or_(thread.get_by_role("button", name=name)).last.press(
        "Enter"
    )


def write(page: Page, words: str) -> None:
    """Open the form for a comment and type into it."""
    press(page, "Write a comment")
    expect(page.locator("textarea[name=text]")).to_be_focused()
    page.keyboard.type(words)


def test_a_member_writes_and_is_answered_without_leaving_the_page(
    visit: Callable[..., Visit], trust: None, address: str
):
    page = open_discussion(visit(extra_http_headers=NO_COPIES), address)
    write(page, "The *north side* first.")
    press(page, "Post comment")

    said = page.locator("[data-said]")
    expect(said).to_have_text("Your comment is posted.")
    written = page.locator("article.comment", has_text="north side")
    expect(written).to_be_focused()
    expect(written.locator("em")).to_have_text("north side")
    assert page.url.endswith(address)

    written.get_by_role("link", name=re.compile("^Reply")).press("Enter")
    expect(page.locator("textarea[name=text]")).to_be_focused()
    page.keyboard.type("And then the other.")
    press(page, "Send reply")

    answer = page.locator("li li article.comment", has_text="And then the other.")
    expect(answer).to_be_focused()
    expect(said).to_have_text("Your comment is posted.")
    page.goto(address)
    expect(answer).to_be_visible()


def test_without_scripts_a_newcomer_writes_on_a_page_of_its_own_and_is_told_to_wait(
    visit: Callable[..., Visit], member: User, address: str
):
    here = visit(width=360, java_script_enabled=False)
    page = open_discussion(here, address)
    page.get_by_role("link", name="Write a comment").first.click()
    page.locator("textarea[name=text]").fill("Where do the buses turn?")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("status")).to_contain_text("Where do the buses turn?")
    page.get_by_role("button", name="Post comment").click()

    expect(page.locator("main")).to_contain_text("Where do the buses turn?")
    written = Comment.objects.get(user=member)
    assert (written.state, written.comment) == (State.HELD, "Where do the buses turn?")
    reader = visit(extra_http_headers=NO_COPIES).page
    reader.goto(address)
    assert "Where do the buses turn?" not in reader.content()


def test_words_stay_when_the_line_breaks_and_can_be_sent_again(
    visit: Callable[..., Visit], member: User, trust: None, address: str
):
    here = visit()
    page = open_discussion(here, address)
    write(page, "Trees along the wall.")
    before = Comment.objects.filter(user=member).count()

    def break_line(route: Route) -> None:
        if route.request.method == "POST":
            route.abort("connectionfailed")
        else:
            route.continue_()

    page.route("**/write/", break_line)
    press(page, "Post comment")
    expect(page.get_by_role("alert")).to_contain_text("Your words are still here")
    expect(page.locator("textarea[name=text]")).to_have_value("Trees along the wall.")
    assert any("request failed" in problem for problem in here.watch.problems())

    page.unroute("**/write/")
    press(page, "Post comment")
    expect(page.locator("article.comment", has_text="Trees along the wall.")).to_be_visible()
    assert Comment.objects.filter(user=member).count() == before + 1


def test_words_outlive_a_token_and_a_server_that_is_away(
    visit: Callable[..., Visit], member: User, trust: None, address: str, discussion: Discussion
):
    here = visit(extra_http_headers=NO_COPIES)
    page = open_discussion(here, address)
    write(page, "Words with an old token.")
    page.context.clear_cookies(name="csrftoken")
    press(page, "Post comment")
    expect(page.locator("article.comment", has_text="Words with an old token.")).to_be_visible()

    form = f"/en/community/on/discussion/{discussion.pk}/write/"
    page.goto(form)
    page.locator("textarea[name=text]").fill("Nobody was there.")
    page.route("**/write/", lambda route: route.abort("connectionrefused"))
    page.get_by_role("button", name="Post comment").press("Enter")
    expect(page).to_have_url(re.compile("^chrome-error:"))
    page.unroute("**/write/")
    page.goto(form)
    expect(page.locator("textarea[name=text]")).to_have_value("Nobody was there.")
    page.get_by_role("button", name="Post comment").press("Enter")
    expect(page.locator("article.comment", has_text="Nobody was there.")).to_be_visible()
    page.goto(form)
    expect(page.locator("textarea[name=text]")).to_have_value("")
    assert Comment.objects.filter(user=member, comment="Nobody was there.").count() == 1
    assert here.watch.problems()


def test_a_visitor_is_led_to_the_door_and_back(visit: Callable[..., Visit], address: str):
    here = visit()
    here.page.goto(address)
    press(here.page, "Write a comment")

    sign_in = here.page.locator("main").get_by_role("link", name="Sign in")
    expect(sign_in).to_have_attribute("href", re.compile(r"/account/login/\?next=.*write"))


def test_a_comment_is_liked_and_the_liking_taken_back(
    fresh_city: Portal, visit: Callable[..., Visit], discussion: Discussion, address: str
):
    CommentFactory(content_object=discussion, comment="A bench here.")
    page = open_discussion(visit(), address)
    helpful = page.locator("article.comment", has_text="A bench here.").locator("[data-like]")
    expect(helpful).to_have_attribute("aria-pressed", "false")

    helpful.press("Enter")
    expect(helpful).to_have_attribute("aria-pressed", "true")
    expect(helpful.locator(".num")).to_have_text("1")
    helpful.press(" ")

    expect(helpful).to_have_attribute("aria-pressed", "false")
    expect(helpful.locator(".num")).to_have_text("")
