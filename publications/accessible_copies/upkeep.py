"""What happens to requests for accessible copies by itself."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AbstractUser
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from community.personal_data import Person, Section, among
from publications.accessible_copies.services import LINK_LIVES, tell_who_waits
from publications.models.accessible_copies import AccessibleCopyRequest
from site_config.models import SiteDocument
from site_config.welcome import Step

# What is answered by itself. A recording, large print or easy text somebody has to make.
HELPED_BY_CHAPTERS = frozenset({AccessibleCopyRequest.Form.ONLINE})
HELPED_BY_PDF = HELPED_BY_CHAPTERS | {AccessibleCopyRequest.Form.TAGGED_PDF}
# The kinds of publications, by name.
KINDS = ("issuepage", "bookpage")
# The address has done its work with the answer; the mail itself is kept as long.
ADDRESSES_KEPT = timedelta(days=30)
# Nobody waits longer: what is still open by then has no address to answer to.
OPEN_ADDRESSES_KEPT = timedelta(days=365)


def forget_addresses(now: datetime) -> dict[str, int]:
    """Remove addresses, and the words that came with them.

    Those that were never confirmed go after 72 hours, those that were answered after 30 days,
    all others after a year. The request itself stays, as a count.
    """
    unconfirmed = Q(email_confirmed_at=None, created_at__lt=now - LINK_LIVES) & ~Q(email="")
    forgotten = AccessibleCopyRequest.objects.filter(unconfirmed).update(email="")
    answered = Q(answered_at__lt=now - ADDRESSES_KEPT)
    old = Q(created_at__lt=now - OPEN_ADDRESSES_KEPT)
    held = ~Q(email="") | ~Q(words="")
    forgotten += (
        AccessibleCopyRequest.objects.filter(answered | old)
        .filter(held)
        .update(email="", words="", email_confirmed_at=None)
    )
    return {"addresses for accessible copies": forgotten}


def answer_published(instance: Any, **kwargs: Any) -> None:
    """Tell whom it helps that a publication was published with an accessible edition."""
    forms: set[str] = set()
    if instance.chapters:
        forms |= HELPED_BY_CHAPTERS
    if is_accessible(instance):
        forms |= HELPED_BY_PDF
    if forms:
        tell_who_waits(instance, forms=forms)


def answer_read(document: SiteDocument) -> None:
    """Tell whom it helps that a publication's new PDF turned out to be accessible."""
    if not document.is_accessible:
        return
    for kind in KINDS:
        for page in apps.get_model("publications", kind).objects.filter(document=document).live():
            tell_who_waits(page, forms=HELPED_BY_PDF)


def is_accessible(page: Any) -> bool:
    """Whether a publication's PDF is known to be accessible."""
    return page.document is not None and bool(page.document.is_accessible)


def requests_that_wait(person: AbstractUser) -> Iterator[Step]:
    """Tell who makes accessible copies how many people wait for one, and for how many too long."""
    if not person.has_perm("publications.change_accessiblecopyrequest"):
        return
    count = AccessibleCopyRequest.objects.open().count()
    if not count:
        return
    late = AccessibleCopyRequest.objects.overdue().count()
    words = ngettext(
        "%(count)d request for an accessible copy waits",
        "%(count)d requests for accessible copies wait",
        count,
    ) % {"count": count}
    if late:
        words += ngettext(", %(count)d overdue", ", %(count)d overdue", late) % {"count": late}
    address = reverse("publications_accessiblecopyrequest_modeladmin_index")
    yield Step(words, f"{address}?due=open", "user", urgent=True)


def requests_of(person: Person) -> Any:
    """Return the requests whose answers go to a mailbox of the member."""
    return AccessibleCopyRequest.objects.filter(among("email", person.mailboxes))


def export_requests(person: Person) -> list[Section]:
    """Return the requests that a member has made, without the notes of colleagues."""
    labels = {
        "publication": _("Publication"),
        "wanted": _("Wanted"),
        "words": _("In their words"),
        "sent": _("Sent"),
        "state": _("State"),
    }
    rows = [
        {
            "publication": found.publication.title,
            "wanted": found.get_form_display(),
            "words": found.words,
            "sent": found.created_at,
            "state": found.get_state_display(),
        }
        for found in requests_of(person).select_related("publication").order_by("pk")
    ]
    return [Section("accessible_copies", _("Requests for accessible copies"), labels, rows)]


def erase_requests(person: Person) -> None:
    """Take the member's address and words out of their requests; the wish itself stays."""
    requests_of(person).update(email="", words="", email_confirmed_at=None)
