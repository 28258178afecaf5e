"""What news adds to the admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from articles.viewsets import ArticleViewSet, NewsGroup

register_snippet(NewsGroup)


@hooks.register("register_admin_viewset")
def article_viewset() -> ArticleViewSet:
    """List articles with their date and topics."""
    return ArticleViewSet("articles")
