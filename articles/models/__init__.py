from articles.models.newsroom import ArticleIndexPage, PinnedArticle
from articles.models.pages import ArticlePage
from articles.models.parts import ArticleAuthor, ArticleTopic, Correction, RelatedArticle
from articles.models.people import Author, Contact

__all__ = [
    "ArticleAuthor",
    "ArticleIndexPage",
    "ArticlePage",
    "ArticleTopic",
    "Author",
    "Contact",
    "Correction",
    "PinnedArticle",
    "RelatedArticle",
]
