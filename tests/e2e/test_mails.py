"""Each kind of mail, opened as a telephone shows it: 320 px wide, in the light and in the dark."""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import override
from playwright.sync_api import Browser

from campaigns.models import (
    Announcement,
    CampaignPage,
    CommitmentPage,
    EventPage,
    EventRegistration,
    Pledge,
)
from campaigns.pledge_mails import (
    mail_announcement,
    mail_confirmation,
    mail_outcome,
    mail_thanks,
)
from campaigns.registering import mails as registering
from community.mails import send_account_mail
from community.models import Broadcast, Comment, Discussion, Notification, Subject, Subscriber, User
from community.notice_mails import write_mail as write_notices
from community.subscriptions.channels import Channel
from community.subscriptions.mails import Words, write_digest, write_mail
from community.subscriptions.reading import read
from gallery.models import MediaSubmission, VideoPage
from gallery.submissions.mails import SHOWN
from partners.desk import mails as desk_mails
from partners.models import DeskAsset, DeskFile, DeskMessage, DeskThread, Partner, RenewalReminder
from partners.reminding import remind_of_renewals
from publications.accessible_copies.services import answer_request, tell_who_waited
from publications.models import AccessibleCopyRequest, IssuePage, NewsletterEditionPage
from publications.newsletter_mails import write_edition
from tests.e2e.accessibility import violations
from tests.factories.alerts import warn

pytestmark = pytest.mark.usefixtures("fresh_city")
READER = "reader.with.a.rather.long.name@mail.subdomain.example.org"
WIDTH = 320
# A word that breaks nowhere by itself, as an address or a name may be.
LONG = "Donaudampfschifffahrtsgesellschaftskapitaensmuetze" * 2

# The modules that put mails into the outbox.
SENDERS = ("campaigns.pledge_mails", "community.mails", "partners.desk.mails", "partners.reminding")


class Look(NamedTuple):
    """How a mail program shows a mail."""

    scheme: str
    language: str


def follower() -> Subscriber:
    return Subscriber(pk=1, email=READER, language="en", secret="s" * 32)


def from_outbox(write: Callable[[], object], to: str = READER) -> Words:
    """Return the mail to somebody that something stores in the outbox, before it has left."""
    written: list[Words] = []

    def keep(**mail: str) -> None:
        if mail["to"] == to:
            written.append(Words(mail["subject"], mail["text"], mail["html"]))

    with pytest.MonkeyPatch.context() as patch:
        for module in SENDERS:
            patch.setattr(f"{module}.enqueue_mail", keep)
        write()
    (words,) = written
    return words


def campaign(language: str) -> CampaignPage:
    pages = CampaignPage.objects.live().filter(locale__language_code=language)
    return next(page for page in pages if page.sign_block)


def pledge(language: str) -> Pledge:
    return Pledge(
        pk=1, campaign=campaign(language).translation_key, email=READER, language=language,
        words=f"I water {LONG}",
    )  # fmt: skip


def promise_mail(language: str) -> Words:
    page = CommitmentPage.objects.live().filter(locale__language_code=language).first()
    other = "sq" if language == "en" else "en"
    told = Announcement(key="step", page=page, note={other: LONG})
    return from_outbox(
        lambda: mail_announcement(announcement=told, page=page, pledge=pledge(language))
    )


def registration(language: str) -> EventRegistration:
    event = EventPage.objects.live().filter(locale__language_code=language).first()
    return EventRegistration(
        pk=1, event_key=event.translation_key, event=event, day=event.start_date,
        name=LONG[:80], email=READER, language=language, state="registered",
    )  # fmt: skip


def change_mail(language: str) -> Words:
    one = registration(language)
    return from_outbox(
        lambda: registering.send_change(
            one, event=one.event, here=one.event, news=registering.News.MOVED, note=LONG,
            was=timezone.localdate(),
        )
    )  # fmt: skip


def account_mail(language: str) -> Words:
    return from_outbox(
        lambda: send_account_mail(
            template="community/mails/confirm_subscription",
            to=READER,
            language=language,
            context={"activate_url": f"/{language}/{'token' * 30}/", "titles": [LONG]},
        )
    )


def place_mail(language: str, state: str) -> Words:
    one = registration(language)
    one.state = state
    return from_outbox(lambda: registering.send_place(one))


