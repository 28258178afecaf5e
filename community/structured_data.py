"""What discussions and comments tell machines (schema.org, JSON-LD 1.1)."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from community.kept_threads import branches_data
from community.models import Discussion, User
from community.text import plain_text
from community.threads import Branch, Thread


def discussion_posting(
    discussion: Discussion, opening: Branch | None, thread: Thread, request: HttpRequest
) -> dict[str, Any]:
    """Describe a discussion with the comments of the page that is shown.

    Args:
        discussion: one that anybody may read.
        opening: its first words, with their likes.
        thread: what was replied.
        request: by which the addresses are made absolute.
    """
    words = discussion.wording
    url = request.build_absolute_uri(discussion.get_absolute_url())
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DiscussionForumPosting",
        "@id": f"{url}#discussion",
        "url": url,
        "headline": words.title,
        "text": plain_text(words.html),
        "inLanguage": words.language,
        "datePublished": discussion.opened_at.isoformat(),
        "author": _person(discussion.author, discussion.author_name, request),
        **comments_data(thread, request),
    }
    if opening and opening.comment.edited_at:
        data["dateModified"] = opening.comment.edited_at.isoformat()
    if opening and opening.likes:
        data["interactionStatistic"] = _likes(opening.likes)
    if discussion.picture:
        data["image"] = {
            "@type": "ImageObject",
            "url": request.build_absolute_uri(discussion.picture.url),
            "width": discussion.picture_width,
            "height": discussion.picture_height,
            "caption": discussion.picture_alt,
        }
    if discussion.topic:
        data["about"] = {"@type": "Thing", "name": discussion.topic_name}
    return data


def comments_data(thread: Thread, request: HttpRequest) -> dict[str, Any]:
    """Describe the comments that a page shows, and tell how many it has in all."""
    data: dict[str, Any] = {"commentCount": thread.count}
    root = f"{request.scheme}://{request.get_host()}"
    comments = branches_data(thread.branches, root, lambda branch: _comments([branch], request))
    if comments:
        data["comment"] = comments
    return data


def _comments(branches: Iterable[Branch], request: HttpRequest) -> list[dict[str, Any]]:
    """Describe branches; replies to words that have gone stand in their place."""
    found = []
    for branch in branches:
        replies = _comments(branch.replies, request)
        if branch.is_gone:
            found += replies
            continue
        comment = branch.comment
        address = reverse("community:comment", args=[comment.pk])
        data: dict[str, Any] = {
            "@type": "Comment",
            "url": request.build_absolute_uri(address),
            "text": plain_text(comment.html),
            "inLanguage": comment.language,
            "datePublished": comment.submit_date.isoformat(),
            "author": _person(comment.user, comment.author_name, request),
        }
        if comment.edited_at:
            data["dateModified"] = comment.edited_at.isoformat()
        if branch.likes:
            data["interactionStatistic"] = _likes(branch.likes)
        if replies:
            data["comment"] = replies
        found.append(data)
    return found


def _person(person: User | None, name: str, request: HttpRequest) -> dict[str, Any]:
    data = {"@type": "Person", "name": name}
    if person and person.has_public_profile:
        data["url"] = request.build_absolute_uri(person.get_absolute_url())
    return data


def _likes(number: int) -> dict[str, Any]:
    return {
        "@type": "InteractionCounter",
        "interactionType": "https://schema.org/LikeAction",
        "userInteractionCount": number,
    }
