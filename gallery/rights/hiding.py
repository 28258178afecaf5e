"""Hiding a work at once and everywhere, and showing it again.

Its files leave the public folder, so that no address leads to them any more, whatever page, feed
or sitemap still knows one. Photos leave all lists by `AlbumPhoto.objects`; films leave with their
pages. Other pages that use a picture show a plain tile in its place.
"""

from functools import partial
from typing import Any
from uuid import uuid4

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision

from community.models import User
from gallery.models import MediaText, RightsChange, VideoPage, Work
from gallery.models.completeness import HELD
from gallery.private_files import keep_privately, private_storage
from gallery.rights.ledger import note
from gallery.rights.placeholders import placeholder
from gallery.rights.purging import addresses_with, forget_copies, pages_with
from site_config.models.images import SiteImage
from site_config.ready_pictures import prepare_picture

MEASURES = ("width", "height", "file_size", "file_hash")


@transaction.atomic
def hide_work(*, work_id: int, by: User | None, why: str = "") -> Work:
    """Let nobody see a work; nothing is lost. Hiding it twice is hiding it once.

    Args:
        work_id: the number of the work.
        by: who has decided it.
        why: a word for the ledger, such as the number of a request.
    """
    work = Work.objects.select_for_update().get(pk=work_id)
    if work.hidden_at is not None or work.is_gone:
        return work
    addresses = addresses_with(work)
    put_away: dict[str, Any] = {}
    if work.image is not None:
        put_away["image"] = _put_picture_away(work.image)
    else:
        put_away["pages"] = _unpublish(work, by)
    if work.media is not None:
        put_away["files"] = _put_film_away(work)
    Work.objects.filter(pk=work.pk).update(hidden_at=timezone.now(), put_away=put_away)
    work.refresh_from_db()
    note(work, RightsChange.What.HIDDEN, by=by, after=why)
    forget_copies(work, addresses | addresses_with(work))
    return work


@transaction.atomic
def show_work(*, work_id: int, by: User | None, why: str = "") -> Work:
    """Let everybody see a hidden work again, under the same addresses.

    The page of a film that has lost its words stays a draft; its history says why.

    Args:
        work_id: the number of the work.
        by: who has decided it.
        why: a word for the ledger.
    """
    work = Work.objects.select_for_update().get(pk=work_id)
    if work.hidden_at is None:
        return work
    addresses = addresses_with(work)
    Work.objects.filter(pk=work.pk).update(hidden_at=None, put_away={})
    # Past the lock against publishing, which asks whether the film is hidden; and before the
    # files, which no failing transaction would take back.
    _publish_again(work, by)
    if work.image is not None and "image" in work.put_away:
        _bring_picture_back(work.image, work.put_away["image"])
    for kept in work.put_away.get("files", []):
        _bring_back(kept["public"], kept["private"])
    work.refresh_from_db()
    note(work, RightsChange.What.SHOWN, by=by, after=why)
    forget_copies(work, addresses | addresses_with(work))
    return work


def held_back(work: Work) -> list[VideoPage]:
    """Return the pages of a film that could not be published for want of its words."""
    if work.image_id or work.hidden_at is not None:
        return []
    return [page for page in pages_with(work) if not page.live and page.what_is_missing()]


def _put_picture_away(image: SiteImage) -> dict[str, Any]:
    storage, public = image.file.storage, image.file.name
    private = ""
    # Where the file is gone already, there is nothing to keep; the picture is hidden all the same.
    if storage.exists(public):
        with storage.open(public) as file:
            private = keep_privately(file, public)
    kept = {name: getattr(image, name) for name in MEASURES}
    tile = placeholder(image.width, image.height)
    name = storage.save(f"original_images/{uuid4().hex}.png", tile)
    _drop_sizes(image)
    width, height = tile.pixels
    measures = {"width": width, "height": height, "file_size": tile.size, "file_hash": ""}
    _replace_file(image, name, measures)
    transaction.on_commit(partial(storage.delete, public), robust=True)
    return kept | {"public": public, "private": private}


def _bring_picture_back(image: SiteImage, kept: dict[str, Any]) -> None:
    storage, tile = image.file.storage, image.file.name
    if kept["private"]:
        _bring_back(kept["public"], kept["private"])
    _drop_sizes(image)
    _replace_file(image, kept["public"], {name: kept[name] for name in MEASURES})
    transaction.on_commit(partial(storage.delete, tile), robust=True)


def _replace_file(image: SiteImage, name: str, measures: dict[str, Any]) -> None:
    # Not by save(), which would write the original anew.
    SiteImage.objects.filter(pk=image.pk).update(file=name, **measures)
    transaction.on_commit(partial(prepare_picture.enqueue, image.pk), robust=True)


def _drop_sizes(image: SiteImage) -> None:
    for rendition in image.renditions.all():
        rendition.delete()  # Wagtail removes the file with the row, after the commit.


def _put_film_away(work: Work) -> list[dict[str, str]]:
    media = work.media
    fields = [media.file]
    fields += [text.captions for text in MediaText.objects.filter(media=media) if text.captions]
    kept = []
    for field in fields:
        storage, public = field.storage, field.name
        if not storage.exists(public):
            continue
        with storage.open(public) as file:
            kept.append({"public": public, "private": keep_privately(file, public)})
        transaction.on_commit(partial(storage.delete, public), robust=True)
    return kept


def _bring_back(public: str, private: str) -> None:
    storage = SiteImage._meta.get_field("file").storage
    with private_storage().open(private) as file:
        storage.delete(public)
        storage.save(public, File(file))
    transaction.on_commit(partial(private_storage().delete, private), robust=True)


def _unpublish(work: Work, by: User | None) -> list[dict[str, int | None]]:
    """Take the pages of a film off, and return what was published, version by version."""
    published = []
    for page in pages_with(work):
        if page.live:
            published.append({"page": page.pk, "revision": page.live_revision_id})
            page.unpublish(user=by)
    return published


def _publish_again(work: Work, by: User | None) -> None:
    for was in work.put_away.get("pages", []):
        page = VideoPage.objects.filter(pk=was["page"]).first()
        if page is None or page.live:
            continue
        revision = Revision.page_revisions.filter(pk=was["revision"]).first()
        revision = revision or page.save_revision(user=by)
        if missing := revision.as_object().what_is_missing():
            # It lost its words meanwhile, or was published before words were asked for.
            data = {"missing": missing, "shown_again": True}
            log(instance=page, action=HELD, revision=revision, user=by, data=data)
            continue
        revision.publish(user=by, skip_permission_checks=True)
