"""Words and addresses for what the pages of accounts and comments print."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from community.account_links import AccountLink
from community.account_links import account_links as offered_links
from community.feeds import feed_links
from community.kept_threads import branches_html
from community.models import Broadcast
from community.subscriptions.figures import progress_of
from community.targets import address_of, place_of, title_of
from community.threads import Branch

register = template.Library()

# Name and the word by which a browser tells its name; the more particular ones come first,
# since each browser also names those it is like.
BROWSERS = (
    ("Edge", "Edg"),
    ("Opera", "OPR/"),
    ("Samsung Internet", "SamsungBrowser"),
    ("Firefox", "Firefox/"),
    ("Firefox", "FxiOS"),
    ("Chrome", "CriOS"),
    ("Chrome", "Chrome/"),
    ("Safari", "Safari/"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("macOS", "Mac OS X"),
    ("ChromeOS", "CrOS"),
    ("Linux", "Linux"),
)


@register.filter
def browser_name(user_agent: str) -> str:
    """Return what people call a browser, from what it calls itself (RFC 9110 §10.1.5)."""
    browser = next((name for name, mark in BROWSERS if mark in user_agent), "")
    system = next((name for name, mark in SYSTEMS if mark in user_agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Unknown browser")


@register.filter
def target_title(target: Any) -> str:
    """Return the title of what comments stand on."""
    return title_of(target)


@register.filter
def target_url(target: Any) -> str:
    """Return the address of what comments stand on."""
    return address_of(target)


@register.filter
def write_url(target: Any) -> str:
    """Return the address of the form for a comment."""
    return place_of(target).url("write_comment")


@register.simple_tag
def feeds_of(target: Any = None) -> list[dict[str, str]]:
    """Return the feeds of what is said on a page or in a discussion; without one, anywhere."""
    return feed_links(target)


@register.simple_tag
def branches(found: list[Branch], can_reply: bool, write_url: str) -> SafeString:
    """Show threads; each is rendered once for as long as all that it shows stays the same."""
    return branches_html(found, can_reply=can_reply, write_url=write_url)


@register.simple_tag(takes_context=True)
def account_links(context: dict[str, Any]) -> list[AccountLink]:
    """Return the pages of other apps that stand beside those of the reader's account."""
    request = context.get("request")
    return offered_links(request.user) if request is not None else []


@register.simple_tag
def broadcast_progress(broadcast: Broadcast) -> int:
    """Return how many of a hundred followers have been gone through."""
    return progress_of(broadcast)
