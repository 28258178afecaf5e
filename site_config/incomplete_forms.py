"""Forms that arrive without fields which their page always sends, or too late."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.datastructures import MultiValueDictKeyError

# Views of packages whose failure doesn't say that one of these is missing.
FIELDS = {
    "wagtailadmin_choose_page_external_link": ("external-link-chooser-url",),
    "wagtailredirects:process_import": ("import_file_name", "input_format"),
}

EDITORS = {"wagtailadmin_pages:edit"}
# What Wagtail's editor asks of the page's task, which is None where it is settled.
SETTLED = {"get_actions", "on_action"}


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
        """Put the request's fault in the place of the view's failure.

        Raises:
            BadRequest: the view has looked for a field or file that was not sent, or for a task
                of the workflow that is settled.
        """
        if request.method == "POST" and _is_at_fault(request, exception):
            raise BadRequest(
                "A field of the form is missing, or its task is settled."
            ) from exception


def _is_at_fault(request: HttpRequest, exception: Exception) -> bool:
    if isinstance(exception, MultiValueDictKeyError):
        return True
    view_name = request.resolver_match.view_name
    if view_name in EDITORS and "action-workflow-action" in request.POST:
        # The draft that an editor saves by itself, or a second press of the button, can come
        # after the task has been settled, or while it is.
        return isinstance(exception, AttributeError) and exception.name in SETTLED
    wanted = FIELDS.get(view_name, ())
    missing = any(name not in request.POST for name in wanted)
    return missing and isinstance(exception, (AttributeError, KeyError))
