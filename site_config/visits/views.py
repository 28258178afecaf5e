"""The two addresses behind the cache at which visits arrive: a beacon, and a way on."""

from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
    UnreadablePostError,
)
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from site_config.visits.buffer import count
from site_config.visits.links import LANGUAGE_PARAMETER
from site_config.visits.subjects import MARK_LENGTH, UnknownVisitError, Visit, read_mark
from site_config.visits.targets import target_of
from site_config.visits.visitors import is_left_out, is_within_limit

# Of one beacon; a page with more logos sends several.
MARKS_AT_MOST = 40
LONGEST_BODY = (MARK_LENGTH + 1) * (MARKS_AT_MOST + 1)


# No form and no session: the mark is all that is asked for, and it opens nothing.
@csrf_exempt
@require_POST
@never_cache
def beacon(request: HttpRequest) -> HttpResponse:
    """Count what a page tells of itself; the body is its mark, or several with spaces between.

    Each is counted once. Whoever is not counted gets the same empty answer, for there is nothing
    to mend.
    """
    marks = _body(request).split(" ")
    if len(marks) > MARKS_AT_MOST:
        return JsonResponse({"error": _("These are too many marks.")}, status=400)
    try:
        visits = {read_mark(mark) for mark in marks}
    except UnknownVisitError:
        return JsonResponse({"error": _("The portal has not made this mark.")}, status=400)
    _count(request, *visits)
    return HttpResponse(status=204)


@require_safe
@never_cache
def follow(request: HttpRequest, mark: str) -> HttpResponse:
    """Count a click or a download, and lead on to its subject.

    Nobody is kept from where they want to go: who is not counted is led on as well.

    Raises:
        Http404: no page has such a link, or what it led to is gone.
    """
    try:
        visit = read_mark(mark)
    except UnknownVisitError as error:
        raise Http404(_("There is no such link.")) from error
    language = request.GET.get(LANGUAGE_PARAMETER, "")
    with override(language if language in dict(settings.LANGUAGES) else get_language()):
        address = target_of(visit.subject)
    if address is None:
        raise Http404(_("What this link led to is no longer here."))
    if request.method == "GET":
        _count(request, visit)
    response = HttpResponseRedirect(address)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _count(request: HttpRequest, *visits: Visit) -> None:
    if not is_left_out(request) and is_within_limit(request):
        for visit in visits:
            count(*visit)


def _body(request: HttpRequest) -> str:
    """Return the beginning of the body as text; a longer one is no mark."""
    try:
        return request.read(LONGEST_BODY).decode("ascii", errors="replace")
    except UnreadablePostError:
        return ""  # Its sender has gone.
