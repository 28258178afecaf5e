"""What makes a page citable: a sentence to copy, and files for reference managers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from wagtail.contrib.routable_page.models import path

from publications.citing.formats import FORMATS
from publications.citing.reference import reference_of


class CitableMixin:
    """A publication as others cite it; stands before ``RoutablePageMixin``."""

    # What shared caches keep of it.
    cited_paths = [f"/cite/{name}/" for name in FORMATS]

    @property
    def citation(self) -> str:
        """The publication as others cite it, in a sentence.

        Raises:
            NotImplementedError: a kind of publication did not say how.
        """
        raise NotImplementedError

    def reference_files(self: Any, request: HttpRequest | None) -> list[dict[str, str]]:
        """Return what a list of links to the files prints: label, address and media type."""
        url = self.get_url(request) or "/"
        return [
            {"label": each.label, "url": f"{url}cite/{name}/", "type": each.media_type}
            for name, each in FORMATS.items()
        ]

    @path("cite/<str:name>/", name="cite")
    def cite(self: Any, request: HttpRequest, name: str) -> HttpResponse:
        """Serve the reference in one of the formats, as a file to keep.

        Raises:
            Http404: there is no such format.
        """
        chosen = FORMATS.get(name)
        if chosen is None:
            raise Http404(gettext("References are not offered in this format."))
        response = HttpResponse(
            chosen.write(reference_of(self, request)),
            content_type=f"{chosen.media_type}; charset=utf-8",
        )
        response["Content-Disposition"] = content_disposition_header(
            as_attachment=True, filename=f"{self.slug}.{chosen.extension}"
        )
        return response
