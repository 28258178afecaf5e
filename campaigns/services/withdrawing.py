"""Taking a pledge back, showing or hiding its name, stopping the mails about it."""

from django.core import signing
from django.db import transaction

from campaigns.errors import PledgeGoneError
from campaigns.models import PendingPledge, Pledge
from campaigns.purging import purge_campaign
from site_config.models import OutboxMail

SALT = "campaigns.own-pledge"
# The link that stops mails is known to mail services: it opens nothing else.
STOP_SALT = "campaigns.stop-pledge-mails"


def own_pledge_token(pledge: Pledge) -> str:
    """Return the signed word of a pledge's own address; it lives as long as the pledge."""
    return signing.dumps(pledge.pk, salt=SALT)


def stop_token(pledge: Pledge) -> str:
    """Return the signed word of the address that stops the mails about a pledge."""
    return signing.dumps(pledge.pk, salt=STOP_SALT)


def pledge_behind(token: str, *, salt: str = SALT) -> Pledge:
    """Return the pledge that a link leads to.

    Args:
        token: the signed word of the link.
        salt: which kind of link it is.

    Raises:
        PledgeGoneError: it was withdrawn, or the link is none of ours.
    """
    try:
        number = signing.loads(token, salt=salt)
    except signing.BadSignature as error:
        raise PledgeGoneError from error
    pledge = Pledge.objects.select_related("member").filter(pk=number).first()
    if pledge is None:
        raise PledgeGoneError
    return pledge


def concerns_of(pledge_id: int) -> str:
    """Return what the outbox knows a mail about a pledge by."""
    return f"pledge {pledge_id}"


@transaction.atomic
def withdraw_pledge(*, pledge: Pledge) -> None:
    """Take a pledge back: nothing of it is kept, and no mail about it leaves any more.

    Raises:
        PledgeGoneError: it was withdrawn at the same moment.
    """
    # Who deletes the row has withdrawn it; a second click at the same moment finds none.
    taken, _models = Pledge.objects.filter(pk=pledge.pk).delete()
    if not taken:
        raise PledgeGoneError
    if address := pledge.address:
        PendingPledge.objects.filter(campaign=pledge.campaign, email__iexact=address).delete()
    waiting = OutboxMail.objects.unsent().filter(concerns__startswith=concerns_of(pledge.pk) + " ")
    waiting.delete()
    transaction.on_commit(lambda: purge_campaign(pledge.campaign), robust=True)


@transaction.atomic
def show_name(*, pledge: Pledge, is_public: bool) -> None:
    """Let everybody read the name on the campaign's page, or nobody.

    Args:
        pledge: one with a name.
        is_public: whether its maker wants that.
    """
    Pledge.objects.filter(pk=pledge.pk).exclude(name="").update(is_public=is_public)
    transaction.on_commit(lambda: purge_campaign(pledge.campaign), robust=True)


def tell_by_mail(*, pledge: Pledge, is_told: bool) -> None:
    """Let somebody hear of what comes of their pledge, or of nothing any more.

    What waits in the outbox is asked once more before it leaves, and stays.
    """
    Pledge.objects.filter(pk=pledge.pk).update(is_told=is_told)


@transaction.atomic
def hide_name(*, pledge_id: int, hidden: bool) -> bool:
    """Let staff take a name off the page, or put it back; the pledge counts as before.

    Returns:
        Whether something has changed.
    """
    pledge = Pledge.objects.filter(pk=pledge_id).exclude(name_hidden=hidden).first()
    if pledge is None:
        return False
    Pledge.objects.filter(pk=pledge_id).update(name_hidden=hidden)
    transaction.on_commit(lambda: purge_campaign(pledge.campaign), robust=True)
    return True
