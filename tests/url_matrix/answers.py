"""The few words in which the table says how the portal answers."""

from enum import StrEnum
from urllib.parse import urlsplit

from django.contrib.messages import ERROR, get_messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import override


class Answer(StrEnum):
    """What came of a request."""

    OK = "ok"  # 200: what was asked for, or a form shown again.
    DONE = "done"  # Sent on to another page, after acting or because it is the right one.
    SIGN_IN = "sign in"  # Sent to the one door of allauth.
    PROVE = "prove"  # Sent to where a person proves once more who they are.
    ENROL = "enrol"  # Sent to where a person sets up a second factor.
    REFUSED = "refused"  # 403, or back to the admin's first page with an error.
    NOT_FOUND = "not found"
    NOT_ALLOWED = "not allowed"  # 405: the address knows no such method.
    GONE = "gone"  # 410: a link that is used up.
    BAD_REQUEST = "bad request"  # 400 to a request that no page of ours sends.
    FAILED = "failed"  # 500 or anything that has no word here.


STATUSES = {
    200: Answer.OK,
    400: Answer.BAD_REQUEST,
    403: Answer.REFUSED,
    404: Answer.NOT_FOUND,
    405: Answer.NOT_ALLOWED,
    410: Answer.GONE,
    422: Answer.OK,
}

PLACES = {
    "account_login": Answer.SIGN_IN,
    "wagtailadmin_login": Answer.SIGN_IN,
    "account_reauthenticate": Answer.PROVE,
    "mfa_reauthenticate": Answer.PROVE,
    "mfa_index": Answer.ENROL,
}


def read_answer(response: HttpResponse) -> Answer:
    """Put an answer of Django's test client into one of our words."""
    status = response.status_code
    if 300 <= status < 400 and "Location" in response:
        return _read_redirect(response)
    return STATUSES.get(status, Answer.FAILED)


def _read_redirect(response: HttpResponse) -> Answer:
    path = urlsplit(response["Location"]).path
    for name, answer in PLACES.items():
        for language in ("sq", "en"):
            with override(language):
                if path == reverse(name):
                    return answer
    told = [message.level for message in get_messages(response.wsgi_request)]
    if path == reverse("wagtailadmin_home") and ERROR in told:
        return Answer.REFUSED
    return Answer.DONE
