"""Pages: whoever writes reads all of them; publishing and privacy are for moderators."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.roles import Role
from tests.url_matrix.rows import (
    ADMINISTRATORS,
    PUBLISHERS,
    WAGTAIL_8,
    WRITERS,
    Row,
    for_staff,
)

PAGE_HOLDERS = WRITERS | {Role.PARTNER}
READING = for_staff(
    "wagtailadmin_pages:type_use*",
    "wagtailadmin_pages:usage",
    "wagtailadmin_pages:revisions_view",
    "wagtailadmin_pages:revisions_compare",
    "wagtailadmin_pages:workflow_history*",
    "wagtailadmin_pages:history*",
    "wagtailadmin_api:*:listing",
    "wagtailadmin_api:*:detail",
    who=WRITERS,
)
# Lists of pages hold those alone that somebody may change.
LISTS: tuple[Row, ...] = (
    for_staff(
        "wagtailadmin_block_preview",
        "wagtailadmin_pages:search*",
        *(
            f"{listing}:index*"
            for listing in (
                "issues",
                "books",
                "series",
                "albums",
                "films",
                "promises",
            )
        ),
        who=PAGE_HOLDERS,
    ),
    # A partner is led to where their own page is.
    Row(
        ("wagtailadmin_explore*",),
        for_staff(who=WRITERS).get | {Role.PARTNER: Answer.DONE},
        for_staff(who=PAGE_HOLDERS).post,
    ),
)
CHOOSING = for_staff(
    "wagtailadmin_choose_page",
    "wagtailadmin_choose_page_child",
    "wagtailadmin_choose_page_search",
    "wagtailadmin_choose_page_chosen_multiple",
    who=WRITERS,
)

# A partner's own page: changed as a draft and handed in, and nothing else.
OWN_PAGE: tuple[Row, ...] = (
    for_staff("own wagtailadmin_pages:edit", who=PAGE_HOLDERS, post=Answer.BAD_REQUEST),
    for_staff(
        "own wagtailadmin_pages:preview_on_edit",
        "own wagtailadmin_pages:view_draft",
        who=PAGE_HOLDERS,
        post=Answer.OK,
    ),
    for_staff("own wagtailadmin_pages:history", "own wagtailadmin_pages:usage", who=PAGE_HOLDERS),
    for_staff("own wagtailadmin_pages:copy", who=WRITERS, post=Answer.BAD_REQUEST),
    for_staff(
        "own wagtailadmin_pages:delete",
        "own wagtailadmin_pages:unpublish",
        who=PUBLISHERS,
        post=Answer.DONE,
    ),
    for_staff("own wagtailadmin_pages:set_privacy", who=PUBLISHERS, post=Answer.OK),
    Row(
        ("own wagtailadmin_pages:lock", "own wagtailadmin_pages:unlock"),
        for_staff(who=PAGE_HOLDERS, get=Answer.NOT_ALLOWED).get,
        for_staff(who=PUBLISHERS, post=Answer.DONE).post,
    ),
)

PAGES: tuple[Row, ...] = (
    *OWN_PAGE,
    *LISTS,
    READING,
    CHOOSING,
    for_staff("wagtailadmin_api:*:find", who=WRITERS, get=Answer.NOT_FOUND),
    for_staff(
        "wagtailadmin_choose_page_email_link",
        "wagtailadmin_choose_page_phone_link",
        "wagtailadmin_choose_page_anchor_link",
        "wagtailadmin_tag_*",
        "wagtailembeds:*",
        who=WRITERS,
        post=Answer.OK,
    ),
    for_staff("wagtailadmin_choose_page_external_link", who=WRITERS, post=Answer.BAD_REQUEST),
    # Writing. A form without the fields of its blocks is one that no editor sends.
    for_staff(
        "wagtailadmin_pages:add",
        "wagtailadmin_pages:edit",
        "wagtailadmin_pages:copy",
        "wagtailadmin_pages:revisions_revert",
        who=WRITERS,
        post=Answer.BAD_REQUEST,
    ),
    for_staff(
        "wagtailadmin_pages:preview_on_*",
        "wagtailadmin_pages:view_draft",
        "wagtailadmin_pages:confirm_workflow_cancellation",
        "books:choose_parent",
        "issues:choose_parent",
        "series:choose_parent",
        "partners_partnerpage_modeladmin_choose_parent",
        who=WRITERS,
        post=Answer.OK,
    ),
    # Where there is one place to choose, Wagtail 8 leads on to it.
    for_staff(
        "albums:choose_parent",
        "films:choose_parent",
        "promises:choose_parent",
        "wagtailadmin_pages:choose_parent",
        who=WRITERS,
        get=Answer.DONE if WAGTAIL_8 else Answer.OK,
        post=Answer.OK,
    ),
    # On to where it is done.
    for_staff(
        "wagtailadmin_pages:add_subpage",
        "partners_partnerpage_modeladmin_create",
        "partners_partnerpage_modeladmin_edit",
        who=WRITERS,
        get=Answer.DONE,
        post=Answer.DONE,
    ),
    for_staff(
        "wagtailadmin_pages:revisions_index",
        who=PAGE_HOLDERS,
        get=Answer.DONE,
        post=Answer.DONE,
    ),
    for_staff("partners_partnerpage_modeladmin_index", who=WRITERS),
    # No page is an alias.
    for_staff(
        "wagtailadmin_pages:convert_alias",
        who=WRITERS,
        get=Answer.NOT_FOUND,
        post=Answer.NOT_FOUND,
    ),
    # Only whoever may edit the page is told who else does.
    for_staff(
        "wagtailadmin_editing_sessions:ping",
        who=WRITERS,
        get=Answer.NOT_ALLOWED,
        post=Answer.OK,
        others=Answer.NOT_FOUND,
        others_get=Answer.NOT_ALLOWED,
    ),
    # Publishing, and what undoes it.
    for_staff(
        "wagtailadmin_pages:delete",
        "wagtailadmin_pages:unpublish",
        "wagtailadmin_pages:move_confirm",
        "wagtailadmin_pages:revisions_unschedule",
        who=PUBLISHERS,
        post=Answer.DONE,
    ),
    for_staff(
        "wagtailadmin_pages:move",
        "wagtailadmin_pages:set_privacy",
        who=PUBLISHERS,
        post=Answer.OK,
    ),
    Row(
        ("wagtailadmin_pages:set_page_position",),
        for_staff(who=PAGE_HOLDERS, get=Answer.NOT_ALLOWED).get
        if WAGTAIL_8
        else for_staff(who=PUBLISHERS).get,
        for_staff(who=PUBLISHERS, post=Answer.OK).post,
    ),
    for_staff(
        "partners_partnerpage_modeladmin_delete",
        who=PUBLISHERS,
        get=Answer.DONE,
        post=Answer.DONE,
    ),
    Row(
        ("wagtailadmin_pages:lock", "wagtailadmin_pages:unlock"),
        for_staff(who=PAGE_HOLDERS, get=Answer.NOT_ALLOWED).get,
        for_staff(who=PUBLISHERS, post=Answer.DONE).post,
    ),
    Row(
        ("wagtailadmin_api:pages:action",),
        for_staff(who=WRITERS, get=Answer.NOT_ALLOWED).get,
        for_staff(who=PUBLISHERS, post=Answer.OK).post,
    ),
    # A task is done by the group it is given to; administrators publish past it.
    for_staff("wagtailadmin_pages:workflow_action", who={Role.MODERATOR}, post=Answer.DONE),
    for_staff(
        "wagtailadmin_pages:collect_workflow_action_data", who={Role.MODERATOR}, post=Answer.OK
    ),
    Row(
        ("wagtailadmin_pages:workflow_preview",),
        for_staff(who={Role.MODERATOR}).get,
        for_staff(who=PAGE_HOLDERS).post,
    ),
    # Many at once: what somebody has no right to is left out, which has tests of its own.
    for_staff("wagtail_bulk_action page move", who=WRITERS, post=Answer.OK),
    for_staff(
        "wagtail_bulk_action page publish",
        "wagtail_bulk_action page unpublish",
        "wagtail_bulk_action page delete",
        who=WRITERS,
        post=Answer.DONE,
    ),
    # Reports.
    for_staff(
        "wagtailadmin_reports:workflow*",
        "wagtailadmin_reports:site_history*",
        "wagtailadmin_reports:aging_pages*",
        "wagtailadmin_reports:page_types_usage*",
        who=WRITERS,
    ),
    for_staff("wagtailadmin_reports:locked_pages*", who=PUBLISHERS),
    # Messages that people sent; to editors the list is empty.
    for_staff("wagtailforms:index*", who=WRITERS),
    for_staff("wagtailforms:list_submissions*", who=ADMINISTRATORS),
    for_staff("wagtailforms:delete_submissions", who=ADMINISTRATORS, post=Answer.DONE),
)
