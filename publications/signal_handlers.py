"""What follows when a publication is published, withdrawn or deleted."""

from typing import Any

from django.db import transaction
from django.db.models.signals import pre_delete
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from publications.accessible_copies.services import tell_who_waited
from publications.accessible_copies.upkeep import answer_published
from publications.models import BookPage, CollectionPage, IssuePage, SeriesPage


def purge_shelves(instance: Page, **kwargs: Any) -> None:
    """Have shared caches forget where a publication is listed, after the commit.

    Those are the pages above it, up to the front page, with their feeds and the address of the
    latest issue, and the issues that lead to this one. Its own page Wagtail purges by itself.
    """
    pages = list(instance.get_ancestors().filter(depth__gt=1).specific())
    if isinstance(instance, IssuePage):
        pages += instance.neighbours.values()

    def purge() -> None:
        batch = PurgeBatch()
        batch.add_pages(pages)
        batch.purge()

    transaction.on_commit(purge, robust=True)


def answer_deleted(instance: Page, **kwargs: Any) -> None:
    """Tell whoever waits for an accessible copy that the publication goes."""
    tell_who_waited(instance)


def connect() -> None:
    """Listen to the pages of publications."""
    for model in (IssuePage, BookPage):
        page_published.connect(
            answer_published, sender=model, dispatch_uid=f"answer_published_{model.__name__}"
        )
        pre_delete.connect(
            answer_deleted, sender=model, dispatch_uid=f"answer_deleted_{model.__name__}"
        )
    for model in (IssuePage, BookPage, SeriesPage, CollectionPage):
        for name, signal in (("published", page_published), ("unpublished", page_unpublished)):
            signal.connect(
                purge_shelves, sender=model, dispatch_uid=f"purge_shelves_{name}_{model.__name__}"
            )
