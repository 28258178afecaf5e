"""Starting a discussion, and changing its words."""

from functools import partial
from typing import NamedTuple

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from community.errors import (
    DiscussionTooLateError,
    DiscussionTooLongError,
    FormUsedError,
    NotReadableError,
    PictureNotStoredError,
    PictureWithoutWordsError,
)
from community.models import (
    Choice,
    Comment,
    CommentVersion,
    CommunitySettings,
    ConversationChoice,
    Discussion,
    State,
    User,
)
from community.models.placing import move_to_state
from community.networks import shortened_address
from community.policy import why_not_discuss
from community.purging import purge_addresses
from community.screening import why_hold
from community.services.notifying import note_comment
from community.services.posting import (
    EDITABLE_FOR,
    MEMBER_LIMITS,
    REPEAT_SPAN,
    locked_own_comment,
    submission_name,
)
from community.targets import public_addresses
from community.text import tidy_title, tidy_words
from site_config.full_disks import is_full
from site_config.models.topics import Topic
from site_config.rate_limits import Limit, count_use

LONGEST_TEXT = 5000
DISCUSSION_LIMIT = Limit(5, 86_400)
PICTURE_LIMIT = Limit(10, 3600)


class Started(NamedTuple):
    """A discussion, and whether this request has made it."""

    discussion: Discussion
    is_new: bool


def tidy_text(text: str) -> str:
    """Return the words that open a discussion as they are stored.

    Raises:
        EmptyTextError: nothing is left to read.
        DiscussionTooLongError: there is more than a discussion opens with.
    """
    text = tidy_words(text)
    if len(text) > LONGEST_TEXT:
        raise DiscussionTooLongError
    return text


def start_discussion(
    *,
    author: User,
    title: str,
    text: str,
    topic: Topic | None,
    language: str,
    submission: str,
    picture: ContentFile | None = None,
    picture_alt: str = "",
    sender: str = "",
) -> Started:
    """Open a discussion; everybody can read it at once, or it waits for a moderator.

    The same submission, however often it arrives, is one discussion.

    Args:
        author: the signed-in member.
        title: one question or one subject.
        text: the words, in the small Markdown of members.
        topic: what it is about, if it fits any of the topics.
        language: the language in which the member writes.
        submission: names the form that was opened; the client repeats it when it tries again.
        picture: as `community.picture_uploads.read_picture` returns it.
        picture_alt: what the picture shows.
        sender: the network address; a shortened form of it is stored.

    Raises:
        FormUsedError: the submission has brought other words before.
        CommunityError: a subclass says why it can't be started; nothing is stored.
        RateLimitedError: this member has written too much.
    """
    discussion = Discussion(
        author=author,
        title=tidy_title(title),
        text=tidy_text(text),
        topic=topic,
        language=language,
    )
    if picture:
        discussion.picture = picture
        discussion.picture_alt = _described(picture_alt)
    try:
        with transaction.atomic():
            return _stored(discussion, submission, sender)
    except BaseException as error:
        discussion.discard_picture()
        if is_full(error):
            raise PictureNotStoredError from error
        raise


@transaction.atomic
def edit_discussion(
    *,
    discussion_id: int,
    editor: User,
    title: str,
    text: str,
    topic: Topic | None,
    picture_alt: str = "",
    keep_picture: bool = True,
) -> Discussion:
    """Give a discussion other words within 15 minutes; moderators can read the earlier ones.

    Args:
        discussion_id: the discussion's number.
        editor: its author.
        title: the new title.
        text: the new words.
        topic: the new topic.
        picture_alt: what its picture shows, where it has one.
        keep_picture: whether the picture stays.

    Raises:
        NotYoursError, NotReadableError, DiscussionTooLateError: it is not to be changed by this
            member, or no longer.
        CommunityError: nobody can write now, or the words can't be stored.
        RateLimitedError: this member has written too much.
    """
    title, text = tidy_title(title), tidy_text(text)
    opening = own_opening(discussion_id, editor)
    if timezone.now() - opening.submit_date > EDITABLE_FOR:
        raise DiscussionTooLateError
    if refusal := why_not_discuss(editor):
        raise refusal
    discussion = Discussion.objects.get(pk=discussion_id)
    described = discussion.picture_alt
    if discussion.picture and keep_picture:
        discussion.picture_alt = _described(picture_alt)
    elif discussion.picture:
        discussion.drop_picture()
    earlier = (discussion.title, discussion.text)
    if earlier != (title, text) or described != discussion.picture_alt:
        count_use("comment", f"member {editor.pk}", *MEMBER_LIMITS)
    if earlier != (title, text):
        _keep_version(opening, *earlier)
        # The title stands in the address.
        transaction.on_commit(partial(purge_addresses, public_addresses(discussion)), robust=True)
    elif described != discussion.picture_alt:
        Comment.objects.filter(pk=opening.pk).update(edited_at=timezone.now())
    discussion.title, discussion.text, discussion.topic = title, text, topic
    discussion.save()
    settings = CommunitySettings.for_writing()
    reason = why_hold(author=editor, title=title, text=text, settings=settings, edited=opening)
    if reason and opening.state == State.PUBLIC:
        Comment.objects.filter(pk=opening.pk).update(held_for=reason)
        opening.held_for = reason
        move_to_state(opening, State.HELD)
        discussion.refresh_from_db()
    elif opening.state == State.PUBLIC:
        opening.refresh_from_db(fields=["comment"])
        note_comment(opening)
    return discussion


