"""Forms of the admin that come cut short or too late are the sender's fault, not a failure."""

import pytest
from django.urls import reverse

from tests.factories.home import StandardPageFactory

pytestmark = pytest.mark.django_db


def test_a_decision_on_a_task_that_is_settled_changes_nothing(admin_client, site):
    page = StandardPageFactory(parent=site.root_page, title="As it was")
    decision = {"action-workflow-action": "true", "workflow-action-name": "approve"}

    response = admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), decision | {"title": "Anew"}
    )

    assert response.status_code == 400
    page.refresh_from_db()
    assert page.title == "As it was"
    assert not page.revisions.exists()


def test_a_page_form_without_the_fields_of_its_blocks_is_refused(admin_client, site):
    page = StandardPageFactory(parent=site.root_page, title="As it was")

    response = admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), {"title": "Anew"}
    )

    assert response.status_code == 400
    assert not page.revisions.exists()
