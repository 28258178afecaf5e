"""An editor sends a page, a moderator lets it go live: over the admin's own views."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Workflow, WorkflowPage
from wagtail.test.utils.form_data import querydict_from_html

from community.models import User
from home.demo import site, workflows
from home.demo.city import City
from home.models import StandardPage

pytestmark = pytest.mark.usefixtures("demo", "db")


def signed_in(role: str) -> Client:
    """A browser of the demo's person in this role."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(User.objects.get(email=f"{role}@smartcity.example"))
    return client


def city() -> City:
    """The demo city as its chapters know it."""
    found = City()
    site.load(found)
    return found


def send(client: Client, page: Page, **changes: str) -> HttpResponse:
    """Open a page's editor, change some fields, and press one of its buttons."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    opened = client.get(address)
    data = querydict_from_html(opened.content.decode(), form_id="page-edit-form")
    # Scripts would write the counts of the blocks.
    for name, field in opened.context["form"].fields.items():
        if hasattr(field, "block"):
            data[f"{name}-count"] = "0"
    for name, value in changes.items():
        data[name] = value
    return client.post(address, data)


def draft() -> Page:
    """A page that no reader sees yet."""
    page = StandardPage(title="Uji i pijshëm", slug="uji", lead="Nga vjen uji.", live=False)
    return city().home("sq").add_child(instance=page)


@pytest.mark.parametrize(("key", "name"), workflows.WORKFLOWS.items())
@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_section_has_its_workflow_in_both_languages(key, name, language):
    page = city().page(key, language)

    assert page.get_workflow().name == name
    assert WorkflowPage.objects.get(page=page).workflow.name == name


def test_pages_in_a_section_follow_its_workflow():
    news = city().page("news", "sq")

    assert {page.get_workflow().name for page in news.get_children()} == {"Lajmet"}


def test_moderators_do_every_task_of_every_workflow():
    for workflow in Workflow.objects.filter(name__in=workflows.WORKFLOWS.values()):
        [task] = workflow.tasks
        assert list(task.specific.groups.all()) == [Group.objects.get(name="Moderators")]


def test_a_workflow_that_staff_have_chosen_stays():
    news = city().page("news", "sq")
    WorkflowPage.objects.filter(page=news).update(workflow=Workflow.objects.create(name="Ours"))

    workflows.load(city())

    assert news.get_workflow().name == "Ours"
    assert Workflow.objects.filter(name="Lajmet").count() == 1


def test_an_editor_sends_a_page_and_a_moderator_lets_it_go_live(client):
    page = draft()
    editor, moderator = signed_in("editor"), signed_in("moderator")

    sent = send(editor, page, title="Uji", **{"action-submit": "1"})
    page.refresh_from_db()
    assert sent.status_code == 302
    assert page.current_workflow_state.workflow.name == "Faqet e portalit"
    assert client.get("/sq/uji/").status_code == 404

    state = page.current_workflow_task_state
    act = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    editor.post(act, {"comment": ""})
    page.refresh_from_db()
    assert not page.live

    moderator.post(act, {"comment": "Mirë."})
    page.refresh_from_db()
    assert page.live
    assert "Uji" in client.get("/sq/uji/").content.decode()


@pytest.mark.parametrize("action", ["action-publish", "publish"])
def test_an_editor_publishes_nothing(client, action):
    page = draft()

    send(signed_in("editor"), page, **{action: "1"})

    page.refresh_from_db()
    assert not page.live
    assert client.get("/sq/uji/").status_code == 404


def test_a_moderator_sends_a_page_back_with_a_reason():
    page = draft()
    editor, moderator = signed_in("editor"), signed_in("moderator")
    send(editor, page, **{"action-submit": "1"})
    page.refresh_from_db()
    state = page.current_workflow_task_state

    moderator.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", state.pk]),
        {"comment": "Nga cili burim?"},
    )

    state.refresh_from_db()
    page.refresh_from_db()
    assert (state.status, state.comment) == ("rejected", "Nga cili burim?")
    assert not page.live
    returned = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert "Nga cili burim?" in returned.content.decode()
