"""What promises tell machines (schema.org)."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from campaigns.structured_data import organisation

if TYPE_CHECKING:
    from campaigns.models.commitments import CommitmentPage

ACTION_STATUSES = {
    "heard": "https://schema.org/PotentialActionStatus",
    "studying": "https://schema.org/PotentialActionStatus",
    "planned": "https://schema.org/PotentialActionStatus",
    "in_progress": "https://schema.org/ActiveActionStatus",
    "done": "https://schema.org/CompletedActionStatus",
    "declined": "https://schema.org/FailedActionStatus",
}


def commitment_data(page: "CommitmentPage", request: HttpRequest | None) -> dict[str, Any]:
    """Describe a promise: an Action of the city with its agent, state and last day.

    schema.org has no type for promises; an Action that is potential, active, completed or failed
    is what they are. It is what the page is about.
    """
    action: dict[str, Any] = {
        "@type": "Action",
        "name": page.title,
        "actionStatus": ACTION_STATUSES[page.state],
    }
    if page.promise:
        action["description"] = page.promise
    if page.responsible:
        action["agent"] = organisation(page.responsible, email=page.contact_email)
    if page.dated_steps:
        action["startTime"] = page.dated_steps[-1].date.isoformat()
    if page.state == "done" and page.since:
        action["endTime"] = page.since.isoformat()
    elif page.due_on:
        action["endTime"] = page.due_on.isoformat()
    if page.state == "declined" and page.latest_step:
        action["error"] = {"@type": "Thing", "description": page.latest_step.words}
    if page.project_here:
        action["object"] = {
            "@type": "Project",
            "@id": f"{page.project_here.get_full_url(request)}#page",
            "name": page.project_here.title,
        }
    return {"mainEntity": action}
