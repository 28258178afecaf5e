"""What Wagtail and Django keep of somebody who has worked in the admin.

Their work on pages stays the city's. What they said to colleagues goes, and where their name
stood there is a number.
"""

from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from wagtail.models import (
    Comment,
    CommentReply,
    ModelLogEntry,
    Page,
    PageLogEntry,
    Revision,
    TaskState,
    UploadedFile,
)
from wagtail.users.models import UserProfile

from community import models as community_models
from community.erasing.contributions import contributions_of
from community.personal_data import Person

# The name of the relation in what a revision keeps of a page.
TALK = "wagtail_admin_comments"


def erase_histories(person: Person) -> None:
    """Take the names and titles out of histories, where these are what the member wrote."""
    discussions = community_models.Discussion.objects.filter(author=person.member)
    mine: tuple[tuple[type[models.Model], list[Any]], ...] = (
        (community_models.User, [person.member.pk]),
        (
            community_models.Comment,
            list(contributions_of(person).order_by().values_list("pk", flat=True)),
        ),
        (community_models.Discussion, list(discussions.order_by().values_list("pk", flat=True))),
    )
    for model, numbers in mine:
        kind = ContentType.objects.get_for_model(model)
        texts = [str(number) for number in numbers]
        ModelLogEntry.objects.filter(content_type=kind, object_id__in=texts).update(
            label="–", data={}
        )
        LogEntry.objects.filter(content_type=kind, object_id__in=texts).update(
            object_repr="–", change_message=""
        )


def erase_talk_about_pages(person: Person) -> None:
    """Remove what the member said to colleagues beside pages and in reviews."""
    own = set(Comment.objects.filter(user=person.member).values_list("pk", flat=True))
    replies = set(CommentReply.objects.filter(user=person.member).values_list("pk", flat=True))
    TaskState.objects.filter(finished_by=person.member).update(comment="")
    entries = PageLogEntry.objects.filter(
        models.Q(data__has_key="comment") | models.Q(data__has_key="reply")
    )
    for entry in entries.iterator():
        if entry.user_id == person.member.pk or _number(entry, "comment") in own:
            entry.data.pop("comment", None)
            entry.data.pop("reply", None)
        elif _number(entry, "reply") in replies:
            entry.data.pop("reply", None)
        else:
            continue
        PageLogEntry.objects.filter(pk=entry.pk).update(data=entry.data)
    pages = ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.filter(base_content_type=pages, content__has_key=TALK)
    for revision in revisions.exclude(**{f"content__{TALK}": []}).iterator():
        content = revision.content
        content[TALK] = [
            said | {"replies": _by_others(said.get("replies", []), person)}
            for said in _by_others(content[TALK], person)
        ]
        Revision.objects.filter(pk=revision.pk).update(content=content)


def erase_uploads(person: Person) -> None:
    """Remove the portrait of the admin, and files that were uploaded and never used."""
    files = [profile.avatar for profile in UserProfile.objects.filter(user=person.member)]
    uploads = UploadedFile.objects.filter(uploaded_by_user=person.member)
    files += [upload.file for upload in uploads]
    uploads.delete()
    # A file that is gone would not come back if the transaction failed.
    for file in filter(None, files):
        storage, name = file.storage, file.name
        transaction.on_commit(lambda s=storage, n=name: s.delete(n), robust=True)


def _by_others(said: list[dict[str, Any]], person: Person) -> list[dict[str, Any]]:
    return [words for words in said if words.get("user") != person.member.pk]


def _number(entry: PageLogEntry, what: str) -> int | None:
    said = entry.data.get(what)
    return said.get("id") if isinstance(said, dict) else None
