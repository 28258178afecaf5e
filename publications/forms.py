"""The editor's forms of issues and books, with what no field can check by itself."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from publications.pdf import UnreadablePdfError, known_pages


class PublicationPageForm(WagtailAdminPageForm):
    """Reads the PDF that was chosen, and holds the contents against it."""

    def clean(self) -> dict[str, Any]:
        """Refuse a PDF that can't be opened, and contents that go beyond its end."""
        cleaned = super().clean()
        self._check_contents(cleaned, self._pages_of(cleaned))
        return cleaned

    def _pages_of(self, cleaned: dict[str, Any]) -> int | None:
        """Return how many pages the PDF has: as the portal counted, else as staff say."""
        document, typed = cleaned.get("document"), cleaned.get("pages")
        if document is None:
            return typed
        replaced = "document" in self.changed_data
        if replaced and "pages" not in self.changed_data:
            # What was said of an earlier file says nothing about a new one.
            cleaned["pages"] = typed = None
        try:
            return known_pages(document) or typed
        except UnreadablePdfError as error:
            # A file that broke later keeps nobody from other changes.
            if replaced:
                self.add_error("document", str(error))
            return typed

    def _check_contents(self, cleaned: dict[str, Any], pages: int | None) -> None:
        contents = cleaned.get("contents")
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
            same = issues.numbered(number, year, cleaned.get("volume_number"))
            if other := same.exclude(pk=self.instance.pk).first():
                message = _("“%(title)s” already has this number in %(year)s.")
                self.add_error("number", message % {"title": other.title, "year": year})
        return cleaned
