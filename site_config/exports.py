"""Spreadsheets that staff take out of the admin."""

from typing import Any

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


class NeutralExportMixin:
    """Neutralises every text of an export; stands before Wagtail's export mixin."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Return the value that is written into the spreadsheet."""
        return neutral_cell(super().preprocess_field_value(field, value, export_format))
