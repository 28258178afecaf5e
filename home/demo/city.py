"""The demo city under construction: what every chapter of the demo builds with."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from time import monotonic
from typing import Any

from django.conf import settings
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from home.demo.assets import Assets
from home.demo.library.pictures import PICTURES
from home.demo.library.words import Words
from home.demo.links import Lookup, link_rich_text
from home.demo.stories import raw_story

# The feeds of the demo's words: the page that each belongs to, and its place below it.
FEEDS = {
    "news-rss": ("news", "feed/"),
    "news-atom": ("news", "feed/atom/"),
    "events-calendar": ("campaigns", "calendar.ics"),
}
# Pages of the demo carry a translation key made from their own key, and so are found again.
NAMESPACE = uuid.UUID("6f1d3b0e-2c65-4c57-9e0b-5a0c9d1f7a34")


class City(Assets):
    """Makes pages, pictures and documents once, and finds them again by key.

    Nothing that exists is changed: what staff have made of the demo is theirs. Keys of the front
    page and of the pages right below it: ``home``, ``news``, ``campaigns``, ``publications``,
    ``gallery``, ``community``, ``partners``, and those of the standard pages, such as ``about``
    and ``contact``. Every other page has the key that its words give it.
    """

    languages = tuple(code for code, _name in settings.LANGUAGES)

    def __init__(self, report: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self.today = timezone.localdate()
        # Addresses of feeds by key and language, where a chapter knows better than FEEDS.
        self.feeds: dict[str, dict[str, str]] = {}
        self._report = report or (lambda line: None)
        self._started = monotonic()
        self._span = (0.0, 100.0)
        self._locales: dict[str, Locale] = {}
        self._pages: dict[tuple[str, str], Page] = {}

    # Where things stand --------------------------------------------------------------------

    @property
    def site(self) -> Site:
        """The portal's one site."""
        return Site.objects.get(is_default_site=True)

    def locale(self, language: str) -> Locale:
        """Return the locale of a language, made on first use."""
        if language not in self._locales:
            self._locales[language] = Locale.objects.get_or_create(language_code=language)[0]
        return self._locales[language]

    def home(self, language: str) -> Page:
        """Return the front page in a language."""
        return self.page("home", language)

    # Pages ---------------------------------------------------------------------------------

    @staticmethod
    def translation_key(key: str) -> uuid.UUID:
        """Return what ties the versions of one thing in all languages together."""
        return uuid.uuid5(NAMESPACE, key)

    def find_page(self, key: str, language: str) -> Page | None:
        """Return the page of a key in a language, or None where it doesn't exist yet."""
        if (key, language) not in self._pages:
            found = Page.objects.filter(
                translation_key=self.translation_key(key), locale=self.locale(language)
            ).first()
            if found is None:
                return None
            self._pages[key, language] = found.specific
        return self._pages[key, language]

    def page(self, key: str, language: str) -> Page:
        """Return the page of a key in a language.

        Raises:
            KeyError: it doesn't exist (yet).
        """
        found = self.find_page(key, language)
        if found is None:
            raise KeyError(f"The demo has no page “{key}” in “{language}” yet.")
        return found

    def remember(self, key: str, page: Page) -> Page:
        """Return ``page`` under this key from now on; for pages that `add_page` has not made."""
        self._pages[key, page.locale.language_code] = page
        return page

    def add_page(
        self, parent: Page, page: Page, key: str, translation_of: Page | None = None
    ) -> Page:
        """Store a page below ``parent`` in its language, unless the key has a page there.

        Args:
            parent: the page above, in the language of the new one.
            page: the unsaved page, complete but for its place, language and translation key.
            key: its name in the demo; the same in every language, which makes them translations.
            translation_of: the page whose translation it is, where that was not made by key.

        Returns:
            The stored page: the earlier one, untouched, where there is one.
        """
        language = parent.locale.language_code
        found = self.find_page(key, language)
        if found is None and translation_of is not None:
            found = translation_of.get_translation_or_none(parent.locale)
        if found is None:
            page.locale = parent.locale
            page.translation_key = (
                translation_of.translation_key
                if translation_of is not None
                else self.translation_key(key)
            )
            # Another instance of the parent may have got children since it was read.
            parent.refresh_from_db(fields=["path", "depth", "numchild", "url_path"])
            found = parent.add_child(instance=page)
        return self.remember(key, found.specific)

    # Words ---------------------------------------------------------------------------------

    @staticmethod
    def text(value: Words | Mapping[str, Any] | Any, language: str) -> Any:
        """Return a text in one language; what has no languages comes back as it is."""
        if isinstance(value, Words):
            return value.in_language(language)
        if isinstance(value, Mapping) and language in value:
            return value[language]
        return value

    def day(self, value: str | int | Mapping[str, int]) -> date:
        """Return a day: ISO 8601, or days after the one on which the demo is loaded."""
        if isinstance(value, str):
            return date.fromisoformat(value)
        return self.today + timedelta(days=value if isinstance(value, int) else value["days"])

    def moment(self, value: str | Mapping[str, Any]) -> datetime:
        """Return a moment of the city's time zone: ISO 8601, or ``{"days": n, "time": "8:00"}``."""
        if isinstance(value, str):
            naive = datetime.fromisoformat(value)
        else:
            hour, minute = str(value["time"]).split(":")
            naive = datetime.combine(self.day(value), time(int(hour), int(minute)))
        return timezone.make_aware(naive)

    def lookup(self, language: str) -> Lookup:
        """Return what finds pages, documents and feeds by key in one language."""

        def find(kind: str, key: str) -> int | str | None:
            if kind == "page":
                page = self.find_page(key, language)
                return page.pk if page is not None else None
            if kind == "document":
                return self._documents[key].pk if key in self._documents else None
            if known := self.feeds.get(key, {}).get(language):
                return known
            owner, place = FEEDS[key]
            page = self.find_page(owner, language)
            url = page.get_url() if page is not None else None
            return f"{url}{place}" if url else None

        return find

    def rich(self, html: Any, language: str) -> str:
        """Return a rich text in one language with its links; see `home.demo.links`."""
        return link_rich_text(self.text(html, language), self.lookup(language))

    def story(self, blocks: Any, language: str) -> list[dict[str, Any]]:
        """Return a story as the raw data of a stream field.

        Args:
            blocks: pairs of block type and value, or these by language.
            language: the code of the page's language.
        """
        pairs: Iterable[tuple[str, Any]] = self.text(blocks, language)
        return raw_story(self, pairs, language)

    def link(self, value: Mapping[str, Any], language: str) -> dict[str, Any]:
        """Return ``page`` and ``address`` of a link block.

        Args:
            value: has ``page``, a key, or ``url`` or ``address``.
            language: the code of the page's language.
        """
        if key := value.get("page"):
            found = self.find_page(key, language)
            if found is None:
                return {"page": None, "address": f"page:{key}"}
            return {"page": found.pk, "address": ""}
        return {"page": None, "address": value.get("url") or value["address"]}

    def picture_alt(self, key: str, language: str) -> str:
        """Return the words for those who can't see a picture of the city."""
        return PICTURES[key].alt.in_language(language)

    def picture_value(self, value: Mapping[str, Any], language: str) -> dict[str, Any]:
        """Return a picture with caption as raw data of `PictureBlock`.

        Args:
            value: has ``picture``, a key, and perhaps ``alt`` and ``caption``.
            language: the code of the page's language.
        """
        alt = self.text(value.get("alt"), language)
        return {
            "picture": {
                "image": self.picture(value["picture"]).pk,
                "alt_text": alt or self.picture_alt(value["picture"], language),
                "decorative": False,
            },
            "caption": self.text(value.get("caption"), language) or "",
        }

    # Progress ------------------------------------------------------------------------------

    def span(self, start: float, end: float) -> None:
        """Say which part of the whole, in per cent, the chapter at work is."""
        self._span = (start, end)

    def say(self, words: str, done: int = 0, total: int = 0) -> None:
        """Report progress in one line, with percentage and time.

        Args:
            words: what is being done.
            done: how many of the chapter's pieces are finished.
            total: how many pieces the chapter has; 0 if they aren't counted.
        """
        start, end = self._span
        share = start + (end - start) * (done / total if total else 0)
        self._report(f"{share:4.0f} %  {monotonic() - self._started:5.1f} s  {words}")
