"""What a partner's desk holds of one of its people, and their way to it.

Partners and the community know nothing of each other; this app stands above both.
"""

from django.utils.translation import gettext_lazy as _

from community.account_links import AccountLink
from community.models import User
from community.personal_data import Person, Section
from partners.models import DeskFile, DeskMessage, Partner, PartnerMember


def desk_link() -> AccountLink:
    """Lead a partner's people from their account to their desk."""
    return AccountLink(_("Partner desk"), "partner_desk:index", "flag", belongs_to_a_partner)


def belongs_to_a_partner(person: User) -> bool:
    """Say whether somebody has a desk."""
    return Partner.objects.of_user(person).exists()


def erase_desk_words(person: Person) -> None:
    """Forget the words that the member has written at a desk, and whose they were.

    The matter and the city's answers stay with the partner, whose they are; files that were
    delivered are the partner's too, and lose the name of who sent them.
    """
    messages = DeskMessage.all_partners.filter(author=person.member)
    messages.filter(by_city=False).update(words="", author=None)
    messages.update(author=None)
    DeskFile.all_partners.filter(sent_by=person.member).update(sent_by=None)
    PartnerMember.objects.filter(user=person.member).delete()


def export_desk(person: Person) -> list[Section]:
    """Return the partners that the member belongs to, and what they have written and sent."""
    memberships = PartnerMember.objects.filter(user=person.member).select_related("partner")
    messages = DeskMessage.all_partners.filter(author=person.member)
    files = DeskFile.all_partners.filter(sent_by=person.member).select_related("asset__partner")
    return [
        Section(
            "partners",
            _("Partners that you belong to"),
            {"partner": _("partner"), "role": _("role"), "added": _("added")},
            [
                {
                    "partner": row.partner.name,
                    "role": row.get_role_display(),
                    "added": row.added_at,
                }
                for row in memberships.order_by("pk")
            ],
        ),
        Section(
            "partner_messages",
            _("Messages at a partner’s desk"),
            {
                "partner": _("partner"),
                "subject": _("subject"),
                "words": _("message"),
                "sent": _("Sent"),
            },
            [
                {
                    "partner": row.thread.partner.name,
                    "subject": row.thread.subject,
                    "words": row.words,
                    "sent": row.sent_at,
                }
                for row in messages.select_related("thread__partner").order_by("sent_at", "pk")
            ],
        ),
        Section(
            "partner_files",
            _("Files for a partner’s desk"),
            {
                "partner": _("partner"),
                "asset": _("asset"),
                "name": _("name of the file"),
                "sent": _("Sent"),
            },
            [
                {
                    "partner": row.asset.partner.name,
                    "asset": row.asset.title,
                    "name": row.name,
                    "sent": row.sent_at,
                }
                for row in files.order_by("sent_at", "pk")
            ],
        ),
    ]
