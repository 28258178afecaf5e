"""What can be followed: channels, and the kinds of them that apps register."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, Self

from django.db.models import Case, IntegerField, Value, When
from django.utils import timezone
from django.utils.functional import Promise
from wagtail import hooks
from wagtail.models import Page

# Apps register functions with ``@hooks.register(KIND_HOOK)`` that return a `Kind`.
KIND_HOOK = "register_subscription_kinds"
SEPARATOR = ":"


class Channel(NamedTuple):
    """One thing that can be followed.

    Attributes:
        kind: ``newsletter``, ``series``, ``campaign``, ``topic``, ``page``, ``discussion`` or
            ``alerts``.
        key: which one, in whatever language: a page's ``translation_key`` as a string, and so on.
    """

    kind: str
    key: str

    def __str__(self) -> str:
        return f"{self.kind}{SEPARATOR}{self.key}"

    @classmethod
    def read(cls, written: str) -> Self | None:
        """Return the channel that an address or a form names; nothing for anything else."""
        kind, _separator, key = written.partition(SEPARATOR)
        found = kinds().get(kind)
        return cls(kind, found.identify(key)) if found and 0 < len(key) <= LONGEST_KEY else None


class Described(NamedTuple):
    """A channel as people read of it.

    Attributes:
        title: its name.
        url: the path where it stands; empty where nothing is to be seen.
        text: a sentence about it.
    """

    title: str
    url: str
    text: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of channels.

    Attributes:
        name: as in `Channel`.
        label: what people call one, above its title.
        describe: takes a key and a language; nothing where not everybody may see the channel.
        offered: takes a language; the keys that are offered beside what somebody asked for.
        channels_of: takes a page that is published for the first time; the keys of the channels
            whose followers hear of it.
        identify: takes a key as it was written; the one key under which a channel is followed.
        model: the type of the pages that are its channels, where they are pages of one type.
    """

    name: str
    label: str | Promise
    describe: Callable[[str, str], Described | None]
    offered: Callable[[str], Iterable[str]] = lambda language: ()
    channels_of: Callable[[Page], Iterable[str]] = lambda page: ()
    identify: Callable[[str], str] = lambda key: key
    model: type[Page] | None = None


LONGEST_KEY = 64


def kinds() -> dict[str, Kind]:
    """Return the kinds that apps have registered, by their names."""
    found: list[Kind] = [make() for make in hooks.get_hooks(KIND_HOOK)]
    return {kind.name: kind for kind in found}


def describe(channel: Channel, language: str) -> Described | None:
    """Return a channel in words; nothing where not everybody may see it, or there is none."""
    kind = kinds().get(channel.kind)
    return kind.describe(channel.key, language) if kind else None


def offered_channels(language: str) -> list[Channel]:
    """Return what is offered to everybody who follows something."""
    return [Channel(kind.name, key) for kind in kinds().values() for key in kind.offered(language)]


def channels_of(page: Page) -> list[Channel]:
    """Return the channels whose followers hear of a page that is new."""
    return [Channel(kind.name, key) for kind in kinds().values() for key in kind.channels_of(page)]


def channel_of_page(page: Page) -> Channel | None:
    """Return what is followed with a page of its own kind; nothing for any other page.

    Args:
        page: such as a newsletter, a series or a campaign.
    """
    model = page.cached_content_type.model_class()
    for kind in kinds().values():
        if kind.model is not None and kind.model is model:
            return Channel(kind.name, str(page.translation_key))
    return None


def public_page(translation_key: str, language: str) -> Page | None:
    """Return the page that everybody may read now: in this language, else in another.

    Args:
        translation_key: what ties a page's languages together.
        language: the reader's.
    """
    try:
        identity = uuid.UUID(translation_key)
    except ValueError:
        return None
    readable = (
        Page.objects.live()
        .public()
        .filter(translation_key=identity, alias_of__isnull=True)
        .exclude(expire_at__isnull=False, expire_at__lte=timezone.now())
        .select_related("locale")
    )
    own = When(locale__language_code=language, then=Value(0))
    found = readable.annotate(foreign=Case(own, default=1, output_field=IntegerField()))
    page = found.order_by("foreign", "pk").first()
    return page if page is not None and page.url else None


def describe_page(key: str, language: str) -> Described | None:
    """Return a page that can be followed, in words."""
    page = public_page(key, language)
    return Described(page.title, page.url) if page else None


def page_kind(
    name: str,
    label: str | Promise,
    model: type[Page],
    *,
    is_offered: bool = False,
    channels_of: Callable[[Page], Iterable[str]] = lambda page: (),
) -> Kind:
    """Return a kind whose channels are the pages of one type.

    Args:
        name: as in `Channel`.
        label: what people call one of them.
        model: the type.
        is_offered: whether all of them are offered to whoever follows something.
        channels_of: as in `Kind`.
    """

    def described(key: str, language: str) -> Described | None:
        page = public_page(key, language)
        if page is None or page.cached_content_type.model_class() is not model:
            return None
        specific = page.specific
        return Described(page.title, page.url, getattr(specific, "summary", ""))

    def offered(language: str) -> list[str]:
        if not is_offered:
            return []
        pages = model.objects.live().public().filter(locale__language_code=language)
        return [str(page.translation_key) for page in pages.order_by("path")]

    return Kind(name, label, described, offered, channels_of, model=model)
