"""What members do with comments of their own, and with those of others."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.models import (
    Comment,
    State,
)
from community.services.posting import delete_own_comment
from tests.community.comment_steps import read, write_url
from tests.factories.community import CommentFactory, SanctionFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


def test_a_member_changes_a_comment_and_readers_are_told(client, discussion, member):
    client.force_login(member)
    client.post(write_url(discussion), {"text": "Fisrt."})
    comment = Comment.objects.latest("pk")
    edit = f"/en/community/comments/{comment.pk}/edit/"

    form = read(client, edit)
    response = client.post(edit, {"text": "First."}, follow=True)

    assert "Fisrt.</textarea>" in form
    html = response.content.decode()
    assert "First." in html
    assert "edited" in html


def test_a_late_edit_keeps_the_words(client, discussion, member):
    comment = CommentFactory(content_object=discussion, user=member)
    Comment.objects.filter(pk=comment.pk).update(submit_date=timezone.now() - timedelta(hours=1))
    client.force_login(member)

    response = client.post(f"/en/community/comments/{comment.pk}/edit/", {"text": "Other."})

    assert response.status_code == 422
    assert "Other.</textarea>" in response.content.decode()


def test_a_member_deletes_a_comment_after_being_asked(client, discussion, member, purged):
    comment = CommentFactory(content_object=discussion, user=member)
    client.force_login(member)
    url = f"/en/community/comments/{comment.pk}/delete/"

    assert "Your words are removed for good" in read(client, url)
    response = client.post(url, follow=True)

    assert "Your comment is deleted." in response.content.decode()
    comment.refresh_from_db()
    assert (comment.state, comment.comment) == (State.DELETED, "")


def test_a_delete_button_pressed_twice_says_the_same_twice(client, discussion, member, purged):
    comment = CommentFactory(content_object=discussion, user=member)
    client.force_login(member)
    url = f"/en/community/comments/{comment.pk}/delete/"

    answers = [client.post(url, follow=True) for _press in range(2)]

    for answer in answers:
        assert answer.status_code == 200
        assert "Your comment is deleted." in answer.content.decode()


def test_the_page_that_asks_about_a_deleted_comment_leads_on(client, discussion, member):
    comment = CommentFactory(content_object=discussion, user=member)
    delete_own_comment(comment_id=comment.pk, author=member)
    client.force_login(member)

    answer = client.get(f"/en/community/comments/{comment.pk}/delete/", follow=True)

    assert "Your comment is deleted." in answer.content.decode()


def test_a_like_of_a_banned_member_is_refused_with_the_reason(client, discussion):
    comment = CommentFactory(content_object=discussion)
    client.force_login(SanctionFactory().member)

    answer = client.post(f"/en/community/comments/{comment.pk}/like/", {"liked": "1"})

    assert answer.status_code == 422
    assert "banned you from writing" in answer.content.decode()


@pytest.mark.parametrize("name", ["own", "edit", "delete"])
def test_a_comment_of_somebody_else_is_not_found_there(client, discussion, name):
    comment = CommentFactory(content_object=discussion)
    url = f"/en/community/comments/{comment.pk}/{name}/"

    assert "/account/login/" in client.get(url)["Location"]
    client.force_login(UserFactory(administrator=True))
    assert client.get(url).status_code == 404
    assert client.post(url, {"text": "Other."}).status_code in {404, 405}


def test_a_member_finds_a_comment_helpful_by_a_button(client, discussion, member):
    comment = CommentFactory(content_object=discussion)
    client.force_login(member)
    url = f"/en/community/comments/{comment.pk}/like/"

    assert "Helpful" in read(client, url)
    html = client.post(url, {"liked": "1"}, follow=True).content.decode()
    again = client.post(url, {"liked": "0"}, headers={"X-Requested-With": "fetch"})

    assert '<span class="num">1</span>' in html
    assert again.json() == {"liked": False, "likes": 0}


def test_ones_own_comment_cannot_be_called_helpful(client, discussion, member):
    comment = CommentFactory(content_object=discussion, user=member)
    client.force_login(member)

    response = client.post(f"/en/community/comments/{comment.pk}/like/", {"liked": "1"})

    assert response.status_code == 422
    assert "This comment is your own." in response.content.decode()


def test_a_member_reports_a_comment_with_a_reason(client, discussion, member):
    comment = CommentFactory(content_object=discussion)
    client.force_login(member)
    url = f"/en/community/comments/{comment.pk}/report/"

    without_reason = client.post(url, {"words": "Look."})
    response = client.post(url, {"reason": "hate", "words": "Look."})

    assert without_reason.status_code == 422
    assert "Look.</textarea>" in without_reason.content.decode()
    assert "Moderators have your report" in response.content.decode()
    assert comment.reports.get().reason == "hate"


def test_a_script_learns_what_is_the_members_own(client, discussion, member):
    comment = CommentFactory(content_object=discussion, user=member)
    other = CommentFactory(content_object=discussion)
    url = f"/en/community/on/discussion/{discussion.pk}/mine/"

    stranger = client.get(url)
    client.force_login(member)
    client.post(f"/en/community/comments/{other.pk}/like/")
    answer = client.get(url)

    assert stranger.json()["member"] is False
    assert "no-store" in answer["Cache-Control"]
    assert answer.json()["liked"] == [other.pk]
    assert answer.json()["own"] == {
        str(comment.pk): {
            "edit": f"/en/community/comments/{comment.pk}/edit/",
            "delete": f"/en/community/comments/{comment.pk}/delete/",
        }
    }


def test_a_member_follows_another_by_a_button(client, member):
    other = UserFactory()
    client.force_login(member)
    url = f"/en/community/members/{other.pk}/follow/"

    assert other.display_name in read(client, url)
    client.post(url, {"choice": "follow"})

    assert member.member_choices.get().other == other
    assert client.get(f"/en/community/members/{member.pk}/follow/").status_code == 404
