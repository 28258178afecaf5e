"""Telling staff why a page can't be published, where no form would."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.generic.workflow import WorkflowAction
from wagtail.admin.views.pages.workflow import WorkflowPageViewMixin
from wagtail.models import Page

from gallery.models.completeness import CompleteWhenPublished


def tell_missing(request: HttpRequest, page: Page, missing: list[str]) -> None:
    """Tell whoever wanted a page published what it can't be published without."""
    message = _("“%(page)s” was not published. %(missing)s")
    messages.error(request, message % {"page": page, "missing": " ".join(missing)})


class CompleteWorkflowAction(WorkflowPageViewMixin, WorkflowAction):
    """Approves a page unless that would publish it incomplete; then nothing has changed.

    Put together as Wagtail's own view for pages, whose name changes with Wagtail 8.
    """

    submit_url_name = "wagtailadmin_pages:workflow_action"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Act on the task, or lead to the editor with a message that says what is missing."""
        try:
            with transaction.atomic():
                return super().post(request, *args, **kwargs)
        except ValidationError as error:
            tell_missing(request, self.object, error.messages)
            if request.headers.get("x-requested-with") == "XMLHttpRequest":
                editor = reverse("wagtailadmin_pages:edit", args=[self.object.pk])
                return self.render_modal_json(request, {"step": "success", "redirect": editor})
            return redirect("wagtailadmin_pages:edit", self.object.pk)


# As all of the admin's views; it stands in the place of one (see ``site_config.urls``).
act_on_workflow = never_cache(require_admin_access(CompleteWorkflowAction.as_view()))


def hold_incomplete_pages(
    request: HttpRequest, action_type: str, objects: Any, action: Any
) -> HttpResponse | None:
    """Publish several pages at once only if each of them is complete."""
    if action_type != "publish":
        return None
    pages = [page.specific for page in objects]
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        for page in objects:
            pages += page.get_descendants().not_live().specific()
    held = False
    for page in pages:
        latest = page.get_latest_revision_as_object()
        missing = latest.what_is_missing() if isinstance(latest, CompleteWhenPublished) else []
        if missing:
            tell_missing(request, latest, missing)
            held = True
    return redirect(action.next_url) if held else None
