"""Discussions for search engines."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.translation import override

from community.models import Conversation, Discussion
from site_config.sitemaps import MAX_URLS, SitemapEntry


def discussions_for_sitemap(request: HttpRequest) -> Iterator[SitemapEntry]:
    """Yield the public discussions, those with the latest words first.

    A discussion stands under the language in which it was written; its page in the other one
    repeats the same words, and is named as the alternative.
    """
    conversations = Conversation.objects.filter(
        content_type=ContentType.objects.get_for_model(Discussion), object_id=OuterRef("pk")
    )
    last_words = Subquery(conversations.values("last_posted_at")[:1])
    visible = Discussion.objects.visible().exclude(title="")
    visible = visible.annotate(last_words_at=Coalesce(last_words, "opened_at"))
    rows = visible.only("title", "language").order_by("-last_words_at", "-pk")[:MAX_URLS]
    for discussion in rows:
        alternates = []
        for language, _name in settings.LANGUAGES:
            with override(language):
                url = request.build_absolute_uri(discussion.get_absolute_url())
            alternates.append((language, url))
        own = dict(alternates).get(discussion.language, alternates[0][1])
        yield SitemapEntry(own, discussion.last_words_at, alternates)
