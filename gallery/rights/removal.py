"""Removing a work for good, because whoever gave it takes it back or leaves."""

from functools import partial
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from community.models import User
from gallery.models import AlbumPage, AlbumPhoto, RightsChange, VideoPage, Work
from gallery.private_files import private_storage
from gallery.rights.ledger import note
from gallery.rights.purging import addresses_with, forget_copies, words_with


@transaction.atomic
def remove_work(*, work: Work, by: User | None) -> None:
    """Take a work out of albums, earlier versions, library and files; its ledger lines stay.

    Args:
        work: what goes.
        by: who wants it gone.
    """
    work = Work.objects.select_for_update().get(pk=work.pk)
    if work.is_gone:
        return
    addresses, words = addresses_with(work), words_with(work)
    albums = list(AlbumPage.objects.filter(pk__in=_photos(work).values("page")))
    note(work, RightsChange.What.REMOVED, by=by)
    image, media = work.image, work.media
    if image is not None:
        _forget_versions(albums, image.pk)
        for photo in _photos(work):
            photo.delete()
        _forget_titles(image)
        image.delete()
    if media is not None:
        for page in VideoPage.objects.filter(video=media):
            _forget_page_titles(page.pk)
            page.delete()
        _forget_titles(media)
        storage, name = media.file.storage, media.file.name
        media.delete()
        transaction.on_commit(partial(storage.delete, name), robust=True)
    for private in _put_away(work.put_away):
        transaction.on_commit(partial(private_storage().delete, private), robust=True)
    Work.objects.filter(pk=work.pk).update(image=None, media=None, hidden_at=None, put_away={})
    work.refresh_from_db()
    forget_copies(work, addresses, words)
    for album in albums:
        # The words of a photo are among those by which the search finds its album.
        album.save(clean=False)


def _photos(work: Work) -> models.QuerySet[AlbumPhoto]:
    return (
        AlbumPhoto.every.filter(image=work.image_id) if work.image_id else AlbumPhoto.every.none()
    )


def _put_away(kept: dict[str, Any]) -> list[str]:
    parts = [*kept.get("files", []), *([kept["image"]] if "image" in kept else [])]
    return [part["private"] for part in parts]


def _forget_versions(albums: list[AlbumPage], image_id: int) -> None:
    """Take a photo out of what revisions keep of its albums, drafts among them."""
    for album in albums:
        for revision in Revision.page_revisions.filter(object_id=str(album.pk)).iterator():
            photos = revision.content.get("photos", [])
            others = [photo for photo in photos if photo.get("image") != image_id]
            if len(others) < len(photos):
                revision.content["photos"] = others
                Revision.objects.filter(pk=revision.pk).update(content=revision.content)


def _forget_titles(row: models.Model) -> None:
    """Take the title out of histories, where it is what the member wrote."""
    kind = ContentType.objects.get_for_model(row)
    ModelLogEntry.objects.filter(content_type=kind, object_id=str(row.pk)).update(
        label="–", data={}
    )
    LogEntry.objects.filter(content_type=kind, object_id=str(row.pk)).update(
        object_repr="–", change_message=""
    )


def _forget_page_titles(page_id: int) -> None:
    PageLogEntry.objects.filter(page=page_id).update(label="–", data={})
