"""What stands around every page: name, menu, footer, read once and kept in the cache."""

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

from site_config.kept_answers.changes import state_of
from site_config.models.images import SiteImage, SiteRendition
from site_config.models.site_settings import Footer, Identity, MainMenu
from site_config.ready_pictures import ready_size
from site_config.sites import site_of

CACHE_SECONDS = 3600
# As long as a picture may be on its way.
INCOMPLETE_SECONDS = 60
MARK_SPEC = "fill-88x88"
SOCIAL_SPEC = "fill-1200x630|format-jpeg"
VERSION_KEY = "site_config.shell.version"


@dataclass(frozen=True)
class Link:
    """A named address."""

    label: str
    url: str


@dataclass(frozen=True)
class Column:
    """A heading with its links."""

    title: str
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True)
class Shell:
    """The parts of the shell that staff edit, in one language."""

    name: str
    city: str
    full_name: str
    organisation: str
    description: str
    legal_line: str
    email: str
    phone: str
    address: str
    mark_url: str
    social_image_url: str
    site_url: str
    menu: list[Link]
    columns: list[Column]


def shell_for(request: HttpRequest | None) -> Shell:
    """Return the shell of this request's site, else the default one, in the reader's language.

    It is built from the database once and kept until a page or a setting changes.
    """
    preview = getattr(request, "shell_preview", None)
    site = preview.site if preview is not None else site_of(request)
    if site is None:
        site = Site.objects.filter(is_default_site=True).first()
    if preview is not None:
        return build_shell(site, {type(preview): preview})
    version = shell_version()
    key = f"site_config.shell.{version}.{getattr(site, 'pk', 0)}.{get_language()}"
    shell = cache.get(key)
    if shell is None:
        shell = build_shell(site, {})
        complete = shell.mark_url and shell.social_image_url
        cache.set(key, shell, CACHE_SECONDS if complete else INCOMPLETE_SECONDS)
    return shell


def build_shell(site: Site | None, overrides: dict[type, Any]) -> Shell:
    """Read the settings of a site; ``overrides`` hold unsaved ones that take their place."""

    def setting(model: type) -> Any:
        if model in overrides:
            return overrides[model]
        found = model.objects.filter(site=site).first() if site else None
        return found or model()

    identity, menu, footer = setting(Identity), setting(MainMenu), setting(Footer)

    def links(values: Any) -> list[Link]:
        return [Link(str(value["label"]), url) for value in values if (url := value.url)]

    return Shell(
        name=identity.name,
        city=identity.city,
        full_name=identity.full_name,
        organisation=identity.word("organisation"),
        description=identity.word("description"),
        legal_line=identity.word("legal_line"),
        email=identity.email,
        phone=identity.phone,
        address=identity.address,
        mark_url=_address(identity.mark, MARK_SPEC),
        social_image_url=_address(identity.social_image, SOCIAL_SPEC),
        site_url=site.root_url if site else "",
        menu=links(block.value for block in menu.items),
        columns=[
            Column(str(block.value["title"]), links(block.value["links"]))
            for block in footer.columns
        ],
    )


def _address(image: SiteImage | None, spec: str) -> str:
    """Return where a picture is; nothing while a worker still makes its size."""
    size = ready_size(image, spec) if image else None
    return size.url if size else ""


def shell_version() -> str:
    """Return a text that changes whenever a page or a setting of the shell does."""
    state = state_of(Footer, Identity, MainMenu, Page, Site, SiteImage, SiteRendition)
    return f"{cache.get_or_set(VERSION_KEY, 1, None)}.{state}"


def forget_shell(**kwargs: Any) -> None:
    """Have the shell read anew: a page or a setting has changed."""
    cache.get_or_set(VERSION_KEY, 1, None)
    with suppress(ValueError):  # A cache that is away has nothing to forget.
        cache.incr(VERSION_KEY)
