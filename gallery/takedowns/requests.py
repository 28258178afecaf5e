"""Asking to take a work down, owning such a request, and answering it."""

import hashlib
import secrets
from typing import NamedTuple

from django.contrib.auth.models import Permission
from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils import timezone

from community.guest_guards import count_guest_use
from community.models import MailboxCount, User
from gallery.access import can_take_down
from gallery.models import RightsChange, TakeDownRequest, Work
from gallery.models.takedowns import ANSWERED_WITHIN
from gallery.rights.hiding import hide_work, show_work
from gallery.rights.ledger import note
from gallery.takedowns.errors import AnsweredMeanwhileError, NotOwnerError
from gallery.takedowns.mails import tell_answered, tell_received
from site_config.rate_limits import Limit

LIMITS = (Limit(5, 3600), Limit(20, 86_400))
# Digits and letters that nobody mistakes for one another.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
NUMBER_LENGTH = 6
Outcome = TakeDownRequest.Outcome


class Asker(NamedTuple):
    """Who asks, and why."""

    relation: TakeDownRequest.Relation
    words: str
    name: str
    email: str
    language: str


class Place(NamedTuple):
    """Where a work stood when somebody asked: its title and its address."""

    title: str
    address: str


@transaction.atomic
def ask_to_take_down(
    *, work: Work, place: Place, asker: Asker, ticket: str, request: HttpRequest, answer: str
) -> TakeDownRequest:
    """Take a request, give it a number, an owner and a clock, and confirm it by mail.

    Args:
        work: what should go.
        place: where it was seen.
        asker: who asks.
        ticket: names the form; sent twice, it is one request.
        request: who sends it; nothing of it is kept.
        answer: what the browser found out (`community.puzzles`).

    Raises:
        RateLimitedError: this network has sent too many.
    """
    digest = hashlib.sha256(ticket.encode()).hexdigest()
    known = TakeDownRequest.objects.filter(ticket=digest).first()
    if known is not None:
        return known
    count_guest_use("take_down", request, answer, *LIMITS)
    made = TakeDownRequest(
        number=_new_number(),
        work=work,
        title=place.title[:255],
        address=place.address[:500],
        relation=TakeDownRequest.Relation(asker.relation),
        words=asker.words,
        name=asker.name,
        email=asker.email,
        language=asker.language,
        ticket=digest,
        due_at=timezone.now() + ANSWERED_WITHIN,
        owner=_next_owner(),
    )
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        # The same form has arrived at this very moment.
        return TakeDownRequest.objects.get(ticket=digest)
    note(work, RightsChange.What.ASKED, by=None, after=made.number)
    # Nobody fills a stranger's mailbox by this form; the number stands on the page too.
    if MailboxCount.objects.reserve(asker.email):
        tell_received(made)
    return made


@transaction.atomic
def hand_over(*, request_id: int, owner: User) -> TakeDownRequest:
    """Give a request to somebody who then answers it.

    Raises:
        NotOwnerError: they don't answer requests.
        AnsweredMeanwhileError: there is nothing left to answer.
    """
    if not can_take_down(owner):
        raise NotOwnerError
    asked = _open(request_id)
    asked.owner = owner
    asked.save(update_fields=["owner"])
    return asked


@transaction.atomic
def hide_at_once(*, request_id: int, by: User) -> Work:
    """Hide what a request is about, before anything is decided; it can be shown again."""
    asked = TakeDownRequest.objects.get(pk=request_id)
    return hide_work(work_id=asked.work_id, by=by, why=asked.number)


@transaction.atomic
def show_again(*, request_id: int, by: User) -> Work:
    """Show again what was hidden."""
    asked = TakeDownRequest.objects.get(pk=request_id)
    return show_work(work_id=asked.work_id, by=by, why=asked.number)


@transaction.atomic
def answer_request(*, request_id: int, by: User, granted: bool, answer: str) -> TakeDownRequest:
    """Answer a request by mail: the work goes out of sight, or stays.

    A work that was hidden at once comes back with a refusal, unless another request keeps it, or
    it was hidden for another reason than a request.

    Args:
        request_id: an open request.
        by: who answers.
        granted: whether the work goes.
        answer: the words of the mail.

    Raises:
        AnsweredMeanwhileError: somebody else has answered.
    """
    asked = _open(request_id)
    asked.outcome = Outcome.GRANTED if granted else Outcome.REFUSED
    asked.answer, asked.answered_at, asked.answered_by = answer, timezone.now(), by
    asked.save()
    if granted:
        hide_work(work_id=asked.work_id, by=by, why=asked.number)
    elif _is_hidden_for_requests(asked.work) and not (
        asked.work.take_downs.exclude(outcome=Outcome.REFUSED).exists()
    ):
        show_work(work_id=asked.work_id, by=by, why=asked.number)
    outcome = str(asked.outcome)
    note(asked.work, RightsChange.What.ANSWERED, by=by, before=asked.number, after=outcome)
    tell_answered(asked)
    return asked


def owners() -> list[User]:
    """Return those who answer requests, whoever has the fewest open ones first.

    Superusers may do all, and are asked only where nobody else answers requests.
    """
    right = Permission.objects.filter(
        codename="change_takedownrequest", content_type__app_label="gallery"
    )
    active = User.objects.filter(is_active=True)
    people = active.filter(Q(groups__permissions__in=right) | Q(user_permissions__in=right))
    if not people.exists():
        people = active.filter(is_superuser=True)
    is_open = Q(take_downs__outcome=Outcome.OPEN)
    counted = people.distinct().annotate(at_work=Count("take_downs", filter=is_open, distinct=True))
    return list(counted.order_by("at_work", "pk"))


def _is_hidden_for_requests(work: Work) -> bool:
    """Say whether the last who hid a work did so because of a request, whichever it was."""
    hidden = work.changes.filter(what=RightsChange.What.HIDDEN).order_by("-at", "-pk").first()
    return hidden is not None and work.take_downs.filter(number=hidden.after).exists()


def _next_owner() -> User | None:
    return next(iter(owners()), None)


def _open(request_id: int) -> TakeDownRequest:
    rows = TakeDownRequest.objects.select_for_update(of=("self",)).select_related("work")
    asked = rows.filter(pk=request_id, outcome=Outcome.OPEN).first()
    if asked is None:
        raise AnsweredMeanwhileError
    return asked


def _new_number() -> str:
    """Return a number such as ``T-2026-7F3K9Q``: readable aloud, not to be guessed."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(NUMBER_LENGTH))
    number = f"T-{timezone.localdate().year}-{letters}"
    return _new_number() if TakeDownRequest.objects.filter(number=number).exists() else number
