"""Threads that were rendered before are shown as their rows are now, and rendered no more."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django.utils.translation import override
from django_comments.models import CommentFlag
from django_comments_xtd.models import LIKEDIT_FLAG, XtdComment

from community import kept_threads
from community.kept_threads import KeptThreads, branches_html, says
from community.models import Comment, HiddenFor, Mention, State, User
from community.threads import READ_WHOLE, REPLIES_SHOWN, THREADS_PER_PAGE, read_thread
from tests.community.comment_steps import address, change, read
from tests.factories.community import CommentFactory, DiscussionFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The templates of threads that were rendered since the test began."""
    found: list[str] = []
    render = kept_threads.render_to_string

    def note(name: str, context: dict[str, Any]) -> str:
        found.append(name)
        return render(name, context)

    monkeypatch.setattr(kept_threads, "render_to_string", note)
    return found


@pytest.fixture
def comment(discussion: Any) -> Comment:
    """A comment of Ana's, in which Ben is named."""
    comment = CommentFactory(
        content_object=discussion, user=UserFactory(display_name="Ana"), comment="As @Ben said."
    )
    Mention.objects.create(comment=comment, member=UserFactory(display_name="Ben"), name="Ben")
    CommentFactory(content_object=discussion, comment="An answer.", parent=comment)
    return comment


def hide(comment: Comment) -> None:
    change(comment, State.HIDDEN, hidden_for=HiddenFor.INSULT)


def erase(comment: Comment) -> None:
    change(comment, State.ERASED)


def delete(comment: Comment) -> None:
    change(comment, State.DELETED)


def edit(comment: Comment) -> None:
    XtdComment.objects.filter(pk=comment.pk).update(comment="Something else.")


def take_words_out(comment: Comment) -> None:
    """Change a word as erasure does, without a word about when."""
    XtdComment.objects.filter(pk=comment.pk).update(comment="As @*** said.")


def edit_it_again(comment: Comment) -> None:
    Comment.objects.filter(pk=comment.pk).update(edited_at=timezone.now())


def make_official(comment: Comment) -> None:
    Comment.objects.filter(pk=comment.pk).update(is_official=True)


def like(comment: Comment) -> None:
    CommentFlag.objects.create(comment=comment, user=UserFactory(), flag=LIKEDIT_FLAG)


def rename_author(comment: Comment) -> None:
    User.objects.filter(display_name="Ana").update(display_name="Anila")


def lock_author_out(comment: Comment) -> None:
    User.objects.filter(display_name="Ana").update(is_active=False)


def lock_named_out(comment: Comment) -> None:
    User.objects.filter(display_name="Ben").update(is_active=False)


def forget_mention(comment: Comment) -> None:
    Mention.objects.all().delete()


def part_from_author(comment: Comment) -> None:
    XtdComment.objects.filter(pk=comment.pk).update(user=None, user_name="Somebody")


def write_in_albanian(comment: Comment) -> None:
    Comment.objects.filter(pk=comment.pk).update(language="sq")


def move_in_time(comment: Comment) -> None:
    moment = timezone.now() - timedelta(days=400)
    XtdComment.objects.filter(pk=comment.pk).update(submit_date=moment)


def hide_answer(comment: Comment) -> None:
    change(Comment.objects.get(comment="An answer."), State.HIDDEN, hidden_for=HiddenFor.SPAM)


def answer_again(comment: Comment) -> None:
    CommentFactory(content_object=comment.content_object, comment="Another answer.", parent=comment)


CHANGES = [
    *(hide, erase, delete, edit, take_words_out, edit_it_again, make_official, like),
    *(rename_author, lock_author_out, lock_named_out, forget_mention, part_from_author),
    *(write_in_albanian, move_in_time, hide_answer, answer_again),
]


@pytest.mark.parametrize("work", CHANGES)
def test_whatever_changes_is_shown_as_it_is_now(client, discussion, comment, work):
    before = read(client, address(discussion))

    work(comment)

    after = read(client, address(discussion))
    kept_threads.threads.clear()
    assert after == read(client, address(discussion))
    assert after != before


@pytest.mark.parametrize("work", [hide, erase, delete])
def test_words_that_have_gone_are_not_shown_from_memory(client, discussion, comment, work):
    assert "said." in read(client, address(discussion))

    work(comment)

    assert "said." not in read(client, address(discussion))


def test_a_key_without_the_state_would_show_hidden_words(client, discussion, monkeypatch):
    """The same with a key that forgets the state: so the test above can fail."""
    forgotten = (*State.values, *HiddenFor.values)

    def forgetful(branch: Any) -> Any:
        words, row = says(branch)
        return words, tuple("" if it in forgotten else it for it in row)

    monkeypatch.setattr(kept_threads, "says", forgetful)
    comment = CommentFactory(content_object=discussion, comment="As Ben said.")
    read(client, address(discussion))

    hide(comment)

    assert "said." in read(client, address(discussion))


def test_a_thread_is_rendered_once(client, discussion, comment, rendered):
    first = read(client, address(discussion))
    second = read(client, address(discussion))

    assert second == first
    assert rendered == ["community/includes/branch.html"]


def test_a_new_answer_has_only_its_own_thread_rendered(client, discussion, comment, rendered):
    other = CommentFactory(content_object=discussion, comment="Another thread.")
    read(client, address(discussion))
    rendered.clear()

    CommentFactory(content_object=discussion, comment="New.", parent=other)
    html = read(client, address(discussion))

    assert "New." in html
    assert len(rendered) == 1


def test_what_is_kept_is_in_the_readers_language(client, discussion, comment):
    english = address(discussion)
    read(client, english)

    html = read(client, english.replace("/en/", "/sq/"))

    assert "Përgjigju" in html


def test_what_is_kept_offers_a_reply_only_where_one_is_taken(discussion, comment, rf):
    branches = read_thread(discussion, rf.get("/")).branches
    with override("en"):
        shown = [
            branches_html(branches, can_reply=can_reply, write_url="/write/")
            for can_reply in (True, False, True)
        ]

    assert ["data-reply" in html for html in shown] == [True, False, True]


def test_the_memory_has_a_limit():
    memory = KeptThreads(most_signs=100)
    make: Callable[[str], Callable[[], str]] = lambda word: lambda: word  # noqa: E731

    for word in ("a", "b", "c"):
        memory.get_or_make(word, 40, make(word))

    assert memory.signs == 80
    assert memory.get_or_make("c", 40, make("again")) == "c"
    assert memory.get_or_make("a", 40, make("again")) == "again"


@pytest.mark.parametrize("whole", [READ_WHOLE, 0])
def test_a_short_conversation_is_read_at_once_and_shown_as_any_other(rf, monkeypatch, whole):
    discussion = DiscussionFactory()
    openers = [CommentFactory(content_object=discussion) for _number in range(THREADS_PER_PAGE + 1)]
    replies = [
        CommentFactory(content_object=discussion, parent=openers[0])
        for _number in range(REPLIES_SHOWN + 2)
    ]
    change(openers[1], State.HIDDEN, hidden_for=HiddenFor.SPAM)
    monkeypatch.setattr("community.threads.READ_WHOLE", whole)

    pages = [read_thread(discussion, rf.get(f"/?comments={number}")).branches for number in (1, 2)]

    assert [[branch.comment for branch in page] for page in pages] == [openers[:-1], openers[-1:]]
    assert [branch.comment for branch in pages[0][0].replies] == replies[:REPLIES_SHOWN]
    assert pages[0][0].is_cut
