"""What campaigns, events and projects tell machines (schema.org)."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

if TYPE_CHECKING:
    from campaigns.models.campaigns import CampaignPage
    from campaigns.models.events import EventPage
    from campaigns.models.projects import ProjectPage

EVENT_STATUSES = {
    "scheduled": "https://schema.org/EventScheduled",
    "postponed": "https://schema.org/EventPostponed",
    "cancelled": "https://schema.org/EventCancelled",
}

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def campaign_data(page: "CampaignPage", request: HttpRequest | None) -> dict[str, Any]:
    """Describe a campaign.

    schema.org has no type for campaigns. An EventSeries is "a series of events connected by an
    organising theme" with first and last day, organiser, sponsors and single events: just that.
    A SpecialAnnouncement is for emergencies that change services, and a Project is an
    organisation.
    """
    data: dict[str, Any] = {
        "@type": "EventSeries",
        "startDate": page.starts_on.isoformat(),
        "endDate": page.ends_on.isoformat(),
        "eventStatus": EVENT_STATUSES["scheduled"],
        "isAccessibleForFree": True,
    }
    if page.responsible:
        data["organizer"] = organisation(page.responsible, email=page.contact_email)
    if sponsors := sponsors_of(page):
        data["sponsor"] = sponsors
    if page.listed_events:
        data["subEvent"] = [
            {
                "@type": "Event",
                "@id": f"{event.get_full_url(request)}#page",
                "name": event.title,
                "startDate": moment(event, "start"),
                "eventStatus": EVENT_STATUSES[event.standing],
                "location": location(event),
            }
            for event in page.listed_events
        ]
    if page.call and not page.has_ended:
        target = page.call.value.url
        if target.startswith("#"):
            target = f"{page.get_full_url(request)}{target}"
        if target.startswith("/") and request is not None:
            target = request.build_absolute_uri(target)
        data["potentialAction"] = {
            "@type": "Action",
            "name": page.call.value["text"],
            "target": target,
        }
    return data


def event_data(page: "EventPage", request: HttpRequest | None) -> dict[str, Any]:
    """Describe an event."""
    mode = "Offline"
    if page.online_url:
        mode = "Mixed" if page.place else "Online"
    data: dict[str, Any] = {
        "@type": "Event",
        "startDate": moment(page, "start"),
        "endDate": moment(page, "end"),
        "eventStatus": EVENT_STATUSES[page.standing],
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "isAccessibleForFree": page.is_free,
        "location": location(page),
    }
    if page.is_repeated and page.repeat_until:
        data["eventSchedule"] = schedule(page)
    if page.places:
        data["maximumAttendeeCapacity"] = page.places
    if page.organiser:
        data["organizer"] = organisation(page.organiser)
    if sponsors := sponsors_of(page):
        data["sponsor"] = sponsors
    if page.campaign_here:
        data["superEvent"] = {
            "@type": "EventSeries",
            "@id": f"{page.campaign_here.get_full_url(request)}#page",
            "name": page.campaign_here.title,
        }
    if page.is_free and page.takes_place:
        data["offers"] = {
            "@type": "Offer",
            "price": "0",
            "priceCurrency": "ALL",
            "url": page.registration_url or page.get_full_url(request),
        }
    return data


def schedule(page: "EventPage") -> dict[str, Any]:
    """Describe how an event comes back (schema.org Schedule)."""
    data: dict[str, Any] = {
        "@type": "Schedule",
        "startDate": page.start_date.isoformat(),
        "endDate": page.repeat_until.isoformat(),
        "repeatFrequency": f"P{page.repeat_every}{'W' if page.repeats == 'weekly' else 'M'}",
        "scheduleTimezone": page.time_zone,
    }
    if not page.all_day:
        data["startTime"] = page.start_time.isoformat()
        data["endTime"] = page.end_time.isoformat()
    if page.repeats == "monthly_day":
        data["byMonthDay"] = page.start_date.day
    else:
        data["byDay"] = f"https://schema.org/{WEEKDAYS[page.start_date.weekday()]}"
    if page.repeats == "monthly_weekday":
        # Of which of its weekdays (RFC 5545 §3.3.10): the second Tuesday is 2TU.
        data["byDay"] = f"{page.weekday_of_month}{DAYS[page.start_date.weekday()]}"
    # Of a draft that is previewed the rows say what was stored before.
    left_out = page.occurrences.filter(is_left_out=True) if page.pk else []
    if days := [term.day.isoformat() for term in left_out]:
        data["exceptDate"] = days
    return data


def project_data(page: "ProjectPage", request: HttpRequest | None) -> dict[str, Any]:
    """Describe a project.

    A Project of schema.org is an undertaking with members and funders. ResearchProject is its
    narrower type for science, which the works of a city are not.
    """
    data: dict[str, Any] = {"@type": "Project"}
    if page.starts_on:
        data["foundingDate"] = page.starts_on.isoformat()
    if page.ends_on:
        data["dissolutionDate"] = page.ends_on.isoformat()
    if page.responsible:
        data["parentOrganization"] = organisation(page.responsible, email=page.contact_email)
    members = [
        organisation(block.value["name"], url=block.value["url"]) for block in page.participants
    ]
    if members:
        data["member"] = members
    funding = [grant(block.value) for block in page.funding]
    if funding:
        data["funding"] = funding
    return data


def organisation(name: str, **details: str | None) -> dict[str, Any]:
    """Return an organisation with those of its details that are known."""
    known = {key: value for key, value in details.items() if value}
    return {"@type": "Organization", "name": name} | known


def sponsors_of(page: "CampaignPage | EventPage") -> list[dict[str, Any]]:
    """Return the partners that stand beside a page today."""
    return [organisation(name, url=url) for name, url in page.beside.sponsors]


def grant(line: Any) -> dict[str, Any]:
    """Return one line of a project's funding."""
    data: dict[str, Any] = {"@type": "Grant", "funder": organisation(line["source"])}
    if line["amount"] is not None:
        data["@type"] = "MonetaryGrant"
        data["amount"] = {
            "@type": "MonetaryAmount",
            "value": str(line["amount"]),
            "currency": line["currency"],
        }
    return data


def moment(page: "EventPage", edge: str) -> str:
    """Return the start or the end of an event (ISO 8601): a date where it lasts all day."""
    if page.all_day:
        return (page.start_date if edge == "start" else page.last_day).isoformat()
    return (page.starts if edge == "start" else page.ends).isoformat()


def location(page: "EventPage") -> dict[str, Any] | list[dict[str, Any]]:
    """Return where an event takes place: at a place, online, or both."""
    places: list[dict[str, Any]] = []
    if page.place or page.address or not page.online_url:
        place = {"@type": "Place", "name": page.place or page.address}
        if page.address:
            place["address"] = page.address
        places.append({key: value for key, value in place.items() if value})
    if page.online_url:
        places.append({"@type": "VirtualLocation", "url": page.online_url})
    return places[0] if len(places) == 1 else places
