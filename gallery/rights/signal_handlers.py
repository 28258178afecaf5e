"""What brings works and their changes into the rights ledger."""

from typing import Any

from django.db.models.signals import post_save, pre_delete
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page
from wagtail.signals import page_published

from community.models import User
from gallery.models import AlbumPage, GalleryMedia, RightsChange, VideoPage, Work
from gallery.rights.ledger import note, note_changed_file, register_album, register_film
from site_config.models.images import SiteImage


def _person() -> User | None:
    """Return who is at work in the admin, if that is known."""
    user = get_active_log_context().user
    return user if isinstance(user, User) and user.is_authenticated else None


def register_published(instance: Page, **kwargs: Any) -> None:
    """Bring what a page shows into the ledger as it is published."""
    revision = kwargs.get("revision")
    by = _person() or (revision.user if revision is not None else None)
    if isinstance(instance, AlbumPage):
        register_album(instance, by)
    elif isinstance(instance, VideoPage):
        register_film(instance, by)


def follow_file(instance: SiteImage | GalleryMedia, created: bool, **kwargs: Any) -> None:
    """Write down that credit or licence was changed in the library."""
    if not created:
        note_changed_file(instance, _person())


def note_removed_file(instance: SiteImage | GalleryMedia, **kwargs: Any) -> None:
    """Write down that a file is deleted; the lines about it stay."""
    field = "image" if isinstance(instance, SiteImage) else "media"
    work = Work.objects.filter(**{field: instance.pk}).first()
    if work is not None and not work.changes.filter(what=RightsChange.What.REMOVED).exists():
        note(work, RightsChange.What.REMOVED, by=_person())


def connect() -> None:
    """Listen to pages that are published, and to the libraries of pictures and films."""
    page_published.connect(register_published, dispatch_uid="gallery_register_published")
    for model in (SiteImage, GalleryMedia):
        name = model.__name__
        post_save.connect(follow_file, sender=model, dispatch_uid=f"gallery_follow_{name}")
        pre_delete.connect(note_removed_file, sender=model, dispatch_uid=f"gallery_gone_{name}")