def shown_mail(language: str) -> Words:
    page = VideoPage.objects.live().filter(locale__language_code=language).first()
    context = {"submission": MediaSubmission(title=LONG), "activate_url": page.url}
    return from_outbox(
        lambda: send_account_mail(template=SHOWN, to=READER, language=language, context=context)
    )


def copy_request(language: str) -> AccessibleCopyRequest:
    return AccessibleCopyRequest.objects.create(
        publication=IssuePage.objects.live().filter(locale__language_code=language).first(),
        form="audio", language=language, email=READER, email_confirmed_at=timezone.now(),
        submission=get_random_string(20),
    )  # fmt: skip


def declined_mail(language: str) -> Words:
    answer = {"state": "declined", "answer": f"It is a {LONG}.\nAsk us for another."}
    one = copy_request(language)
    return from_outbox(lambda: answer_request(number=one.pk, changes=answer))


def taken_off_mail(language: str) -> Words:
    page = copy_request(language).publication
    return from_outbox(lambda: tell_who_waited(page))


def seated(language: str) -> tuple[Partner, User]:
    """Return a partner whose one member and whose caretaker are the reader."""
    partner = Partner.objects.get(name__startswith="Lana")
    member = partner.members.select_related("user").first().user
    partner.members.exclude(user=member).delete()
    member.email, member.language = READER, language
    member.save()
    partner.name, partner.language = f"Lana {LONG}"[:80], language
    partner.reminder_email, partner.responsible = "partner@example.org", member
    partner.save()
    return partner, member


def renewal_mail(language: str, to: str) -> Words:
    partner, _member = seated(language)
    RenewalReminder.objects.all().delete()
    last = partner.terms.order_by("starts_on").last().ends_on
    return from_outbox(lambda: remind_of_renewals(last - timedelta(days=30)), to)


def thread_mail(language: str, *, is_answer: bool) -> Words:
    partner, member = seated(language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk_mails, "city_people", lambda *_args: [member])
        thread = DeskThread(pk=1, partner=partner, subject=LONG[:80])
        message = DeskMessage(pk=1, thread=thread, words=f"{LONG}\n\nAt eight.\nNot later.")
        tell = desk_mails.tell_partner_of_answer if is_answer else desk_mails.tell_city_of_message
        return from_outbox(lambda: tell(thread, message))


def delivery_mail(language: str) -> Words:
    partner, member = seated(language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk_mails, "city_people", lambda *_args: [member])
        asset = DeskAsset(pk=1, partner=partner, title="Logo")
        file = DeskFile(pk=1, asset=asset, name=f"{LONG}.pdf")
        return from_outbox(lambda: desk_mails.tell_city_of_delivery(asset, file))


def asset_mail(language: str, **state: object) -> Words:
    partner, _member = seated(language)
    asset = DeskAsset(pk=1, partner=partner, title=LONG, delivered_at=timezone.now(), **state)
    return from_outbox(lambda: desk_mails.tell_partner_of_asset(asset))


def own_page_mail(language: str, *, is_live: bool, words: str) -> Words:
    partner, member = seated(language)
    page = partner.pages.get(locale__language_code=language)
    return from_outbox(
        lambda: desk_mails.tell_partner_of_page(page, member, is_live=is_live, words=words)
    )


def broadcast_of(about: str, reference: object, **note: str) -> Broadcast:
    return Broadcast(pk=1, key="x", about=about, reference=str(reference), note=note)


def told(broadcast: Broadcast, language: str) -> Words:
    """Return the mail about one change, with the links of its reader."""
    channel = Channel("page", "x" * 36)
    words = write_mail(read(broadcast, language), channel, language)
    return words.filled(follower(), channel, 1)


def page_mail(language: str) -> Words:
    issue = IssuePage.objects.live().filter(locale__language_code=language).first()
    return told(broadcast_of("page", issue.translation_key, **{language: LONG}), language)


def readable_comments() -> QuerySet[Comment]:
    kind = ContentType.objects.get_for_model(Discussion)
    return Comment.objects.readable().filter(content_type=kind).order_by("pk")


def comment_mail(language: str) -> Words:
    return told(broadcast_of("comment", readable_comments().first().pk), language)


def alert_mail(language: str) -> Words:
    version = warn(User.objects.filter(is_superuser=True).first(), headline=LONG[:80])
    return told(broadcast_of("alert", version.pk), language)


