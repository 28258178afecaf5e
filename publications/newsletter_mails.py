"""An edition as a mail: HTML with inline styles, and the same as plain text."""

import re
from collections.abc import Callable
from html import unescape
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.rich_text import expand_db_html

from community.mails import own_url
from community.models import User
from community.subscriptions.channels import Channel
from community.subscriptions.mails import CHOOSE_GAP, STOP_GAP, Words, write_mail
from community.subscriptions.reading import MailBody, Reading
from site_config.models import OutboxMail
from site_config.outbox import enqueue_mail
from site_config.rate_limits import Limit, count_use

if TYPE_CHECKING:
    from publications.models.newsletters import NewsletterEditionPage

# Wide enough for the mail's 512 pixels on a dense screen; JPEG, which every program shows.
PICTURE_SPEC = "width-1024|format-jpeg"
TEST_LIMIT = Limit(20, 3600)
_TEXT = "font-size:18px;line-height:28px;color:#1d1a3a;"
_STYLES = {
    "p": f'class="m-text" style="margin:0 0 16px;{_TEXT}"',
    "ul": f'class="m-text" style="margin:0 0 16px;padding-left:24px;{_TEXT}"',
    "ol": f'class="m-text" style="margin:0 0 16px;padding-left:24px;{_TEXT}"',
    "li": 'style="margin:0 0 6px;"',
    "a": 'class="m-link" style="color:#243cb0;"',
}
_TAG = re.compile(r"<(p|ul|ol|li|a)(?=[\s>])")
_OWN_PATH = re.compile(r'(href|src)="(/[^"]*)"')
_LINK = re.compile(r'<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_BREAK = re.compile(r"</(?:p|ul|ol)>|<br\s*/?>")


def edition_body(edition: "NewsletterEditionPage") -> MailBody:
    """Return the content of an edition in the language that is active."""
    parts, texts = [], []
    for block in edition.body:
        html, text = _WRITERS[block.block_type](block.value)
        parts.append(html)
        texts.append(text)
    # Each part is safe: a template's, or rich text that only the admin's features can hold.
    html = SafeString("\n".join(part for part in parts if part))
    return MailBody(html, "\n\n".join(text for text in texts if text))


def write_edition(edition: "NewsletterEditionPage") -> Words:
    """Return an edition as its followers get it, also before it has been published.

    The links that belong to one reader lead to the first page.
    """
    language = edition.locale.language_code
    newsletter = edition.newsletter
    with override(language):
        reading = Reading(
            title=edition.title,
            url=edition.url or newsletter.url or "/",
            text=edition.summary,
            note="",
            language=language,
            make_body=lambda: edition_body(edition),
        )
        channel = Channel("newsletter", str(newsletter.translation_key))
        words = write_mail(reading, channel, language)
    home = f"{settings.WAGTAILADMIN_BASE_URL}/{language}/"
    text, html = (
        part.replace(STOP_GAP, home).replace(CHOOSE_GAP, home) for part in (words.text, words.html)
    )
    return Words(words.subject, text, html)


@transaction.atomic
def send_test(*, edition: "NewsletterEditionPage", to: User) -> OutboxMail:
    """Send an edition to one colleague alone, as it is now.

    Args:
        edition: a draft, or what was published.
        to: who asks for it.

    Raises:
        RateLimitedError: they have asked too often.
    """
    count_use("newsletter_test", f"member {to.pk}", TEST_LIMIT)
    words = write_edition(edition)
    with override(edition.locale.language_code):
        subject = _("Test: %(subject)s") % {"subject": words.subject}
    return enqueue_mail(to=to.email, subject=subject, text=words.text, html=words.html)


def mail_html(source: str) -> SafeString:
    """Return rich text with inline styles and full addresses.

    Args:
        source: as the database holds it.
    """
    html = _TAG.sub(lambda tag: f"<{tag[1]} {_STYLES[tag[1]]}", expand_db_html(source))
    # Safe as it was before: only attributes of the house were added.
    return SafeString(_full_addresses(html))


def plain(source: str) -> str:
    """Return rich text as plain text, each link with its address behind it."""
    html = _full_addresses(expand_db_html(source))
    html = _LINK.sub(lambda link: f"{link[2]} ({link[1]})", html)
    html = _BREAK.sub("\n", html.replace("<li", "\n– <li"))
    lines = [line.strip() for line in unescape(strip_tags(html)).splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _full_addresses(html: str) -> str:
    return _OWN_PATH.sub(lambda found: f'{found[1]}="{own_url(unescape(found[2]))}"', html)


def _part(name: str, **context: Any) -> str:
    return render_to_string(f"publications/mails/{name}.html", context)


def _heading(value: str) -> tuple[str, str]:
    return _part("heading", text=value), value.upper()


def _paragraph(value: Any) -> tuple[str, str]:
    return str(mail_html(value.source)), plain(value.source)


def _quote(value: Any) -> tuple[str, str]:
    by = ", ".join(part for part in (value["attribution"], value["role"]) if part)
    return _part("quote", value=value, by=by), f"“{value['text']}”" + (f"\n{by}" if by else "")


def _picture(value: Any) -> tuple[str, str]:
    picture = value["picture"]
    if picture is None:
        return "", ""
    rendition = picture.get_rendition(PICTURE_SPEC)
    alt = "" if picture.decorative else picture.contextual_alt_text or ""
    html = _part(
        "picture", url=own_url(rendition.url), picture=rendition, alt=alt, caption=value["caption"]
    )
    return html, " ".join(part for part in (f"[{alt}]" if alt else "", value["caption"]) if part)


def _stories(value: Any) -> tuple[str, str]:
    pages = [(page, own_url(page.url)) for page in value.shown]
    if not pages:
        return "", ""
    text = [value["title"].upper()] if value["title"] else []
    for page, url in pages:
        text.append("\n".join(part for part in (page.title, page.description, url) if part))
    return _part("stories", title=value["title"], pages=pages), "\n\n".join(text)


def _call_to_action(value: Any) -> tuple[str, str]:
    if not value.url:
        return "", ""
    url = value.url if value.is_external else own_url(value.url)
    return _part("button", url=url, text=value["text"]), f"{value['text']}:\n{url}"


_WRITERS: dict[str, Callable[[Any], tuple[str, str]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "quote": _quote,
    "picture": _picture,
    "stories": _stories,
    "call_to_action": _call_to_action,
}
