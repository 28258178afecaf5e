"""Spreadsheets that staff take out of the admin: none of them holds a formula.

Wagtail writes what is stored as it is, in every list, report and log that can be exported, and has
no setting for it. What others have typed would then run on the machine of whoever opens the file.
"""

from typing import Any

from django.db.models import QuerySet
from wagtail.admin.views.mixins import SpreadsheetExportMixin

_cell = SpreadsheetExportMixin.preprocess_field_value
_heading = SpreadsheetExportMixin.get_heading

# A spreadsheet program runs a cell that begins with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def neutral_cell(value: Any) -> Any:
    """Return a cell's value so that no spreadsheet program takes it for a formula.

    Texts that look like one get an apostrophe before them, as spreadsheet programs themselves
    do (OWASP, CSV Injection). Numbers and dates are not texts and stay as they are.
    """
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def write_cell(self: SpreadsheetExportMixin, field: str, value: Any, export_format: str) -> Any:
    """Return the value that is written into a spreadsheet."""
    return neutral_cell(_cell(self, field, value, export_format))


def write_heading(self: SpreadsheetExportMixin, queryset: QuerySet, field: str) -> str:
    """Return the heading of a column; those of a form's answers are what editors have asked."""
    return neutral_cell(_heading(self, queryset, field))


def neutralise_exports() -> None:
    """Let no view of any package write a formula."""
    SpreadsheetExportMixin.preprocess_field_value = write_cell
    SpreadsheetExportMixin.get_heading = write_heading
