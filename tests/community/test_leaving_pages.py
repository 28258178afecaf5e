"""The ways out: the member's own page, the admin, and the command after a backup."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from community.models import Comment, Erasure, State, User
from community.services.leaving import erase_account
from tests.community.account_steps import PASSWORD, sign_in
from tests.community.comment_steps import change
from tests.factories.community import (
    CommentFactory,
    DiscussionFactory,
    ModeratorFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]

LEAVE = "/en/community/me/leave/"
LIST = "/en/community/me/contributions/"


@pytest.fixture
def member(client) -> User:
    """A member who is signed in and has just proved who they are."""
    member = UserFactory(display_name="Arta K.")
    sign_in(client, member)
    client.post(f"/en/account/reauthenticate/?next={LEAVE}", {"password": PASSWORD})
    return member


def test_the_page_tells_first_what_goes_and_what_stays(client, member):
    html = client.get(LEAVE).content.decode()

    assert html.index("What goes") < html.index("What stays") < html.index("Erase my account")
    assert 'href="/en/community/me/export/"' in html
    assert User.objects.filter(pk=member.pk).exists()


def test_a_member_leaves_by_typing_a_word(client, member):
    CommentFactory(user=member)

    answer = client.post(LEAVE, {"confirmation": " Erase "}, follow=True)

    assert answer.redirect_chain == [("/en/community/left/", 302)]
    assert "Your account is erased" in answer.content.decode()
    assert not User.objects.filter(pk=member.pk).exists()
    assert Erasure.objects.get().asked_by == Erasure.AskedBy.MEMBER
    assert "sid" not in client.cookies or not client.cookies["sid"].value
    assert client.get("/en/community/me/").status_code == 302


@pytest.mark.parametrize("typed", ["", "delete", "x" * 100])
def test_another_word_erases_nothing(client, member, typed):
    answer = client.post(LEAVE, {"confirmation": typed})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert User.objects.filter(pk=member.pk).exists()


def test_the_word_is_that_of_the_page_s_language(client, member):
    page = client.get("/sq/community/me/leave/").content.decode()
    answer = client.post("/sq/community/me/leave/", {"confirmation": "fshije"})

    assert "“fshije”" in page
    assert answer["Location"] == "/sq/community/left/"


def test_leaving_asks_who_it_is_first(client):
    member = UserFactory()
    sign_in(client, member)

    for answer in (client.get(LEAVE), client.post(LEAVE, {"confirmation": "erase"})):
        assert answer.status_code == 302
        assert "/account/reauthenticate/" in answer["Location"]
    assert User.objects.filter(pk=member.pk).exists()


def test_the_last_administrator_is_told_why_they_stay(client):
    last = UserFactory(administrator=True)
    sign_in(client, last)
    client.post(f"/en/account/reauthenticate/?next={LEAVE}", {"password": PASSWORD})

    answer = client.post(LEAVE, {"confirmation": "erase"})

    assert answer.status_code == 422
    assert "You are the only administrator." in answer.content.decode()
    assert User.objects.filter(pk=last.pk).exists()


def test_the_page_that_says_it_is_done_is_the_same_for_everybody(client):
    answer = client.get("/en/community/left/")

    assert "public" in answer["Cache-Control"]
    assert not answer.cookies


def test_an_administrator_erases_somebody_and_the_log_keeps_a_number(client):
    client.force_login(UserFactory(administrator=True))
    person = UserFactory(display_name="Zana Q.")
    comment = CommentFactory(user=person)
    address = reverse("wagtailusers_users:delete", args=[person.pk])

    page = client.get(address).content.decode()
    answer = client.post(address)

    assert "përgjithmonë" in page
    assert answer.status_code == 302
    comment.refresh_from_db()
    assert (comment.state, comment.comment) == (State.ERASED, "")
    assert Erasure.objects.get().asked_by == Erasure.AskedBy.ADMINISTRATOR
    entry = ModelLogEntry.objects.get(action="community.erase")
    assert entry.label.startswith(f"{person.pk}: ")
    assert "Zana" not in entry.label


def test_several_people_who_were_chosen_are_erased_too(client):
    client.force_login(UserFactory(administrator=True))
    people = UserFactory.create_batch(2)
    comments = [CommentFactory(user=person) for person in people]
    address = reverse("wagtail_bulk_action", args=["community", "user", "delete"])
    query = "&".join(f"id={person.pk}" for person in people)

    page = client.get(f"{address}?{query}").content.decode()
    client.post(f"{address}?{query}")

    assert "përgjithmonë" in page
    assert set(Comment.objects.filter(opens=False).values_list("state", flat=True)) == {"erased"}
    assert len(comments) == Erasure.objects.count() == 2


@pytest.mark.parametrize("role", ["Community moderators", "Moderators", "Editors"])
def test_nobody_but_administrators_erases(client, role):
    client.force_login(ModeratorFactory(role=role))
    person = UserFactory()

    answer = client.post(reverse("wagtailusers_users:delete", args=[person.pk]))

    assert answer.status_code in {302, 403}
    assert User.objects.filter(pk=person.pk).exists()


def test_erasing_in_the_admin_asks_for_a_fresh_proof(client, settings, monkeypatch):
    settings.STAFF_TWO_FACTOR_REQUIRED = True
    monkeypatch.setattr("community.middleware.has_second_factor", lambda request: True)
    client.force_login(UserFactory(administrator=True))
    person = UserFactory()

    answer = client.post(reverse("wagtailusers_users:delete", args=[person.pk]))

    assert "reauthenticate" in answer["Location"]
    assert User.objects.filter(pk=person.pk).exists()


def restored(erasure: Erasure, **fields: object) -> User:
    """Return the account that a backup has brought back under its number."""
    return UserFactory(pk=erasure.number, **fields)


@pytest.fixture
def erasure() -> Erasure:
    """An account that was erased a moment ago."""
    return erase_account(member=UserFactory(), asked_by=Erasure.AskedBy.MEMBER)


def test_a_backup_is_cleaned_by_the_list_that_was_kept_beside_it(erasure, tmp_path, capsys):
    call_command("erase_again", list=True)
    kept = tmp_path / "erased.txt"
    kept.write_text(capsys.readouterr().out)
    Erasure.objects.all().delete()
    back = restored(erasure, date_joined=timezone.now() - timedelta(days=30))
    comment = CommentFactory(user=back)

    call_command("erase_again", str(kept))

    comment.refresh_from_db()
    assert not User.objects.filter(pk=back.pk).exists()
    assert comment.state == State.ERASED
    assert Erasure.objects.get().number == erasure.number
    assert capsys.readouterr().out == "Erased again: 1 of 1.\n"


def test_a_number_that_was_given_out_anew_is_somebody_else(erasure):
    other = restored(erasure, date_joined=timezone.now() + timedelta(minutes=1))

    call_command("erase_again")

    assert User.objects.filter(pk=other.pk).exists()


@pytest.mark.parametrize("text", ["x", "1\tmember", "1\tnobody\t2026-01-01T00:00:00+00:00"])
def test_a_list_that_can_t_be_read_erases_nobody(erasure, tmp_path, text):
    (tmp_path / "list").write_text(text)

    with pytest.raises(CommandError, match="can't be read"):
        call_command("erase_again", str(tmp_path / "list"))
    with pytest.raises(CommandError, match="can't be read"):
        call_command("erase_again", str(tmp_path / "missing"))


def test_a_member_finds_everything_they_wrote_in_one_list(client, member):
    discussion = DiscussionFactory(author=member, title="About trees")
    held = CommentFactory(user=member, held=True, comment="Waiting words.")
    hidden = CommentFactory(user=member, comment="Hidden words.")
    change(hidden, State.HIDDEN, held_for="", hidden_for="spam")
    gone = CommentFactory(user=member, comment="Deleted words.")
    change(gone, State.DELETED)
    CommentFactory(comment="Words of others.")

    html = client.get(LIST).content.decode()

    assert f'href="{discussion.get_absolute_url()}"' in html
    assert f'href="/en/community/comments/{held.pk}/own/"' in html
    assert "Waits for a moderator" in html
    assert "Hidden words." in html
    assert "Hidden: Advertising" in html
    assert "Deleted words." not in html
    assert "Words of others." not in html


@pytest.mark.parametrize("number", [2, 25])
def test_the_list_of_contributions_has_pages_and_asks_no_more_when_it_grows(
    client, member, number, django_assert_max_num_queries
):
    CommentFactory.create_batch(number, user=member)
    client.get(LIST)

    with django_assert_max_num_queries(14):
        html = client.get(LIST).content.decode()

    assert ("?page=2" in html) == (number > 20)
    assert client.get(f"{LIST}?page=99").status_code == 404


def test_visitors_have_no_list_of_contributions():
    assert Client().get(LIST).status_code == 302
