"""One person who has taken part by several mailboxes counts once, as soon as that is shown."""

import uuid
from collections.abc import Iterable
from functools import partial
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.db.models import Count, Q

from campaigns.models import Pledge
from campaigns.purging import purge_campaign
from community.models import User
from community.models.mailboxes import mailbox_hash

# What somebody has chosen by the form; of several, the newest is what they want.
CHOSEN = ("kind", "choice", "words", "note", "name", "is_public", "language")
# Somebody who takes part at the same moments by other requests is waited for so often.
ATTEMPTS = 3


def pledges_of_person(member: User | None, email: str = "") -> Q:
    """Return which pledges are one person's: by a mailbox, and by all that a member has shown.

    Args:
        member: whose they are; None for somebody without an account.
        email: a mailbox that is theirs.
    """
    mailboxes = {mailbox_hash(email)} if email else set()
    if member is None:
        return Q(mailbox__in=mailboxes)
    shown = EmailAddress.objects.filter(user=member, verified=True)
    mailboxes |= {mailbox_hash(one) for one in shown.values_list("email", flat=True)}
    return Q(member=member) | Q(mailbox__in=mailboxes)


def locked(key: UUID, known: Q) -> list[Pledge]:
    """Return some pledges of a campaign, which nobody else changes until the transaction ends."""
    # All lock them in one order, so that no two wait for each other.
    rows = Pledge.objects.select_for_update(of=("self",)).filter(known, campaign=key)
    return list(rows.order_by("pk"))


def join(rows: Iterable[Pledge], member: User | None) -> Pledge | None:
    """Make one pledge of a person's several: the earliest confirmed stays, as chosen last.

    Who has stopped the mails about one of them, or heard the outcome, has done so for all.

    Args:
        rows: what `locked` returned.
        member: whose they are. What another member has made is left to them, though its mailbox
            has changed hands.

    Returns:
        The one that counts, not stored yet; None where the person has none.
    """
    own = []
    for row in rows:
        if member is None or row.member_id in (None, member.pk):
            own.append(row)
        else:
            Pledge.objects.filter(pk=row.pk).update(mailbox=f"handed-on-{uuid.uuid4().hex}")
    if not own:
        return None
    kept, *others = sorted(own, key=lambda row: (row.confirmed_at, row.pk))
    if others:
        names_hidden = {row.name for row in own if row.name_hidden}
        for name in CHOSEN:
            setattr(kept, name, getattr(others[-1], name))
        kept.name_hidden = kept.name in names_hidden
        kept.is_told = all(row.is_told for row in own)
        heard = [row.outcome_at for row in own if row.outcome_at]
        kept.outcome_at = min(heard, default=None)
        # Before the kept one is stored: a member has one pledge in a campaign.
        Pledge.objects.filter(pk__in=[row.pk for row in others]).delete()
        # At once: the page may print a name twice.
        transaction.on_commit(partial(purge_campaign, kept.campaign), robust=True)
    return kept


def join_pledges(*, member: User) -> int:
    """Join what a member has put their name to by several mailboxes that are shown to be theirs.

    Returns:
        In how many campaigns there was something to join.
    """
    known = pledges_of_person(member) & (Q(member=None) | Q(member=member))
    several = Pledge.objects.filter(known).order_by().values("campaign")
    several = several.annotate(pledges=Count("pk")).filter(pledges__gt=1)
    return sum(_join_in(key, known, member) for key in several.values_list("campaign", flat=True))


def _join_in(key: UUID, known: Q, member: User) -> bool:
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with transaction.atomic():
                rows = locked(key, known)
                if len(rows) < 2:
                    return False
                kept = join(rows, member)
                kept.member, kept.email = member, ""
                kept.save()
        except IntegrityError:
            # They take part by another request at this moment.
            if attempt == ATTEMPTS:
                raise
        else:
            break
    return True
