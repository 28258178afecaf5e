"""Writing a comment, changing it, taking it back."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from community.errors import (
    EditsDiscussionError,
    FormUsedError,
    NotReadableError,
    NotYoursError,
    TextTooLongError,
    TooLateError,
)
from community.models import (
    Comment,
    CommentVersion,
    CommunitySettings,
    Conversation,
    Report,
    State,
    User,
)
from community.models.comments import LONGEST_TEXT
from community.models.conversations import target_key
from community.models.placing import move_to_state
from community.networks import shortened_address
from community.policy import why_not_comment
from community.purging import purge_comment
from community.screening import why_hold
from community.services.mentioning import store_mentions
from community.services.notifying import note_comment
from community.text import tidy_words
from site_config.rate_limits import Limit, count_use

GUEST_LIMITS = (Limit(3, 600), Limit(20, 86_400))
MEMBER_LIMITS = (Limit(10, 600), Limit(100, 86_400))
EDITABLE_FOR = timedelta(minutes=15)
# The same words to the same comment within this time are a repeated click, not a second comment.
REPEAT_SPAN = timedelta(minutes=10)


@dataclass(frozen=True)
class Guest:
    """Somebody without an account who has shown that a mailbox is theirs."""

    name: str
    email: str


class Posted(NamedTuple):
    """A comment, and whether this request has made it."""

    comment: Comment
    is_new: bool


def tidy_text(text: str) -> str:
    """Return the words of a comment as they are stored.

    Raises:
        EmptyTextError: nothing is left to read.
        TextTooLongError: there is more than a comment holds.
    """
    text = tidy_words(text)
    if len(text) > LONGEST_TEXT:
        raise TextTooLongError
    return text


def check_answered(target: Any, parent_id: int) -> None:
    """Refuse an answer to nothing before it is kept; posting checks again, within the lock.

    Raises:
        ParentElsewhereError, ParentGoneError, TooDeepError: as `Comment.check_parent` says.
    """
    if parent_id:
        draft = Comment(conversation=Conversation.objects.about(target))
        draft.check_parent(Comment.objects.filter(pk=parent_id).first())


@transaction.atomic
def post_comment(
    *,
    target: Any,
    author: User | None,
    text: str,
    submission: str,
    parent_id: int = 0,
    guest: Guest | None = None,
    sender: str = "",
    language: str = "",
) -> Posted:
    """Store a comment on a page or in a discussion; it is public at once, or waits.

    The same submission, however often it arrives, is one comment.

    Args:
        target: a page that takes comments, or a discussion.
        author: the signed-in member; nobody for a guest.
        text: the words, in the small Markdown of members.
        submission: names the form that was opened; the client repeats it when it tries again.
        parent_id: the comment that it answers; 0 opens a thread.
        guest: who writes, where there is no member.
        sender: the network address; a shortened form of it is stored.
        language: the language of the page, for readers of the other one.

    Raises:
        FormUsedError: the submission has brought other words before.
        CommunityError: a subclass says why it can't be written; nothing is stored.
        RateLimitedError: this sender has written too much.
        ValueError: there is neither a member nor a guest, or both.
    """
    if (author is None) == (guest is None):
        raise ValueError("A comment is written by a member or by a guest.")
    text = tidy_text(text)
    name = submission_name(submission, author, guest)
    key = target_key(target)
    if refusal := why_not_comment(author, target):
        raise refusal
    conversation = Conversation.objects.locked(key)
    if earlier := _same_submission(conversation, name, author, text, parent_id):
        return Posted(earlier, is_new=False)
    if author is not None:
        count_use("comment", f"member {author.pk}", *MEMBER_LIMITS)
    reason = why_hold(author=author, text=text, settings=CommunitySettings.for_writing())
    comment = Comment(
        content_object=target,
        parent_id=parent_id,
        user=author,
        user_name=guest.name if guest else "",
        user_email=guest.email if guest else "",
        comment=text,
        ip_address=shortened_address(sender),
        submission=name,
        language=language,
        state=State.HELD if reason else State.PUBLIC,
        held_for=reason or "",
    )
    comment.save()
    store_mentions(comment=comment)
    if comment.state == State.PUBLIC:
        note_comment(comment)
        transaction.on_commit(partial(purge_comment, comment.pk), robust=True)
    return Posted(comment, is_new=True)


@transaction.atomic
def edit_comment(*, comment_id: int, editor: User, text: str) -> Comment:
    """Give a comment other words within 15 minutes; moderators can read the earlier ones.

    Raises:
        NotYoursError, TooLateError, NotReadableError: it is not to be changed by this member,
            or no longer.
        EditsDiscussionError: it is the opening of a discussion, which has a title too.
        CommunityError: the page takes no comments now, or the words can't be stored.
        RateLimitedError: this member has written too much.
    """
    text = tidy_text(text)
    comment = locked_own_comment(comment_id, editor)
    if comment.opens:
        raise EditsDiscussionError
    if timezone.now() - comment.submit_date > EDITABLE_FOR:
        raise TooLateError
    if refusal := why_not_comment(editor, comment.content_object):
        raise refusal
    if text == comment.comment:
        return comment
    # Other words are read, kept and told of as new ones are.
    count_use("comment", f"member {editor.pk}", *MEMBER_LIMITS)
    CommentVersion.objects.create(
        comment=comment, text=comment.comment, replaced_at=(now := timezone.now())
    )
    comment.comment, comment.edited_at = text, now
    comment.save(update_fields=["comment", "edited_at"])
    settings = CommunitySettings.for_writing()
    reason = why_hold(author=editor, text=text, settings=settings, edited=comment)
    if reason and comment.state == State.PUBLIC:
        Comment.objects.filter(pk=comment.pk).update(held_for=reason)
        comment.held_for = reason
        move_to_state(comment, State.HELD)
    store_mentions(comment=comment)
    if comment.state == State.PUBLIC:
        note_comment(comment)
    transaction.on_commit(partial(purge_comment, comment.pk), robust=True)
    return comment


@transaction.atomic
def delete_own_comment(*, comment_id: int, author: User) -> Comment:
    """Take a comment back: its words go, replies to it stay.

    Words that somebody has reported are kept until moderators have looked at them.

    Raises:
        NotYoursError, NotReadableError: it isn't this member's to delete, or has gone.
    """
    comment = locked_own_comment(comment_id, author)
    if not comment.reports.filter(outcome=Report.Outcome.OPEN).exists():
        comment.versions.all().delete()
        comment.comment = ""
    comment.ip_address = None
    comment.save(update_fields=["comment", "ip_address"])
    transaction.on_commit(partial(purge_comment, comment.pk), robust=True)
    move_to_state(comment, State.DELETED)
    return comment


def own_comment(comment_id: int, member: User) -> Comment:
    """Return a member's own comment that is public or waits.

    Raises:
        NotReadableError: there is none, or moderators have hidden it.
        NotYoursError: somebody else has written it.
    """
    comment = Comment.objects.select_related("conversation", "user").filter(pk=comment_id).first()
    if comment is None:
        raise NotReadableError
    if not member.is_active or comment.user_id != member.pk:
        raise NotYoursError
    if comment.state not in {State.HELD, State.PUBLIC} or comment.hidden_above:
        raise NotReadableError
    return comment


def locked_own_comment(comment_id: int, member: User) -> Comment:
    """Return the same as `own_comment`, with its conversation locked until the transaction ends."""
    Conversation.objects.locked_around(comment_id)
    return own_comment(comment_id, member)


def submission_name(submission: str, author: User | None, guest: Guest | None) -> str:
    """Return the name under which a form's comment is stored: one for each author and form."""
    who = f"member {author.pk}" if author else f"guest {guest.email.lower() if guest else ''}"
    return salted_hmac(
        "community.submission", f"{who}\n{submission}", algorithm="sha256"
    ).hexdigest()


def posted_by_form(conversation: Conversation | None, name: str, text: str) -> Comment | None:
    """Return the comment that a form has made already; nothing where it has made none.

    Args:
        conversation: where it is to stand; nothing where nobody has ever commented.
        name: of the form, as `submission_name` returns it.
        text: the words that the form brings now.

    Raises:
        FormUsedError: the comment has other words.
    """
    earlier = Comment.objects.filter(conversation=conversation, submission=name).first()
    if earlier is not None and not earlier.has_said(text):
        raise FormUsedError
    return earlier


def _same_submission(
    conversation: Conversation, name: str, author: User | None, text: str, parent_id: int
) -> Comment | None:
    """Return the comment that this one repeats: by its form, or word for word a moment ago."""
    same_form = posted_by_form(conversation, name, text)
    if same_form is not None or author is None:
        return same_form
    recent = Comment.objects.filter(
        conversation=conversation,
        user=author,
        comment=text,
        submit_date__gt=timezone.now() - REPEAT_SPAN,
        state__in=[State.HELD, State.PUBLIC],
    )
    # A thread's opener has itself for its parent.
    return next(
        (
            comment
            for comment in recent
            if (comment.parent_id if comment.root_id else 0) == parent_id
        ),
        None,
    )
