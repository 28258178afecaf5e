"""Alerts: everybody reads them; emergency publishers and administrators publish them."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.roles import Role
from tests.url_matrix.rows import Row, for_everybody, for_staff

GUARDS = frozenset({Role.EMERGENCY_PUBLISHER, Role.ADMINISTRATOR})

ALERTS: tuple[Row, ...] = (
    for_everybody("alerts:index", "alerts:now", "alerts:feed", "alerts:alert"),
    for_everybody("alerts_cap", "alerts_cap_feed"),
    for_staff("portal_alerts", "portal_alert", "portal_alert_preview", who=GUARDS),
    # An empty form is shown again.
    for_staff("portal_alert_new", "portal_alert_write", who=GUARDS, post=Answer.OK),
    for_staff("portal_alert_cancel", who=GUARDS, post=Answer.OK),
    for_staff("portal_alert_check", who=GUARDS, post=Answer.DONE),
    for_staff("portal_alert_discard", who=GUARDS, get=Answer.NOT_ALLOWED, post=Answer.DONE),
)
