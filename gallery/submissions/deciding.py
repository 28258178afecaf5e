"""A moderator approves a photo into an album, or a film for the gallery, or rejects either."""

from datetime import date
from typing import NamedTuple
from uuid import uuid4

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import slugify
from wagtail.models import Collection, Page

from community.models import User
from gallery.models import (
    AlbumPage,
    AlbumPhoto,
    Consent,
    GalleryIndexPage,
    GalleryMedia,
    MediaSubmission,
    RejectedFor,
    RightsChange,
    VideoPage,
    Work,
)
from gallery.models.addresses import RESERVED_SLUGS
from gallery.probe import measure
from gallery.rights.ledger import Facts, note, register_work
from gallery.rights.purging import addresses_with, forget_copies
from gallery.submissions.errors import ChangedMeanwhileError, NotPublisherError
from gallery.submissions.mails import tell_approved, tell_rejected
from gallery.submissions.sending import drop_files
from site_config.models.images import SiteImage

State = MediaSubmission.State


class ShownWords(NamedTuple):
    """What is written beside a photo in one language."""

    title: str
    alt_text: str
    caption: str = ""


@transaction.atomic
def approve_photo(
    *,
    submission_id: int,
    moderator: User,
    album: AlbumPage,
    words: dict[str, ShownWords],
    taken_on: date | None = None,
) -> AlbumPhoto:
    """Put a photo into an album, in each language in which the album is published.

    Args:
        submission_id: a photo that waits.
        moderator: who decides, and may publish the album.
        album: where it goes, in any language.
        words: what stands beside it, by language; the first serves where a language is missing.
        taken_on: the day it was taken, if that is known.

    Returns:
        The photo in the album that was named.

    Raises:
        ChangedMeanwhileError: it no longer waits.
        NotPublisherError: this person may not publish the album.
    """
    submission = _waiting(submission_id, MediaSubmission.Kind.PHOTO)
    albums = _locked_versions(album)
    if not all(each.permissions_for_user(moderator).can_publish() for each in albums):
        raise NotPublisherError
    image = _image_of(submission, moderator, next(iter(words.values())))
    work = _enter(submission, {"image": image}, moderator)
    key = uuid4()
    for each in albums:
        language = each.locale.language_code
        said = words.get(language) or next(iter(words.values()))
        photo = AlbumPhoto(
            image=image,
            title=said.title,
            alt_text=said.alt_text,
            caption=said.caption,
            place=submission.place,
            taken_on=taken_on,
            locale=each.locale,
            translation_key=key,
        )
        _add(each, photo, moderator)
    _close(submission, moderator, State.APPROVED, work=work)
    forget_copies(work, addresses_with(work))
    photo = AlbumPhoto.objects.get(image=image, page=album)
    tell_approved(submission, photo.url)
    return photo


@transaction.atomic
def approve_film(*, submission_id: int, moderator: User, gallery: GalleryIndexPage) -> VideoPage:
    """Bring a film into the library, with the draft of a page of its own.

    The draft is published as every film is: with captions or a transcript, or a reason for none.

    Args:
        submission_id: a film that waits.
        moderator: who decides, and may publish below the gallery.
        gallery: where its page stands.

    Raises:
        ChangedMeanwhileError: it no longer waits.
        NotPublisherError: this person may not publish there.
    """
    submission = _waiting(submission_id, MediaSubmission.Kind.FILM)
    if not gallery.permissions_for_user(moderator).can_publish_subpage():
        raise NotPublisherError
    media = _media_of(submission, moderator)
    work = _enter(submission, {"media": media}, moderator)
    page = VideoPage(
        title=submission.title,
        slug=_free_slug(gallery, submission),
        summary=submission.description[:250],
        text=format_html("<p>{}</p>", submission.description),
        video=media,
        place=submission.place,
        locale=gallery.locale,
        owner=moderator,
        live=False,
        has_unpublished_changes=True,
    )
    gallery.add_child(instance=page)
    page.save_revision(user=moderator, log_action=True)
    _close(submission, moderator, State.APPROVED, work=work)
    tell_approved(submission, "")
    return page


@transaction.atomic
def reject(*, submission_id: int, moderator: User, reason: RejectedFor, words: str) -> None:
    """Turn a photo or film down; its member is told why.

    Raises:
        ChangedMeanwhileError: it no longer waits.
    """
    submission = _waiting(submission_id)
    submission.reason, submission.words = RejectedFor(reason), words.strip()[:1000]
    _close(submission, moderator, State.REJECTED)
    tell_rejected(submission)


