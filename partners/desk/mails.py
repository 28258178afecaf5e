"""What both sides hear by mail of what happens at the desk; each mail is one mailbox's own."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from partners.models import (
    DeskAsset,
    DeskFile,
    DeskMessage,
    DeskThread,
    Partner,
    PartnerMember,
    PartnerPage,
)
from site_config.mail_frame import Paragraph, in_mail_frame, paragraphs_of_words
from site_config.outbox import enqueue_mail
from site_config.shell import shell_for

ADMINISTRATORS = "Administrators"
ANSWERING_RIGHT = "partners.change_deskthread"
# Where nobody looks after a partner, so many administrators are told at most.
MOST_ADMINISTRATORS = 5


def partner_people(partner: Partner) -> list[AbstractBaseUser]:
    """Return those of a partner who can sign in."""
    members = PartnerMember.objects.filter(partner=partner, user__is_active=True)
    return [member.user for member in members.select_related("user").order_by("pk")]


def city_people(partner: Partner, owner: AbstractBaseUser | None = None) -> list[AbstractBaseUser]:
    """Return whom of the city a partner's matter concerns: its owner, or who looks after it.

    Where neither may answer any more, administrators hear of it.
    """
    for named in (owner, partner.responsible):
        if named is not None and named.is_active and named.has_perm(ANSWERING_RIGHT):
            return [named]
    people = get_user_model().objects.filter(is_active=True, groups__name=ADMINISTRATORS)
    return list(people.order_by("pk")[:MOST_ADMINISTRATORS])


def tell_city_of_message(thread: DeskThread, message: DeskMessage) -> None:
    """Tell the city that a partner has written.

    The words themselves stay at the desk, where whoever wrote them can have them removed.
    """
    for person in city_people(thread.partner, thread.owner):
        _send(
            person,
            lambda: (
                _("%(partner)s writes: %(subject)s")
                % {"partner": thread.partner.name, "subject": thread.subject}
            ),
            lambda: _("The message waits at the partner desk. Please answer it there."),
            lambda: _staff_address("partners_deskthread", thread.pk),
            action=gettext_lazy("Read and answer"),
            key=f"desk message {message.pk} {person.pk}",
        )


def tell_partner_of_answer(thread: DeskThread, message: DeskMessage) -> None:
    """Send the city's answer to everybody of the partner."""
    for person in partner_people(thread.partner):
        _send(
            person,
            lambda: _("The city’s answer: %(subject)s") % {"subject": thread.subject},
            lambda: message.words,
            lambda: reverse("partner_desk:thread", args=[thread.partner_id, thread.pk]),
            action=gettext_lazy("Go to your messages"),
            key=f"desk answer {message.pk} {person.pk}",
        )


def tell_city_of_delivery(asset: DeskAsset, file: DeskFile) -> None:
    """Tell the city that a file has come."""
    for person in city_people(asset.partner):
        _send(
            person,
            lambda: (
                _("%(partner)s has delivered “%(title)s”")
                % {"partner": asset.partner.name, "title": asset.title}
            ),
            lambda: (
                _("The file is “%(name)s”. Please accept it, or say what is to be changed.")
                % {"name": file.name}
            ),
            lambda: _staff_address("partners_deskasset", asset.pk),
            action=gettext_lazy("See the file"),
            key=f"desk file {file.pk} {person.pk}",
        )


def tell_partner_of_asset(asset: DeskAsset) -> None:
    """Tell a partner's people that the city has accepted an asset, or what is to be changed."""
    moment = asset.accepted_at or asset.delivered_at
    for person in partner_people(asset.partner):
        _send(
            person,
            lambda: (
                (_("Accepted: %(title)s") if asset.is_accepted else _("Please change: %(title)s"))
                % {"title": asset.title}
            ),
            lambda: _("Thank you, nothing more is needed.") if asset.is_accepted else asset.remark,
            lambda: reverse("partner_desk:asset", args=[asset.partner_id, asset.pk]),
            action=gettext_lazy("See it at your desk"),
            key=f"desk asset {asset.pk} {asset.state} {moment:%Y%m%d%H%M%S} {person.pk}",
        )


def tell_partner_of_page(page: PartnerPage, person: AbstractBaseUser, *, is_live: bool, words: str):
    """Tell whoever asked to publish a page what the city has decided.

    Args:
        page: the partner's page.
        person: who asked.
        is_live: whether the changes are published; else the page came back.
        words: what the city says to it, if anything.
    """
    partner = page.partner
    _send(
        person,
        lambda: (
            (_("Published: “%(title)s”") if is_live else _("Please change your page “%(title)s”"))
            % {"title": page.title}
        ),
        lambda: words or (_("Your changes are live.") if is_live else _("The page came back.")),
        lambda: reverse("partner_desk:page", args=[partner.pk, page.locale.language_code]),
        action=gettext_lazy("See your page"),
    )


def _staff_address(name: str, number: int) -> str:
    return reverse(f"{name}_modeladmin_inspect", args=[number])


def _send(
    person: AbstractBaseUser,
    subject: Callable[[], str],
    words: Callable[[], str],
    path: Callable[[], str],
    *,
    action: Promise,
    key: str = "",
) -> None:
    with override(person.language):
        portal = shell_for(None)
        address = settings.WAGTAILADMIN_BASE_URL + path()
        about, said = subject(), words()
        # No address that somebody wrote becomes a button of the city's.
        paragraphs = [*paragraphs_of_words(said), Paragraph(url=address)]
        # The separator by which mail programs know a signature (RFC 3676 §4.3).
        signature = f"-- \n{portal.full_name}\n{settings.WAGTAILADMIN_BASE_URL}\n"
        enqueue_mail(
            to=person.email,
            subject=about,
            text=f"{said}\n\n{address}\n\n{signature}",
            html=in_mail_frame(
                subject=about,
                paragraphs=paragraphs,
                portal=portal,
                language=person.language,
                action=action,
            ),
            key=key,
        )
