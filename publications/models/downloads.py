"""How often a publication was taken along."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property

from site_config.models import SiteDocument
from site_config.visits import VisitKind, subject_of, sums, with_sum


class DownloadsMixin:
    """A page with a ``document`` whose downloads are counted."""

    @cached_property
    def downloads(self: Any) -> int:
        """How often its PDF was opened or downloaded from a page of the portal."""
        if self.document is None:
            return 0
        if hasattr(self.document, "downloaded"):
            return self.document.downloaded
        subject = subject_of(self.document)
        return sums(VisitKind.DOWNLOAD, [subject])[subject]

    def get_context(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Read the PDF together with its figure, in one query, before others ask for it."""
        if self.document_id and "document" not in self._state.fields_cache:
            documents = with_sum(
                SiteDocument.objects.all(), "downloaded", VisitKind.DOWNLOAD, SiteDocument
            )
            self.document = documents.filter(pk=self.document_id).first()
        return super().get_context(request, *args, **kwargs)
