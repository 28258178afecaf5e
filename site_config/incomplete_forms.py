"""Forms that arrive without fields which their page always sends."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.datastructures import MultiValueDictKeyError

# Views of packages whose failure doesn't say that one of these is missing.
FIELDS = {
    "wagtailadmin_choose_page_external_link": ("external-link-chooser-url",),
    "wagtailredirects:process_import": ("import_file_name", "input_format"),
}


class IncompleteFormsMiddleware:
    """Answer 400 to a form that no page of ours can have sent, or that was cut short.

    Wagtail's views read the fields of its editor by name and fail where one is missing. The
    request is at fault then, and not the portal.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; what is to be decided depends on the view it leads to."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Put a missing field in the place of the view's failure.

        Raises:
            BadRequest: the view has looked for a field or file that was not sent.
        """
        if request.method == "POST" and _lacks_a_field(request, exception):
            raise BadRequest("A field of the form is missing.") from exception


def _lacks_a_field(request: HttpRequest, exception: Exception) -> bool:
    if isinstance(exception, MultiValueDictKeyError):
        return True
    wanted = FIELDS.get(request.resolver_match.view_name, ())
    missing = any(name not in request.POST for name in wanted)
    return missing and isinstance(exception, (AttributeError, KeyError))
