"""What is the same for everybody, signed in or not."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.rows import Row, for_everybody

PUBLIC: tuple[Row, ...] = (
    # The client of the tests is on the operators’ own machine; others have tests of their own.
    for_everybody("healthz", "readyz", "metrics"),
    for_everybody("robots", "sitemap", "security_txt", "web_manifest"),
    for_everybody("search", "search_description"),
    for_everybody("wagtail_serve", "publication_cover", "campaigns:calendar_file"),
    for_everybody("community:moderation", "community:moderation_table"),
    for_everybody("community:discussion", "community:member", "community:account_menu"),
    # The list of discussions stands in the page tree.
    for_everybody("community:discussions", get=Answer.DONE),
    for_everybody("favicon.ico", get=Answer.DONE, post=Answer.DONE),
    # Documents of public collections; those of private ones have tests of their own.
    for_everybody("wagtaildocs_serve"),
    # Forms for shared passwords, which no page or collection can have, and a second door.
    for_everybody("wagtaildocs_authenticate_with_password", post=Answer.OK),
    for_everybody(
        "wagtailcore_authenticate_with_password",
        "wagtailcore_login",
        get=Answer.NOT_FOUND,
        post=Answer.NOT_FOUND,
    ),
)
