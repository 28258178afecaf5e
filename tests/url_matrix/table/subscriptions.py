"""Following by mail: whoever has a link may act by it, signed in or not."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.rows import WRITERS, Row, for_everybody, for_staff

SUBSCRIPTIONS: tuple[Row, ...] = (
    # An empty form is shown again.
    for_everybody("community:follow_by_mail", post=Answer.OK),
    for_everybody("community:follow_sent"),
    # A link that was used up.
    for_everybody("community:confirm_subscription", get=Answer.GONE, post=Answer.GONE),
    for_everybody("community:subscriptions", "community:stop_subscription", post=Answer.OK),
    for_everybody("community:subscription_data"),
    # No mail service is configured: nobody is listened to.
    for_everybody("mail_events", get=Answer.NOT_ALLOWED, post=Answer.NOT_FOUND),
    # Figures for whoever writes pages; a test mail for whoever may edit the edition.
    for_staff("community_broadcast_modeladmin_index", who=WRITERS),
    for_staff("newsletter_test", who=WRITERS, post=Answer.DONE),
)
