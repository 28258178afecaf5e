"""How many follow, and how far the telling has come."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Sum
from wagtail.models import Page

from community.models import Broadcast, BroadcastPart, Subscriber, Subscription
from community.subscriptions.channels import Channel


def followers_by_language(channel: Channel) -> list[tuple[str, int]]:
    """Return how many followers of a channel can be reached, by the name of their language."""
    rows = Subscription.objects.filter(
        kind=channel.kind, key=channel.key, subscriber__in=Subscriber.objects.reachable()
    )
    counted = dict(
        rows.order_by()
        .values_list("subscriber__language")
        .annotate(number=Count("pk"))
        .values_list("subscriber__language", "number")
    )
    return [(name, counted.get(code, 0)) for code, name in settings.LANGUAGES]


def mailboxes_following(
    channel: Channel, addresses: Iterable[str], *, since: datetime | None = None
) -> set[str]:
    """Return those of some mailboxes, in small letters, that hear of a channel themselves.

    Args:
        channel: what is followed.
        addresses: the mailboxes.
        since: a moment; those that follow only since then are left out.
    """
    wanted = {address.lower() for address in addresses if address}
    rows = Subscription.objects.filter(
        kind=channel.kind,
        key=channel.key,
        subscriber__in=Subscriber.objects.reachable().filter(email__in=wanted),
    )
    if since is not None:
        rows = rows.filter(confirmed_at__lte=since)
    return set(rows.values_list("subscriber__email", flat=True))


def broadcast_of(page: Page) -> Broadcast | None:
    """Return the broadcast of a page's publication; nothing where none was made."""
    return Broadcast.objects.filter(key=f"published {page.translation_key}").first()


def progress_of(broadcast: Broadcast) -> int:
    """Return how many of a hundred followers have been gone through."""
    parts = broadcast.parts.all()
    if parts and all(part.done_at for part in parts):
        return 100
    sums = BroadcastPart.objects.filter(broadcast=broadcast).aggregate(
        passed=Sum("passed"), total=Sum("total")
    )
    return min(99, 100 * (sums["passed"] or 0) // sums["total"]) if sums["total"] else 0
