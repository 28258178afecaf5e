"""An alert as machines read it on its page (schema.org/SpecialAnnouncement)."""

from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest
from django.urls import reverse

from site_config.models.alert_terms import Category
from site_config.models.alerts import AlertVersion
from site_config.shell import shell_for
from site_config.structured_data import organisation_id


def announcement(version: AlertVersion, request: HttpRequest) -> dict[str, Any]:
    """Describe a version in the reader's language."""
    shell, words = shell_for(request), version.words()
    address = reverse("alerts:alert", args=[version.alert.uid])
    return {
        "@context": "https://schema.org",
        "@type": "SpecialAnnouncement",
        "@id": f"urn:uuid:{version.alert.uid}",
        "identifier": version.identifier,
        "name": words.headline,
        "text": f"{words.text}\n{words.instruction}".strip(),
        "url": urljoin(request.build_absolute_uri(), address),
        "inLanguage": words.language,
        "datePosted": version.starts_at.isoformat(),
        "expires": max(version.ends_at, version.starts_at).isoformat(),
        "category": str(Category(version.category).label),
        "spatialCoverage": {"@type": "AdministrativeArea", "name": words.area},
        "webFeed": request.build_absolute_uri(reverse("alerts:feed")),
        "publisher": {
            "@type": "GovernmentOrganization",
            "@id": organisation_id(shell.site_url),
            "name": shell.organisation or shell.full_name,
        },
    }
