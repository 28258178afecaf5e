"""Writing the rights ledger: works come in when they are published, and with each change."""

from typing import Any, NamedTuple

from django.db import transaction
from django.utils.translation import override

from community.models import User
from gallery.models import AlbumPage, AlbumPhoto, GalleryMedia, RightsChange, VideoPage, Work
from site_config.models.images import Licence, SiteImage

What = RightsChange.What


class Facts(NamedTuple):
    """What the ledger keeps of a work as it is now."""

    title: str
    maker: str
    licence: str


@transaction.atomic
def register_work(
    *,
    subject: dict[str, Any],
    facts: Facts,
    by: User | None = None,
    origin: str = Work.Origin.STAFF,
    given_by: User | None = None,
) -> Work:
    """Bring a work into the ledger, or write down what has changed about it.

    Args:
        subject: ``image``, ``media`` or ``external_url`` with its value: what the work is.
        facts: as they are now.
        by: who has done it, where that is known.
        origin: how a new work came here.
        given_by: the member who has sent in a new one.
    """
    start = {"title": facts.title, "maker": facts.maker, "licence": facts.licence}
    work, is_new = Work.objects.select_for_update().get_or_create(
        **subject, defaults=start | {"origin": origin, "given_by": given_by}
    )
    if is_new:
        note(work, What.ADDED, by=by, after=_described(facts))
        return work
    if work.hidden_at is not None:
        return work  # It is itself again when it is shown again.
    if facts.maker != work.maker:
        note(work, What.MAKER, by=by, before=work.maker, after=facts.maker)
    if facts.licence != work.licence:
        labels = [_licence_name(licence) for licence in (work.licence, facts.licence)]
        note(work, What.LICENCE, by=by, before=labels[0], after=labels[1])
    if start != {name: getattr(work, name) for name in start}:
        Work.objects.filter(pk=work.pk).update(**start)
        work.refresh_from_db()
    return work


def note(
    work: Work, what: RightsChange.What, *, by: User | None, before: str = "", after: str = ""
) -> RightsChange:
    """Write one line into the history of a work."""
    return RightsChange.objects.create(
        work=work, what=what, by=by, before=before[:255], after=after[:255]
    )


def register_album(album: AlbumPage, by: User | None = None) -> None:
    """Bring the photos of a published album into the ledger."""
    photos = AlbumPhoto.objects.filter(page=album).select_related("image")
    known = set(
        Work.objects.filter(image__in=[photo.image_id for photo in photos]).values_list(
            "image_id", "maker", "licence"
        )
    )
    for photo in photos:
        # An album of hundreds is published at each change of a word; most are known as they are.
        if (photo.image_id, photo.shown_credit, photo.image.licence) not in known:
            register_photo(photo, by)


def register_photo(photo: AlbumPhoto, by: User | None = None) -> Work:
    """Bring one photo into the ledger."""
    facts = Facts(str(photo)[:255], photo.shown_credit, photo.image.licence)
    return register_work(subject={"image": photo.image}, facts=facts, by=by)


def register_film(page: VideoPage, by: User | None = None) -> Work | None:
    """Bring the film of a published page into the ledger; there is none where it has no film."""
    if page.video:
        facts = Facts(page.title, page.shown_credit, page.video.licence)
        return register_work(subject={"media": page.video}, facts=facts, by=by)
    if page.external_url:
        facts = Facts(page.title, page.shown_credit or page.provider, "")
        return register_work(subject={"external_url": page.external_url}, facts=facts, by=by)
    return None


def note_changed_file(file: SiteImage | GalleryMedia, by: User | None) -> None:
    """Write down that credit or licence of a known picture or film was changed in the library."""
    field = "image" if isinstance(file, SiteImage) else "media"
    work = Work.objects.filter(**{field: file}, hidden_at__isnull=True).first()
    if work is None:
        return
    # A page may name somebody else than the library does; that is not for the library to say.
    was_named_here = field == "media" or not (
        AlbumPhoto.objects.filter(image=file).exclude(credit="").exists()
    )
    maker = file.credit if was_named_here and file.credit else work.maker
    register_work(subject={field: file}, facts=Facts(work.title, maker, file.licence), by=by)


def _described(facts: Facts) -> str:
    parts = [facts.maker, _licence_name(facts.licence)]
    return " · ".join(part for part in parts if part)


def _licence_name(licence: str) -> str:
    """Return a licence by its short name, which is the same in every language."""
    if not licence:
        return ""
    with override(None):
        return str(Licence(licence).label)
