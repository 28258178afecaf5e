"""One way to approval for each section of the demo city: a moderator looks, then it is live."""

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from home.demo.city import City

APPROVERS = "Moderators"
TASK = "Miratimi nga moderatorët"
# The key of a section's page, and the name of its workflow. What stands in no section follows
# the front page's.
WORKFLOWS = {
    "home": "Faqet e portalit",
    "news": "Lajmet",
    "campaigns": "Fushatat",
    "publications": "Botimet",
    "gallery": "Galeria",
    "community": "Komuniteti",
    "partners": "Partnerët",
}


def load(city: City) -> None:
    """Give each section its workflow in both languages; where staff have chosen one, it stays."""
    for done, (key, name) in enumerate(WORKFLOWS.items(), start=1):
        found = [city.find_page(key, language) for language in city.languages]
        free = [page for page in found if page is not None and not has_own_workflow(page)]
        if free:
            workflow = approval_workflow(name)
            for page in free:
                WorkflowPage.objects.create(workflow=workflow, page=page)
        city.say(f"Workflow {name}", done, len(WORKFLOWS))


def has_own_workflow(page: Page) -> bool:
    """Whether a workflow is given to this very page, not to one above it."""
    return WorkflowPage.objects.filter(page=page).exists()


def approval_workflow(name: str) -> Workflow:
    """Return the workflow of this name: one task, done by any moderator."""
    workflow, created = Workflow.objects.get_or_create(name=name, active=True)
    if created:
        WorkflowTask.objects.create(workflow=workflow, task=approval_task())
    return workflow


def approval_task() -> GroupApprovalTask:
    """Return the task that all workflows of the demo share."""
    task, created = GroupApprovalTask.objects.get_or_create(name=TASK, active=True)
    if created:
        task.groups.add(Group.objects.get(name=APPROVERS))
    return task
