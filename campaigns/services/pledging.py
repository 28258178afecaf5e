"""Taking part in a campaign: by a link to a mailbox, or at once as a member. Once each."""

from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from allauth.account.models import EmailAddress
from django.core import signing
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from campaigns.errors import (
    CampaignClosedError,
    CampaignEndedError,
    CampaignUpcomingError,
    PledgeLinkUsedError,
)
from campaigns.models import CampaignPage, CampaignStatus, PendingPledge, Pledge
from campaigns.pledge_mails import mail_confirmation, mail_thanks
from campaigns.purging import purge_after_pledge
from campaigns.services.joining import ATTEMPTS, join, locked, pledges_of_person
from community.errors import MailboxFullError
from community.guest_guards import count_guest_use
from community.models import MailboxCount, User
from community.models.mailboxes import mailbox_hash
from community.puzzles import use_once
from site_config.rate_limits import Limit, count_use

SALT = "campaigns.confirm-pledge"
LINK_LIVES = timedelta(hours=72)
PLEDGE_LIMIT = Limit(30, 60)
# A school class signs behind one address, and a school through the day; but nobody has ten thousand
# strangers mailed. Members write to nobody but themselves.
NETWORK_LIMITS = (PLEDGE_LIMIT, Limit(200, 86_400))


class Offer(NamedTuple):
    """What somebody puts their name to, as the form gives it."""

    choice: str = ""
    words: str = ""
    note: str = ""
    name: str = ""
    is_public: bool = False


def why_not_pledge(campaign: CampaignPage) -> CampaignClosedError | None:
    """Return why nobody can take part now; nothing while everybody can."""
    if campaign.sign_block is None:
        return CampaignClosedError()
    if campaign.status == CampaignStatus.UPCOMING:
        return CampaignUpcomingError()
    if campaign.status != CampaignStatus.OPEN:
        return CampaignEndedError()
    return None


@transaction.atomic
def ask_to_confirm(
    *,
    campaign: CampaignPage,
    email: str,
    offer: Offer,
    submission: str,
    request: HttpRequest,
    answer: str = "",
) -> None:
    """Keep what somebody offers, and send a link to the mailbox they gave.

    The answer is the same whether this mailbox has taken part already or not, so that nobody
    learns who has. The mail holds nothing that was typed.

    Args:
        campaign: a published campaign.
        email: the mailbox that was typed.
        offer: what they put their name to.
        submission: names the form; sent twice, it is one mail.
        request: who sends it.
        answer: what the browser found out (``community.puzzles``).

    Raises:
        CampaignClosedError: the campaign is not running today.
        MailboxFullError: the mailbox has got its mails of the day.
        RateLimitedError: this network has sent too much.
    """
    if refusal := why_not_pledge(campaign):
        raise refusal
    if not use_once(f"pledge {submission}", LINK_LIVES):
        return
    count_guest_use("pledge", request, answer, *NETWORK_LIMITS)
    if not MailboxCount.objects.reserve(email):
        raise MailboxFullError
    pending = PendingPledge.objects.create(
        campaign=campaign.translation_key,
        kind=campaign.sign_block.block_type,
        email=email,
        language=campaign.locale.language_code,
        submission=submission,
        **offer._asdict(),
    )
    mail_confirmation(campaign=campaign, to=email, token=signing.dumps(pending.pk, salt=SALT))


def pending_pledge(token: str) -> PendingPledge:
    """Return what a link stands for, and change nothing.

    Raises:
        PledgeLinkUsedError: it was used, is older than 72 hours, or is none of ours.
    """
    try:
        number = signing.loads(token, salt=SALT, max_age=LINK_LIVES)
    except signing.BadSignature as error:
        raise PledgeLinkUsedError from error
    living = PendingPledge.objects.filter(made_at__gt=timezone.now() - LINK_LIVES)
    pending = living.filter(pk=number).first()
    if pending is None:
        raise PledgeLinkUsedError
    return pending


