"""Which shared copies change with a pledge, and how they are forgotten."""

from datetime import timedelta
from functools import partial
from uuid import UUID

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from wagtail.contrib.frontend_cache.utils import PurgeBatch

from campaigns.models import CampaignPage, Pledge

# Seconds. Under many pledges at once a page is forgotten so often and no more; the timer forgets
# it once again after the last of them.
PURGED_EVERY = 5
# The timers run every minute: what came since the last round is surely among these.
LATELY = timedelta(minutes=2)


def purge_campaign(key: UUID) -> None:
    """Have shared caches forget a campaign's page in every language.

    Args:
        key: what the pages of a campaign have in common.
    """
    pages = CampaignPage.objects.live().filter(translation_key=key)
    batch = PurgeBatch()
    batch.add_urls(sorted(url for page in pages if (url := page.full_url)))
    batch.purge()


def purge_after_pledge(key: UUID) -> None:
    """Have the page forgotten once the running transaction is committed, some seconds apart."""
    transaction.on_commit(partial(_purge_seldom, key), robust=True)


def purge_after_many() -> None:
    """Forget once more the pages whose count has moved lately: their copies may be too early."""
    since = timezone.now() - LATELY
    lately = Pledge.objects.filter(confirmed_at__gt=since).order_by()
    for key in lately.values_list("campaign", flat=True).distinct():
        purge_campaign(key)


def _purge_seldom(key: UUID) -> None:
    if cache.add(f"campaigns.purged.{key}", True, PURGED_EVERY):
        purge_campaign(key)
