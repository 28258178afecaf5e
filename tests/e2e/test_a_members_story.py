"""One member's story from the first link to the last: joined, heard, overruled fairly, gone."""

import re
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.utils import timezone
from django.utils.translation import override
from playwright.sync_api import Page, expect

from community.models import Comment, Discussion, State, User
from community.services.digesting import send_digests
from community.services.moderating import approve_comment
from community.services.posting import post_comment
from tests.e2e.accessibility import violations
from tests.e2e.conftest import NO_COPIES, Portal, Visit
from tests.e2e.places import MEMBER
from tests.factories.community import CommentFactory

pytestmark = pytest.mark.usefixtures("fresh_city")

NEWCOMER, SECRET_WORDS = "yll@example.org", "tre-zogj-te-bardhe-2014"
MODERATOR, COLLEAGUE = "community@smartcity.example", "moderator@smartcity.example"
FIRST = "Plane trees would shade the bus stop."
REPLY = "Then we need benches too."


def join(visit: Visit, portal: Portal) -> None:
    """Become a member by the link in a mail, on a phone, with the keyboard."""
    page = visit.page
    page.goto("/en/account/signup/")
    page.locator("[name=display_name]").focus()
    for words in ("Yll P.", NEWCOMER, SECRET_WORDS):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    page.locator("[name=password1]").press("Enter")
    page.wait_for_url("**/confirm-email/")
    page.goto(link_in(mail.outbox[-1].body, portal, "confirm-email"))
    page.get_by_role("button", name="Yes, confirm").press("Enter")
    page.wait_for_load_state()
    if "/login/" in page.url:
        page.locator("[name=login]").fill(NEWCOMER)
        page.locator("[name=password]").fill(SECRET_WORDS)
        page.locator("[name=password]").press("Enter")
    expect(page).not_to_have_url(re.compile("/login/"))


def prove(page: Page) -> None:
    """Give the password once more, where that is asked."""
    if "/reauthenticate/" in page.url:
        page.locator("[name=password]").fill(SECRET_WORDS)
        page.locator("[name=password]").press("Enter")
        expect(page).not_to_have_url(re.compile("/reauthenticate/"))


def link_in(text: str, portal: Portal, part: str) -> str:
    """Return the link of a mail whose address holds these words."""
    found = re.findall(rf"{re.escape(portal.url)}/\S*{part}\S*", text)
    assert found, text
    return found[0]


def letters_to(address: str) -> list[mail.EmailMessage]:
    return [letter for letter in mail.outbox if letter.to == [address]]


def open_queue(visit: Visit, email: str, words: str, part: str = "") -> Page:
    """Sit down as a moderator, on a phone, and open the comment with these words."""
    visit.sign_in(email)
    visit.page.goto(f"/admin/community/comment/{part}")
    visit.page.get_by_role("link", name=words).first.press("Enter")
    expect(visit.page.get_by_role("heading", name="Your decision")).to_be_visible()
    return visit.page


