"""What follows a change of a film's words or file."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import FileField, Model
from django.db.models.signals import post_delete, post_init, post_save
from wagtail.contrib.frontend_cache.utils import purge_pages_from_cache
from wagtail.search.index import insert_or_update_object
from wagtail.signals import page_published

from gallery.film_words import note_missing_words
from gallery.models import GalleryMedia, MediaText, VideoPage
from gallery.rights.signal_handlers import connect as connect_rights
from gallery.submissions.mails import tell_shown
from site_config.front_cache.changes import forget_file
from site_config.withdrawing import look_later, withdraw_changed_film


def refresh_pages(pages: Iterable[VideoPage]) -> None:
    """Index the pages of a film anew, and let caches forget them."""
    pages = list(pages)
    for page in pages:
        insert_or_update_object(page)
    purge_pages_from_cache(pages)


def follow_film(instance: GalleryMedia, **kwargs: Any) -> None:
    """Refresh the pages of a film that was changed."""
    pages = VideoPage.objects.live().filter(video=instance.pk)
    transaction.on_commit(partial(refresh_pages, pages), robust=True)


def follow_words(instance: MediaText, **kwargs: Any) -> None:
    """Refresh the pages of a film whose words were changed; its captions are others now."""
    forget_file(instance.media)
    pages = VideoPage.objects.live().filter(video=instance.media_id)
    transaction.on_commit(partial(refresh_pages, pages), robust=True)


def remember_captions(instance: MediaText, **kwargs: Any) -> None:
    """Keep in mind which file a text was read with."""
    instance.read_captions = instance.__dict__.get("captions", "") or ""


def remove_replaced_captions(instance: MediaText, **kwargs: Any) -> None:
    """Remove the file that another one has replaced, once that is safely stored."""
    old = str(instance.read_captions)
    if old and old != instance.captions.name:
        transaction.on_commit(partial(_remove, MediaText.captions.field, old), robust=True)
    instance.read_captions = instance.captions.name or ""


def remove_captions(instance: MediaText, **kwargs: Any) -> None:
    """Remove the file of a text that is gone."""
    if instance.captions:
        name = instance.captions.name
        transaction.on_commit(partial(_remove, MediaText.captions.field, name), robust=True)


def tell_first_publication(instance: VideoPage, **kwargs: Any) -> None:
    """Let the member know whose film has its page now."""
    if instance.first_published_at == instance.last_published_at:
        tell_shown(instance)


def _remove(field: FileField, name: str) -> None:
    field.storage.delete(name)


def connect() -> None:
    """Listen to films and their words, and to what the rights ledger keeps."""
    connect_rights()
    receivers: list[tuple[Any, Any, type[Model]]] = [
        (post_save, follow_film, GalleryMedia),
        (post_save, withdraw_changed_film, GalleryMedia),
        (post_delete, look_later, GalleryMedia),
        (post_save, follow_words, MediaText),
        (post_delete, follow_words, MediaText),
        (post_init, remember_captions, MediaText),
        (post_save, remove_replaced_captions, MediaText),
        (post_delete, remove_captions, MediaText),
    ]
    page_published.connect(note_missing_words, dispatch_uid="gallery_note_missing_words")
    page_published.connect(
        tell_first_publication, sender=VideoPage, dispatch_uid="gallery_tell_first_publication"
    )
    for signal, receiver, sender in receivers:
        signal.connect(receiver, sender=sender, dispatch_uid=f"gallery_{receiver.__name__}")
