"""The city's alerts: a banner on every page, feeds, CAP 1.2, and word to whoever follows them.

Apps above hear of each version that takes effect through ``@hooks.register(ALERT_HOOK)``, a
function that takes the version, in the transaction that remembers it was told.
"""

ALERT_HOOK = "register_alert_listeners"