def own_opening(discussion_id: int, member: User) -> Comment:
    """Return the opening of a member's own discussion, locked until the transaction ends.

    Raises:
        NotReadableError: there is none, or moderators have hidden it.
        NotYoursError: somebody else has started it.
    """
    discussion = Discussion.objects.filter(pk=discussion_id).first()
    opening = discussion.opening if discussion else None
    if opening is None:
        raise NotReadableError
    return locked_own_comment(opening.pk, member)


def _stored(discussion: Discussion, submission: str, sender: str) -> Started:
    """Store a discussion with its opening, unless this form has made it already."""
    # One after the other: a form that is sent three times at once makes one discussion.
    waiting = User.objects.select_for_update(no_key=True)
    author = waiting.filter(pk=discussion.author_id).first()
    if refusal := why_not_discuss(author):
        raise refusal
    name = submission_name(submission, author, None)
    if earlier := _same_start(discussion, name):
        return Started(earlier, is_new=False)
    who = f"member {author.pk}"
    count_use("comment", who, *MEMBER_LIMITS)
    count_use("discussion", who, DISCUSSION_LIMIT)
    settings = CommunitySettings.for_writing()
    reason = why_hold(
        author=author, title=discussion.title, text=discussion.text, settings=settings
    )
    discussion.state = Discussion.State.HIDDEN if reason else Discussion.State.VISIBLE
    discussion.opening_draft = opening = Comment(
        ip_address=shortened_address(sender),
        submission=name,
        state=State.HELD if reason else State.PUBLIC,
        held_for=reason or "",
    )
    discussion.save()
    ConversationChoice.objects.create(
        member=author, conversation=opening.conversation, choice=Choice.FOLLOW
    )
    if opening.state == State.PUBLIC:
        note_comment(opening)
    return Started(discussion, is_new=True)


def _same_start(discussion: Discussion, name: str) -> Discussion | None:
    """Return the discussion that this one repeats: by its form, or word for word a moment ago.

    Raises:
        FormUsedError: the form has started one with other words.
    """
    same_form = Comment.objects.filter(user=discussion.author_id, opens=True, submission=name)
    if opening := same_form.select_related("conversation__content_type").first():
        started = opening.conversation.specific_target()
        words = (discussion.title, discussion.text)
        if (started.title, started.text) != words and not opening.has_said(_version(*words)):
            raise FormUsedError
        return started
    return Discussion.objects.filter(
        author=discussion.author_id,
        title=discussion.title,
        text=discussion.text,
        opened_at__gt=timezone.now() - REPEAT_SPAN,
    ).first()


def _keep_version(opening: Comment, title: str, text: str) -> None:
    """Keep words that are about to be replaced, and tell readers that they were."""
    now = timezone.now()
    CommentVersion.objects.create(comment=opening, text=_version(title, text), replaced_at=now)
    Comment.objects.filter(pk=opening.pk).update(edited_at=now)


def _version(title: str, text: str) -> str:
    """Return the words of a discussion as an earlier version of its opening keeps them."""
    return f"{title}\n\n{text}"


def _described(alt: str) -> str:
    """Return the words for those who do not see a picture, on one line.

    Raises:
        PictureWithoutWordsError: there are none.
    """
    alt = " ".join(alt.split())
    if not alt:
        raise PictureWithoutWordsError
    return alt
