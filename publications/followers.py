"""What can be followed of the publications: a series, and a newsletter that comes by mail."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from community.subscriptions import Kind, page_kind
from publications.models import IssuePage, NewsletterEditionPage, NewsletterPage, SeriesPage


def series_channels() -> Kind:
    """Let a series be followed: its followers hear of each new issue."""
    return page_kind("series", _("Series"), SeriesPage, channels_of=_series_of)


def newsletter_channels() -> Kind:
    """Let a newsletter be followed: its followers get each edition whole."""
    return page_kind(
        "newsletter",
        _("Newsletter"),
        NewsletterPage,
        is_offered=True,
        channels_of=_newsletter_of,
    )


def _series_of(page: Page) -> Iterator[str]:
    if isinstance(page, IssuePage) and page.series is not None:
        yield str(page.series.translation_key)


def _newsletter_of(page: Page) -> Iterator[str]:
    if isinstance(page, NewsletterEditionPage):
        yield str(page.get_parent().translation_key)
