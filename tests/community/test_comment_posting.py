"""Posting a comment: what appears at once, what waits, what is refused."""

import pytest
from django.core.cache import caches

from community.errors import (
    CommentsClosedError,
    EmptyTextError,
    MemberNeededError,
    ParentElsewhereError,
    ParentGoneError,
    TextTooLongError,
)
from community.models import (
    Comment,
    CommunitySettings,
    Conversation,
    HeldFor,
    State,
)
from community.screening import count_links, holds_a_listed_word
from community.services.posting import (
    Guest,
    post_comment,
    tidy_text,
)
from site_config.rate_limits import RateLimitedError
from tests.community.comment_steps import change, post
from tests.factories.community import CommentFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_comment_of_a_trusted_member_is_public_at_once(discussion, member):
    comment = post(discussion, member, "Rruga e Barrikadave.").comment

    assert comment.is_readable
    assert comment.author_name == member.display_name
    assert (comment.user_name, comment.user_email, comment.user_url) == ("", "", "")


@pytest.mark.parametrize("times", [2, 3])
def test_one_form_makes_one_comment_however_often_it_is_sent(discussion, member, times):
    posted = [post(discussion, member, submission="one form") for _time in range(times)]

    assert [one.is_new for one in posted] == [True] + [False] * (times - 1)
    assert len({one.comment.pk for one in posted}) == 1


def test_the_same_form_of_another_member_is_another_comment(discussion, member):
    post(discussion, member, submission="one form")

    assert post(discussion, UserFactory(), submission="one form").is_new


def test_the_same_words_sent_again_from_a_new_form_are_one_comment(discussion, member):
    first = post(discussion, member, "Twice.").comment

    again = post(discussion, member, "Twice.")

    assert again.comment == first
    assert not again.is_new


def test_the_same_answer_to_another_comment_is_not_the_same_comment(discussion, member):
    one, other = CommentFactory.create_batch(2, content_object=discussion)
    post(discussion, member, "Yes!", parent_id=one.pk)

    answer = post(discussion, member, "Yes!", parent_id=other.pk)

    assert answer.is_new
    assert answer.comment.held_for == HeldFor.DUPLICATE


def test_the_first_three_comments_of_a_newcomer_wait(discussion):
    newcomer = UserFactory()
    for number in range(3):
        comment = post(discussion, newcomer, f"Street {number}.").comment
        assert (comment.state, comment.held_for) == (State.HELD, HeldFor.NEWCOMER)
        change(comment, State.PUBLIC)

    assert post(discussion, newcomer, "Street four.").comment.state == State.PUBLIC


def test_staff_do_not_wait(discussion):
    clerk = UserFactory(administrator=True)

    assert post(discussion, clerk, "https://a.al https://b.al https://c.al").comment.is_readable


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("https://a.example https://b.example https://c.example", HeldFor.LINKS),
        ("[a](//a.example) [b](//b.example) [c](//c.example)", HeldFor.LINKS),
        ("What a ScÁmmer", HeldFor.WORDS),
    ],
)
def test_what_looks_like_spam_waits_and_is_not_lost(discussion, member, text, reason):
    CommunitySettings.objects.create(held_words="casino\nscam*")

    comment = post(discussion, member, text).comment

    assert (comment.state, comment.held_for) == (State.HELD, reason)
    assert comment.comment == text


def test_many_comments_in_a_moment_wait(discussion, member):
    states = [post(discussion, member, f"Street {number}").comment.state for number in range(6)]

    assert states == [State.PUBLIC] * 5 + [State.HELD]


@pytest.mark.parametrize(
    ("text", "listed", "found"),
    [
        ("a casino", "casino", True),
        ("a CASINÓ!", "casino", True),
        ("a \u0441\u0430sino", "casino", True),  # Cyrillic letters
        ("casinos", "casino", False),
        ("casinos", "casino*", True),
        ("buy  now, please", "buy now", True),
        ("", "casino", False),
        ("casino", "\n  \n", False),
    ],
)
def test_a_word_is_found_whatever_its_case_accents_and_script(text, listed, found):
    assert holds_a_listed_word(text, listed) is found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("No link", 0),
        ("www.a.al and https://b.al", 2),
        ("[a](https://a.al)", 1),
        ("<https://a.al>", 1),
    ],
)
def test_links_are_counted_written_out_or_behind_words(text, number):
    assert count_links(text) == number


def test_more_than_ten_comments_in_ten_minutes_are_refused(discussion, member):
    for number in range(10):
        post(discussion, member, f"Street {number}")

    with pytest.raises(RateLimitedError) as refused:
        post(discussion, member, "One more")

    assert 0 < refused.value.retry_after <= 600
    assert not Comment.objects.filter(comment="One more").exists()


def test_a_repeated_form_is_not_counted(discussion, member):
    for _time in range(15):
        post(discussion, member, submission="one form")

    written = Comment.objects.filter(conversation__object_id=discussion.pk, opens=False)
    assert written.count() == 1


def test_the_limit_holds_while_the_cache_is_away(discussion, member, monkeypatch):
    def broken(*args: object, **kwargs: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(caches["limits"], "add", broken)
    for number in range(10):
        post(discussion, member, f"Street {number}")

    with pytest.raises(RateLimitedError):
        post(discussion, member, "One more")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", EmptyTextError),
        ("  \n\t ", EmptyTextError),
        ("\u200b\u202e", EmptyTextError),
        ("a" * 3001, TextTooLongError),
    ],
)
def test_words_that_cannot_be_stored_are_refused(discussion, member, text, error):
    with pytest.raises(error):
        post(discussion, member, text)


def test_words_are_stored_composed_and_without_what_cannot_be_seen():
    assert tidy_text(" c\u0327a\r\nb\x00\u202e ") == "ça\nb"
    assert tidy_text("👩\u200d🌾 plants") == "👩\u200d🌾 plants"


def test_three_thousand_characters_are_not_too_many(discussion, member):
    assert len(post(discussion, member, "ë" * 3000).comment.comment) == 3000


def test_a_closed_page_stores_nothing(discussion, member):
    CommunitySettings.objects.create(comments_open=False)

    with pytest.raises(CommentsClosedError):
        post(discussion, member)

    assert Conversation.objects.get(object_id=discussion.pk).last_number == 1


def test_a_refused_reply_stores_nothing(discussion, member):
    gone = CommentFactory(content_object=discussion, held=True)
    elsewhere = CommentFactory()

    for parent, error in [(gone, ParentGoneError), (elsewhere, ParentElsewhereError)]:
        with pytest.raises(error):
            post(discussion, member, parent_id=parent.pk)

    written = Comment.objects.filter(conversation=gone.conversation, opens=False)
    assert written.count() == 1


@pytest.mark.parametrize(
    ("sender", "kept"),
    [
        ("192.0.2.77", "192.0.2.0"),
        ("2001:db8:1:2:3::4", "2001:db8:1::"),
        ("::ffff:192.0.2.77", "192.0.2.0"),
        ("", None),
        ("nonsense", None),
    ],
)
def test_a_network_address_is_shortened_before_it_is_stored(discussion, member, sender, kept):
    assert post(discussion, member, sender=sender).comment.ip_address == kept


def test_a_comment_needs_a_member_or_a_guest(discussion):
    with pytest.raises(ValueError, match="member or by a guest"):
        post(discussion, None)


def test_a_guest_does_not_post_where_guests_are_not_let(discussion):
    with pytest.raises(MemberNeededError):
        post_comment(
            target=discussion,
            author=None,
            guest=Guest("Ana", "ana@example.org"),
            text="A street.",
            submission="one form",
        )
