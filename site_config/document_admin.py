"""What staff see of the reading of documents in their list, and what a script asks for."""

from typing import Any

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin.ui.tables import Column
from wagtail.documents.permissions import permission_policy
from wagtail.documents.views.documents import DocumentsFilterSet, IndexView

from site_config.document_access import STAFF_RIGHTS
from site_config.document_reading_panel import reading_context
from site_config.models import SiteDocument
from site_config.models.document_states import ReadingState

FRAGMENT = "site_config/admin/document_reading.html"


@require_safe
@never_cache
def document_reading(request: HttpRequest, document_id: int) -> HttpResponse:
    """Tell how far the reading of a document is, as a piece of HTML for a script.

    Raises:
        PermissionDenied: to those who have nothing to do with documents.
        Http404: there is no such document.
    """
    if not permission_policy.user_has_any_permission(request.user, STAFF_RIGHTS):
        raise PermissionDenied
    document = get_object_or_404(SiteDocument, pk=document_id)
    return render(request, FRAGMENT, reading_context(document))


class ReadingColumn(Column):
    """The state of each document, and its pages."""

    cell_template_name = "site_config/admin/document_reading_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Name what the cell shows."""
        context = super().get_cell_context_data(instance, parent_context)
        return context | reading_context(instance)


class ReadingFilterSet(DocumentsFilterSet):
    """Documents by what became of their reading."""

    reading_state = django_filters.MultipleChoiceFilter(
        label=_("Reading"),
        choices=ReadingState.choices,
        widget=forms.CheckboxSelectMultiple,
    )


class DocumentIndexView(IndexView):
    """The list of documents, with the state of each."""

    filterset_class = ReadingFilterSet

    @cached_property
    def columns(self) -> list[Column]:
        """Put the reading before the usage."""
        columns = list(super().columns)
        columns.insert(-1, ReadingColumn("reading_state", label=_("Reading"), width="16%"))
        return columns
