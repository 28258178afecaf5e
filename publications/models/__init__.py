from publications.models.accessible_copies import AccessibleCopyRequest
from publications.models.books import BookPage
from publications.models.collections import CollectionPage, PublicationIndexPage
from publications.models.issues import IssuePage
from publications.models.newsletters import NewsletterEditionPage, NewsletterPage
from publications.models.publication import PublicationPage
from publications.models.series import SeriesPage

__all__ = [
    "AccessibleCopyRequest",
    "BookPage",
    "CollectionPage",
    "IssuePage",
    "NewsletterEditionPage",
    "NewsletterPage",
    "PublicationIndexPage",
    "PublicationPage",
    "SeriesPage",
]
