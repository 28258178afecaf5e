"""What comments stand on, by the words of an address: a page of the tree or a discussion."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language, get_language_from_path, override
from wagtail.models import Page

from community.models import CommentablePageMixin, Conversation, Discussion


class Place(NamedTuple):
    """How an address names what comments stand on."""

    kind: str
    pk: int

    def url(self, name: str) -> str:
        """Return an address of the community about this place, such as ``write_comment``."""
        return reverse(f"community:{name}", args=[self.kind, self.pk])


def place_of(target: Any) -> Place:
    """Return how an address names a page or a discussion."""
    return Place("discussion" if isinstance(target, Discussion) else "page", target.pk)


def target_at(kind: str, pk: int) -> Any | None:
    """Return the page or discussion that an address names, also one that is not for everybody.

    Args:
        kind: ``page`` or ``discussion``.
        pk: its number.
    """
    if kind == "discussion":
        return Discussion.objects.with_wording().filter(pk=pk).first()
    page = Page.objects.filter(pk=pk).first()
    found = page.specific if page else None
    return found if isinstance(found, CommentablePageMixin) else None


def target_at_address(address: str, request: HttpRequest) -> Any | None:
    """Return the page or discussion that an address of this portal leads to.

    Args:
        address: a path or a full address, as somebody copies it from their browser.
        request: by which the site is known.
    """
    path = urlsplit(address.strip()).path
    try:
        match = resolve(path)
    except Resolver404:
        return None
    if match.view_name == "community:discussion":
        return target_at("discussion", match.kwargs["pk"])
    if match.view_name != "wagtail_serve":
        return None
    language = get_language_from_path(path) or settings.LANGUAGE_CODE
    with override(language):
        page = Page.find_for_request(request, match.args[0] if match.args else "")
    return target_at("page", page.pk) if page else None


def target_of(conversation: Conversation) -> Any | None:
    """Return the page or discussion that a conversation stands on; None where it has gone."""
    model = conversation.content_type.model_class()
    if model is None:
        return None
    return target_at("discussion" if model is Discussion else "page", conversation.object_id)


def targets_of(conversations: Iterable[Conversation]) -> dict[int, Any]:
    """Return what some conversations stand on, by the conversation's number, all at once.

    Pages come as plain ones, which have a title and an address. What has gone is left out.
    """
    rows = list(conversations)
    kind = ContentType.objects.get_for_model(Discussion).pk
    numbers = {row.object_id for row in rows if row.content_type_id == kind}
    discussions = Discussion.objects.with_wording().in_bulk(numbers)
    pages = Page.objects.in_bulk({row.object_id for row in rows if row.content_type_id != kind})
    found = {
        row.pk: (discussions if row.content_type_id == kind else pages).get(row.object_id)
        for row in rows
    }
    return {number: target for number, target in found.items() if target is not None}


def title_of(target: Any) -> str:
    """Return the title of a page or a discussion, in the reader's language if there is one."""
    return target.wording.title if isinstance(target, Discussion) else target.title


def address_of(target: Any) -> str:
    """Return the path of a page or a discussion; empty for a page outside every site."""
    if isinstance(target, Discussion):
        return target.get_absolute_url()
    return target.url or ""


def public_addresses(target: Any) -> list[str]:
    """Return the full addresses under which shared caches keep a page or a discussion."""
    if not isinstance(target, Discussion):
        return [url] if (url := target.get_full_url()) else []
    addresses = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            addresses.append(settings.WAGTAILADMIN_BASE_URL + target.get_absolute_url())
    return addresses


def language_of(target: Any) -> str:
    """Return the language in which people write there: the page's, or the reader's."""
    locale = getattr(target, "locale", None)
    return locale.language_code if locale else (get_language() or settings.LANGUAGE_CODE)
