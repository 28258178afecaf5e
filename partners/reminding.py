"""Reminders before a partnership ends: to the partner and to the city, once for each step."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from partners.counting import page_of
from partners.models import Partner, PartnerTerm, RenewalReminder
from partners.models.partner_terms import governing_run
from site_config.days import city_today
from site_config.mail_frame import in_mail_frame, split_paragraphs
from site_config.outbox import enqueue_mail
from site_config.shell import shell_for

# Days ahead of the last one.
STEPS = (60, 30, 7)
# A portal that was away on the day of a step makes up for it within so many days.
LATE_BY_AT_MOST = 6
ADMINISTRATORS = "Administrators"
# The separator by which mail programs know a signature (RFC 3676 §4.3).
SIGNATURE = "\n-- \n"


def step_due(days_left: int) -> int | None:
    """Return the step that is due so many days ahead of the end, or was due a few days ago."""
    return next((step for step in STEPS if step - LATE_BY_AT_MOST <= days_left <= step), None)


def remind_of_renewals(day: date | None = None) -> int:
    """Remind both sides of every partnership that ends soon and isn't renewed.

    Args:
        day: today by default, in the city's time.

    Returns:
        How many partnerships they were reminded of now.
    """
    day = day or city_today()
    soon = PartnerTerm.objects.filter(ends_on__range=(day, day + timedelta(days=max(STEPS))))
    ending = Partner.objects.filter(pk__in=soon.values("partner"))
    return sum(remind_of_renewal(partner=partner, day=day) for partner in ending)


@transaction.atomic
def remind_of_renewal(*, partner: Partner, day: date) -> bool:
    """Remind both sides of one partnership's end, if a step is due that was not taken yet.

    Args:
        partner: whose end it is; with a further term that follows, or is agreed for later,
            nobody is reminded.
        day: today.

    Returns:
        Whether mails were stored.
    """
    # Two machines at once: the second one waits here, and finds the step taken.
    partner = Partner.objects.select_for_update().get(pk=partner.pk)
    terms = list(PartnerTerm.objects.filter(partner=partner))
    run = governing_run(terms, day)
    if run is None or run.ends_on is None or not run.holds(day):
        return False
    if any(term.starts_on > run.ends_on for term in terms):
        return False
    days_left = (run.ends_on - day).days
    step = step_due(days_left)
    if step is None:
        return False
    last = next(term for term in terms if term.ends_on == run.ends_on)
    _reminder, is_new = RenewalReminder.objects.get_or_create(
        term=last, ends_on=run.ends_on, days=step
    )
    if is_new:
        told = list(partners_side(partner))
        for recipient in (*told, *citys_side(partner)):
            _send(partner, recipient, run.ends_on, days_left, [one.email for one in told])
    return is_new


class Recipient(NamedTuple):
    """Who is reminded, in which language, and on which side they are."""

    email: str
    language: str
    side: Literal["partner", "city"]


def partners_side(partner: Partner) -> Iterator[Recipient]:
    """Yield whom the partner named: its address, else its page's contact, else its people."""
    with override(partner.language):
        page = page_of(partner.translation_key)
    email = partner.reminder_email or (page.contact_email if page else "")
    if email:
        yield Recipient(email, partner.language, "partner")
        return
    for member in partner.members.select_related("user").filter(user__is_active=True):
        yield Recipient(member.user.email, _language_of(member.user), "partner")


def citys_side(partner: Partner) -> Iterator[Recipient]:
    """Yield who is responsible at the city; where nobody is named, those who administer."""
    people = [partner.responsible] if partner.responsible else []
    people = [person for person in people if person.is_active]
    if not people:
        people = get_user_model().objects.filter(is_active=True, groups__name=ADMINISTRATORS)
    for person in people:
        yield Recipient(person.email, _language_of(person), "city")


def _language_of(person: Any) -> str:
    return getattr(person, "language", "") or settings.LANGUAGE_CODE


def _send(
    partner: Partner, recipient: Recipient, ends_on: date, days_left: int, told: list[str]
) -> None:
    with override(recipient.language):
        page = page_of(partner.translation_key)
        name = page.title if page else partner.name
        portal = shell_for(None)
        edit = reverse("wagtailsnippets_partners_partner:edit", args=[partner.pk])
        words = {
            "partner": name,
            "ends_on": ends_on,
            "days_left": days_left,
            "page_url": page.full_url if page else "",
            "admin_url": f"{settings.WAGTAILADMIN_BASE_URL}{edit}",
            "base_url": settings.WAGTAILADMIN_BASE_URL,
            "told": told,
            "portal": portal,
        }
        subject = ngettext(
            "%(partner)s: the partnership ends in %(days)d day",
            "%(partner)s: the partnership ends in %(days)d days",
            days_left,
        )
        subject = subject % {"partner": name, "days": days_left}
        text = render_to_string(f"partners/mails/renewal_{recipient.side}.txt", words)
        said = text.rpartition(SIGNATURE)[0]
        answers = partner.responsible.email if partner.responsible else portal.email
        enqueue_mail(
            to=recipient.email,
            subject=subject,
            text=text,
            html=in_mail_frame(
                subject=subject,
                paragraphs=split_paragraphs(said, portal),
                portal=portal,
                language=recipient.language,
                action=_("Open the partnership"),
            ),
            reply_to=answers if recipient.side == "partner" else "",
            key=f"partners.renewal.{partner.pk}.{ends_on}.{days_left}.{recipient.email}",
        )
