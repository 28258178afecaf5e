"""A form that comes back with its name and other words, as browsers bring it: none are lost."""

import re

import pytest
from django.core import signing
from django.utils import timezone

from community.guest_guards import TICKET_SALT
from community.models import Comment, CommunitySettings, Discussion, PendingComment
from community.services.posting import delete_own_comment, edit_comment
from site_config.models import OutboxMail
from tests.community.comment_steps import post, write_url
from tests.community.puzzle_steps import solved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]

NEW = "/en/community/discussions/new/"
WORDS = {"title": "Where do we plant?", "text": "Name a street.", "language": "en"}


def name_in(page: str) -> str:
    return re.search(r'name="submission" value="([^"]+)"', page)[1]


def said() -> list[str]:
    written = Comment.objects.filter(opens=False, submission__gt="").order_by("pk")
    return list(written.values_list("comment", flat=True))[3:]


def test_other_words_in_a_used_form_come_back_and_are_posted_when_sent_once_more(
    client, discussion, member
):
    client.force_login(member)
    client.post(write_url(discussion), {"text": "First.", "submission": "one"})

    refused = client.post(write_url(discussion), {"text": "Second.", "submission": "one"})
    page = refused.content.decode()
    client.post(write_url(discussion), {"text": "Second.", "submission": name_in(page)})

    assert refused.status_code == 422
    assert "posted other words with this form" in page
    assert "Second.</textarea>" in page
    assert said() == ["First.", "Second."]


def test_the_first_words_sent_again_after_an_edit_are_the_same_comment(discussion, member):
    comment = post(discussion, member, "Fisrt.", submission="one").comment
    edit_comment(comment_id=comment.pk, editor=member, text="First.")

    again = [post(discussion, member, words, submission="one") for words in ("Fisrt.", "First.")]

    assert [posted.comment for posted in again] == [comment, comment]


def test_words_in_the_form_of_a_deleted_comment_are_not_lost(client, discussion, member):
    comment = post(discussion, member, "First.", submission="one").comment
    delete_own_comment(comment_id=comment.pk, author=member)
    client.force_login(member)

    refused = client.post(write_url(discussion), {"text": "Second.", "submission": "one"})

    assert refused.status_code == 422
    assert "Second.</textarea>" in refused.content.decode()


@pytest.mark.parametrize("other", [{"title": "Where do we dig?"}, {"text": "Name a square."}])
def test_another_discussion_in_a_used_form_comes_back(client, member, other):
    client.force_login(member)
    client.post(NEW, WORDS | {"submission": "one"})

    refused = client.post(NEW, WORDS | other | {"submission": "one"})
    page = refused.content.decode()
    client.post(NEW, WORDS | other | {"submission": name_in(page)})

    assert refused.status_code == 422
    assert next(iter(other.values())) in page
    assert Discussion.objects.filter(author=member).count() == 2


@pytest.fixture
def guest_form(db: None) -> dict[str, str]:
    """What a guest types into the form for a comment."""
    CommunitySettings.objects.create(guests_may_comment=True)
    opened = int(timezone.now().timestamp()) - 60
    ticket = signing.dumps({"opened": opened, "id": "one"}, salt=TICKET_SALT)
    return {"name": "Ana", "email": "ana@example.org", "submission": ticket, "altcha": solved()}


@pytest.mark.parametrize("confirmed", [False, True])
def test_other_words_of_a_guest_come_back(client, discussion, guest_form, confirmed):
    client.post(write_url(discussion), guest_form | {"text": "First."})
    if confirmed:
        link = re.search(r"https?://[^/\s]+(/\S+/confirm/\S+)", OutboxMail.objects.get().text)[1]
        client.post(link)

    refused = client.post(write_url(discussion), guest_form | {"text": "Second."})

    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Second.</textarea>" in page
    assert name_in(page) != guest_form["submission"]
    assert OutboxMail.objects.count() == 1


def test_a_guest_who_sends_a_confirmed_form_again_gets_no_second_link(
    client, discussion, guest_form
):
    client.post(write_url(discussion), guest_form | {"text": "First."})
    link = re.search(r"https?://[^/\s]+(/\S+/confirm/\S+)", OutboxMail.objects.get().text)[1]
    client.post(link)

    again = client.post(write_url(discussion), guest_form | {"text": "First."})

    assert again.status_code == 302
    assert OutboxMail.objects.count() == 1
    assert not PendingComment.objects.exists()
