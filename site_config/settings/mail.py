"""Settings of mail: how it is sent, and who tells what came back."""

import environ

env = environ.Env()

DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Sheshi <no-reply@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 5

# The service that tells of mails which came back; empty for none. See `site_config.mail_events`.
MAIL_SERVICE = env("MAIL_SERVICE", default="")
MAIL_EVENTS_KEY = env("MAIL_EVENTS_KEY", default="")
ANYMAIL = {
    "MAILGUN_WEBHOOK_SIGNING_KEY": MAIL_EVENTS_KEY,
    "MAILERSEND_SIGNING_SECRET": MAIL_EVENTS_KEY,
    # “name:password”, as the service sends it.
    "WEBHOOK_SECRET": env("MAIL_EVENTS_PASSWORD", default=""),
}
