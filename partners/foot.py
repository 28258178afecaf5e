"""The partners at the foot of every page."""

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Locale

from partners.logos import load_logos
from partners.models import PartnerPage, Placement, PlacementKind
from site_config.days import city_today, next_midnight
from site_config.foot import FootPart


def partners_at_foot() -> FootPart:
    """Return the partners who have a place at the foot of pages today."""
    today = city_today()
    ahead = Placement.objects.filter(kind=PlacementKind.FOOTER).exclude(ends_on__lt=today)
    if not ahead.exists():
        return FootPart("", None)
    locale = Locale.objects.filter(language_code=get_language()).first()
    partners: list[PartnerPage] = []
    if locale is not None:
        pages = PartnerPage.objects.for_wall(locale.pk, today)
        partners = list(pages.placed(PlacementKind.FOOTER, today))
        load_logos(partners)
    html = render_to_string("partners/includes/partners_at_foot.html", {"partners": partners})
    # Which of them changes next would be asked of terms and placements; a copy that is made anew
    # after midnight costs less.
    return FootPart(html, next_midnight(timezone.now()))
