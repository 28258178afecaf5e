"""What is true of every request and answer."""

from collections.abc import Callable
from typing import Any

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language

from site_config.freshness import cache_directives, limit_freshness
from site_config.views import page_not_found

Handler = Callable[[HttpRequest], HttpResponse]

ADMIN_PREFIXES = ("/admin/", "/django-admin/")
UNTRANSLATED_PREFIXES = (
    *ADMIN_PREFIXES,
    *(
        "/documents/",
        "/media/",
        "/static/",
        "/visits/",
        "/.well-known/",
        "/mail-events/",
        "/alerts/",
    ),
)
# Django's own number, which the admin's forms pass (`DATA_UPLOAD_MAX_NUMBER_FIELDS`).
MOST_PUBLIC_FIELDS = 1000
CACHEABLE_STATUSES = {200, 301, 404, 410}


def refuse_malformed_requests(get_response: Handler) -> Handler:
    """Answer 400 to addresses that no page can have: NUL bytes, or text that isn't UTF-8.

    Databases refuse both, late and with an error of their own; here the visitor is told, by the
    page for such requests (``handler400``).
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        # Servers refuse this before it comes here; Django would fail on it.
        length = request.headers.get("content-length") or "0"
        if not (length.isascii() and length.isdigit()):
            raise BadRequest("The length of the content is no number.")
        raw = request.META.get("QUERY_STRING", "").lower()
        if "\x00" in request.path or "%00" in raw or "\ufffd" in request.path:
            raise BadRequest("The address contains NUL or text that is not UTF-8.")
        # Django decodes what isn't UTF-8 as U+FFFD, in names and in values.
        if any("\ufffd" in text for name, texts in request.GET.lists() for text in (name, *texts)):
            raise BadRequest("The address contains text that is not UTF-8.")
        return get_response(request)

    middleware.process_exception = refuse_endless_numbers
    return middleware


def refuse_endless_numbers(request: HttpRequest, exception: Exception) -> None:
    """Answer 400 to a number that no row can have: Django's lists of choices hand it on unread.

    Raises:
        BadRequest: SQLite was asked for such a number.
    """
    if isinstance(exception, OverflowError) and "SQLite INTEGER" in str(exception):
        raise BadRequest("The request contains a number that is too large.") from exception


class FewFieldsMiddleware:
    """Answers 400 to a form of more fields than any public one has; the admin's have more.

    Wagtail's editor posts some for each block, so that Django's own limit is wide.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; a form is read once what refuses without reading has been asked."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> None:
        """Count the fields of a form.

        Raises:
            BadRequest: there are too many, or the connection broke.
        """
        if request.method != "POST" or request.path.startswith(ADMIN_PREFIXES):
            return
        try:
            fields = sum(len(values) for _name, values in request.POST.lists())
        except UnreadablePostError as error:
            raise BadRequest("The connection broke while the form was sent.") from error
        if fields > MOST_PUBLIC_FIELDS:
            raise BadRequest("The form has too many fields.")


def cache_public_pages(get_response: Handler) -> Handler:
    """State for every answer who may keep it, and for how long (RFC 9111, RFC 5861).

    An answer that looked at the session, set a cookie or says so itself belongs to one
    person. Every other answer to a GET is one document for everybody.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        session = getattr(request, "session", None)
        personal = (
            (session is not None and (session.accessed or session.modified))
            or bool(response.cookies)
            or request.path.startswith(ADMIN_PREFIXES)
            or request.method not in {"GET", "HEAD"}
        )
        if personal:
            if "Cache-Control" not in response or "public" in response["Cache-Control"]:
                response["Cache-Control"] = "private, no-store"
            else:
                patch_cache_control(response, private=True, no_store=True)
        elif "Cache-Control" not in response and response.status_code in CACHEABLE_STATUSES:
            limit_freshness(response, getattr(request, "foot_until", None))
            # When an alert under the page's head comes, changes or leaves.
            limit_freshness(response, getattr(request, "alerts_until", None))
            patch_cache_control(response, **cache_directives(response))
        return response

    return middleware


class PortalLocaleMiddleware(LocaleMiddleware):
    """Django's own, but for addresses that stand outside the languages."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Leave "not found" as it is where no page of a language could be meant."""
        if response.status_code == 404 and request.path.startswith(UNTRANSLATED_PREFIXES):
            # The words of the answer are in the visitor's language; caches have to know.
            patch_vary_headers(response, ("Accept-Language",))
            response.setdefault("Content-Language", get_language())
            return response
        return super().process_response(request, response)


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Give the admin its own policy; everything else gets the strict one."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponse, report_only: bool = False
    ) -> PolicyParts:
        """Return the parts of the policy for this request (CSP level 3)."""
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path.startswith(ADMIN_PREFIXES):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Add the policy and the headers that go with it."""
        if "sandbox" in response.get("Content-Security-Policy", ""):
            pass  # A file of somebody else's, which is shut in, also in the admin.
        elif request.path.startswith(ADMIN_PREFIXES):
            # A preview comes with the policy of the public page it is made by, which forbids the
            # frame in which editors see it.
            del response["Content-Security-Policy"]
        response = super().process_response(request, response)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
        )
        return response


class MissingPageMiddleware:
    """Shows what visitors see of a missing page, also where Django would explain itself.

    For development: whoever looks at the demo city meets the portal's own page. An address that
    no view takes is still explained.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a view that found nothing."""
        return page_not_found(request, exception) if isinstance(exception, Http404) else None
