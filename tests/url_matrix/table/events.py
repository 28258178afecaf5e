"""Registering for events: open to everybody, listed for those who publish pages."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.rows import NOBODY, PUBLISHERS, Row, for_everybody, for_staff

EVENTS: tuple[Row, ...] = (
    # An empty form is shown again.
    for_everybody("campaigns:register", post=Answer.OK),
    for_everybody("campaigns:registration_sent"),
    # Opening a link of a mail changes nothing. These belong to nobody.
    for_everybody(
        "campaigns:confirm_registration",
        "campaigns:cancel_registration",
        get=Answer.GONE,
        post=Answer.GONE,
    ),
    for_staff("campaigns_eventregistration_modeladmin_index", who=PUBLISHERS),
    # People register and cancel by themselves.
    for_staff(
        "campaigns_eventregistration_modeladmin_create",
        "campaigns_eventregistration_modeladmin_edit",
        "campaigns_eventregistration_modeladmin_delete",
        who=NOBODY,
    ),
)
