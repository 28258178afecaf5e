"""A series with many followers, filled past the portal's own services, and what is counted."""

import time
from collections.abc import Callable
from datetime import timedelta

from django.core import mail
from django.db.models import Count
from django.utils import timezone
from wagtail.models import Locale, Page, Site

import site_config.outbox
from community.models import BroadcastCopy, Subscriber, Subscription
from community.subscriptions import announcing
from home.models import HomePage
from publications.models import CollectionPage, IssuePage, PublicationIndexPage, SeriesPage
from site_config.models import OutboxMail

ROWS_AT_ONCE = 5_000


def add_issue() -> tuple[SeriesPage, IssuePage]:
    """Return a published series in English, and a draft of its first issue."""
    english, _new = Locale.objects.get_or_create(language_code="en")
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="City", slug="bench", locale=english))
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": home})
    index = home.add_child(
        instance=PublicationIndexPage(title="Publications", slug="publications", locale=english)
    )
    shelf = index.add_child(
        instance=CollectionPage(
            title="Newsletters", slug="newsletters", kind="newsletters", locale=english
        )
    )
    series = shelf.add_child(
        instance=SeriesPage(title="Bulletin", slug="bulletin", locale=english, languages="en")
    )
    issue = IssuePage(
        title="Trees",
        slug="trees",
        summary="Where we plant this year.",
        number="1",
        languages="en",
        locale=english,
        live=False,
    )
    return series, series.add_child(instance=issue)


def publish_untold(issue: IssuePage) -> None:
    """Publish an issue, and leave the telling to the workers that are measured."""
    announcing.queue_part = lambda part: None
    issue.save_revision().publish()


def add_followers(series: SeriesPage, count: int) -> None:
    """Store followers of a series who read English."""
    confirmed = timezone.now() - timedelta(days=1)
    for first in range(0, count, ROWS_AT_ONCE):
        followers = Subscriber.objects.bulk_create(
            Subscriber(email=f"bench{number}@example.org", language="en")
            for number in range(first, min(count, first + ROWS_AT_ONCE))
        )
        Subscription.objects.bulk_create(
            Subscription(
                subscriber=follower,
                kind="series",
                key=str(series.translation_key),
                consent_version=1,
                consent_language="en",
                asked_at=confirmed,
                confirmed_at=confirmed,
            )
            for follower in followers
        )


def watch(step: Callable[[], bool]) -> list[float]:
    """Repeat a step until there is nothing left; return how many seconds each time took."""
    # The mails are sent apart.
    deliver, site_config.outbox._deliver = site_config.outbox._deliver, lambda number: False
    times = []
    try:
        while True:
            began = time.perf_counter()
            more = step()
            times.append(time.perf_counter() - began)
            if not more:
                return times
    finally:
        site_config.outbox._deliver = deliver


def count_doubles() -> int:
    """Return how many followers have more than one copy, or more than one mail."""
    copies = BroadcastCopy.objects.values("subscriber").annotate(number=Count("pk"))
    mails = OutboxMail.objects.values("to").annotate(number=Count("pk"))
    return copies.filter(number__gt=1).count() + mails.filter(number__gt=1).count()


def send(count: int) -> tuple[int, float]:
    """Write and hand over some mails; return how many have left, and in how many seconds."""
    numbers = list(OutboxMail.objects.due().values_list("pk", flat=True)[:count])
    mail.outbox = []
    began = time.perf_counter()
    site_config.outbox.deliver_mails.func(numbers)
    seconds = time.perf_counter() - began
    return OutboxMail.objects.filter(state=OutboxMail.State.SENT).count(), seconds
