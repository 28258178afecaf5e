"""Pledges as part of what is held of a member."""

from functools import partial

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from campaigns.models import CampaignPage, PendingPledge, Pledge
from campaigns.purging import purge_campaign
from community.personal_data import Person, Section, among


def pledges_of(person: Person) -> QuerySet[Pledge]:
    """Return what the member has put their name to, signed in or by one of their mailboxes."""
    return Pledge.objects.filter(Q(member=person.member) | among("email", person.mailboxes))


def erase_pledges(person: Person) -> None:
    """Withdraw the member's pledges, and forget what they have not confirmed."""
    pledges = pledges_of(person)
    for key in set(pledges.order_by().values_list("campaign", flat=True)):
        # At once: the page may print the name.
        transaction.on_commit(partial(purge_campaign, key), robust=True)
    pledges.delete()
    PendingPledge.objects.filter(among("email", person.addresses)).delete()


def export_pledges(person: Person) -> list[Section]:
    """Return the pledges with the campaign they belong to."""
    labels = {
        "campaign": _("campaign"),
        "kind": _("kind"),
        "words": _("words"),
        "note": _("note"),
        "name": _("name"),
        "is_public": _("name shown on the page"),
        "email": _("e-mail address"),
        "language": _("language"),
        "confirmed": _("confirmed"),
        "told": _("told of the outcome"),
        "is_told": _("told of what comes of it"),
    }
    rows = list(pledges_of(person).select_related("member").order_by("confirmed_at", "pk"))
    titles = dict(
        CampaignPage.objects.filter(translation_key__in={row.campaign for row in rows})
        .order_by("-live")
        .values_list("translation_key", "title")
    )
    return [
        Section(
            "pledges",
            _("Pledges and signatures"),
            labels,
            [
                {
                    "campaign": titles.get(row.campaign, ""),
                    "kind": row.get_kind_display(),
                    "words": row.words,
                    "note": row.note,
                    "name": row.name,
                    "is_public": row.is_public,
                    "email": row.address,
                    "language": row.language,
                    "confirmed": row.confirmed_at,
                    "told": row.outcome_at,
                    "is_told": row.is_told,
                }
                for row in rows
            ],
        )
    ]