def digest_mail(language: str) -> Words:
    issues = IssuePage.objects.live().order_by("-locale__language_code", "pk")[:3]
    changes = [broadcast_of("page", issue.translation_key, en=LONG) for issue in issues]
    words = write_digest([read(one, language) for one in changes], language, more=12)
    return words.filled(follower(), Channel("digest", ""), 0)


def newsletter_mail(language: str) -> Words:
    editions = NewsletterEditionPage.objects.filter(locale__language_code=language)
    return write_edition(editions.first())


def notice_mail(language: str) -> Words:
    comments = list(readable_comments()[:2])
    member = User.objects.exclude(pk__in=[one.user_id for one in comments]).first()
    member.language = language
    subject = Subject.REPLY
    for comment in comments:
        Notification.objects.get_or_create(recipient=member, comment=comment, subject=subject)
    rows = Notification.objects.filter(recipient=member)
    return Words(*write_notices(member, rows, "digest"))


MAILS: dict[str, Callable[[str], Words]] = {
    "to confirm": account_mail,
    "a date that was moved": change_mail,
    "to confirm a pledge": lambda language: from_outbox(
        lambda: mail_confirmation(campaign=campaign(language), to=READER, token="t" * 200)
    ),
    "thanks": lambda language: from_outbox(
        lambda: mail_thanks(campaign=campaign(language), pledge=pledge(language))
    ),
    "outcome": lambda language: from_outbox(
        lambda: mail_outcome(campaign=campaign(language), pledge=pledge(language))
    ),
    "step of a promise": promise_mail,
    "a page": page_mail,
    "a comment": comment_mail,
    "an alert": alert_mail,
    "the mail of the day": digest_mail,
    "newsletter": newsletter_mail,
    "notices": notice_mail,
    "to confirm a registration": lambda language: from_outbox(
        lambda: registering.send_link(registration(language), "t" * 200)
    ),
    "a place": lambda language: place_mail(language, "registered"),
    "the waiting list": lambda language: place_mail(language, "waiting"),
    "a film that is shown": shown_mail,
    "no accessible copy": declined_mail,
    "a publication that is gone": taken_off_mail,
    "an end, to the partner": lambda language: renewal_mail(language, "partner@example.org"),
    "an end, to the city": lambda language: renewal_mail(language, READER),
    "a partner's message": lambda language: thread_mail(language, is_answer=False),
    "the city's answer": lambda language: thread_mail(language, is_answer=True),
    "a partner's file": delivery_mail,
    "a file accepted": lambda language: asset_mail(
        language, state="accepted", accepted_at=timezone.now()
    ),
    "a file to change": lambda language: asset_mail(language, remark=f"{LONG}\n\nLarger."),
    "a partner's page published": lambda language: own_page_mail(language, is_live=True, words=""),
    "a partner's page to change": lambda language: own_page_mail(
        language, is_live=False, words=LONG
    ),
}


@pytest.mark.parametrize("look", [Look("light", "sq"), Look("dark", "en")], ids=["light", "dark"])
def test_every_mail_is_read_on_a_telephone_and_in_plain_text(browser: Browser, look: Look):
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 700}, color_scheme=look.scheme, offline=True
    )
    page = context.new_page()
    faults: dict[str, object] = {}
    for kind, write in MAILS.items():
        with override(look.language):
            mail = write(look.language)
        page.set_content(mail.html)
        wide = page.evaluate("document.documentElement.scrollWidth")
        dark = page.evaluate("getComputedStyle(document.querySelector('.m-card')).backgroundColor")
        found = {
            "scrolls sideways": wide > WIDTH,
            "in the wrong colours": (dark == "rgb(255, 255, 255)") == (look.scheme == "dark"),
            "axe": violations(page),
            "plain text": unreadable(mail.text),
        }
        if wrong := {name: fault for name, fault in found.items() if fault}:
            faults[kind] = wrong
    context.close()
    assert faults == {}


def unreadable(text: str) -> list[str]:
    """Return what nobody should find in a plain text."""
    signs = ["<", "&amp;", "&#", "&quot;", "None", "@@", "{", "\n\n\n"]
    found = [sign for sign in signs if sign in text]
    if "http" not in text or "\n-- \n" not in text:
        found.append("no link or no signature")
    return found
