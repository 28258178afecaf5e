"""The gallery: files, lists for machines, uploads, and films without words."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.roles import Role
from tests.url_matrix.rows import WRITERS, Row, by_script, for_everybody, for_staff

GALLERY: tuple[Row, ...] = (
    # A file that a public page shows; those of drafts have tests of their own.
    for_everybody("media"),
    for_everybody("photo_sitemap", "film_sitemap"),
    by_script("gallery_upload_photo", who=WRITERS),
    for_staff("gallery_films_without_words*", who=WRITERS),
    for_staff("act_on_workflow", who={Role.MODERATOR}, post=Answer.DONE),
)
