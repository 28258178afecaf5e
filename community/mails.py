"""The mails of accounts: plain text with the same in HTML, in the reader's language."""

import re
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import translate_url
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from site_config.mail_frame import in_mail_frame, split_paragraphs
from site_config.outbox import enqueue_mail
from site_config.shell import shell_for

# What the button of a mail says, by the mail's template.
ACTIONS: dict[str, str | Promise] = {
    "account/email/email_confirmation": _("Confirm the address"),
    "account/email/email_confirmation_signup": _("Confirm the address"),
    "account/email/password_reset_key": _("Choose a new password"),
    "account/email/account_already_exists": _("Choose a new password"),
    "account/email/unknown_account": _("Create an account"),
    "community/mails/confirm_comment": _("See and confirm the comment"),
    "community/mails/confirm_subscription": _("Confirm and follow"),
}
# Mails that somebody who is not signed in can have sent to any address.
CAUSED_BY_STRANGERS = frozenset(ACTIONS)
# What the button of a mail says that only a moderator's decision causes.
ACTIONS |= dict.fromkeys(
    (
        "community/mails/comment_hidden",
        "community/mails/sanctioned",
        "community/mails/appeal_answered",
    ),
    _("See the decision"),
)
LINKS = (
    *("activate_url", "password_reset_url", "signup_url", "appeal_url"),
    *("page_url", "calendar_url", "cancel_url"),
)


def own_url(address: str, language: str = "") -> str:
    """Return an address of this portal below its configured base, never below a request's host.

    Args:
        address: a path, or a full address whose host is ignored.
        language: the language in which the page should open.
    """
    parts = urlsplit(address)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    if language:
        path = translate_url(path, language)
    return settings.WAGTAILADMIN_BASE_URL + path


def send_account_mail(
    *,
    template: str,
    to: str,
    language: str,
    context: dict[str, Any],
    request: HttpRequest | None = None,
    action: str | Promise = "",
    key: str = "",
    stop_url: str = "",
    concerns: str = "",
) -> None:
    """Put one mail of an account into the outbox.

    Args:
        template: prefix of ``<prefix>_subject.txt`` and ``<prefix>_message.txt``.
        to: one mailbox.
        language: the language of the person who reads it.
        context: what the templates print; links are made the portal's own.
        request: the request that causes it, where there is one; only the portal's name is read
            by it.
        action: what the link's button says, where it is not known by the template.
        key: names the occasion; a second mail of the same occasion is not stored.
        stop_url: the full address that stops mails of this kind; none for what somebody has
            asked for just now, such as a new password.
        concerns: what the mail speaks of, where it leaves only while that stands (`enqueue_mail`).
    """
    links = {name: own_url(context[name], language) for name in LINKS if name in context}
    with override(language):
        portal = shell_for(request)
        words = context | links | {"portal": portal, "base_url": settings.WAGTAILADMIN_BASE_URL}
        words |= {"email": to, "stop_url": stop_url}
        subject = " ".join(render_to_string(f"{template}_subject.txt", words).split())
        text = render_to_string(f"{template}_message.txt", words).strip()
        text = re.sub(r"\n{3,}", "\n\n", text)
        html = in_mail_frame(
            subject=subject,
            paragraphs=split_paragraphs(text, portal),
            portal=portal,
            language=language,
            action=action or ACTIONS.get(template, ""),
            stop_url=stop_url,
        )
        if stop_url:
            text += "\n\n" + _("Stop these mails: %(stop_url)s") % {"stop_url": stop_url}
    # The separator by which mail programs know a signature (RFC 3676 §4.3).
    signature = f"\n\n-- \n{portal.full_name}\n{settings.WAGTAILADMIN_BASE_URL}\n"
    enqueue_mail(
        to=to,
        subject=subject,
        text=text + signature,
        html=html,
        headers=one_click_headers(stop_url) if stop_url else None,
        key=key,
        concerns=concerns,
    )


def one_click_headers(url: str) -> dict[str, str]:
    """Return the headers by which a mail program stops mails of this kind (RFC 8058)."""
    return {
        "List-Unsubscribe": f"<{url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
