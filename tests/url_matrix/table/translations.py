"""Translating pages and snippets: whoever writes; publishing a translation is publishing."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.rows import WRITERS, Row, for_staff

TRANSLATIONS: tuple[Row, ...] = (
    for_staff(
        "wagtail_localize:translations_report*", "wagtail_localize:snippets_api*", who=WRITERS
    ),
    for_staff(
        "wagtail_localize:submit_*",
        "wagtail_localize:download_pofile",
        "wagtail_localize:preview_translation translation_id",
        who=WRITERS,
        post=Answer.OK,
    ),
    # Without the box "publish", which has a test of its own.
    for_staff("wagtail_localize:update_translations", who=WRITERS, post=Answer.DONE),
    # A way of looking that articles don't have, and aliases, which nothing has.
    for_staff(
        "wagtail_localize:preview_translation mode",
        "wagtail_localize:convert_to_alias",
        who=WRITERS,
        get=Answer.NOT_FOUND,
        post=Answer.NOT_FOUND,
    ),
    # These know no GET. Who may not write is refused before that is said.
    for_staff(
        "wagtail_localize:stop_translation",
        who=WRITERS,
        get=Answer.NOT_ALLOWED,
        post=Answer.DONE,
    ),
    for_staff(
        "wagtail_localize:upload_pofile",
        who=WRITERS,
        get=Answer.NOT_ALLOWED,
        post=Answer.BAD_REQUEST,
    ),
    # Nothing translates by itself here; the others know PUT and DELETE alone.
    for_staff(
        "wagtail_localize:machine_translate",
        who=WRITERS,
        get=Answer.NOT_ALLOWED,
        post=Answer.NOT_FOUND,
    ),
    for_staff(
        "wagtail_localize:edit_string_translation",
        "wagtail_localize:edit_override",
        who=WRITERS,
        get=Answer.NOT_ALLOWED,
        post=Answer.NOT_ALLOWED,
    ),
)
