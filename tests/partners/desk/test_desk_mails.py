"""Each mail of the desk says the same in plain text and in the portal's frame."""

from collections.abc import Callable
from html import escape

import pytest
from django.conf import settings
from django.utils import timezone

from partners.desk import mails
from site_config.models import OutboxMail
from tests.factories.partner_desk import (
    DeskAssetFactory,
    DeskFileFactory,
    DeskMessageFactory,
    DeskThreadFactory,
)
from tests.partners.desk.conftest import Seat

pytestmark = pytest.mark.django_db

WORDS = "At eight & not later.\n\nhttps://elsewhere.example/flags"


def written(seat: Seat) -> None:
    thread = DeskThreadFactory(partner=seat.partner, subject="Flags & lights")
    mails.tell_city_of_message(thread, DeskMessageFactory(thread=thread, author=seat.user))


def answered(seat: Seat) -> None:
    thread = DeskThreadFactory(partner=seat.partner, subject="Flags & lights")
    message = DeskMessageFactory(thread=thread, author=seat.user, words=WORDS)
    mails.tell_partner_of_answer(thread, message)


def delivered(seat: Seat) -> None:
    asset = DeskAssetFactory(partner=seat.partner, delivered=True)
    mails.tell_city_of_delivery(asset, DeskFileFactory(asset=asset))


def accepted(seat: Seat) -> None:
    asset = DeskAssetFactory(partner=seat.partner, delivered=True)
    asset.accepted_at = timezone.now()
    asset.state = "accepted"
    mails.tell_partner_of_asset(asset)


def sent_back(seat: Seat) -> None:
    mails.tell_partner_of_asset(
        DeskAssetFactory(partner=seat.partner, delivered=True, remark=WORDS)
    )


def published(seat: Seat) -> None:
    mails.tell_partner_of_page(seat.page, seat.user, is_live=True, words="")


def returned(seat: Seat) -> None:
    mails.tell_partner_of_page(seat.page, seat.user, is_live=False, words=WORDS)


# What tells of it, and what the button says in both languages.
MAILS: dict[Callable[[Seat], None], dict[str, str]] = {
    written: {"en": "Read and answer", "sq": "Lexojeni dhe përgjigjjuni"},
    answered: {"en": "Go to your messages", "sq": "Shkoni te mesazhet tuaja"},
    delivered: {"en": "See the file", "sq": "Shihni skedarin"},
    accepted: {"en": "See it at your desk", "sq": "Shiheni te tryeza juaj"},
    sent_back: {"en": "See it at your desk", "sq": "Shiheni te tryeza juaj"},
    published: {"en": "See your page", "sq": "Shihni faqen tuaj"},
    returned: {"en": "See your page", "sq": "Shihni faqen tuaj"},
}


@pytest.mark.parametrize("language", ["en", "sq"])
@pytest.mark.parametrize("tell", MAILS, ids=lambda tell: tell.__name__)
def test_a_mail_of_the_desk_has_a_button_and_the_same_words_in_both_parts(
    seat, admin_user, tell, language
):
    for person in (seat.user, admin_user):
        person.language = language
        person.save()
    seat.partner.responsible = admin_user
    seat.partner.save()

    tell(seat)

    mail = OutboxMail.objects.get()
    *said, address, signature = mail.text.split("\n\n")
    assert address.startswith(f"{settings.WAGTAILADMIN_BASE_URL}/")
    assert signature.startswith("-- \n")
    assert f'<html lang="{language}"' in mail.html
    assert f"{escape(mail.subject)}</h1>" in mail.html
    for words in said:
        assert escape(words) in mail.html
    [button] = [line for line in mail.html.splitlines() if 'class="m-btn"' in line]
    assert f'href="{address}"' in button
    assert f">{MAILS[tell][language]}</a>" in button
    assert 'href="https://elsewhere' not in mail.html
