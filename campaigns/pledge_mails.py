"""The mails of campaigns: to confirm, to thank, to tell what came of it and what was promised."""

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override

from campaigns.models import Announcement, CampaignPage, Pledge
from campaigns.services.withdrawing import concerns_of, own_pledge_token, stop_token
from community.mails import own_url
from site_config.outbox import enqueue_mail
from site_config.shell import shell_for


class Quoted(NamedTuple):
    """Words in another language than the mail, which say so to programs that read aloud."""

    words: str
    language: str

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True)
class Mail:
    """One mail before it is written.

    Attributes:
        subject: without the portal's name.
        paragraphs: plain words, one after another.
        link: where its button leads; the path or full address of a page.
        action: what the button says.
        after: what follows the button.
        own: the address at which the reader's pledge is shown and withdrawn.
        stop: the address that stops the mails about it.
    """

    subject: str
    paragraphs: list[str | Quoted]
    link: str
    action: str | Promise
    after: tuple[str, ...] = ()
    own: str = ""
    stop: str = ""


def mail_confirmation(*, campaign: CampaignPage, to: str, token: str) -> None:
    """Ask a mailbox whether it is theirs who took part. It quotes nothing that was typed."""
    language = campaign.locale.language_code
    with override(language):
        mail = Mail(
            subject=_("please confirm: “%(title)s”") % {"title": campaign.title},
            paragraphs=[
                _(
                    "Somebody wants to take part in the campaign “%(title)s” and has given this "
                    "address. If it was you, open this page and press the button:"
                )
                % {"title": campaign.title}
            ],
            link=reverse("campaigns:confirm_pledge", args=[token]),
            action=_("See and confirm"),
            after=(
                _(
                    "The link is good once, for 72 hours. If it was not you, do nothing: without "
                    "the button nothing is counted and the address is forgotten."
                ),
            ),
        )
        _send(mail, to=to, language=language)


def mail_thanks(*, campaign: CampaignPage, pledge: Pledge, occasion: str = "") -> None:
    """Thank somebody who counts now, and tell how they can take it back."""
    language = pledge.language
    with override(language):
        said = [_("Your words: “%(words)s”") % {"words": pledge.words}] if pledge.words else []
        thanks = campaign.sign_block.value.get("thanks")
        mail = Mail(
            subject=_("thank you for taking part in “%(title)s”") % {"title": campaign.title},
            paragraphs=[
                _("You are counted. Thank you."),
                *said,
                *([thanks] if thanks else []),
                *([campaign.next_step] if campaign.next_step else []),
                _(
                    "We write to you once when it is known what came of it, and at each step of a "
                    "promise that the city makes for this campaign. The link below stops these "
                    "mails; you stay counted."
                ),
            ],
            link=campaign.url or "/",
            action=_("See the campaign"),
        )
        key = f"thanks {pledge.pk} {occasion}" if occasion else ""
        _send_about(mail, pledge, campaign.pk, key)


def mail_outcome(*, campaign: CampaignPage, pledge: Pledge) -> None:
    """Tell somebody who took part what came of it: once."""
    with override(pledge.language):
        said = [_("You said: “%(words)s”") % {"words": pledge.words}] if pledge.words else []
        mail = Mail(
            subject=_("what came of “%(title)s”") % {"title": campaign.title},
            paragraphs=[
                _("You took part in “%(title)s”. The results are published now.")
                % {"title": campaign.title},
                *said,
                *([campaign.outcome_words] if campaign.outcome_words else []),
            ],
            link=f"{campaign.url}#results",
            action=_("Read what came of it"),
            after=(
                _(
                    "Your address is forgotten 30 days from now. While a promise for this campaign "
                    "is open, we keep it to tell you of each step."
                ),
            ),
        )
        _send_about(mail, pledge, campaign.pk, f"outcome {pledge.pk}", is_bulk=True)


def mail_announcement(*, announcement: Announcement, page: Any, pledge: Pledge) -> None:
    """Tell somebody who took part of one change of a promise."""
    with override(pledge.language):
        note = announcement.note.get(pledge.language, "")
        foreign: list[str | Quoted] = []
        if not note and announcement.note:
            language, words = next(iter(announcement.note.items()))
            foreign = [
                _("This has not been translated into your language yet."),
                Quoted(words, language),
            ]
        mail = Mail(
            subject=_("news of a promise: “%(title)s”") % {"title": page.title},
            paragraphs=[
                _("You took part in a campaign that this promise comes from: “%(title)s”.")
                % {"title": page.title},
                *([note] if note else foreign),
            ],
            link=page.url or "/",
            action=_("See the promise and every step"),
        )
        _send_about(mail, pledge, page.pk, f"{announcement.key} {pledge.pk}", is_bulk=True)


def _send_about(
    mail: Mail, pledge: Pledge, page_id: int, key: str, *, is_bulk: bool = False
) -> None:
    """Send a mail about a pledge; it leaves only while that counts and the page can be read."""
    if not pledge.address:
        return
    own = own_url(reverse("campaigns:own_pledge", args=[own_pledge_token(pledge)]))
    stop = own_url(reverse("campaigns:stop_pledge_mails", args=[stop_token(pledge)]))
    _send(
        replace(mail, own=own, stop=stop),
        to=pledge.address,
        language=pledge.language,
        key=key,
        is_bulk=is_bulk,
        concerns=f"{concerns_of(pledge.pk)} {page_id}",
        # By these mail programs show a button that stops them (RFC 8058).
        headers={
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def _send(mail: Mail, *, to: str, language: str, **outbox: Any) -> None:
    portal = shell_for(None)
    words = {
        "mail": replace(mail, link=_full(mail.link)),
        "subject": f"{portal.full_name}: {mail.subject}",
        "portal": portal,
        "base_url": settings.WAGTAILADMIN_BASE_URL,
        "home_url": f"{settings.WAGTAILADMIN_BASE_URL}/{language}/",
        "email": to,
    }
    text = render_to_string("campaigns/mails/campaign.txt", words).strip()
    # The separator by which mail programs know a signature (RFC 3676 §4.3).
    signature = f"\n\n-- \n{portal.full_name}\n{settings.WAGTAILADMIN_BASE_URL}\n"
    enqueue_mail(
        to=to,
        subject=words["subject"],
        text=text + signature,
        html=render_to_string("campaigns/mails/campaign.html", words),
        **outbox,
    )


def _full(link: str) -> str:
    path, mark, place = link.partition("#")
    return f"{own_url(path)}{mark}{place}"
