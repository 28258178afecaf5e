"""Links that are counted, as pages write them."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from site_config.models.visits import VisitKind
from site_config.visits.subjects import make_mark

# By which a page says in which of its languages the subject is wanted.
LANGUAGE_PARAMETER = "in"


def counted_link_attributes(
    kind: VisitKind, subject: str, address: str, *, rel: str = "nofollow", language: str = ""
) -> SafeString:
    """Return ``href`` and what belongs to it, of a link whose clicks are counted.

    It leads over an address that counts and sends on to what `VISIT_TARGET_HOOK` says of the
    subject. A script puts the real address in its place, which can be copied and comes from
    caches, and counts by a beacon.

    Args:
        kind: what a click is.
        subject: as `site_config.visits.subject_of` names it.
        address: where the link leads, with the part of the document after ``#`` if any.
        rel: what kind of link it is (HTML, link types).
        language: the page's, where the subject has an address in each.
    """
    mark = make_mark(kind, subject)
    way = reverse("follow_visit", args=[mark])
    if language:
        way = f"{way}?{LANGUAGE_PARAMETER}={language}"
    # Browsers keep the part of a document where an address sends them on (RFC 9110 §10.2.2).
    _document, hash_sign, part = address.partition("#")
    way += hash_sign + part
    return format_html(
        'href="{}" rel="{}" data-visit-href="{}" data-visit="{}"', way, rel, address, mark
    )
