"""What news adds to the admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from articles.followers import topic_channels
from articles.viewsets import ArticleViewSet, NewsGroup
from community.subscriptions import KIND_HOOK

register_snippet(NewsGroup)
hooks.register(KIND_HOOK, topic_channels)


@hooks.register("register_admin_viewset")
def article_viewset() -> ArticleViewSet:
    """List articles with their date and topics."""
    return ArticleViewSet("articles")
