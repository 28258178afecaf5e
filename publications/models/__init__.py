from publications.models.books import BookPage
from publications.models.collections import CollectionPage, PublicationIndexPage
from publications.models.issues import IssuePage
from publications.models.publication import PublicationPage
from publications.models.series import SeriesPage

__all__ = [
    "BookPage",
    "CollectionPage",
    "IssuePage",
    "PublicationIndexPage",
    "PublicationPage",
    "SeriesPage",
]
