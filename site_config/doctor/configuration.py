"""Settings that make a portal unsafe or forgetful."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import run_checks
from wagtail.models import Site

from site_config.doctor.findings import Finding, error, fine, warning

LOCAL_MAIL = ("console", "locmem", "dummy", "filebased")
WEAK_KEY = 50


def examine_settings() -> Iterator[Finding]:
    """Look at what each visitor's safety hangs on."""
    if settings.DEBUG:
        yield error(
            "debug",
            "DEBUG is on: a fault shows settings and code to whoever causes it.",
            "Set DJANGO_SETTINGS_MODULE=site_config.settings.production.",
        )
    else:
        yield fine("debug", "Faults show no code.")
    if len(settings.SECRET_KEY) < WEAK_KEY or len(set(settings.SECRET_KEY)) < 10:
        yield error(
            "secret-key",
            "SECRET_KEY is weak: sessions and links in mails could be forged.",
            'Make one: python -c "import secrets; print(secrets.token_urlsafe(50))"',
        )
    else:
        yield fine("secret-key", "SECRET_KEY is long.")
    if "*" in settings.ALLOWED_HOSTS or not settings.ALLOWED_HOSTS:
        yield error(
            "hosts",
            "ALLOWED_HOSTS names no hosts: links in mails could lead anywhere, or nothing answers.",
            "Set ALLOWED_HOSTS to the portal's names, separated by commas.",
        )
    else:
        yield fine("hosts", f"The portal answers to {', '.join(settings.ALLOWED_HOSTS)}.")
    if not settings.STAFF_TWO_FACTOR_REQUIRED:
        yield warning(
            "second-factor",
            "Staff may enter with a password alone.",
            "Use the production settings, which ask for a second factor.",
        )


def examine_address() -> Iterator[Finding]:
    """See that mails lead to the host that the portal has."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    if address.scheme != "https":
        yield error(
            "base-url",
            f"BASE_URL is {settings.WAGTAILADMIN_BASE_URL}: links in mails are not encrypted.",
            "Set BASE_URL to the portal's address with https://.",
        )
    else:
        yield fine("base-url", f"Mails lead to {settings.WAGTAILADMIN_BASE_URL}.")
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        yield error(
            "site",
            "No site is the default: no page has an address.",
            "Make one in the admin under Settings, Sites, or restore the database.",
        )
    elif site.hostname != address.hostname:
        yield warning(
            "site",
            f"The site's host is {site.hostname}, that of BASE_URL is {address.hostname}.",
            "Give both the same, in the admin under Settings, Sites; caches are purged by it.",
        )
    else:
        yield fine("site", f"The site is {site.hostname}.")


def examine_mail_settings() -> Iterator[Finding]:
    """See that mails leave the machine."""
    if any(name in settings.EMAIL_BACKEND for name in LOCAL_MAIL):
        yield error(
            "mail-settings",
            "Mails are not sent, only written down here.",
            "Set EMAIL_URL, such as smtp+tls://USER:PASSWORD@HOST:587.",
        )
    elif settings.DEFAULT_FROM_EMAIL.endswith("@localhost>"):
        yield warning(
            "mail-settings",
            "Mails come from localhost: nobody can answer, and many servers refuse them.",
            "Set DEFAULT_FROM_EMAIL to a mailbox of the city.",
        )
    else:
        yield fine("mail-settings", "Mails have a server and a sender.")


def examine_sharing() -> Iterator[Finding]:
    """See what the processes of the portal share."""
    if "locmem" in settings.CACHES["default"]["BACKEND"].lower():
        yield warning(
            "shared-cache",
            "Each process has a cache of its own: limits count in each, and changes show late.",
            "With more than one web process set CACHE_URL and RENDITIONS_CACHE_URL to a Redis.",
        )
    else:
        yield fine("shared-cache", "The processes share a cache.")
    if not settings.METRICS_DIR:
        yield warning(
            "metrics-folder",
            "Each web process tells figures of itself alone.",
            "Set METRICS_DIR to a folder such as /run/sheshi/metrics.",
        )
    else:
        yield fine("metrics-folder", f"The processes count together in {settings.METRICS_DIR}.")
    if settings.READ_ONLY:
        yield warning(
            "read-only",
            "The portal only reads: every form answers 503.",
            "Unset READ_ONLY when the database may be written again.",
        )


def examine_framework() -> Iterator[Finding]:
    """Ask Django and its packages for what they find amiss in a deployment."""
    found = [
        message for message in run_checks(include_deployment_checks=True) if message.level >= 30
    ]
    for message in found:
        yield (error if message.level >= 40 else warning)(
            message.id or "check",
            " ".join(str(message.msg).split()),
            " ".join(str(message.hint or "See the reference of Django's system checks.").split()),
        )
    if not found:
        yield fine("system-checks", "Django's checks of a deployment find nothing.")
