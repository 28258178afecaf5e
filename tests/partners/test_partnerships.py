"""One partner is one row, whatever its languages and terms."""

from datetime import date, timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from wagtail.models import Locale

from partners.models import Partner, PartnerPage, PartnerTerm, Placement, PlacementKind
from partners.models.partner_terms import Run, governing_run
from partners.services import (
    TermEndsBeforeItStartsError,
    TermsOverlapError,
    apply_all_terms,
    apply_terms,
    renew_partner,
)
from site_config.days import city_today
from tests.factories.partners import PartnerIndexPageFactory, PartnerPageFactory

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def index(site):
    return PartnerIndexPageFactory(parent=site.root_page)


def term(start: date, end: date | None) -> PartnerTerm:
    return PartnerTerm(starts_on=start, ends_on=end)


def translated(page: PartnerPage) -> PartnerPage:
    """Return the page's version in the other language, stored as translators store it."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    return page.copy_for_translation(english, copy_parents=True, alias=True)


def test_a_page_and_its_translation_are_one_partner(index):
    page = PartnerPageFactory(parent=index, title="Lana Mobility")
    other = translated(page)

    assert page.translation_key == other.translation_key
    [partner] = Partner.objects.all()
    assert partner.name == "Lana Mobility"
    assert partner.terms.count() == 1
    assert partner.placements.get().kind == PlacementKind.WALL


def test_a_copied_page_is_another_partner(index):
    page = PartnerPageFactory(parent=index)
    page.copy(update_attrs={"slug": "another", "title": "Another"})

    assert Partner.objects.count() == 2


def test_a_partnership_bears_the_name_of_its_page(index):
    page = PartnerPageFactory(parent=index, title="Lana")
    page.title = "Lana Mobility"
    page.save_revision().publish()

    assert page.partner.name == "Lana Mobility"


def test_renewing_an_ended_partner_brings_it_back_in_every_language(
    index, django_capture_on_commit_callbacks
):
    page = PartnerPageFactory(parent=index, ended=True)
    other = translated(page)

    with django_capture_on_commit_callbacks(execute=True):
        renew_partner(
            partner=page.partner, starts_on=city_today(), ends_on=city_today() + 365 * DAY
        )

    for found in PartnerPage.objects.filter(pk__in=[page.pk, other.pk]):
        assert found.is_current
        assert not found.is_past
    assert page.partner.terms.count() == 2


def test_a_renewal_ahead_of_the_end_leaves_no_gap(index):
    page = PartnerPageFactory(parent=index, ends_today=True)
    renew_partner(partner=page.partner, starts_on=page.ends_on + DAY, ends_on=None)

    page.refresh_from_db()
    assert page.ends_on is None
    assert page.since_year == (city_today() - timedelta(days=400)).year


def test_a_renewal_after_a_gap_begins_on_its_day(index):
    page = PartnerPageFactory(parent=index, ended=True)
    back = city_today() + 10 * DAY
    renew_partner(partner=page.partner, starts_on=back, ends_on=None)
    page.refresh_from_db()
    assert page.is_past

    assert apply_all_terms(back) == 1
    page.refresh_from_db()
    assert page.starts_on == back


def test_terms_in_the_wrong_order_are_refused(index):
    partner = PartnerPageFactory(parent=index, ended=True).partner
    with pytest.raises(TermEndsBeforeItStartsError):
        renew_partner(partner=partner, starts_on=city_today(), ends_on=city_today() - DAY)
    assert partner.terms.count() == 1


def test_terms_that_overlap_are_refused(index):
    partner = PartnerPageFactory(parent=index).partner
    with pytest.raises(TermsOverlapError):
        renew_partner(partner=partner, starts_on=city_today(), ends_on=None)
    assert partner.terms.count() == 1


def test_an_old_draft_brings_no_earlier_term_back(index):
    page = PartnerPageFactory(parent=index, ended=True)
    draft = page.save_revision()
    renew_partner(partner=page.partner, starts_on=city_today(), ends_on=None)
    draft.publish()

    page.refresh_from_db()
    assert page.is_current


def test_a_page_that_says_otherwise_is_put_right(index):
    page = PartnerPageFactory(parent=index)
    PartnerPage.objects.update(ends_on=city_today() - DAY)

    assert apply_terms(partner=page.partner)
    assert not apply_terms(partner=page.partner)
    page.refresh_from_db()
    assert page.ends_on is None


@pytest.mark.parametrize(
    ("day", "run"),
    [
        (date(2013, 6, 1), Run(date(2012, 1, 1), date(2013, 12, 31))),
        (date(2011, 1, 1), Run(date(2012, 1, 1), date(2013, 12, 31))),
        (date(2014, 2, 1), Run(date(2012, 1, 1), date(2013, 12, 31))),
        (date(2014, 3, 1), Run(date(2014, 3, 1), None)),
    ],
)
def test_the_governing_run_joins_terms_and_keeps_gaps(day: date, run: Run):
    terms = [
        term(date(2014, 3, 1), None),
        term(date(2013, 1, 1), date(2013, 12, 31)),
        term(date(2012, 1, 1), date(2012, 12, 31)),
    ]
    assert governing_run(terms, day) == run


def test_the_database_keeps_terms_and_placements_in_order(index):
    partner = PartnerPageFactory(parent=index).partner
    wrong = {"partner": partner, "starts_on": date(2014, 2, 1), "ends_on": date(2014, 1, 1)}
    with pytest.raises(IntegrityError), transaction.atomic():
        PartnerTerm.objects.create(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.create(**wrong, kind=PlacementKind.WALL, name="Wall")
    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.create(partner=partner, kind=PlacementKind.EVENT, name="Without a page")


def test_a_placement_explains_what_is_wrong(index):
    partner = PartnerPageFactory(parent=index).partner
    placement = Placement(
        partner=partner,
        kind=PlacementKind.CAMPAIGN,
        name="Earth Day",
        page=index.page_ptr,
        starts_on=date(2014, 2, 1),
        ends_on=date(2014, 1, 1),
    )
    with pytest.raises(ValidationError) as refused:
        placement.full_clean()
    assert set(refused.value.message_dict) >= {"ends_on", "page"}


def test_partners_of_an_earlier_version_get_their_partnerships(index):
    page = PartnerPageFactory(parent=index, ended=True)
    translated(page)
    Partner.objects.all().delete()

    begin = import_module("partners.migrations.0003_partnerships_of_pages").begin
    begin(apps, SimpleNamespace(connection=connection))
    begin(apps, SimpleNamespace(connection=connection))

    [partner] = Partner.objects.all()
    assert partner.translation_key == page.translation_key
    [known] = partner.terms.all()
    assert (known.starts_on, known.ends_on) == (page.starts_on, page.ends_on)
    assert partner.placements.get().name == "Muri i faqes së parë"
