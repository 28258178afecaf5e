"""The account of a member who leaves, its mails and its sessions."""

import re
from functools import partial

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext, override

from community.erasing.contributions import contributions_of
from community.models import MailboxCount, User
from community.models.mailboxes import mailbox_hash
from community.personal_data import Person, among
from community.purging import purge_addresses
from site_config.models import OutboxMail

# The address of a comment, as mails print it.
COMMENT_LINK = re.compile(r"/comments/([0-9]{1,18})/")


def erase_mails(person: Person) -> None:
    """Remove the mails to the member, those that answer to them, and what others got of them.

    A mail that another account waits for at the same address stays: an address that was never
    confirmed may be somebody else's.
    """
    others = User.objects.exclude(pk=person.member.pk)
    theirs = {
        address
        for address in person.addresses
        if others.filter(
            Q(email__iexact=address)
            | Q(emailaddress__email__iexact=address, emailaddress__verified=True)
        ).exists()
    }
    own = among("to", person.addresses - theirs) | among("reply_to", person.mailboxes)
    OutboxMail.objects.filter(own).delete()
    _erase_what_others_got(person)


def erase_mail_counts(person: Person) -> None:
    """Forget how many mails of the day their mailboxes have got."""
    hashes = [mailbox_hash(address) for address in person.addresses]
    MailboxCount.objects.filter(mailbox__in=hashes).delete()


def end_sessions(person: Person) -> None:
    """Sign the member out everywhere; the cache's copies of the sessions go too."""
    for session in UserSession.objects.filter(user=person.member):
        session.end()


def erase_account_row(person: Person) -> None:
    """Remove the account, and with it addresses, second factors, choices and notifications."""
    known = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            path = reverse("community:member", args=[person.member.pk])
            known.add(settings.WAGTAILADMIN_BASE_URL + path)
    person.member.delete()
    transaction.on_commit(partial(purge_addresses, known), robust=True)


def _erase_what_others_got(person: Person) -> None:
    """Take the member's words and name out of mails to others.

    A mail that leads to a comment of theirs quotes it. Of a mail that names them and has not
    left yet, the rest is still somebody's to read.
    """
    numbers = set(contributions_of(person).order_by().values_list("pk", flat=True))
    OutboxMail.objects.filter(concerns__in=[f"comment {number}" for number in numbers]).delete()
    known = sorted(person.names | person.addresses, key=len, reverse=True)
    spellings = dict.fromkeys(re.escape(word) for name in known for word in (name, escape(name)))
    named = re.compile(rf"(?<!\w)(?:{'|'.join(spellings)})(?!\w)", re.IGNORECASE)
    for mail in OutboxMail.objects.order_by("pk").iterator():
        led_to = {int(number) for number in COMMENT_LINK.findall(mail.text)}
        names_them = any(named.search(part) for part in (mail.subject, mail.text, mail.html))
        left = mail.state != OutboxMail.State.WAITING
        if not led_to.isdisjoint(numbers) or (names_them and left):
            mail.delete()
        elif names_them:
            _take_out(mail.pk, named)


def _take_out(mail_id: int, named: re.Pattern[str]) -> None:
    # Whoever sends it holds the lock; once it has left, there is nothing to be changed.
    waiting = OutboxMail.objects.select_for_update().filter(state=OutboxMail.State.WAITING)
    mail = waiting.filter(pk=mail_id).first()
    if mail is None:
        OutboxMail.objects.filter(pk=mail_id).delete()
        return
    reader = User.objects.filter(email__iexact=mail.to).first()
    with override(reader.language if reader else settings.LANGUAGE_CODE):
        nobody = gettext("former member")
    for part in ("subject", "text", "html"):
        setattr(mail, part, named.sub(lambda _found: nobody, getattr(mail, part)))
    mail.save(update_fields=["subject", "text", "html"])