def _waiting(submission_id: int, kind: MediaSubmission.Kind | None = None) -> MediaSubmission:
    rows = MediaSubmission.objects.select_for_update(of=("self",)).select_related("member")
    submission = rows.filter(pk=submission_id, state=State.WAITING).first()
    if submission is None or (kind is not None and submission.kind != kind):
        raise ChangedMeanwhileError
    return submission


def _locked_versions(album: AlbumPage) -> list[AlbumPage]:
    """Return the published versions of an album, which nobody else changes meanwhile."""
    key = album.translation_key
    numbers = Page.objects.filter(translation_key=key, live=True).order_by("pk")
    list(Page.objects.select_for_update(of=("self",)).filter(pk__in=numbers.values("pk")))
    versions = AlbumPage.objects.filter(translation_key=key, live=True, alias_of__isnull=True)
    found = list(versions.select_related("locale").order_by("pk"))
    if album.pk not in {each.pk for each in found}:
        raise NotPublisherError
    return found


def _image_of(submission: MediaSubmission, moderator: User, words: ShownWords) -> SiteImage:
    with submission.file.open() as file:
        content = ContentFile(file.read(), name=submission.file.name)
    image = SiteImage(
        title=words.title,
        file=content,
        description=words.alt_text,
        credit=submission.member.public_name,
        licence=submission.licence,
        collection=Collection.get_first_root_node(),
        uploaded_by_user=moderator,
    )
    image.save()
    return image


def _media_of(submission: MediaSubmission, moderator: User) -> GalleryMedia:
    name = submission.file.name.rpartition("/")[2]
    with submission.file.open() as file:
        measures = measure(file, name.rpartition(".")[2])
        media = GalleryMedia(
            title=submission.title,
            type="video",
            file=File(file, name=name),
            credit=submission.member.public_name,
            licence=submission.licence,
            collection=Collection.get_first_root_node(),
            uploaded_by_user=moderator,
            duration=(measures and measures.duration) or 0,
            width=measures and measures.width,
            height=measures and measures.height,
        )
        media.save()
    return media


def _add(album: AlbumPage, photo: AlbumPhoto, moderator: User) -> None:
    """Put a photo at the end of an album, also of a draft that somebody is at.

    And of one that could not be published anew, since nobody said who made an earlier photo.
    """
    last = AlbumPhoto.every.filter(page=album).order_by("-sort_order").first()
    photo.sort_order = (last.sort_order or 0) + 1 if last else 0
    if not album.has_unpublished_changes and not album.what_is_missing():
        album.photos.add(photo)
        album.save_revision(user=moderator, log_action=True).publish(user=moderator)
        return
    photo.page = album
    photo.save()
    draft = album.get_latest_revision_as_object()
    draft.photos.add(photo)
    draft.save_revision(user=moderator)
    # What is published changes too, without the rest of the draft.
    AlbumPage.objects.get(pk=album.pk).save(clean=False)


def _free_slug(gallery: GalleryIndexPage, submission: MediaSubmission) -> str:
    slug = slugify(submission.title)[:60] or "film"
    taken = slug in RESERVED_SLUGS or gallery.get_children().filter(slug=slug).exists()
    return f"{slug}-{submission.pk}" if taken else slug


def _enter(submission: MediaSubmission, subject: dict, moderator: User) -> Work:
    """Write the work into the ledger, with what its member has agreed to."""
    member = submission.member
    facts = Facts(submission.title, member.public_name, submission.licence)
    work = register_work(
        subject=subject,
        facts=facts,
        by=member,
        origin=Work.Origin.MEMBER,
        given_by=member,
    )
    Work.objects.filter(pk=work.pk).update(origin=Work.Origin.MEMBER, given_by=member)
    note(work, RightsChange.What.APPROVED, by=moderator)
    # Past the ledger's lock: the consents are now about the work too.
    Consent._base_manager.filter(submission=submission).update(work=work)
    return work


def _close(
    submission: MediaSubmission, moderator: User, state: State, work: Work | None = None
) -> None:
    submission.state, submission.work = state, work
    submission.decided_at, submission.decided_by = timezone.now(), moderator
    if state == State.APPROVED:
        drop_files(submission)
        submission.file = submission.preview = ""
    submission.save()
