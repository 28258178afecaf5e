"""The archive: JSON for programs, one page of HTML for people, and the pictures."""

import json
import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date, datetime
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext, override
from wagtail import hooks

from community.exporting import account, contributions, moderation
from community.personal_data import EXPORT_FILES_HOOK, EXPORT_HOOK, Person, Section

COLLECTORS: tuple[Callable[[Person], Section], ...] = (
    account.account,
    account.addresses,
    account.sessions,
    account.second_factors,
    account.choices,
    contributions.discussions,
    contributions.comments,
    contributions.waiting_comments,
    contributions.likes,
    contributions.mentions,
    contributions.reports,
    moderation.sanctions,
    moderation.decisions_about_the_member,
    account.notifications,
    account.mails,
    moderation.decisions_made,
    moderation.pages,
    moderation.remarks,
    account.settings_of_the_admin,
)
# As much as is kept in memory; longer archives go to a file that the system removes.
IN_MEMORY = 2 * 1024 * 1024


def collect(person: Person) -> list[Section]:
    """Return all that is held of a member, kind by kind; kinds without a row are left out."""
    sections = [collector(person) for collector in COLLECTORS]
    for collector in hooks.get_hooks(EXPORT_HOOK):
        sections += collector(person)
    return [section for section in sections if section.rows]


def write_archive(person: Person) -> IO[bytes]:
    """Return an open ZIP file, at its beginning, in the member's language."""
    with ExitStack() as until_written:
        file = until_written.enter_context(tempfile.SpooledTemporaryFile(max_size=IN_MEMORY))
        with override(person.member.language), ZipFile(file, "w", ZIP_DEFLATED) as archive:
            _write(archive, person)
        file.seek(0)
        # From here on, whoever reads it closes it.
        until_written.pop_all()
    return file


def _write(archive: ZipFile, person: Person) -> None:
    sections = collect(person)
    for section in sections:
        words = json.dumps(section.rows, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
        archive.writestr(f"json/{section.name}.json", words)
    context = {
        "person": person.member,
        "sections": [_for_reading(section) for section in sections],
        "now": timezone.now(),
    }
    archive.writestr("index.html", render_to_string("community/export/index.html", context))
    _add_pictures(archive, person)


def _add_pictures(archive: ZipFile, person: Person) -> None:
    for discussion in contributions.pictured(person):
        picture = discussion.picture
        if not picture or not picture.storage.exists(picture.name):
            continue
        name = f"pictures/{contributions.picture_name(discussion)}"
        with picture.storage.open(picture.name) as source, archive.open(name, "w") as target:
            shutil.copyfileobj(source, target)
    for collector in hooks.get_hooks(EXPORT_FILES_HOOK):
        for name, source in collector(person):
            with archive.open(name, "w") as target:
                shutil.copyfileobj(source, target)


def _for_reading(section: Section) -> dict[str, Any]:
    """Return a section with everything as words."""
    rows = [_row(row, section.labels) for row in section.rows]
    return {"name": section.name, "heading": section.heading, "rows": rows}


def _row(row: dict[str, Any], labels: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the values of a row that are not empty, each with its label."""
    return [
        {
            "label": capfirst(str(labels[key])),
            "rows": [_row(inner, labels) for inner in value] if isinstance(value, list) else [],
            "words": "" if isinstance(value, list) else _words(value),
        }
        for key, value in row.items()
        if value not in (None, "", [])
    ]


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    return str(value)