def campaign_of(signature: PendingPledge | Pledge) -> CampaignPage | None:
    """Return the campaign in the signature's language, else in another; None where it has gone."""
    pages = CampaignPage.objects.live().unrestricted().filter(translation_key=signature.campaign)
    found = {page.locale.language_code: page for page in pages.select_related("locale")}
    return found.get(signature.language) or next(iter(found.values()), None)


@transaction.atomic
def confirm_pledge(*, token: str) -> Pledge:
    """Count what a mailbox has confirmed. The link, and others to the same mailbox, are used up.

    Whoever confirms a second time has changed their pledge: it is still one, and they hear of it
    again if they had stopped that.

    Raises:
        PledgeLinkUsedError: there is nothing left to confirm.
        CampaignClosedError: the campaign has ended meanwhile; nothing is counted.
    """
    pending = pending_pledge(token)
    # Who deletes the row has the pledge; a second click at the same moment finds none.
    taken, _models = PendingPledge.objects.filter(pk=pending.pk).delete()
    campaign = campaign_of(pending) if taken else None
    if campaign is None:
        raise PledgeLinkUsedError
    if refusal := why_not_pledge(campaign):
        raise refusal
    offer = Offer(pending.choice, pending.words, pending.note, pending.name, pending.is_public)
    pledge = _store(campaign, _member_with(pending.email), pending.email, offer)
    PendingPledge.objects.filter(campaign=pending.campaign, email__iexact=pending.email).delete()
    mail_thanks(campaign=campaign, pledge=pledge)
    return pledge


@transaction.atomic
def pledge_as_member(
    *, campaign: CampaignPage, member: User, offer: Offer, submission: str = ""
) -> Pledge:
    """Count a member at once; who has taken part already has changed their pledge by this.

    Args:
        campaign: a published campaign.
        member: who is signed in.
        offer: what they put their name to.
        submission: names the form; sent twice, it is thanked for by one mail.

    Raises:
        CampaignClosedError: the campaign is not running today.
        RateLimitedError: the member has sent too much.
    """
    if refusal := why_not_pledge(campaign):
        raise refusal
    count_use("pledge", f"member {member.pk}", PLEDGE_LIMIT)
    pledge = _store(campaign, member, member.email, offer)
    mail_thanks(campaign=campaign, pledge=pledge, occasion=submission)
    return pledge


def _member_with(email: str) -> User | None:
    """Return the member whose own mailbox this is, as far as that is shown."""
    known = EmailAddress.objects.filter(email__iexact=email, verified=True, user__is_active=True)
    address = known.select_related("user").first()
    return address.user if address else None


def _store(campaign: CampaignPage, member: User | None, email: str, offer: Offer) -> Pledge:
    """Make the pledge of a person, or change the one they have."""
    fields = {
        "kind": campaign.sign_block.block_type,
        "language": campaign.locale.language_code,
        # A member's address is asked of the account: no second copy of it is kept.
        "email": "" if member else email,
        **offer._asdict(),
    }
    key = campaign.translation_key
    known = pledges_of_person(member, email)
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with transaction.atomic():
                pledge = _change(key, known, member, fields) or Pledge.objects.create(
                    campaign=key, member=member, mailbox=mailbox_hash(email), **fields
                )
        except IntegrityError:
            # The same person came by another request at this moment.
            if attempt == ATTEMPTS:
                raise
        else:
            break
    purge_after_pledge(key)
    return pledge


def _change(key: UUID, known: Q, member: User | None, fields: dict[str, Any]) -> Pledge | None:
    rows = locked(key, known)
    names_hidden = {row.name for row in rows if row.name_hidden}
    pledge = join(rows, member)
    if pledge is None:
        return None
    # A name that staff have hidden stays hidden until it is another one.
    pledge.name_hidden = fields["name"] in names_hidden
    for name, value in fields.items():
        setattr(pledge, name, value)
    pledge.member = pledge.member or member
    # Whoever takes part anew has read what is mailed, also where they had stopped that.
    pledge.is_told = True
    pledge.save()
    return pledge
