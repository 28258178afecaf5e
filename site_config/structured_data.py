"""The typed graph that pages tell machines (schema.org, JSON-LD 1.1)."""

from typing import Any

from django.http import HttpRequest

from site_config.shell import shell_for


def organisation_id(site_url: str) -> str:
    """Return the identifier of the authority that publishes the portal."""
    return f"{site_url}/#organization"


def page_graph(page: Any, request: HttpRequest) -> dict[str, Any]:
    """Return the page's own description with its publisher, site and place in the tree."""
    shell = shell_for(request)
    publisher = {"@id": organisation_id(shell.site_url)}
    organisation: dict[str, Any] = {
        "@type": "GovernmentOrganization",
        "@id": publisher["@id"],
        "name": shell.organisation or shell.full_name,
        "url": f"{shell.site_url}/",
    }
    contact = {"email": shell.email, "telephone": shell.phone, "address": shell.address}
    organisation |= {key: value for key, value in contact.items() if value}
    website = {
        "@type": "WebSite",
        "@id": f"{shell.site_url}/#website",
        "name": shell.full_name,
        "url": f"{shell.site_url}/",
        "publisher": publisher,
    }
    own = page.structured_data(request)
    own.setdefault("publisher", publisher)
    own.setdefault("isPartOf", {"@id": website["@id"]})
    graph = [organisation, website, own]
    if page.trail:
        graph.append(
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {
                        "@type": "ListItem",
                        "position": position,
                        "name": ancestor.title,
                        "item": ancestor.get_full_url(request),
                    }
                    for position, ancestor in enumerate([*page.trail, page], start=1)
                ],
            }
        )
    return {"@context": "https://schema.org", "@graph": graph}
