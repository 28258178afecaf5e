"""Pictures, documents and films: whoever writes pages looks after them."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.roles import STAFF, Role
from tests.url_matrix.rows import WAGTAIL_8, WRITERS, Row, by_script, for_staff

FILES: tuple[Row, ...] = (
    for_staff(
        "wagtailimages:index*",
        "wagtaildocs:index*",
        "wagtaildocs:document_usage",
        "wagtailimages:image_usage",
        "wagtailimages_chooser:cho*",
        "wagtaildocs_chooser:cho*",
        who=WRITERS,
    ),
    for_staff(
        "wagtailimages:add",
        "wagtailimages:edit",
        "wagtailimages:preview",
        "wagtaildocs:add",
        "wagtaildocs:edit",
        "wagtailimages_chooser:create",
        "wagtailimages_chooser:select_format",
        "wagtaildocs_chooser:create",
        "wagtailmedia:index",
        "wagtailmedia:add",
        "wagtailmedia:edit",
        "wagtailmedia:chooser*",
        "wagtailmedia:media_*",
        who=WRITERS,
        post=Answer.OK,
    ),
    for_staff("wagtailimages:delete", "wagtaildocs:delete", who=WRITERS, post=Answer.DONE),
    # A film that a page shows stays; whoever may delete it is told which page.
    for_staff(
        "wagtailmedia:delete",
        "gallery_delete_media",
        who=WRITERS,
        get=Answer.DONE,
        post=Answer.DONE,
    ),
    # Many at once come by a script alone.
    for_staff(
        "wagtailimages:add_multiple",
        "wagtaildocs:add_multiple",
        who=WRITERS,
        post=Answer.BAD_REQUEST,
    ),
    by_script(
        "wagtailimages:edit_multiple",
        "wagtailimages:delete_multiple",
        "wagtaildocs:edit_multiple",
        "wagtaildocs:delete_multiple",
        who=WRITERS,
    ),
    # A file that waits for its title belongs to whoever is uploading it.
    by_script(
        "wagtailimages:create_multiple_from_uploaded_image",
        "wagtailimages:delete_upload_multiple",
        "wagtaildocs:create_multiple_from_uploaded_document",
        "wagtaildocs:delete_upload_multiple",
        who={Role.EDITOR},
    ),
    # Sizes are made from a list; nobody may order others by address.
    for_staff(
        "wagtailimages:url_generator*",
        who=WRITERS if WAGTAIL_8 else STAFF,
        get=Answer.NOT_FOUND,
    ),
    for_staff(
        "wagtail_bulk_action siteimage add_*",
        "wagtail_bulk_action sitedocument add_*",
        who=WRITERS,
        post=Answer.OK,
    ),
    for_staff(
        "wagtail_bulk_action siteimage delete",
        "wagtail_bulk_action sitedocument delete",
        who=WRITERS,
        post=Answer.DONE,
    ),
)
