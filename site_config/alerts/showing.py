"""Which alerts stand on a page now: read once, kept for seconds, and chosen by the clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from site_config.models.alert_terms import Level, Message
from site_config.models.alerts import AlertVersion

KEY = "site_config.alerts"
# Where every process has a cache of its own, nobody tells the others: each looks for itself.
CACHE_SECONDS = 15
# While an alert runs no copy of a page lives longer, so that an update is everywhere in a minute.
COPIES_LIVE = timedelta(seconds=60)


@dataclass(frozen=True)
class BannerWords:
    """What a banner says in one language."""

    language: str
    headline: str
    text: str
    steps: tuple[str, ...]
    area: str
    link: str


@dataclass(frozen=True)
class Banner:
    """One published version, ready to be shown.

    Attributes:
        prefixes: how the paths begin on which it stands; none where it stands everywhere.
        by_language: its words.
    """

    uid: str
    number: int
    level: Level
    is_cancel: bool
    starts_at: datetime
    ends_at: datetime
    contact: str
    prefixes: tuple[str, ...]
    by_language: dict[str, BannerWords]

    @property
    def key(self) -> str:
        """Names this version; what a reader has put away is bound to it."""
        return f"{self.uid}.{self.number}"

    @property
    def words(self) -> BannerWords:
        """Its words in the reader's language."""
        return self.by_language[get_language() or settings.LANGUAGE_CODE]

    def stands_on(self, path: str) -> bool:
        """Whether it concerns the page of this path."""
        return not self.prefixes or path.startswith(self.prefixes)


def banners() -> list[Banner]:
    """Return the versions that hold or will hold, whichever of an alert is the newest."""
    found = cache.get(KEY)
    if found is None:
        found = _read()
        cache.set(KEY, found, CACHE_SECONDS)
    return found


def forget_alerts() -> None:
    """Have the alerts read anew: one has changed."""
    cache.delete(KEY)


def running_banners(moment: datetime, path: str | None = None) -> list[Banner]:
    """Return what stands on a page, the worst first.

    Args:
        moment: when.
        path: of the page; all that run anywhere where it is missing.
    """
    newest: dict[str, Banner] = {}
    for banner in banners():
        if banner.starts_at <= moment:
            known = newest.get(banner.uid)
            newest[banner.uid] = banner if not known or banner.number > known.number else known
    running = [
        banner
        for banner in newest.values()
        if not banner.is_cancel
        and banner.ends_at > moment
        and (path is None or banner.stands_on(path))
    ]
    return sorted(running, key=lambda one: (one.level.rank, -one.starts_at.timestamp()))


def fresh_until(moment: datetime) -> datetime | None:
    """Return when copies of pages may no longer be true; nothing where no alert is in sight."""
    changes = [
        change
        for banner in banners()
        for change in (banner.starts_at, banner.ends_at)
        if change > moment
    ]
    if running_banners(moment):
        changes.append(moment + COPIES_LIVE)
    return min(changes, default=None)


def banners_for(request: HttpRequest) -> list[Banner]:
    """Return the banners of a request's page, and let no copy of it outlive them."""
    preview = getattr(request, "alert_preview", None)
    if preview is not None:
        return [banner_of(preview)]
    now = timezone.now()
    request.alerts_until = fresh_until(now)
    return running_banners(now, request.path)


def banner_of(version: AlertVersion) -> Banner:
    """Return a version as it is shown."""
    now = timezone.now()
    return Banner(
        uid=str(version.alert.uid),
        number=version.number,
        level=Level(version.level),
        is_cancel=version.message == Message.CANCEL,
        starts_at=version.starts_at or now,
        ends_at=version.ends_at,
        contact=version.contact,
        prefixes=prefixes_of(version.section),
        by_language={
            code: BannerWords(
                words.language,
                words.headline,
                words.text,
                tuple(words.steps),
                words.area,
                words.link,
            )
            for code, _name in settings.LANGUAGES
            if (words := version.words(code))
        },
    )


def prefixes_of(section: Page | None) -> tuple[str, ...]:
    """Return how the paths of a section begin, in every language."""
    if section is None:
        return ()
    return tuple(
        sorted(
            {
                urlsplit(url).path
                for page in section.get_translations(inclusive=True)
                if (url := page.url)
            }
        )
    )


def _read() -> list[Banner]:
    ahead: Iterable[AlertVersion] = (
        AlertVersion.objects.published()
        .filter(
            alert__in=AlertVersion.objects.published()
            .filter(ends_at__gt=timezone.now())
            .values("alert")
        )
        .with_words()
    )
    return [banner_of(version) for version in ahead]
