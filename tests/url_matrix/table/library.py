"""What is read in documents, and copies for those who can't read them."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.rows import NOBODY, WRITERS, Row, for_everybody, for_staff

LIBRARY: tuple[Row, ...] = (
    for_everybody("document_first_page"),
    # The form says what is missing in it; a link that was used is gone.
    for_everybody("accessible_copy", post=Answer.OK),
    for_everybody("accessible_copy_thanks", "accessible_copy_link"),
    for_everybody("confirm_accessible_copy", get=Answer.GONE, post=Answer.GONE),
    for_staff("portal_documents", "portal_documents_results", who=WRITERS),
    for_staff(
        "portal_document_reading",
        who=WRITERS,
        others=Answer.NOT_ALLOWED,
        others_get=Answer.REFUSED,
    ),
    for_staff("publications_accessiblecopyrequest_modeladmin_index", who=WRITERS),
    for_staff("publications_accessiblecopyrequest_modeladmin_edit", who=WRITERS, post=Answer.OK),
    # Readers alone ask, and what was asked stays counted.
    for_staff(
        "publications_accessiblecopyrequest_modeladmin_create",
        "publications_accessiblecopyrequest_modeladmin_delete",
        who=NOBODY,
    ),
)
