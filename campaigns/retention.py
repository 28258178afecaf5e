"""How long campaigns keep what they know of people, as the privacy page promises."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from campaigns.announcing import RESULTS
from campaigns.days import city_today
from campaigns.models import Announcement, CampaignPage, CommitmentPage, PendingPledge, Pledge
from campaigns.models.commitment_queries import SETTLED

UNCONFIRMED_KEPT = timedelta(hours=72)
# After the mail on the outcome, for questions about it.
ADDRESSES_KEPT = timedelta(days=30)
# A campaign without results, or with a promise that stays open, ends some day too.
ADDRESSES_KEPT_AT_MOST = timedelta(days=730)
ANNOUNCEMENTS_KEPT = timedelta(days=90)


def remove_unconfirmed_pledges(now: datetime) -> dict[str, int]:
    """Remove what nobody has confirmed within 72 hours."""
    count, _models = PendingPledge.objects.filter(made_at__lt=now - UNCONFIRMED_KEPT).delete()
    return {"unconfirmed pledges": count}


def forget_addresses_of_pledgers(now: datetime) -> dict[str, int]:
    """Forget addresses and notes 30 days after the mail on the outcome; the pledges still count.

    While a promise that answers the campaign is open, its pledgers are told of it: their
    addresses stay until it is settled, and two years after the pledge at most.
    """
    open_promises = (
        CommitmentPage.objects.live()
        .with_state()
        .filter(campaign__translation_key=OuterRef("campaign"))
        .exclude(state_now__in=SETTLED)
    )
    # Whoever has stopped the mails is told of no promise.
    told = Q(outcome_at__lt=now - ADDRESSES_KEPT) & (Q(is_told=False) | ~Exists(open_promises))
    # Somebody who takes part in a campaign that is still open is kept apart from others.
    running = CampaignPage.objects.filter(
        translation_key=OuterRef("campaign"), ends_on__gte=city_today(now)
    )
    old = Q(confirmed_at__lt=now - ADDRESSES_KEPT_AT_MOST) & ~Exists(running)
    pledges = Pledge.objects.filter(told | old).exclude(email="", note="")
    count = 0
    for pledge in pledges.iterator():
        if pledge.member_id is None:
            pledge.forget_address()
        pledge.note = ""
        pledge.save(update_fields=["email", "mailbox", "note"])
        count += 1
    return {"addresses of pledgers": count}


def remove_pledges_without_campaign(now: datetime) -> dict[str, int]:
    """Remove the pledges of campaigns that were deleted."""
    campaigns = CampaignPage.objects.filter(translation_key=OuterRef("campaign"))
    count, _models = Pledge.objects.filter(~Exists(campaigns)).delete()
    return {"pledges without a campaign": count}


def remove_old_announcements(now: datetime) -> dict[str, int]:
    """Remove what was told long ago; what is that old is no news any more."""
    old = Announcement.objects.filter(
        made_at__lt=now - ANNOUNCEMENTS_KEPT, finished_at__isnull=False
    ).exclude(key__startswith=f"{RESULTS} ")  # Results don't age: they would be told again.
    count, _models = old.delete()
    return {"announcements": count}


RULES = (
    remove_unconfirmed_pledges,
    forget_addresses_of_pledgers,
    remove_pledges_without_campaign,
    remove_old_announcements,
)
