"""Which shared copies change with a comment, and how they are forgotten."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from wagtail.contrib.frontend_cache.utils import PurgeBatch

from community.models import Comment
from community.models.placing import STEP
from community.targets import public_addresses, target_of
from community.threads import PARAMETER, last_page, page_of_opener


def purge_comment(comment_id: int) -> None:
    """Have shared caches forget the pages on which a comment stands, or has stood.

    That is the page itself with its count, the page of threads with the comment, the one before
    the last, which may have got a page after it, and the last. The others show the same
    comments as before; their count is right again within minutes.

    Args:
        comment_id: the number of a stored comment, in whatever state.
    """
    comment = (
        Comment.objects.select_related("conversation__content_type").filter(pk=comment_id).first()
    )
    target = target_of(comment.conversation) if comment else None
    if target is None:
        return
    conversation = comment.conversation
    last = last_page(conversation)
    pages = {page_of_opener(conversation.pk, comment.path[:STEP]), last - 1, last}
    batch = PurgeBatch()
    for address in public_addresses(target):
        batch.add_url(address)
        batch.add_urls(f"{address}?{PARAMETER}={number}" for number in sorted(pages) if number > 1)
    for language, _name in settings.LANGUAGES:
        with override(language):
            thread = reverse("community:thread", args=[comment.root_id or comment.pk])
            batch.add_url(settings.WAGTAILADMIN_BASE_URL + thread)
    batch.purge()
