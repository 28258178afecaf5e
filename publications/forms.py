"""The editor's forms of issues and books, with what no field can check by itself."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from publications.pdf import UnreadablePdfError, count_pages


class PublicationPageForm(WagtailAdminPageForm):
    """Reads the PDF that was chosen, and holds the contents against it."""

    def clean(self) -> dict[str, Any]:
        """Count the pages where nobody has, and refuse a PDF that can't be opened."""
        cleaned = super().clean()
        self._count_pages(cleaned)
        self._check_contents(cleaned)
        return cleaned

    def _count_pages(self, cleaned: dict[str, Any]) -> None:
        document = cleaned.get("document")
        if document is None or "pages" in self.errors:
            return
        replaced = "document" in self.changed_data
        # Pages counted from an earlier file say nothing about a new one.
        outdated = replaced and "pages" not in self.changed_data
        if cleaned.get("pages") and not replaced:
            return
        try:
            counted = count_pages(document)
        except UnreadablePdfError as error:
            self.add_error("document", str(error))
            return
        if outdated or not cleaned.get("pages"):
            cleaned["pages"] = counted

    def _check_contents(self, cleaned: dict[str, Any]) -> None:
        pages, contents = cleaned.get("pages"), cleaned.get("contents")
        if not pages or not contents:
            return
        message = ValidationError(_("The PDF has only %(count)d pages.") % {"count": pages})
        problems = {
            position: StructBlockValidationError({"page": message})
            for position, entry in enumerate(contents)
            if entry.value["page"] and entry.value["page"] > pages
        }
        if problems:
            self.add_error("contents", StreamBlockValidationError(block_errors=problems))


class IssuePageForm(PublicationPageForm):
    """Keeps two issues from having the same number."""

    def clean(self) -> dict[str, Any]:
        """Look for the same number in the same volume of the series."""
        cleaned = super().clean()
        number, year = cleaned.get("number"), cleaned.get("volume_year")
        if number and year and self.parent_page is not None:
            issues = type(self.instance).objects.child_of(self.parent_page)
            same = issues.filter(number=number, volume_year=year).exclude(pk=self.instance.pk)
            if other := same.first():
                message = _("“%(title)s” already has this number in %(year)s.")
                self.add_error("number", message % {"title": other.title, "year": year})
        return cleaned
