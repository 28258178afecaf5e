"""What follows a change anywhere in the portal."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.backends.signals import connection_created
from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
    UploadedFile,
)
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from site_config.document_index import index_documents
from site_config.document_reading import forget_words, read_document
from site_config.first_pages import remove_first_page
from site_config.front_cache import changes
from site_config.kept_answers.answers import depend_on
from site_config.kept_answers.changes import watch_connection
from site_config.languages import forget_locales
from site_config.models.document_states import ReadingState
from site_config.models.documents import SiteDocument
from site_config.models.images import SiteImage, SiteRendition
from site_config.models.site_settings import Footer, Identity, MainMenu
from site_config.pictures import rewrite_picture
from site_config.ready_pictures import prepare_picture
from site_config.shell import forget_shell
from site_config.withdrawing import (
    look_later,
    withdraw_after_commit,
    withdraw_changed_picture,
    withdraw_what_is_restricted,
    withdraw_what_page_shows,
)


def prepare_saved_picture(instance: SiteImage, **kwargs: Any) -> None:
    """Have the sizes made once the picture is safely stored."""
    transaction.on_commit(partial(prepare_picture.enqueue, instance.pk), robust=True)


def read_saved_document(instance: SiteDocument, created: bool, **kwargs: Any) -> None:
    """Have a new file read once it is safely stored; the words of an earlier one are gone."""
    if instance.reading_state != ReadingState.WAITING:
        return
    if not created:
        forget_words(instance)
    transaction.on_commit(partial(read_document.enqueue, instance.pk), robust=True)


def remove_pictures(instance: SiteDocument, **kwargs: Any) -> None:
    """Remove the pictures of a document's first page with the document."""
    remove_first_page(instance)


def hold_document_index(**kwargs: Any) -> None:
    """Have the index hold the pages of public documents, after who may read what has changed."""
    transaction.on_commit(index_documents.enqueue, robust=True)


def clean_waiting_picture(instance: UploadedFile, **kwargs: Any) -> None:
    """Rewrite a picture that waits for its title to be put right: it is in the media folder."""
    model = instance.for_content_type and instance.for_content_type.model_class()
    if model is SiteImage and instance.file and not instance.file._committed:
        instance.file.open()
        instance.file = rewrite_picture(instance.file, instance.file.name)


def remove_waiting_file(instance: UploadedFile, **kwargs: Any) -> None:
    """Remove the file of an upload that was completed, or given up, after the commit."""
    if instance.file:
        delete = partial(instance.file.storage.delete, instance.file.name)
        transaction.on_commit(delete, robust=True)


def connect() -> None:
    """Listen to what the shell, the pictures and the caches in front depend on."""
    changes.connect()
    connection_created.connect(watch_connection, dispatch_uid="watch_connection")
    depend_on([Footer, Identity, Locale, MainMenu, Page, Site, SiteImage, SiteRendition])
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(forget_shell, dispatch_uid="forget_shell")
    for model in (Footer, Identity, MainMenu):
        post_save.connect(forget_shell, sender=model, dispatch_uid=f"forget_{model.__name__}")
    for signal in (post_save, post_delete):
        signal.connect(forget_locales, sender=Locale, dispatch_uid="forget_locales")
    pre_save.connect(clean_waiting_picture, sender=UploadedFile, dispatch_uid="clean_waiting")
    post_delete.connect(remove_waiting_file, sender=UploadedFile, dispatch_uid="remove_waiting")
    post_save.connect(prepare_saved_picture, sender=SiteImage, dispatch_uid="prepare_picture")
    post_save.connect(read_saved_document, sender=SiteDocument, dispatch_uid="read_document")
    post_delete.connect(remove_pictures, sender=SiteDocument, dispatch_uid="remove_first_page")
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(hold_document_index, dispatch_uid="hold_document_index")
    for restriction in (PageViewRestriction, CollectionViewRestriction):
        for signal in (post_save, post_delete):
            signal.connect(
                hold_document_index,
                sender=restriction,
                dispatch_uid=f"hold_document_index_{restriction.__name__}",
            )
    # What is published hides at most what it showed before.
    page_published.connect(look_later, dispatch_uid="look_at_files")
    for signal in (page_unpublished, post_page_move):
        signal.connect(withdraw_what_page_shows, dispatch_uid="withdraw_files")
    post_save.connect(
        withdraw_what_is_restricted, sender=PageViewRestriction, dispatch_uid="withdraw_files"
    )
    post_save.connect(withdraw_changed_picture, sender=SiteImage, dispatch_uid="withdraw_files")
    post_delete.connect(look_later, sender=SiteImage, dispatch_uid="look_at_files")
    for model in (Collection, CollectionViewRestriction):
        for signal in (post_save, post_delete):
            uid = f"withdraw_files_{model.__name__}"
            signal.connect(withdraw_after_commit, sender=model, dispatch_uid=uid)
