"""Two readers who wait for a copy that they can read."""

from datetime import timedelta

from django.utils import timezone

from home.demo.city import City
from home.demo.publications import UNTAGGED
from publications.models import AccessibleCopyRequest

REQUESTS = (
    (
        "demo-copy-1",
        "sq",
        AccessibleCopyRequest.Form.ONLINE,
        "Më intereson sidomos faqja për llambat e reja në bulevard.",
        5,
    ),
    (
        "demo-copy-2",
        "en",
        AccessibleCopyRequest.Form.TAGGED_PDF,
        "My screen reader reads the columns across each other.",
        -2,
    ),
)


def load(city: City) -> None:
    """Store each request once: one has a few days left, one is overdue."""
    today = timezone.localdate()
    for submission, language, form, words, days_left in REQUESTS:
        AccessibleCopyRequest.objects.get_or_create(
            submission=submission,
            defaults={
                "publication": city.page(UNTAGGED, language).page_ptr,
                "form": form,
                "words": words,
                "language": language,
                "due_on": today + timedelta(days=days_left),
            },
        )
