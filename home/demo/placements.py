"""Where the partners of the demo city stand, since when, and how often they were seen."""

from datetime import date, timedelta
from random import Random

from django.db import transaction

from community.models import User
from home.demo.accounts import EDITOR
from home.demo.city import City
from home.demo.content.campaigns import CAMPAIGNS
from home.demo.library.partners import PARTNERS
from partners.models import Partner, PartnerTerm, Placement, PlacementKind
from partners.services import apply_terms
from site_config.models import DailyTotal
from site_config.visits import VisitKind, subject_of

DAYS = 120
# Views of one day, on average; of a hundred views, as many lead to a click.
VIEWS = {"wall": 46, "campaign": 14, "event": 6, "publication": 9, "footer": 130, "page": 4}
CLICKS_IN_A_HUNDRED = {"wall": 2, "campaign": 4, "event": 5, "publication": 3, "footer": 1}
WEBSITE_CLICKS_IN_A_HUNDRED = 22
# Contracts are for two years: what lies before the present term were terms of their own.
EARLIER_TERM = timedelta(days=730)
FOOT = ("lana", "dajti", "rinia")
EVENTS = {"lana": "ride-the-lines", "dajti": "roof-day"}
PUBLICATIONS = {"lana": "qyteti-2013-4", "dajti": "qyteti-2013-3", "zana": "qyteti-2014-1"}
PROMISED = {("lana", "campaign"): 2500, ("dajti", "publication"): 1000, ("lana", "footer"): 15000}


def load(city: City) -> None:
    """Give each partner its earlier term, its placements and their figures, once."""
    editor = User.objects.filter(email=EDITOR.email).first()
    for key in PARTNERS:
        page = city.page(f"partner:{key}", city.languages[0])
        partner = Partner.objects.get(translation_key=page.translation_key)
        if partner.responsible_id or partner.placements.count() > 1:
            continue
        partner.responsible = editor
        partner.save()
        _earlier_term(partner, page.since_year)
        _place(city, key, partner)
        _count(city, partner)


@transaction.atomic
def _earlier_term(partner: Partner, since: int) -> None:
    """Put a term before the present one, where the partnership is older."""
    first = partner.terms.get()
    if since < first.starts_on.year:
        PartnerTerm.objects.create(
            partner=partner,
            starts_on=max(first.starts_on - EARLIER_TERM, date(since, 1, 15)),
            ends_on=first.starts_on - timedelta(days=1),
        )
        apply_terms(partner=partner)


def _place(city: City, key: str, partner: Partner) -> None:
    first = partner.terms.order_by("-starts_on").first().starts_on
    pages = [(PlacementKind.CAMPAIGN, it["key"]) for it in CAMPAIGNS if key in it["partners"]]
    if key in EVENTS:
        pages.append((PlacementKind.EVENT, EVENTS[key]))
    if key in PUBLICATIONS:
        pages.append((PlacementKind.PUBLICATION, PUBLICATIONS[key]))
    for kind, page_key in pages:
        page = city.page(page_key, city.languages[0])
        Placement.objects.create(
            partner=partner,
            kind=kind,
            page=page.page_ptr,
            name=page.title[:120],
            starts_on=max(first, city.today - timedelta(days=DAYS)),
            promised_views=PROMISED.get((key, kind.value)),
        )
    if key in FOOT:
        Placement.objects.create(
            partner=partner,
            kind=PlacementKind.FOOTER,
            name="Fundi i çdo faqeje",
            starts_on=max(first, city.today - timedelta(days=90)),
            promised_views=PROMISED.get((key, "footer")),
        )


def _count(city: City, partner: Partner) -> None:
    """Write down daily totals, as they would have come together."""
    chance = Random(str(partner.translation_key))
    end = partner.terms.order_by("-starts_on").first().ends_on
    last = min(city.today - timedelta(days=1), end or city.today)
    days = [city.today - timedelta(days=back) for back in range(1, DAYS + 1)]
    rows = []
    for placement in partner.placements.all():
        for day in days:
            if placement.starts_on <= day <= last:
                subject, kind = subject_of(placement), placement.kind
                seen = _about(VIEWS[kind], day, chance)
                rows.append(_total(day, VisitKind.VIEW, subject, seen))
                clicked = _part(seen, CLICKS_IN_A_HUNDRED[kind], chance)
                rows.append(_total(day, VisitKind.CLICK, subject, clicked))
    for language in city.languages:
        page = partner.pages.get(locale=city.locale(language))
        for day in days:
            seen = _about(VIEWS["page"], day, chance)
            rows.append(_total(day, VisitKind.VIEW, subject_of(page), seen))
    for day in days:
        clicked = _part(2 * VIEWS["page"], WEBSITE_CLICKS_IN_A_HUNDRED, chance)
        rows.append(_total(day, VisitKind.CLICK, subject_of(partner), clicked))
    DailyTotal.objects.bulk_create(row for row in rows if row.count)


def _about(average: int, day: date, chance: Random) -> int:
    """Return a number of views near the average; fewer come at the weekend."""
    weekend = 0.6 if day.weekday() >= 5 else 1.1
    return round(average * weekend * chance.uniform(0.6, 1.4))


def _part(number: int, in_a_hundred: int, chance: Random) -> int:
    return sum(chance.random() * 100 < in_a_hundred for _view in range(number))


def _total(day: date, kind: VisitKind, subject: str, number: int) -> DailyTotal:
    return DailyTotal(day=day, kind=kind, subject=subject, count=number)
