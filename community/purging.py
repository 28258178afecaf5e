"""Which shared copies change with a comment, and how they are forgotten."""

from collections.abc import Iterable

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import override
from wagtail.contrib.frontend_cache.utils import PurgeBatch

from community.feeds import feed_addresses
from community.models import Comment, CommunityPage, Conversation, Discussion, User
from community.models.placing import STEP
from community.targets import public_addresses, target_of
from community.thread_places import last_page, page_of_opener
from community.threads import PARAMETER

# Seconds; a cache in front is asked for each of several addresses.
LIKES_PURGED_EVERY = 5

# Of a long conversation, as many pages as are worth forgetting at once.
PAGES_AT_MOST = 50


def purge_conversation(conversation_id: int) -> None:
    """Have shared caches forget a page with all its pages of threads: each shows it is closed,
    or other threads than before.

    Args:
        conversation_id: the number of a conversation, also of one that nobody has written in.
    """
    conversation = (
        Conversation.objects.select_related("content_type").filter(pk=conversation_id).first()
    )
    target = target_of(conversation) if conversation else None
    if target is None:
        return
    last = min(last_page(conversation), PAGES_AT_MOST)
    batch = PurgeBatch()
    for address in public_addresses(target):
        batch.add_url(address)
        batch.add_urls(f"{address}?{PARAMETER}={number}" for number in range(2, last + 2))
    batch.purge()


def purge_comment(comment_id: int) -> None:
    """Have shared caches forget the pages on which a comment stands, or has stood.

    Args:
        comment_id: the number of a stored comment, in whatever state.
    """
    purge_addresses(addresses_with(comment_id))


def purge_likes(comment_id: int) -> None:
    """Have shared caches forget the number of likes of a comment.

    What many like at once is forgotten once in some seconds: the likes in between are counted
    when the shared copies grow old by themselves, within minutes.

    Args:
        comment_id: the number of a stored comment.
    """
    if cache.add(f"community.likes_purged.{comment_id}", True, LIKES_PURGED_EVERY):
        purge_comment(comment_id)


def purge_addresses(addresses: Iterable[str]) -> None:
    """Have shared caches forget these pages.

    Args:
        addresses: full addresses, as readers ask for them.
    """
    batch = PurgeBatch()
    batch.add_urls(sorted(addresses))
    batch.purge()


def addresses_with(comment_id: int) -> set[str]:
    """Return the addresses of the pages on which a comment stands.

    That is its author's page, the page itself with its count, the page of threads with the
    comment, the one before the last, which may have got a page after it, and the last. The others
    show the same comments as before; their count is right again within minutes.

    Args:
        comment_id: the number of a stored comment, in whatever state.
    """
    comment = (
        Comment.objects.select_related("conversation__content_type", "user")
        .filter(pk=comment_id)
        .first()
    )
    target = target_of(comment.conversation) if comment else None
    if target is None:
        return set()
    conversation = comment.conversation
    last = last_page(conversation)
    pages = {page_of_opener(conversation.pk, comment.path[:STEP]), last - 1, last}
    addresses = set()
    for address in public_addresses(target):
        addresses.add(address)
        addresses |= {f"{address}?{PARAMETER}={number}" for number in pages if number > 1}
    addresses |= feed_addresses(target)
    if isinstance(target, Discussion):
        # The list of discussions tells how much is said in each, and when.
        addresses |= {url for front in CommunityPage.objects.live() if (url := front.full_url)}
    for language, _name in settings.LANGUAGES:
        with override(language):
            thread = reverse("community:thread", args=[comment.root_id or comment.pk])
            addresses.add(settings.WAGTAILADMIN_BASE_URL + thread)
    if comment.user and comment.user.has_public_profile:
        addresses |= profile_addresses(comment.user)
    return addresses


def profile_addresses(member: User) -> set[str]:
    """Return the full addresses under which shared caches keep a member's public page."""
    addresses = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            addresses.add(settings.WAGTAILADMIN_BASE_URL + member.get_absolute_url())
    return addresses
