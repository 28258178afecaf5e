"""Messages of the contact page, as part of what is held of a member."""

from django.utils.translation import gettext_lazy as _

from community.personal_data import Person, Section, holds_one_of
from home.models import ContactSubmission


def messages_of(person: Person) -> list[ContactSubmission]:
    """Return the messages that came from a mailbox of the member, or name one as theirs."""
    return [
        message
        for message in ContactSubmission.objects.order_by("submit_time").iterator()
        if holds_one_of(person.mailboxes, [message.sender, *message.form_data.values()])
    ]


def erase_messages(person: Person) -> None:
    """Remove the messages that the member has sent to the city."""
    numbers = [message.pk for message in messages_of(person)]
    ContactSubmission.objects.filter(pk__in=numbers).delete()


def export_messages(person: Person) -> list[Section]:
    """Return the messages with what has become of them, without the notes of colleagues."""
    labels = {
        "number": _("Receipt number"),
        "sent": _("Sent"),
        "state": _("State"),
        "words": _("message"),
    }
    rows = [
        {
            "number": message.receipt,
            "sent": message.submit_time,
            "state": message.get_state_display(),
            "words": message.words,
        }
        for message in messages_of(person)
    ]
    return [Section("messages", _("Messages to the city"), labels, rows)]
