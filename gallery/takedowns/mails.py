"""What whoever asked to take something down hears of it."""

from community.mails import send_account_mail
from gallery.models import TakeDownRequest

RECEIVED, ANSWERED = "gallery/mails/take_down_received", "gallery/mails/take_down_answered"


def tell_received(asked: TakeDownRequest) -> None:
    """Confirm a request, without a word of whoever wrote it: the mailbox may be another's."""
    _send(RECEIVED, asked)


def tell_answered(asked: TakeDownRequest) -> None:
    """Say what came of a request, in the words of whoever answered."""
    if asked.email:
        _send(ANSWERED, asked)


def _send(template: str, asked: TakeDownRequest) -> None:
    granted = asked.outcome == TakeDownRequest.Outcome.GRANTED
    send_account_mail(
        template=template,
        to=asked.email,
        language=asked.language,
        context={"asked": asked, "granted": granted},
    )
