"""Campaigns: anybody takes part; who does is seen by those who publish."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.rows import PUBLISHERS, Row, for_everybody, for_members, for_staff

CAMPAIGNS: tuple[Row, ...] = (
    # An empty form is shown again. Opening the link of a mail changes nothing.
    for_everybody("campaigns:pledge", "campaigns:own_pledge", post=Answer.OK),
    # A mail program stops its reader's mails without a session (RFC 8058).
    for_everybody("campaigns:stop_pledge_mails", post=Answer.OK),
    # A link that was used already has gone.
    for_everybody("campaigns:confirm_pledge", get=Answer.GONE, post=Answer.GONE),
    for_everybody("campaigns:pledge_mailbox", "campaigns:pledge_withdrawn"),
    for_everybody("campaigns:change_feed"),
    for_members("campaigns:own_pledges", visitors=(Answer.SIGN_IN, Answer.NOT_ALLOWED)),
    for_staff("campaigns_pledge_modeladmin_index", who=PUBLISHERS),
    for_staff("campaigns_pledge_modeladmin_hide_name", who=PUBLISHERS, post=Answer.DONE),
)
