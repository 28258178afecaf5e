"""A partner's desk that is in use: who sits at it, what is asked of them, what was said."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from community.models import User
from home.demo.accounts import ACCOUNTS, PARTNER
from home.demo.city import City
from home.demo.content.documents import DOCUMENTS
from home.demo.library.publications import PDF
from home.demo.library.words import Words
from home.demo.partner_desk import KEY
from partners.models import (
    DeskAsset,
    DeskDocument,
    DeskMessage,
    DeskThread,
    Partner,
    PartnerMember,
)

# The demo's partner reads Albanian, as most people of this city do.
LANGUAGE = "sq"
ASSETS = (
    (
        Words("Logo for the printed programme", "Logoja për programin e shtypur"),
        Words(
            "One dark colour, PDF, at least 80 mm wide, for Earth Day's programme.",
            "Me një ngjyrë të errët, PDF, të paktën 80 mm e gjerë, për programin e Ditës së Tokës.",
        ),
        6,
        DeskAsset.State.ASKED,
    ),
    (
        Words("A sentence for the newsletter", "Një fjali për buletinin"),
        Words("At most 200 characters.", "Jo më shumë se 200 shkronja."),
        21,
        DeskAsset.State.ASKED,
    ),
    (
        Words("Logo in colour", "Logoja me ngjyra"),
        Words("PNG of at least 320 × 80 pixels.", "PNG, të paktën 320 × 80 piksela."),
        -40,
        DeskAsset.State.ACCEPTED,
    ),
)
MATTERS = (
    (
        Words("Flags on the boulevard", "Flamujt në bulevard"),
        (
            (
                False,
                4,
                Words(
                    "When may our people hang the flags on the boulevard?",
                    "Kur mund t’i varin njerëzit tanë flamujt në bulevard?",
                ),
            ),
            (
                True,
                3,
                Words(
                    "On the evening before, from 20:00. The street is closed to cars by then.",
                    "Mbrëmjen para festës, nga ora 20:00. Rruga është e mbyllur për makinat.",
                ),
            ),
        ),
    ),
    (
        Words("Figures for our annual report", "Shifrat për raportin tonë vjetor"),
        (
            (
                False,
                1,
                Words(
                    "May we print the clicks of this year in our annual report?",
                    "A mund t’i botojmë klikimet e këtij viti në raportin tonë vjetor?",
                ),
            ),
        ),
    ),
)


def load(city: City) -> None:
    """Fill the desk once; what staff and partner have made of it since stays."""
    page = city.page(f"partner:{KEY}", LANGUAGE)
    partner = Partner.objects.get(translation_key=page.translation_key)
    member = User.objects.get(email=PARTNER.email)
    _seat, created = PartnerMember.objects.get_or_create(partner=partner, user=member)
    if not created:
        return
    _ask(city, partner)
    _talk(partner, member)


def _ask(city: City, partner: Partner) -> None:
    for title, wanted, due, state in ASSETS:
        is_done = state == DeskAsset.State.ACCEPTED
        moment = timezone.now() + timedelta(days=due - 2) if is_done else None
        DeskAsset.all_partners.create(
            partner=partner,
            title=title.in_language(LANGUAGE),
            wanted=wanted.in_language(LANGUAGE),
            due_on=city.today + timedelta(days=due),
            state=state,
            delivered_at=moment,
            accepted_at=moment,
        )
    for words in DOCUMENTS[:2]:
        content = (PDF / f"{words['key']}.pdf").read_bytes()
        DeskDocument.all_partners.create(
            partner=partner,
            title=words["title"],
            file=ContentFile(content, f"{words['key']}.pdf"),
            name=f"{words['key']}.pdf",
            size=len(content),
        )


def _talk(partner: Partner, member: User) -> None:
    administrator = User.objects.get(email=ACCOUNTS[0].email)
    for subject, messages in MATTERS:
        now = timezone.now()
        first, last = messages[0][1], messages[-1][1]
        thread = DeskThread.all_partners.create(
            partner=partner,
            subject=subject.in_language(LANGUAGE),
            state=DeskThread.State.ANSWERED if messages[-1][0] else DeskThread.State.WAITING,
            owner=administrator if messages[-1][0] else None,
            opened_at=now - timedelta(days=first),
            last_at=now - timedelta(days=last),
        )
        for number, (by_city, days, words) in enumerate(messages):
            DeskMessage.all_partners.create(
                thread=thread,
                author=administrator if by_city else member,
                by_city=by_city,
                words=words.in_language(LANGUAGE),
                sent_at=now - timedelta(days=days),
                ticket=f"demo {thread.pk} {number}",
            )
