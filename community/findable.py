"""What the search finds of the community: discussions, and what was said anywhere.

Both are asked of the database anew at each search, so that an index that has fallen behind shows
nothing that is hidden, restricted or gone.
"""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from community.models import Comment, Discussion, DiscussionTranslation
from community.models.comments import CommentQuerySet
from community.models.discussions import DiscussionQuerySet
from community.text import plain_text
from site_config.findable import FindableRows, Found


def find_discussions(language: str | None) -> DiscussionQuerySet:
    """Return the discussions that anybody may read, written in or translated into a language."""
    found = Discussion.objects.visible().with_wording()
    if language is None:
        return found
    translated = DiscussionTranslation.objects.filter(language=language).order_by()
    return found.filter(Q(language=language) | Q(pk__in=translated.values("discussion")))


def describe_discussions(discussions: Iterable[Discussion]) -> list[Found]:
    """Return discussions in the reader's language, where there are words in it."""
    return [
        Found(
            title=row.wording.title,
            text=plain_text(row.wording.html),
            url=row.get_absolute_url(),
            author=row.author_name,
            date=row.opened_at,
            language=row.wording.language,
        )
        for row in discussions
    ]


def find_comments(language: str | None) -> CommentQuerySet:
    """Return the comments that anybody may read, on what anybody may read."""
    found = Comment.objects.readable().where_all_may_read().filter(opens=False)
    if language is not None:
        found = found.filter(language=language)
    return with_target_title(found).select_related("user").defer("user__password", "user__about")


def with_target_title(comments: CommentQuerySet) -> CommentQuerySet:
    """Let each comment know the title of what it stands on, in the reader's language if any."""
    discussions = Discussion.objects.filter(pk=OuterRef("conversation__object_id"))
    translations = DiscussionTranslation.objects.filter(
        discussion=OuterRef("conversation__object_id"),
        language=get_language() or settings.LANGUAGE_CODE,
    )
    pages = Page.objects.filter(pk=OuterRef("conversation__object_id"))
    return comments.annotate(
        target_title=Case(
            When(
                conversation__content_type=ContentType.objects.get_for_model(Discussion),
                then=Coalesce(
                    Subquery(translations.order_by().values("title")[:1]),
                    Subquery(discussions.order_by().values("title")[:1]),
                ),
            ),
            default=Subquery(pages.order_by().values("title")[:1]),
        )
    )


def title_of_row(comment: Comment) -> str:
    """Return the title of what a comment of `with_target_title` stands on."""
    return comment.target_title or str(_("Removed discussion"))


def describe_comments(comments: Iterable[Comment]) -> list[Found]:
    """Return comments by the title of what they stand on, each with its permalink."""
    return [
        Found(
            title=title_of_row(row),
            text=row.plain_words,
            url=reverse("community:comment", args=[row.pk]),
            author=row.author_name,
            date=row.submit_date,
            language=row.language,
        )
        for row in comments
    ]


def findable() -> list[FindableRows]:
    """Return both kinds, discussions first."""
    return [
        FindableRows(
            key="discussion",
            label=_("Discussions"),
            one=_("Discussion"),
            heading=_("From the community"),
            find=find_discussions,
            newest_first=("-opened_at", "-id"),
            describe=describe_discussions,
        ),
        FindableRows(
            key="comment",
            label=_("Comments"),
            one=_("Comment"),
            heading=_("From the community"),
            find=find_comments,
            # Numbers follow the order of arrival, and have an index.
            newest_first=("-stored_id",),
            describe=describe_comments,
        ),
    ]
