"""Both sides are reminded of an end at 60, 30 and 7 days, once each."""

import re
from datetime import date, timedelta
from html import escape

import pytest
from django.contrib.auth.models import Group

from partners.models import Partner, PartnerMember, PartnerTerm, RenewalReminder
from partners.reminding import remind_of_renewals, step_due
from partners.services import renew_partner
from site_config.models import OutboxMail
from tests.factories.community import UserFactory
from tests.factories.partners import PartnerIndexPageFactory, PartnerPageFactory

pytestmark = pytest.mark.django_db

END = date(2014, 6, 30)
DAY = timedelta(days=1)


@pytest.fixture
def partner(site) -> Partner:
    index = PartnerIndexPageFactory(parent=site.root_page)
    page = PartnerPageFactory(
        parent=index,
        title="Lana Mobility",
        starts_on=date(2012, 7, 1),
        ends_on=END,
        contact_email="besa@lana.example",
    )
    partner = page.partner
    partner.responsible = UserFactory(email="staff@city.example", language="en")
    partner.save()
    return partner


def mails() -> list[tuple[str, str]]:
    return list(OutboxMail.objects.order_by("to").values_list("to", "subject"))


@pytest.mark.parametrize(
    ("days", "step"),
    [(61, None), (60, 60), (54, 60), (53, None), (30, 30), (7, 7), (1, 7), (0, None), (-1, None)],
)
def test_steps_are_made_up_for_within_a_week(days: int, step: int | None):
    assert step_due(days) == step


@pytest.mark.parametrize("days", [60, 30, 7])
def test_both_sides_are_reminded_in_their_languages(partner, days: int):
    assert remind_of_renewals(END - days * DAY) == 1

    assert mails() == [
        ("besa@lana.example", f"Lana Mobility: partneriteti mbaron pas {days} ditësh"),
        ("staff@city.example", f"Lana Mobility: the partnership ends in {days} days"),
    ]
    to_partner, to_city = OutboxMail.objects.order_by("to")
    assert to_partner.reply_to == "staff@city.example"
    assert "30 qershor 2014" in to_partner.text
    assert f"/partners/partner/edit/{partner.pk}/" in to_city.text
    assert "besa@lana.example" in to_city.text


@pytest.mark.parametrize(
    ("language", "page", "button"),
    [("en", "The page", "Open the partnership"), ("sq", "Faqja", "Hapni partneritetin")],
)
def test_the_city_is_reminded_in_plain_text_and_with_a_button(partner, language, page, button):
    partner.responsible.language = language
    partner.responsible.save()

    remind_of_renewals(END - 30 * DAY)

    mail = OutboxMail.objects.get(to="staff@city.example")
    [edit] = re.findall(r"^http.*/edit/\d+/$", mail.text, re.MULTILINE)
    [address] = re.findall(rf"^{page}: (http.*)$", mail.text, re.MULTILINE)
    assert f'<html lang="{language}"' in mail.html
    assert f"{mail.subject}</h1>" in mail.html
    assert mail.text.splitlines()[0] in mail.html
    assert re.search(rf'class="m-btn" href="{edit}"[^>]*>{button}</a>', mail.html)
    assert re.search(rf'href="{address}"[^>]*>{page}</a>', mail.html)


@pytest.mark.parametrize(("language", "page"), [("en", "Your page"), ("sq", "Faqja juaj")])
def test_a_partner_is_reminded_in_plain_text_and_in_the_portals_frame(partner, language, page):
    partner.language = language
    partner.save()

    remind_of_renewals(END - 30 * DAY)

    mail = OutboxMail.objects.get(to="besa@lana.example")
    *said, signature = mail.text.strip().split("\n\n")
    address = said.pop().removeprefix(f"{page}: ")
    assert signature.startswith("-- \n")
    assert f'<html lang="{language}"' in mail.html
    assert f"{mail.subject}</h1>" in mail.html
    assert all(escape(words) in mail.html for words in said)
    assert re.search(rf'href="{address}"[^>]*>{page}</a>', mail.html)


def test_a_step_is_taken_once(partner):
    remind_of_renewals(END - 60 * DAY)
    assert remind_of_renewals(END - 60 * DAY) == 0
    assert remind_of_renewals(END - 58 * DAY) == 0

    assert OutboxMail.objects.count() == 2
    assert RenewalReminder.objects.get().days == 60


def test_each_step_writes_again(partner):
    for days in (60, 30, 7):
        remind_of_renewals(END - days * DAY)
    assert OutboxMail.objects.count() == 6


def test_who_is_renewed_gets_no_reminder(partner):
    renew_partner(partner=partner, starts_on=END + 20 * DAY, ends_on=None)
    assert remind_of_renewals(END - 7 * DAY) == 0


def test_who_has_ended_gets_no_reminder(partner):
    assert remind_of_renewals(END + DAY) == 0


def test_who_has_no_end_gets_no_reminder(partner):
    PartnerTerm.objects.update(ends_on=None)
    assert remind_of_renewals(END - 7 * DAY) == 0


def test_a_prolonged_term_is_reminded_of_anew(partner):
    remind_of_renewals(END - 60 * DAY)
    PartnerTerm.objects.update(ends_on=END + 365 * DAY)
    assert remind_of_renewals(END + 305 * DAY) == 1


def test_members_are_reminded_where_no_address_is_given(partner):
    partner.pages.update(contact_email="")
    member = UserFactory(email="member@lana.example", language="en")
    PartnerMember.objects.create(partner=partner, user=member)

    remind_of_renewals(END - 30 * DAY)

    assert "member@lana.example" in dict(mails())


def test_administrators_are_reminded_where_nobody_is_responsible(partner):
    Partner.objects.update(responsible=None)
    chief = UserFactory(email="chief@city.example")
    chief.groups.add(Group.objects.get_or_create(name="Administrators")[0])

    remind_of_renewals(END - 30 * DAY)

    assert "chief@city.example" in dict(mails())