def test_a_member_joins_is_heard_is_overruled_fairly_and_leaves(
    fresh_city: Portal, visit: Callable[..., Visit], tmp_path: Path
):
    discussion = Discussion.objects.visible().first()
    with override("en"):
        address = discussion.get_absolute_url()
    neighbour = User.objects.get(email=MEMBER)
    question = CommentFactory(content_object=discussion, user=neighbour, comment="Which trees?")

    # Joins by a link in a mail, and writes. The first words wait, and it is said why.
    own = visit(width=360, extra_http_headers=NO_COPIES)
    join(own, fresh_city)
    member = User.objects.get(email=NEWCOMER)
    page = own.page
    page.goto(address)
    page.get_by_role("link", name="Write a comment").first.press("Enter")
    page.locator("textarea[name=text]").fill(FIRST)
    page.get_by_role("button", name="Post comment").press("Enter")
    expect(page.locator("main")).to_contain_text("waits for a moderator")
    expect(page.locator("main")).to_contain_text("first three comments")
    assert violations(page) == []

    # A moderator approves them on a phone.
    desk = open_queue(visit(width=360), MODERATOR, FIRST)
    desk.get_by_role("button", name=re.compile("^Approve")).press("Enter")
    expect(desk.locator(".messages")).to_contain_text("public")
    page.goto(address)
    expect(page.locator("article.comment", has_text=FIRST)).to_be_visible()

    # Two more are approved, and then words appear at once.
    colleague = User.objects.get(email=COLLEAGUE)
    for words in ("Near the school as well.", "And by the river."):
        posted = post_comment(target=discussion, author=member, text=words, submission=words)
        approve_comment(comment_id=posted.comment.pk, moderator=colleague)

    # Answers two levels deep, with nothing but the keyboard.
    page.goto(address)
    page.locator(f"#comment-{question.pk} a[data-reply]").press("Enter")
    expect(page.locator("textarea[name=text]")).to_be_focused()
    page.keyboard.type(REPLY)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    reply = page.locator("article.comment", has_text=REPLY)
    expect(reply).to_be_focused()
    reply.locator("a[data-reply]").press("Enter")
    expect(page.locator("textarea[name=text]")).to_be_focused()
    page.keyboard.type("And bins beside them.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("li li li article.comment", has_text="And bins")).to_be_focused()
    assert Comment.objects.get(comment="And bins beside them.").level == 2
    page.set_viewport_size({"width": 320, "height": 800})
    assert violations(page) == []
    page.set_viewport_size({"width": 360, "height": 800})
    assert letters_to(MEMBER), "Whoever is answered hears of it."

    # Changes words without scripts, and readers see that they were changed.
    plain = visit(width=360, java_script_enabled=False, extra_http_headers=NO_COPIES)
    plain.sign_in(NEWCOMER)
    stored = Comment.objects.get(comment=REPLY)
    plain.page.goto(f"/en/community/comments/{stored.pk}/own/")
    plain.page.get_by_role("link", name="Edit").click()
    plain.page.locator("textarea[name=text]").fill(f"{REPLY} With backs.")
    plain.page.get_by_role("button", name="Save").click()
    expect(plain.page.locator(f"#comment-{stored.pk}")).to_contain_text("With backs.")
    expect(plain.page.locator(f"#comment-{stored.pk}")).to_contain_text("edited")

    # A neighbour reports them, and a moderator hides them with a reason.
    other = visit(width=360, extra_http_headers=NO_COPIES)
    other.sign_in(MEMBER)
    other.page.goto(f"/en/community/comments/{stored.pk}/report/")
    other.page.get_by_label("Off the topic").check()
    other.page.get_by_role("button", name="Send report").press("Enter")
    expect(other.page.locator("main")).to_contain_text("Moderators have your report")
    desk = open_queue(visit(width=360), MODERATOR, REPLY)
    desk.locator("[name=reason]").first.select_option("off-topic")
    desk.get_by_role("button", name=re.compile("^Hide, and tell")).press("Enter")
    desk.wait_for_load_state()
    stored.refresh_from_db()
    assert stored.state == State.HIDDEN
    reader = visit(width=360, extra_http_headers=NO_COPIES).page
    reader.goto(address)
    expect(reader.locator("main")).to_contain_text("Reason: Off the topic")
    assert REPLY not in reader.content()

    # The member is told, appeals once, and a colleague of the moderator grants it.
    letter = letters_to(NEWCOMER)[-1]
    page.goto(link_in(letter.body, fresh_city, "decisions"))
    assert violations(page) == []
    page.get_by_role("textbox").last.fill("Benches belong to shade.")
    page.get_by_role("button", name="Send the appeal").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("We have your appeal")
    hasty = visit(width=360)
    hasty.sign_in(MODERATOR)
    hasty.page.goto("/admin/community/appeals/")
    expect(hasty.page.locator("main")).to_contain_text("a colleague answers them")
    fair = visit(width=360)
    fair.sign_in(COLLEAGUE)
    fair.page.goto("/admin/community/appeals/")
    fair.page.get_by_role("link", name="Benches belong to shade.").press("Enter")
    fair.page.locator("[name=words]").fill("True.")
    fair.page.get_by_role("button", name=re.compile("^Grant")).press("Enter")
    expect(fair.page.locator(".messages")).to_contain_text("The appeal is answered")
    reader.goto(address)
    expect(reader.locator("article.comment", has_text="With backs.")).to_be_visible()
    expect(reader.locator("article.comment", has_text="And bins")).to_be_visible()
    assert "True." in letters_to(NEWCOMER)[-1].body

    # Follows the conversation; the mail of the day tells what is new, and is stopped by a button.
    page.goto(f"/en/community/on/discussion/{discussion.pk}/follow/")
    page.get_by_role("button", name="Follow").press("Enter")
    post_comment(target=discussion, author=colleague, text="Forty of them.", submission="forty")
    send_digests(timezone.now() + timedelta(days=1))
    digest = letters_to(NEWCOMER)[-1]
    assert "Forty of them." in digest.body
    assert digest.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stranger = visit(width=360)
    stranger.page.goto(digest.extra_headers["List-Unsubscribe"].strip("<>"))
    stranger.page.get_by_role("button", name="Stop these mails").press("Enter")
    expect(stranger.page.get_by_role("status")).to_contain_text("Done.")
    post_comment(target=discussion, author=colleague, text="In autumn.", submission="autumn")
    send_digests(timezone.now() + timedelta(days=2))
    assert letters_to(NEWCOMER)[-1] is digest

    # Takes all along, once.
    page.goto("/en/community/me/export/")
    prove(page)
    page.get_by_role("button", name="Make the archive").press("Enter")
    expect(page.get_by_role("button", name="Download the archive")).to_be_visible()
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the archive").press("Enter")
    download.value.save_as(archive := tmp_path / "archive.zip")
    with zipfile.ZipFile(archive) as held:
        assert held.testzip() is None
        words = "".join(held.read(name).decode() for name in held.namelist())
    for own_words in (FIRST, "With backs.", "Benches belong to shade.", NEWCOMER):
        assert own_words in words

    # And leaves, after a neighbour has answered. The thread keeps its shape without the words.
    first = Comment.objects.get(comment=FIRST)
    CommentFactory(content_object=discussion, parent=first, user=neighbour, comment="Planes, yes.")
    page.goto("/en/community/me/leave/")
    prove(page)
    assert violations(page) == []
    page.locator("[name=confirmation]").fill("erase")
    page.get_by_role("button", name="Erase my account for good").press("Enter")
    expect(page.get_by_role("heading", name="Your account is erased")).to_be_visible()
    reader.goto(address)
    expect(reader.locator("main")).to_contain_text("erased with the account of a former member")
    expect(reader.locator("article.comment", has_text="Planes, yes.")).to_be_visible()
    for own_words in ("Yll P.", FIRST, REPLY, "And bins"):
        assert own_words not in reader.content()
    assert not User.objects.filter(email=NEWCOMER).exists()
